import { useState } from 'react';
import { useParams } from 'react-router';
import {
  correctStage,
  getProject,
  PROGRAMME_LABELS,
  PROJECT_STAGE_LABELS,
  type Project,
  type ProjectStage,
  reachStage,
} from '#contracts/construction.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextButton, TextLink } from '../../ui/button.tsx';
import { DateInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Stepper, Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { KEEPER_ROLES, STAGE_TONE } from './facility-words.ts';
import './facilities.css';

type Asked = { kind: 'reach'; stage: ProjectStage } | { kind: 'withdraw' | 'redate'; stage: ProjectStage };

/** One building project: its stages in order, the next one to enter, corrections with their reasons. */
export default function ProjectPage() {
  const { id = '' } = useParams();
  const project = useQueryOf(getProject, { params: { id } });
  return (
    <Loaded whole of={project} rows={6}>
      {data => <Shown of={data} />}
    </Loaded>
  );
}

function Shown({ of }: { of: Project }) {
  const today = useBusinessDate();
  const keeps = KEEPER_ROLES.includes(useRole());
  const [asked, setAsked] = useState<Asked | null>(null);
  const at = of.stages.findIndex(s => s.stage === of.stage);
  const next = of.stages[at + 1]?.stage;
  return (
    <>
      <PageHeader
        record
        title={of.name}
        trail={[{ title: '建设项目', to: '/desk/facilities/projects' }]}
        facts={[
          `${of.planYear}年${PROGRAMME_LABELS[of.programme]}`,
          of.areaName,
          `${dateWords(of.plannedOn, today)}列入计划`,
        ]}
      >
        <Chip tone={STAGE_TONE(of.stage)}>{PROJECT_STAGE_LABELS[of.stage]}</Chip>
      </PageHeader>
      <div className="facility">
        <div className="stack">
          {keeps && next && (
            <NextStep title={`下一阶段：${PROJECT_STAGE_LABELS[next]}`} note="阶段要按先后登记，日期不能倒着走。">
              <Button look="go" onClick={() => setAsked({ kind: 'reach', stage: next })}>
                登记“{PROJECT_STAGE_LABELS[next]}”
              </Button>
            </NextStep>
          )}
          <Stepper
            label={of.name}
            steps={of.stages.map((s, i) => ({
              key: s.stage,
              label: i === 0 ? '列入计划' : PROJECT_STAGE_LABELS[s.stage],
              state: i <= at ? (i === at && next ? 'now' : 'done') : 'later',
              note: s.reachedOn ? dateWords(s.reachedOn, today) : '',
            }))}
          />
          {of.facilityId && (
            <TextLink to={fill('/desk/facilities/:id', { id: of.facilityId })}>看这处设施的台账</TextLink>
          )}
          <Corrections of={of} keeps={keeps} ask={setAsked} />
        </div>
        <aside aria-label="经过">
          <SectionHead title="经过" />
          <Timeline
            items={of.steps.map(step => ({
              key: `${step.at}${step.action}`,
              at: instantWords(step.at, today),
              kind: step.action === 'withdraw' ? 'warn' : 'done',
              text: (
                <>
                  {step.actor} {step.from === null ? '列入计划' : step.action === 'withdraw' ? '更正' : '登记阶段'}：
                  {PROJECT_STAGE_LABELS[step.to as ProjectStage]}
                  {step.note && <span className="row-note">{step.note}</span>}
                </>
              ),
            }))}
          />
          {of.steps.length === 0 && <p className="sm mute">阶段是导入的，没有在本系统里办过。</p>}
        </aside>
      </div>
      <Dialog title={asked ? titleOf(asked) : ''} open={asked !== null} close={() => setAsked(null)}>
        {asked && <StageForm of={of} asked={asked} done={() => setAsked(null)} />}
      </Dialog>
    </>
  );
}

const titleOf = ({ kind, stage }: Asked): string => {
  const label = PROJECT_STAGE_LABELS[stage];
  return kind === 'reach' ? `登记“${label}”` : kind === 'withdraw' ? `更正：还没到“${label}”` : `更正“${label}”的日期`;
};

function Corrections({ of, keeps, ask }: { of: Project; keeps: boolean; ask: (asked: Asked) => void }) {
  const today = useBusinessDate();
  const rows = of.stages.filter(s => s.stage !== 'not-started' && (s.reachedOn || s.withdrawn.length > 0));
  if (rows.length === 0) return null;
  return (
    <section aria-label="阶段记录">
      <SectionHead title="阶段记录" note="登错了写明原因更正，原来的记录留着" />
      <ul className="stage-rows">
        {rows.map(s => (
          <li key={s.stage}>
            <div>
              <b>{PROJECT_STAGE_LABELS[s.stage]}</b> {s.reachedOn ? dateWords(s.reachedOn, today) : '已撤回'}
              {s.note && <span className="row-note">{s.note}</span>}
              {s.withdrawn.map(w => (
                <span key={w.at} className="row-note">
                  曾登记{dateWords(w.reachedOn, today)}，{instantWords(w.at, today)}更正：{w.because}
                </span>
              ))}
            </div>
            {keeps && s.reachedOn && (
              <span className="row-flex">
                <TextButton onClick={() => ask({ kind: 'redate', stage: s.stage })}>改日期</TextButton>
                {s.stage === of.stage && (
                  <TextButton onClick={() => ask({ kind: 'withdraw', stage: s.stage })}>撤回</TextButton>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StageForm({ of, asked, done }: { of: Project; asked: Asked; done: () => void }) {
  const reach = useWrite(reachStage);
  const correct = useWrite(correctStage);
  const today = useBusinessDate();
  const { kind, stage } = asked;
  type Values = { on?: string; note?: string; reason?: string };
  const submit = ({ on, note, reason }: Values) =>
    kind === 'reach'
      ? reach.mutateAsync({ params: { id: of.id }, body: { stage, on: on ?? '', ...(note ? { note } : {}) } })
      : correct.mutateAsync({ params: { id: of.id, stage }, body: { reason: reason ?? '', on: on ?? null } });
  return (
    <Form
      initial={
        kind === 'withdraw' ? { reason: '' } : { on: today, ...(kind === 'reach' ? { note: '' } : { reason: '' }) }
      }
      label={kind === 'reach' ? '登记' : '更正'}
      submit={submit}
      done={done}
    >
      {kind !== 'withdraw' && <DateInput name="on" label="到这一步的日期" max={today} />}
      {kind === 'reach' ? (
        <TextArea name="note" label="说明" rows={2} optional />
      ) : (
        <TextArea name="reason" label="更正原因" rows={3} />
      )}
    </Form>
  );
}
