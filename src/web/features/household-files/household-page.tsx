import { useState } from 'react';
import { useParams } from 'react-router';
import { ECONOMIC_CLASS_LABELS } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import {
  type HouseholdMeasure,
  MEASURE_ACTS,
  MEASURE_KIND_LABELS,
  MEASURE_KINDS,
  MEASURE_STATUS_LABELS,
  type MeasureAct,
  measureLifecycle,
  planMeasure,
  readHouseholdFile,
  stepMeasure,
} from '#contracts/household-files.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextButton, TextLink } from '../../ui/button.tsx';
import { DateInput, Select, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { Responsible } from './responsible.tsx';

type File = OutputOf<typeof readHouseholdFile>;

/** One household: who lives there, who answers for it, what is done and how far it is. */
export default function HouseholdPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readHouseholdFile, { params: { id } });
  return (
    <Loaded of={answer} whole rows={6}>
      {file => <Household file={file} />}
    </Loaded>
  );
}

function Household({ file }: { file: File }) {
  const [open, setOpen] = useState<'person' | 'measure' | null>(null);
  const today = useBusinessDate();
  const { responsible, members, measures, running, mayWrite } = file;
  const current = measures.filter(one => one.status !== 'stopped');
  return (
    <>
      <PageHeader
        title={`${members[0]?.name ?? ''}家`}
        trail={[{ title: '一户一策一档', to: '/desk/households' }]}
        facts={[
          file.areaName,
          file.place,
          responsible ? (
            `责任人${responsible.name}，${responsible.unit}（${responsible.setBy}${instantWords(responsible.setAt, today)}定）`
          ) : (
            <Chip key="none" tone="today">
              没有责任人
            </Chip>
          ),
          current.length + running.length === 0 && (
            <Chip key="gap" tone="today">
              没有措施
            </Chip>
          ),
        ]}
      >
        {mayWrite && (
          <Button look={responsible ? undefined : 'go'} onClick={() => setOpen('person')}>
            {responsible ? '换责任人' : '定责任人'}
          </Button>
        )}
        {mayWrite && (
          <Button look={responsible ? 'go' : undefined} onClick={() => setOpen('measure')}>
            定一项措施
          </Button>
        )}
      </PageHeader>
      <SectionHead title="家里的老人" />
      <ul>
        {members.map(one => (
          <li key={one.elderId}>
            <TextLink to={fill('/desk/elders/:id', { id: one.elderId })}>{one.name}</TextLink> {one.age}岁，
            {ECONOMIC_CLASS_LABELS[one.economicClass]}
          </li>
        ))}
      </ul>
      <SectionHead title="帮扶措施" note={`${current.length}项`} />
      {measures.length === 0 ? (
        <EmptyState icon="heart" title="还没有定措施">
          一户至少有一项措施：谁来做、做什么、哪天以前落实。
        </EmptyState>
      ) : (
        <Measures measures={measures} today={today} />
      )}
      <SectionHead title="正在享受" note="从核定和床位来，不用再录" />
      {running.length === 0 ? (
        <p className="sm mute">没有正在享受的津贴和床位。</p>
      ) : (
        <ul>
          {running.map(one => (
            <li key={one.elderName + one.what}>
              {one.elderName}：{one.what}
            </li>
          ))}
        </ul>
      )}
      <Dialog title={responsible ? '换责任人' : '定责任人'} open={open === 'person'} close={() => setOpen(null)}>
        <Responsible householdId={file.householdId} now={responsible?.accountId ?? null} done={() => setOpen(null)} />
      </Dialog>
      <Dialog title="定一项措施" open={open === 'measure'} close={() => setOpen(null)}>
        <Plan file={file} done={() => setOpen(null)} />
      </Dialog>
    </>
  );
}

function Measures({ measures, today }: { measures: readonly HouseholdMeasure[]; today: string }) {
  return (
    <Table
      folds
      caption="帮扶措施"
      columns={[
        { key: 'what', title: '做什么' },
        { key: 'status', title: '进展' },
        { key: 'due', title: '哪天以前' },
        { key: 'acts', title: '' },
      ]}
    >
      {measures.map(one => (
        <tr key={one.id}>
          <td>
            {one.what}
            <span className="row-note">
              {MEASURE_KIND_LABELS[one.kind]}，给{one.elderName}，
              {one.source === 'paid' ? '发放时自动记' : `${one.madeBy}定`}
            </span>
          </td>
          <td data-title="进展">
            <Chip tone={one.status === 'done' ? 'pine' : 'plain'}>{MEASURE_STATUS_LABELS[one.status]}</Chip>
            {one.note && <span className="row-note">{`${one.steppedBy}：${one.note}`}</span>}
          </td>
          <td data-title="哪天以前">
            {dateWords(one.dueOn, today)}
            {one.dueOn < today && (one.status === 'planned' || one.status === 'doing') && (
              <span className="row-note red">已过期</span>
            )}
          </td>
          <td>
            <Steps measure={one} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Steps({ measure }: { measure: HouseholdMeasure }) {
  const [action, setAction] = useState<MeasureAct | null>(null);
  const write = useWrite(stepMeasure);
  const step = measureLifecycle.transitions.find(one => one.action === action);
  return (
    <span className="row-flex">
      {measure.actions
        .filter(one => one.allowed)
        .map(one => (
          <TextButton key={one.action} onClick={() => setAction(MEASURE_ACTS.find(act => act === one.action) ?? null)}>
            {one.label}
          </TextButton>
        ))}
      <Dialog title={step?.label ?? ''} open={action !== null} close={() => setAction(null)}>
        <p className="sm soft">{measure.what}</p>
        <Form
          initial={{ note: '' }}
          label="记下"
          look="ok"
          done={() => setAction(null)}
          submit={({ note }: { note: string }) =>
            write.mutateAsync({ params: { id: measure.id }, body: { action: action ?? 'report', note } })
          }
        >
          <TextArea name="note" label={step?.needs?.[0]?.label ?? '进展'} rows={2} />
        </Form>
      </Dialog>
    </span>
  );
}

function Plan({ file, done }: { file: File; done: () => void }) {
  const write = useWrite(planMeasure);
  return (
    <Form
      initial={{ elderId: file.members[0]?.elderId ?? '', kind: '', what: '', dueOn: '' }}
      checks={planMeasure.body}
      label="定下这项措施"
      look="ok"
      done={done}
      submit={(body: never) => write.mutateAsync({ params: { id: file.householdId }, body })}
    >
      <Select
        name="elderId"
        label="给谁"
        options={file.members.map(one => ({ value: one.elderId, label: one.name }))}
      />
      <Select
        name="kind"
        label="哪一类"
        options={MEASURE_KINDS.map(value => ({ value, label: MEASURE_KIND_LABELS[value] }))}
      />
      <TextArea name="what" label="做什么" rows={2} />
      <DateInput name="dueOn" label="哪天以前落实" />
    </Form>
  );
}
