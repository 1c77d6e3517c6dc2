import { useState } from 'react';
import { useParams } from 'react-router';
import type { Cycle } from '#contracts/payments/cycle-nouns.ts';
import { downloadBankFile, readCycle, stepCycle } from '#contracts/payments/cycles.ts';
import { CYCLE_STATUS_LABELS, type CycleAct } from '#contracts/payments/lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { download, useQueryOf, useWrite } from '../../api.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Stepper, Steps, type StepView } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { CycleBank } from './cycle-bank.tsx';
import { CycleChecks } from './cycle-checks.tsx';
import { CycleFigures } from './cycle-figures.tsx';
import { doneBy, dueOf, WALK } from './payment-words.ts';
import './payments.css';

const POLL_MS = 2_000;

/** One cycle: what it comes to, what changed against last month and why, who has done which step, what comes next. */
export default function CyclePage() {
  const { id = '' } = useParams();
  const first = useQueryOf(readCycle, { params: { id } });
  const moving = first.data?.status === 'preparing' || first.data?.status === 'sent';
  const answer = useQueryOf(readCycle, { params: { id } }, moving ? { refreshEveryMs: POLL_MS } : {});
  return (
    <Loaded whole of={answer}>
      {cycle => <Body cycle={cycle} />}
    </Loaded>
  );
}

function Body({ cycle }: { cycle: Cycle }) {
  const today = useBusinessDate();
  const title = `${cycle.areaName}${monthWords(cycle.month)}${cycle.round > 1 ? `第${cycle.round}次` : ''}`;
  return (
    <>
      <PageHeader
        record
        title={title}
        trail={[{ title: '补贴津贴发放', to: '/desk/payments/cycles' }]}
        facts={[
          CYCLE_STATUS_LABELS[cycle.status],
          `应在${dateWords(cycle.payBy, today)}前发到`,
          `${cycle.preparedBy}编制`,
        ]}
      />
      {cycle.status === 'cancelled' ? (
        <Note title="这个批次已作废">{cycle.note}</Note>
      ) : (
        <div className="pay-steps">
          <Stepper label="发放的七步" steps={stepsOf(cycle, today)} />
        </div>
      )}
      <div className="pay-cols">
        <div className="stack">
          <Next cycle={cycle} />
          {cycle.status !== 'preparing' && <CycleFigures cycle={cycle} />}
          <CycleBank cycle={cycle} />
          <CycleChecks cycle={cycle} />
        </div>
        <aside className="stack" aria-label="经过">
          <section>
            <SectionHead title="经过" />
            <Steps of={cycle.steps} today={today} />
          </section>
        </aside>
      </div>
    </>
  );
}

function stepsOf(cycle: Cycle, today: string): StepView[] {
  const at = WALK.findIndex(step => step.status === cycle.status);
  return WALK.map(({ status, label }, index) => {
    const { by, at: when } = doneBy(cycle, status);
    const isDone = index <= at;
    const note = isDone && when ? [by, instantWords(when, today)].filter(Boolean).join('，') : undefined;
    return { key: status, label, state: isDone ? 'done' : index === at + 1 ? 'now' : 'later', ...(note && { note }) };
  });
}

const ASK: readonly CycleAct[] = ['return', 'cancel'];

/** The one step that waits, who may take it, and why not when it may not be taken. */
function Next({ cycle }: { cycle: Cycle }) {
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const [asked, ask] = useState<CycleAct | null>(null);
  const write = useWrite(stepCycle);
  const params = { id: cycle.id };
  if (cycle.status === 'preparing')
    return cycle.runId && role === 'district' ? (
      <RunProgress runId={cycle.runId} unit="步" kept="停下就作废，可以重新编制" />
    ) : (
      <Note title="正在编制">先核定户籍在本区的老人，再列发放明细，完成后由另一人复核。</Note>
    );
  const main = cycle.nextActions.filter(each => !ASK.includes(each.action as CycleAct));
  const side = cycle.nextActions.filter(each => ASK.includes(each.action as CycleAct) && each.allowed);
  if (main.length + side.length === 0)
    return cycle.status === 'sent' ? <Waiting cycle={cycle} /> : <Ended cycle={cycle} />;
  const due = dueOf(cycle.dueOn, today);
  return (
    <NextStep title={main[0]?.label ?? '等待办理'} note={noteOf(cycle)} {...(due && { due })}>
      {main.map(each => (
        <Button
          key={each.action}
          look="go"
          because={each.disabledBecause}
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { action: each.action as CycleAct } })}
        >
          {each.label}
        </Button>
      ))}
      {side.map(each => (
        <Button key={each.action} onClick={() => ask(each.action as CycleAct)}>
          {each.label}
        </Button>
      ))}
      {role === 'finance' && cycle.status === 'authorised' && (
        <Button onClick={() => void download(downloadBankFile, { params }, `${cycle.file?.number ?? 'bank'}.txt`)}>
          下载银行文件
        </Button>
      )}
      {write.error && <ErrorState error={write.error} kept="批次还停在原来的一步" />}
      <Dialog title={asked === 'cancel' ? '作废' : '退回重编'} open={asked !== null} close={() => ask(null)}>
        <p className="sm soft">
          {asked === 'cancel' ? '作废以后这个月可以重新编制。' : '明细会重新核定、重新列出，复核从头来。'}
        </p>
        <Form
          initial={{}}
          label={asked === 'cancel' ? '作废' : '退回'}
          done={() => ask(null)}
          submit={({ note }: { note?: string }) =>
            write.mutateAsync({ params, body: { action: asked ?? 'return', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="原因" />
        </Form>
      </Dialog>
    </NextStep>
  );
}

function noteOf(cycle: Cycle): string {
  const money = `${countWords(cycle.people)}人，${fenToYuanText(cycle.totalFen)}元`;
  if (cycle.status === 'draft') return `请看与上月的变化、停发和暂不能发的，再复核。共${money}。`;
  if (cycle.status === 'checked') return '锁定后明细和账户不再变；以后各步都与锁定时的校验码比对。';
  if (cycle.status === 'locked') return `授权后记账，共${money}。`;
  if (cycle.status === 'authorised')
    return `送出 ${countWords(cycle.file?.count ?? 0)} 笔，${fenToYuanText(cycle.file?.fen ?? 0)}元。`;
  if (cycle.status === 'answered') return '送出的等于发到的加退回的，才能对账。';
  return '';
}

const Waiting = ({ cycle }: { cycle: Cycle }) => (
  <Note title={`还有${countWords(cycle.reconciliation.waiting.count)}笔等银行回盘`}>
    {cycle.bankConnected
      ? '每十分钟自动取一次，也可以把回盘文件收进来。'
      : '银行未接通：请下载文件送银行，再把回盘文件收进来。'}
    {cycle.note && `${cycle.note}。`}
  </Note>
);

function Ended({ cycle }: { cycle: Cycle }) {
  if (cycle.status !== 'reconciled') return null;
  const { paid, failed } = cycle.reconciliation;
  const words = (of: typeof paid) => `${countWords(of.count)}笔${fenToYuanText(of.fen)}元`;
  return (
    <Note tone="ok" title="对账完成">
      {failed.count === 0
        ? `${words(paid)}全部发到。`
        : `发到${words(paid)}，退回${words(failed)}；退回的由街道更正账户，下个批次补发。`}
    </Note>
  );
}
