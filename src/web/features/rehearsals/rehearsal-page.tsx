import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { readRehearsal, runRehearsal, stepRehearsal } from '#contracts/rehearsals/endpoints.ts';
import { REHEARSAL_STATUS_LABELS, type RehearsalAct } from '#contracts/rehearsals/lifecycle.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { monthWords } from '#shared/dates.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { BedsResult } from './beds-result.tsx';
import { MonthChart } from './month-chart.tsx';
import { ResultGroups } from './result-groups.tsx';
import { Assumptions, ChangeTable, Cliffs, Payers } from './result-parts.tsx';
import './rehearsals.css';

const POLL_MS = 2_000;

/** One draft: what came out in sentences, then the tables; who may do what next; how it came about. */
export default function RehearsalPage() {
  const { id = '' } = useParams();
  const first = useQueryOf(readRehearsal, { params: { id } });
  const running = first.data?.resultStatus === 'running';
  const answer = useQueryOf(readRehearsal, { params: { id } }, running ? { refreshEveryMs: POLL_MS } : {});
  return (
    <Loaded whole of={answer}>
      {rehearsal => <Body rehearsal={rehearsal} />}
    </Loaded>
  );
}

function Body({ rehearsal }: { rehearsal: Rehearsal }) {
  const today = useBusinessDate();
  const { result, draft } = rehearsal;
  return (
    <>
      <PageHeader
        record
        title={rehearsal.name}
        trail={[{ title: '政策预演', to: '/desk/rehearsals' }]}
        facts={[
          REHEARSAL_STATUS_LABELS[rehearsal.status],
          rehearsal.areaName,
          `${monthWords(rehearsal.startsMonth)}起${rehearsal.months}个月`,
          `${rehearsal.madeBy}起草`,
        ]}
      />
      <div className="rehearsal-cols">
        <div className="stack">
          {rehearsal.status === 'signed' && (
            <Note tone="ok" title={`${rehearsal.signedBy}签批`}>
              {rehearsal.decision}
            </Note>
          )}
          <Next rehearsal={rehearsal} />
          {result && <Result rehearsal={rehearsal} />}
          <ChangeTable rehearsal={rehearsal} />
          {result && <Assumptions list={result.assumptions} />}
        </div>
        <aside className="stack" aria-label="草案和经过">
          <section>
            <SectionHead title="草案" />
            <FactList
              items={[
                ['为什么改', draft.purpose],
                ['依据', draft.basis],
                ['提交', rehearsal.submittedBy],
                ['签批期限', rehearsal.dueOn && `${dateWords(rehearsal.dueOn, today)}前`],
              ]}
            />
          </section>
          {result && (
            <section>
              <SectionHead title="这个结果凭什么" />
              <FactList
                items={[
                  ['算于', instantWords(result.ranAt, today)],
                  ['看了', `${countWords(result.people)}人`],
                  ['规定的指纹', result.lawMark],
                  ['名册的指纹', result.registerMark],
                  ['结果的指纹', result.resultMark],
                ]}
              />
              <p className="xs mute">同样的规定、同样的名册再算一遍，结果的指纹相同。</p>
            </section>
          )}
          <section>
            <SectionHead title="经过" />
            <Timeline
              items={rehearsal.steps.map(step => ({
                key: `${step.at} ${step.action} ${step.to}`,
                at: `${instantWords(step.at, today)} ${step.actor}`,
                text: step.note ? `${step.label}：${step.note}` : step.label,
              }))}
            />
          </section>
        </aside>
      </div>
    </>
  );
}

