import { useParams } from 'react-router';
import { declineFuneral, FUNERAL_STATUS_LABELS, readFuneral } from '#contracts/benefits/funeral.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { FuneralClaim, FuneralSays } from './funeral-claim.tsx';
import './benefits.css';

/** For the family after a death: what there is, what to say, how far it is. */
export default function MyFuneralPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readFuneral, { params: { id } });
  const decline = useWrite(declineFuneral);
  return (
    <Loaded whole of={answer}>
      {data => {
        const may = (action: string) => data.nextActions.some(each => each.action === action && each.allowed);
        return (
          <>
            <h1>丧葬补贴</h1>
            <p>
              {data.elderName}于{dateWords(data.diedOn)}去世。没有其他丧葬待遇的，可以申请一次
              {fenToYuanText(data.amountFen)}元。
            </p>
            <p>
              <b>现在：{FUNERAL_STATUS_LABELS[data.status]}</b>
              {data.note && `，${data.note}`}
            </p>
            <FuneralSays data={data} />
            {may('claim') && <FuneralClaim data={data} large />}
            {may('decline') && (
              <p>
                <Button
                  wide
                  busy={decline.isPending}
                  onClick={() => decline.mutate({ params: { id }, body: { note: '家属在网上选了不申请' } })}
                >
                  我们不申请
                </Button>
              </p>
            )}
            {decline.error && <ErrorState error={decline.error} />}
            <p className="elder-note">
              受理单、决定书在<TextLink to="/elder/letters">我的文书</TextLink>
              里。也可以打12345，或到街道（乡镇）便民服务窗口办。
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
