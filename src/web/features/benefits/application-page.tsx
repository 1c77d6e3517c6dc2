import { useState } from 'react';
import { useParams } from 'react-router';
import { decideApplication, readApplication, withdrawApplication } from '#contracts/benefits/endpoints.ts';
import { APPLICATION_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import type { Application } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { monthWords } from '#shared/dates.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, type Due } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Steps } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { doubtWords } from './benefit-words.ts';
import { SchemeLine } from './scheme-lines.tsx';

/** One application beside what the rules say, so that who decides sees the reasons before the buttons. */
export default function ApplicationPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readApplication, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

function Body({ data }: { data: Application }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        record
        title={data.elderName}
        trail={[{ title: '待遇申请', to: '/desk/benefits/applications' }]}
        facts={[
          SCHEME_LABELS[data.scheme],
          APPLICATION_STATUS_LABELS[data.status],
          data.areaName,
          `${data.appliedBy}于${dateWords(data.appliedOn, today)}申请`,
        ]}
      />
      <div className="benefit-cols">
        <div className="stack">
          <Decide data={data} />
          <Said data={data} />
          <section>
            <SectionHead title="按规定核定的结果" note={`按${monthWords(data.month)}计算`}>
              <TextLink small to={fill('/desk/benefits/elders/:id', { id: data.elderId })}>
                看这位老人的全部待遇
              </TextLink>
            </SectionHead>
            <ul>
              <SchemeLine result={data.evaluation} />
            </ul>
          </section>
        </div>
        <aside className="stack" aria-label="经过">
          <section>
            <SectionHead title="经过" />
            <Steps of={data.steps} today={today} />
          </section>
        </aside>
      </div>
    </>
  );
}

/** The form as it was filled: only what was asked, and what the applicant calls wrong in the file. */
function Said({ data }: { data: Application }) {
  if (data.said.length === 0 && data.disputed.length === 0) return null;
  return (
    <section>
      <SectionHead title="申请表上说的" note={`${data.appliedBy}填写，未核对`} />
      {data.said.map(each => (
        <p key={each.label} className="sm">
          {each.label}：{each.value}
        </p>
      ))}
      {data.disputed.length > 0 && (
        <Note tone="warn" title={`申请人说档案里不对：${data.disputed.join('、')}`}>
          先<TextLink to={fill('/desk/elders/:id', { id: data.elderId })}>核对档案</TextLink>，改过再审核。
        </Note>
      )}
    </section>
  );
}

function dueOf(dueOn: string | null, today: string): Due | undefined {
  if (!dueOn) return undefined;
  const words = `${dateWords(dueOn, today)}前`;
  if (dueOn < today) return { kind: 'over', words: `已超期，应于${words}办结` };
  return { kind: dueOn === today ? 'today' : 'left', words };
}

type Asked = 'refuse' | 'dispute' | 'withdraw' | null;

function Decide({ data }: { data: Application }) {
  const today = useBusinessDate();
  const [asked, ask] = useState<Asked>(null);
  const decide = useWrite(decideApplication);
  const because = (action: string) => data.nextActions.find(each => each.action === action)?.disabledBecause;
  const has = (action: string) => data.nextActions.some(each => each.action === action);
  if (data.nextActions.length === 0) return <Decided data={data} />;
  const due = dueOf(data.dueOn, today);
  const unmet = data.evaluation.amountFen === 0 ? '按现有资料核定不通过，请看下面的理由' : null;
  return (
    <NextStep title="审核，作出决定" {...(due && { due })}>
      <Button
        look="go"
        because={because('grant') ?? unmet}
        busy={decide.isPending}
        onClick={() => decide.mutate({ params: { id: data.id }, body: { decision: 'grant' } })}
      >
        批准
      </Button>
      {because('refuse') === null && <Button onClick={() => ask('refuse')}>不予批准</Button>}
      {has('dispute') && because('dispute') === null && <Button onClick={() => ask('dispute')}>提请区里决定</Button>}
      {has('withdraw') && because('withdraw') === null && <Button onClick={() => ask('withdraw')}>撤回申请</Button>}
      {decide.error && <ErrorState error={decide.error} />}
      <Dialogs id={data.id} asked={asked} close={() => ask(null)} />
    </NextStep>
  );
}

function Dialogs({ id, asked, close }: { id: string; asked: Asked; close: () => void }) {
  const decide = useWrite(decideApplication);
  const withdraw = useWrite(withdrawApplication);
  const params = { id };
  const deciding = asked === 'refuse' || asked === 'dispute' ? asked : null;
  return (
    <>
      <Dialog title={deciding === 'refuse' ? '不予批准' : '提请区里决定'} open={deciding !== null} close={close}>
        <p className="sm soft">{deciding === 'refuse' ? '理由会原样告诉老人。' : '区里应在当月25日前决定。'}</p>
        <Form
          initial={{}}
          label={deciding === 'refuse' ? '不予批准' : '提请区里'}
          done={close}
          submit={({ note }: { note?: string }) =>
            decide.mutateAsync({ params, body: { decision: deciding ?? 'refuse', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="理由" />
        </Form>
      </Dialog>
      <Dialog title="撤回申请" open={asked === 'withdraw'} close={close}>
        <Form
          initial={{}}
          label="撤回"
          look="ok"
          done={close}
          submit={({ note }: { note?: string }) => withdraw.mutateAsync({ params, body: { ...(note && { note }) } })}
        >
          <TextArea name="note" label="为什么撤回" optional />
        </Form>
      </Dialog>
    </>
  );
}

function Decided({ data }: { data: Application }) {
  const today = useBusinessDate();
  const doubt = doubtWords(data.remedy.confidence);
  const when = data.decidedAt ? `${instantWords(data.decidedAt, today)}，${data.decidedBy ?? ''}` : '';
  return (
    <Note tone={data.status === 'granted' ? 'ok' : 'plain'} title={`${APPLICATION_STATUS_LABELS[data.status]} ${when}`}>
      {data.decisionNote && `理由：${data.decisionNote}。`}
      {data.status === 'refused' && (
        <>
          {data.remedy.text}。{doubt && <Chip tone="doubt">{doubt}</Chip>}
        </>
      )}
    </Note>
  );
}