function Result({ rehearsal }: { rehearsal: Rehearsal }) {
  const { result } = rehearsal;
  if (!result) return null;
  const [answer, ...rest] = result.sentences;
  const screen = rehearsal.kind === 'beds' ? '/desk/rehearsals/:id/residents' : '/desk/rehearsals/:id/people';
  const people = fill(screen, { id: rehearsal.id });
  return (
    <>
      {result.stale.length > 0 && (
        <Note tone="warn" title="预演以后有变化">
          {result.stale.join('')}
        </Note>
      )}
      <section className="answer">
        <SectionHead title="结果" />
        <p className="lead">{answer}</p>
        {rest.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {result.changedPeople > 0 && (
          <p>
            <Link className="link" to={people}>
              看这{countWords(result.changedPeople)}个人
            </Link>
          </p>
        )}
      </section>
      <section>
        <SectionHead title="每月花多少" note={rehearsal.kind === 'beds' ? '人数和床位不变' : '年龄逐月往上长'} />
        <MonthChart months={result.months} />
      </section>
      {rehearsal.kind === 'beds' ? (
        <BedsResult rehearsal={rehearsal} />
      ) : (
        <>
          <ResultGroups rehearsal={rehearsal} />
          <Cliffs id={rehearsal.id} cliffs={result.cliffs} />
          <Payers result={result} />
        </>
      )}
    </>
  );
}

const ASK_TITLES = { sign: '签批', return: '退回', discard: '废弃' } as const;
type Asking = keyof typeof ASK_TITLES;

/** The one step that waits; a step that needs words asks for them. */
function Next({ rehearsal }: { rehearsal: Rehearsal }) {
  const [asked, ask] = useState<Asking | null>(null);
  const run = useWrite(runRehearsal);
  const step = useWrite(stepRehearsal);
  const params = { id: rehearsal.id };
  const { status, resultStatus, runId, mayEdit, lockedBecause } = rehearsal;
  const mayRun = status === 'drafting' || status === 'rehearsed';
  const action = (name: RehearsalAct) => rehearsal.nextActions.find(each => each.action === name);
  const [submit, sign] = [action('submit'), action('sign')];
  const showsRun = runId && resultStatus !== 'done' && resultStatus !== 'none';
  if (status === 'signed' || status === 'discarded') return null;
  return (
    <NextStep title={titleOf(rehearsal)} note={NOTES[status]}>
      {showsRun && <RunProgress runId={runId} unit="人" kept="已算完的区保留，再点预演会接着算" />}
      {mayRun && resultStatus !== 'running' && (
        <Button
          {...(resultStatus !== 'done' && { look: 'go' as const })}
          busy={run.isPending}
          because={mayEdit ? null : lockedBecause}
          onClick={() => run.mutate({ params })}
        >
          {resultStatus === 'done' ? '重新预演' : resultStatus === 'none' ? '预演' : '接着预演'}
        </Button>
      )}
      {submit && (
        <Button
          look="go"
          busy={step.isPending}
          because={submit.disabledBecause}
          onClick={() => step.mutate({ params, body: { action: 'submit' } })}
        >
          提交签批
        </Button>
      )}
      {sign && (
        <Button look="go" because={sign.disabledBecause} onClick={() => ask('sign')}>
          签批
        </Button>
      )}
      {action('return')?.allowed && <Button onClick={() => ask('return')}>退回</Button>}
      {mayEdit && <LinkButton to={fill('/desk/rehearsals/:id/edit', params)}>修改草案</LinkButton>}
      {action('discard')?.allowed && <Button onClick={() => ask('discard')}>废弃</Button>}
      {(run.error ?? step.error) && <ErrorState error={(run.error ?? step.error) as never} kept="草案还是原来的样子" />}
      <Dialog title={asked ? ASK_TITLES[asked] : ''} open={asked !== null} close={() => ask(null)}>
        <Form
          initial={{}}
          label={asked ? ASK_TITLES[asked] : ''}
          done={() => ask(null)}
          submit={({ note }: { note?: string }) =>
            step.mutateAsync({ params, body: { action: asked ?? 'return', ...(note && { note }) } })
          }
        >
          <TextArea
            name="note"
            label={asked === 'sign' ? '决定' : '原因'}
            hint={asked === 'sign' ? '和预演结果一起留存，签批以后不能再改' : ''}
          />
        </Form>
      </Dialog>
    </NextStep>
  );
}

const NOTES = {
  drafting: '按现行规定和草案各算一遍登记在册的每一个人（每一家机构）；只算不改，核定和发放一条不动。',
  rehearsed: '看过结果再提交；改草案要重新预演。',
  submitted: '由起草、提交以外的另一个人看过结果，写明决定后签批。',
  signed: '',
  discarded: '',
} as const;

function titleOf({ status, resultStatus }: Rehearsal): string {
  if (resultStatus === 'running') return '正在预演';
  if (status === 'drafting') return '预演';
  return status === 'rehearsed' ? '提交签批，或改了再算' : '等另一位同事签批';
}
