import { useState } from 'react';
import {
  LETTER_KIND_LABELS,
  listTellings,
  recordTelling,
  TELLING_ACTION_LABELS,
  TELLING_ACTIONS,
  TELLING_STATUS_LABELS,
  TELLING_STATUSES,
  type Telling,
  type TellingStatus,
} from '#contracts/letters.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: TELLING_STATUSES.map(value => ({ value, label: TELLING_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string, ask: (row: Telling) => void): readonly Column<Telling>[] => [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  {
    key: 'letters',
    title: '告诉什么',
    cell: row => (
      <ul>
        {row.letters.map(letter => (
          <li key={letter.id}>
            <TextLink small to={fill('/desk/letters/:id', { id: letter.id })}>
              {LETTER_KIND_LABELS[letter.kind]} {letter.number}
            </TextLink>
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'status',
    title: '进展',
    cell: row => (
      <>
        <Chip tone={row.dueOn && row.dueOn < today ? 'over' : row.status === 'told' ? 'pine' : 'plain'}>
          {TELLING_STATUS_LABELS[row.status]}
        </Chip>
        {row.dueOn && <span className="row-note">{dateWords(row.dueOn, today)}前</span>}
      </>
    ),
  },
  {
    key: 'calls',
    title: '打过的电话',
    cell: row =>
      row.steps
        .filter(step => step.from !== null)
        .slice(0, 2)
        .map(step => (
          <span key={step.at} className="row-note">
            {instantWords(step.at, today)} {step.actor} {step.label}
            {step.note && `：${step.note}`}
          </span>
        )),
  },
  {
    key: 'act',
    title: '',
    cell: row =>
      row.nextActions.some(each => each.allowed) && (
        <TextButton onClick={() => ask(row)}>{row.status === 'visiting' ? '记上门' : '记电话'}</TextButton>
      ),
  },
];

/** 电话告知名单: who has no account, what there is to tell them, what came of each call. */
export default function CallsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName } = useSession().currentPost;
  const [asked, ask] = useState<Telling | null>(null);
  const status = values.status as TellingStatus | undefined;
  const answer = usePagesOf(listTellings, { query: status ? { status } : {} });
  return (
    <>
      <PageHeader
        title="电话告知名单"
        facts={[areaName, '没有账号的老人，一个人一次说完']}
        sentence="电话号码在档案里查看，查看会留记录。"
      />
      <FilterBar name="letter-calls" specs={SPECS} />
      <DataList
        name="letter-calls"
        unit="人"
        columns={columnsOn(today, ask)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/elders/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="人">
            <EmptyState icon="phone" title="没有要打电话的人">
              没有账号的老人有了新的文书，会列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title={`告诉${asked?.elderName ?? ''}`} open={asked !== null} close={() => ask(null)}>
        {asked && <RecordForm telling={asked} close={() => ask(null)} />}
      </Dialog>
    </>
  );
}

function RecordForm({ telling, close }: { telling: Telling; close: () => void }) {
  const write = useWrite(recordTelling);
  const allowed = TELLING_ACTIONS.filter(action =>
    telling.nextActions.some(each => each.action === action && each.allowed),
  );
  return (
    <Form
      initial={{ outcome: '' }}
      checks={recordTelling.body}
      label="记下来"
      look="ok"
      done={close}
      submit={(body: never) => write.mutateAsync({ params: { id: telling.id }, body })}
    >
      <RadioGroup
        name="outcome"
        label="这次怎么样"
        options={allowed.map(value => ({ value, label: TELLING_ACTION_LABELS[value] }))}
      />
      <TextArea name="note" label="告诉了谁、怎么说的" optional rows={3} />
    </Form>
  );
}
