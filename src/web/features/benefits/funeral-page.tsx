import { useState } from 'react';
import { useParams } from 'react-router';
import {
  decideFuneral,
  declineFuneral,
  FUNERAL_STATUS_LABELS,
  type Funeral,
  readFuneral,
} from '#contracts/benefits/funeral.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { PayableNote } from '../../payable-note.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Steps } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { FuneralClaim, FuneralSays } from './funeral-claim.tsx';
import './benefits.css';

/** One death: offered, claimed, decided, paid; beside each step what the rule says. */
export default function FuneralPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readFuneral, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

function Body({ data }: { data: Funeral }) {
  const today = useBusinessDate();
  const said: [string, string][] = [
    ['去世日期', dateWords(data.diedOn)],
    ['金额', `一次${fenToYuanText(data.amountFen)}元`],
    ...(data.claimant
      ? ([
          ['申请人', `${data.claimant}（${data.relation ?? ''}）`],
          ['证明编号', data.certificate ?? ''],
          ['其他丧葬待遇', data.otherFuneralBenefit ? '有' : '没有'],
        ] as [string, string][])
      : []),
    ...(data.voucher ? ([['付款凭证', `${data.voucher}，${dateWords(data.paidOn ?? '')}`]] as [string, string][]) : []),
  ];
  return (
    <>
      <PageHeader
        record
        title={`${data.elderName}的丧葬补贴`}
        trail={[{ title: '丧葬补贴', to: '/desk/benefits/funerals' }]}
        facts={[FUNERAL_STATUS_LABELS[data.status], data.areaName, `${dateWords(data.diedOn, today)}去世`]}
      />
      <div className="benefit-cols">
        <div className="stack">
          <Next data={data} />
          <section>
            <SectionHead title="按规定的结果" note={data.outcome.version}>
              <TextLink small to={fill('/desk/elders/:id', { id: data.elderId })}>
                看档案
              </TextLink>
            </SectionHead>
            <FuneralSays data={data} />
            <FactList items={said} />
          </section>
          <PayableNote kind="funeral-claim" id={data.id} />
        </div>
        <aside className="stack" aria-label="经过">
          <SectionHead title="经过" />
          <Steps of={data.steps} today={today} />
        </aside>
      </div>
    </>
  );
}

function Next({ data }: { data: Funeral }) {
  const [asked, ask] = useState<'claim' | 'decline' | 'refuse' | null>(null);
  const decide = useWrite(decideFuneral);
  const find = (action: string) => data.nextActions.find(each => each.action === action);
  const close = () => ask(null);
  const params = { id: data.id };
  if (data.nextActions.length === 0)
    return <Note title={FUNERAL_STATUS_LABELS[data.status]}>{data.note && `${data.note}。`}</Note>;
  const unmet = data.outcome.state === 'yes' ? null : '按现在的情况不符合，请看下面的理由';
  const due = data.dueOn ? ({ kind: 'left', words: `${dateWords(data.dueOn)}前` } as const) : undefined;
  return (
    <NextStep title={FUNERAL_STATUS_LABELS[data.status]} {...(due && { due })}>
      {find('claim') && (
        <Button look="go" because={find('claim')?.disabledBecause} onClick={() => ask('claim')}>
          代家属申请
        </Button>
      )}
      {find('decline')?.allowed && <Button onClick={() => ask('decline')}>家属不申请</Button>}
      {find('grant') && (
        <Button
          look="go"
          because={find('grant')?.disabledBecause ?? unmet}
          busy={decide.isPending}
          onClick={() => decide.mutate({ params, body: { decision: 'grant' } })}
        >
          批准
        </Button>
      )}
      {find('refuse')?.allowed && <Button onClick={() => ask('refuse')}>不予批准</Button>}
      {decide.error && <ErrorState error={decide.error} />}
      <Dialog title="代家属申请丧葬补贴" open={asked === 'claim'} close={close}>
        <FuneralClaim data={data} done={close} />
      </Dialog>
      <NoteDialog data={data} what={asked === 'decline' || asked === 'refuse' ? asked : null} close={close} />
    </NextStep>
  );
}

function NoteDialog({ data, what, close }: { data: Funeral; what: 'decline' | 'refuse' | null; close: () => void }) {
  const decide = useWrite(decideFuneral);
  const decline = useWrite(declineFuneral);
  const params = { id: data.id };
  const send = ({ note }: { note: string }) =>
    what === 'refuse'
      ? decide.mutateAsync({ params, body: { decision: 'refuse', note } })
      : decline.mutateAsync({ params, body: { note } });
  return (
    <Dialog title={what === 'refuse' ? '不予批准' : '家属不申请'} open={what !== null} close={close}>
      <Form initial={{}} label="记下来" look="ok" submit={send} done={close}>
        <TextArea name="note" label={what === 'refuse' ? '理由，会原样告诉家属' : '原因'} />
      </Form>
    </Dialog>
  );
}
