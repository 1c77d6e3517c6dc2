import { useState } from 'react';
import { useParams } from 'react-router';
import {
  AGREEMENT_SUBJECT_LABELS,
  type AgreementRecord,
  addAgreementFile,
  addAgreementTask,
  readAgreement,
  readAgreementFile,
  stepAgreement,
} from '#contracts/agreements.ts';
import { ASSIGNMENT_LABELS } from '#contracts/tasks.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { urlOf } from '../../api-address.ts';
import { PaperFiles } from '../../paper-files.tsx';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Steps, Table } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { meetingWords, TASK_TONES, tasksWords, termWords } from './agreement-words.ts';

/** One agreement: the parties, its term, its tasks with their units and states. */
export default function AgreementPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readAgreement, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {agreement => <Body agreement={agreement} />}
    </Loaded>
  );
}

function Body({ agreement }: { agreement: AgreementRecord }) {
  const today = useBusinessDate();
  const upload = useWrite(addAgreementFile);
  const params = { id: agreement.id };
  const keeps = agreement.nextActions.some(each => each.allowed);
  return (
    <>
      <PageHeader
        record
        title={agreement.title}
        trail={[{ title: '合作协议', to: '/desk/agreements' }]}
        facts={[AGREEMENT_SUBJECT_LABELS[agreement.subject], agreement.areaName, termWords(agreement, today)]}
      />
      <div className="stack">
        <Next agreement={agreement} />
        <FactList
          items={[
            ['签约各方', agreement.parties.map(party => `${party.name}（${party.region}）`).join('、')],
            ['签订', dateWords(agreement.signedOn, today)],
            ['到哪天', agreement.endsOn ? dateWords(agreement.endsOn, today) : '没有写期限'],
            ['会议', meetingWords(agreement)],
            ['主要内容', agreement.summary],
            ['终止', agreement.endedOn && `${dateWords(agreement.endedOn, today)}，${agreement.note ?? ''}`],
            ['谁登记的', agreement.registeredBy],
          ]}
        />
        <Tasks agreement={agreement} keeps={keeps && agreement.status === 'in-force'} />
        <section>
          <SectionHead title="协议文本" />
          <PaperFiles
            files={agreement.files}
            none="还没有交扫描件"
            hrefOf={fileId => urlOf(readAgreementFile, { params: { id: agreement.id, fileId } })}
            {...(keeps && {
              add: {
                label: '交扫描件',
                send: (file: File) => upload.mutate({ params, file } as never),
                isPending: upload.isPending,
                error: upload.error,
              },
            })}
          />
        </section>
        <section>
          <SectionHead title="经过" />
          <Steps of={agreement.steps} today={today} />
        </section>
      </div>
    </>
  );
}

const COLUMNS = [
  { key: 'task', title: '任务' },
  { key: 'unit', title: '责任单位' },
  { key: 'due', title: '期限' },
  { key: 'status', title: '进展' },
];

function Tasks({ agreement, keeps }: { agreement: AgreementRecord; keeps: boolean }) {
  const today = useBusinessDate();
  const write = useWrite(addAgreementTask);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <section>
      <SectionHead title="任务" note={tasksWords(agreement)}>
        {keeps && (
          <Button size="sm" onClick={() => setOpen(true)}>
            加一项任务
          </Button>
        )}
      </SectionHead>
      {agreement.tasks.length > 0 && (
        <Table caption="任务、责任单位、期限和进展" columns={COLUMNS}>
          {agreement.tasks.map(task => (
            <tr key={task.assignmentId}>
              <td>
                <TextLink to={fill('/desk/task-assignments/:id', { id: task.assignmentId })}>{task.title}</TextLink>
                {task.progress && <span className="row-note">{task.progress}</span>}
              </td>
              <td>{task.unitName}</td>
              <td>{task.dueOn ? dateWords(task.dueOn, today) : '没有期限'}</td>
              <td>
                <Chip tone={TASK_TONES[task.status]}>{ASSIGNMENT_LABELS[task.status]}</Chip>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Dialog title="加一项任务" open={open} close={close}>
        <Form
          initial={{ title: '', unitName: '' }}
          label="交给责任单位"
          look="ok"
          done={close}
          submit={({ dueOn, ...given }: { title: string; unitName: string; dueOn?: string }) =>
            write.mutateAsync({ params: { id: agreement.id }, body: { ...given, dueOn: dueOn || null } })
          }
        >
          <TextInput name="title" label="任务" />
          <TextInput name="unitName" label="责任单位" hint="本辖区的单位；对方单位的事写在主要内容里" />
          <DateInput name="dueOn" label="期限" min={today} hint="没有期限的不填" />
        </Form>
      </Dialog>
    </section>
  );
}

type Step = { endsOn?: string; note?: string };

function Next({ agreement }: { agreement: AgreementRecord }) {
  const today = useBusinessDate();
  const write = useWrite(stepAgreement);
  const [asked, ask] = useState<'renew' | 'end' | null>(null);
  const close = () => ask(null);
  const allowed = agreement.nextActions.some(each => each.allowed);
  const title = termWords(agreement, today);
  if (agreement.status === 'ended' || !allowed) return <Note title={title}>{agreement.note}</Note>;
  const send = (action: 'renew' | 'end') => (body: Step) =>
    write.mutateAsync({ params: { id: agreement.id }, body: { ...body, action } });
  const isDue = agreement.expiry === 'soon' || agreement.expiry === 'over';
  const acts = (
    <>
      <Button look={isDue ? 'go' : 'plain'} onClick={() => ask('renew')}>
        续签
      </Button>
      <Button onClick={() => ask('end')}>终止</Button>
      <Dialog title="续签" open={asked === 'renew'} close={close}>
        <Form initial={{}} label="记下续签" look="ok" done={close} submit={send('renew')}>
          <DateInput name="endsOn" label="续到哪天" min={today} />
          <TextArea name="note" label="说明" rows={2} optional />
        </Form>
      </Dialog>
      <Dialog title="终止这份协议" open={asked === 'end'} close={close}>
        <Form initial={{ note: '' }} label="终止" look="ok" done={close} submit={send('end')}>
          <TextArea name="note" label="原因" rows={2} />
        </Form>
      </Dialog>
    </>
  );
  if (!isDue) return <Note title={title} acts={acts} />;
  return (
    <NextStep title={title} note="和各方商定后续签，或写明终止。">
      {acts}
    </NextStep>
  );
}
