import { listRehearsals } from '#contracts/rehearsals/endpoints.ts';
import {
  REHEARSAL_KIND_LABELS,
  REHEARSAL_STATUS_LABELS,
  REHEARSAL_STATUSES,
  RESULT_STATUS_LABELS,
  type RehearsalStatus,
} from '#contracts/rehearsals/lifecycle.ts';
import type { RehearsalRow } from '#contracts/rehearsals/result.ts';
import { monthWords } from '#shared/dates.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { signedYuan } from './rehearsal-words.ts';

const TONES = {
  drafting: 'plain',
  rehearsed: 'today',
  submitted: 'today',
  signed: 'pine',
  discarded: 'plain',
} as const;

const columns = (today: string): readonly Column<RehearsalRow>[] => [
  {
    key: 'name',
    title: '草案',
    cell: row => (
      <>
        {row.name}
        <span className="row-note">
          {row.areaName}，{REHEARSAL_KIND_LABELS[row.kind]}，{monthWords(row.startsMonth)}起
        </span>
      </>
    ),
  },
  {
    key: 'status',
    title: '办到哪了',
    cell: row => (
      <>
        <Chip tone={TONES[row.status]}>{REHEARSAL_STATUS_LABELS[row.status]}</Chip>
        {row.dueOn && <span className="row-note">{dateWords(row.dueOn, today)}前签批</span>}
      </>
    ),
  },
  {
    key: 'people',
    title: '影响多少人',
    number: true,
    cell: row =>
      row.changedPeople === null
        ? RESULT_STATUS_LABELS[row.resultStatus]
        : row.changedPeople === 0
          ? '没有影响'
          : countWords(row.changedPeople),
  },
  {
    key: 'fen',
    title: '比现行多花（元）',
    number: true,
    cell: row => (row.differenceFen === null ? '' : `${row.months}个月共${signedYuan(row.differenceFen)}`),
  },
  {
    key: 'maker',
    title: '起草',
    optional: true,
    cell: row => `${row.madeBy}，${instantWords(row.madeAt, today)}`,
  },
];

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '办到哪了',
    kind: 'select',
    options: REHEARSAL_STATUSES.map(value => ({ value, label: REHEARSAL_STATUS_LABELS[value] })),
  },
];

/** Drafts of a change of the law, each with how many people it touches and what it costs. */
export default function RehearsalsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const status = values.status as RehearsalStatus | undefined;
  const answer = usePagesOf(listRehearsals, { query: { ...(status && { status }) } });
  const mayMake = role === 'city' || role === 'district';
  return (
    <>
      <PageHeader
        title="政策预演"
        facts={[areaName, '先在真实名册上算一遍，再定', '只算不改：核定和发放一条不动', '签批的是另一个人']}
      >
        {mayMake && (
          <>
            <LinkButton to="/desk/rehearsals/new?example=beds">样例：补床头改补人头</LinkButton>
            <LinkButton look="go" to="/desk/rehearsals/new">
              起草
            </LinkButton>
          </>
        )}
      </PageHeader>
      <FilterBar name="rehearsals" specs={SPECS} />
      <DataList
        name="rehearsals"
        unit="份"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/rehearsals/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="草案">
            <EmptyState icon="document" title="还没有草案">
              想调标准、改年龄、换衔接办法的，先起草一份：系统按现行规定和草案各算一遍登记在册的每一个人，说清花多少、谁变多谁变少。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
