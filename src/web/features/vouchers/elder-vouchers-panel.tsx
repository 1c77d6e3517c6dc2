import { useParams } from 'react-router';
import { VOUCHER_STATE_LABELS } from '#contracts/voucher-lifecycle.ts';
import { readElderVouchers } from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { isOpen, itemsWords, sourceWords, spanWords, stateTone } from './voucher-words.ts';

const FEW = 3;

/** On a person's record: what is left on the vouchers, what they buy, where they were used. */
export default function ElderVouchersPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readElderVouchers, { params: { elderId: id } });
  return (
    <Loaded of={answer} rows={1}>
      {({ vouchers, redemptions, balanceFen, places }) => (
        <section>
          <SectionHead
            title="服务券"
            note={vouchers.length === 0 ? '没有发过' : `现在可以用${fenToYuanText(balanceFen)}元`}
          />
          <ul className="sm">
            {vouchers.slice(0, FEW).map(one => (
              <li key={one.id}>
                {one.schemeName} 余{fenToYuanText(one.balanceFen)}元（面值{fenToYuanText(one.valueFen)}元）{' '}
                <Chip tone={stateTone(one.state)}>{VOUCHER_STATE_LABELS[one.state]}</Chip>
                <span className="row-note" data-rule>
                  {isOpen(one)
                    ? `因为${one.because}；买${itemsWords(one.items)}；${spanWords(one, today)}；${one.payerName}发，${sourceWords(one)}`
                    : [spanWords(one, today), one.note].filter(Boolean).join('；')}
                </span>
              </li>
            ))}
            {redemptions.slice(0, FEW).map(one => (
              <li key={one.id}>
                {dateWords(one.servedOn, today)}在{one.providerName}
                {one.kind === 'return' ? '退回' : '用了'}
                {fenToYuanText(Math.abs(one.amountFen))}元，{one.itemName}
              </li>
            ))}
          </ul>
          {balanceFen > 0 && places.length > 0 && (
            <p className="sm soft">能用的服务商：{places.map(place => place.name).join('、')}</p>
          )}
        </section>
      )}
    </Loaded>
  );
}
