import { useState } from 'react';
import { useParams } from 'react-router';
import type { OutputOf } from '#contracts/endpoint.ts';
import { ASSIGNMENT_LABELS, getAssignment, takeAssignmentStep } from '#contracts/tasks.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { dueOf, STATUS_TONES, UNIT_ROLE_LABELS } from './task-words.ts';
import './tasks.css';

type Part = OutputOf<typeof getAssignment>;
const READS: readonly string[] = ['auditor', 'regulator'];

/** One unit's part of one task: what it must do, by when, what it reported, what the reviewer said. */
export default function AssignmentPage() {
  const { id = '' } = useParams();
  const part = useQueryOf(getAssignment, { params: { id } });
  const today = useBusinessDate();
  const role = useRole();
  return (
    <Loaded whole of={part} rows={6}>
      {data => (
        <>
          <PageHeader
            title={data.title || data.text.slice(0, 40)}
            trail={[{ title: '各单位任务', to: '/desk/task-assignments' }]}
            facts={[
              data.unitName,
              data.unitRole && UNIT_ROLE_LABELS[data.unitRole],
              `《${data.documentTitle}》`,
              data.documentNumber,
            ]}
          >
            <Chip tone={STATUS_TONES[data.status]}>{ASSIGNMENT_LABELS[data.status]}</Chip>
          </PageHeader>
          <div className="assignment">
            <div className="stack">
              {!READS.includes(role) && <Next part={data} />}
              <section>
                <SectionHead title="任务原文">
                  {role !== 'department' && (
                    <TextLink small to={`/desk/tasks/${data.taskId}`}>
                      看整项任务
                    </TextLink>
                  )}
                </SectionHead>
                <blockquote className="doc task-text">
                  <p>{data.text}</p>
                </blockquote>
              </section>
              <section>
                <SectionHead title="进展情况" />
                <p className={data.progress ? 'said' : 'said mute'}>{data.progress ?? '还没有反馈进展。'}</p>
              </section>
            </div>
            <aside aria-label="过程">
              <SectionHead title="过程" />
              <FactList
                items={[
                  ['期限', data.dueOn ? dateWords(data.dueOn, today) : '文件没有写明'],
                  ['序号', data.number],
                ]}
              />
              <div className="assignment-steps">
                <Timeline
                  items={data.steps.map(step => ({
                    key: `${step.at}${step.action}`,
                    at: instantWords(step.at, today),
                    kind: step.action === 'return' ? 'warn' : 'done',
                    text: (
                      <>
                        {step.actor} {step.from === null ? '下达' : step.label}
                        {step.note && <span className="row-note">{step.note}</span>}
                      </>
                    ),
                  }))}
                />
              </div>
            </aside>
          </div>
        </>
      )}
    </Loaded>
  );
}

const WAITS = {
  assigned: '接办这项任务，或直接反馈进展',
  'in-progress': '按期反馈进展',
  reported: '等上级审核',
  returned: '按退回意见补充后重报',
  done: '已办结',
} as const;

function Next({ part }: { part: Part }) {
  const write = useWrite(takeAssignmentStep);
  const [asked, setAsked] = useState<'report' | 'return' | null>(null);
  const due = dueOf(part);
  const may = part.actions.filter(action => action.allowed);
  const step = (action: 'start' | 'accept') => write.mutate({ params: { id: part.id }, body: { action } });
  const go = may.find(action => action.action === 'accept' || action.action === 'report')?.action;
  return (
    <NextStep
      title={WAITS[part.status]}
      {...(due && { due })}
      note={may.length === 0 && part.actions[0]?.disabledBecause}
    >
      {may.map(({ action, label }) => (
        <Button
          key={action}
          look={action === go ? 'go' : 'plain'}
          busy={write.isPending}
          onClick={() => (action === 'report' || action === 'return' ? setAsked(action) : step(action as 'start'))}
        >
          {label}
        </Button>
      ))}
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={asked === 'return' ? '退回' : '反馈进展'} open={asked !== null} close={() => setAsked(null)} wide>
        {asked && <StepForm part={part} action={asked} done={() => setAsked(null)} />}
      </Dialog>
    </NextStep>
  );
}

function StepForm({ part, action, done }: { part: Part; action: 'report' | 'return'; done: () => void }) {
  const write = useWrite(takeAssignmentStep);
  const isReport = action === 'report';
  return (
    <Form
      initial={isReport ? { progress: part.progress ?? '' } : { note: '' }}
      draft={`tasks.${action}.${part.id}`}
      label={isReport ? '反馈进展' : '退回'}
      submit={(values: { progress?: string; note?: string }) =>
        write.mutateAsync({ params: { id: part.id }, body: { action, ...values } })
      }
      done={done}
    >
      {isReport ? (
        <TextArea name="progress" label="进展情况" rows={8} hint="写做了什么、到什么程度；有数的写明截至哪一天" />
      ) : (
        <TextArea name="note" label="退回原因" rows={4} hint="写明哪里要补、要改" />
      )}
    </Form>
  );
}
