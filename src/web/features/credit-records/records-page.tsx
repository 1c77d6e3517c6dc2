import {
  CREDIT_KIND_LABELS,
  CREDIT_KINDS,
  CREDIT_SUBJECT_KINDS,
  CREDIT_SUBJECT_LABELS,
  type CreditRecord,
  listCreditRecords,
  SHARING_SCOPE_LABELS,
  SHARING_SCOPES,
} from '#contracts/credit-records.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

const optionsOf = <K extends string>(all: readonly K[], labels: Record<K, string>) =>
  all.map(value => ({ value, label: labels[value] }));

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '主体名称', kind: 'search', placeholder: '机构或人的全称' },
  {
    name: 'subjectKind',
    label: '谁的',
    kind: 'select',
    options: optionsOf(CREDIT_SUBJECT_KINDS, CREDIT_SUBJECT_LABELS),
  },
  { name: 'kind', label: '类型', kind: 'select', options: optionsOf(CREDIT_KINDS, CREDIT_KIND_LABELS) },
  { name: 'scope', label: '共享范围', kind: 'select', options: optionsOf(SHARING_SCOPES, SHARING_SCOPE_LABELS) },
];

const PAGES = {
  provider: '/desk/providers/:id',
  institution: '/desk/facilities/:id',
  practitioner: '/desk/caregivers/:id',
} as const;

const columns = (today: string, opens: boolean): readonly Column<CreditRecord>[] => [
  {
    key: 'what',
    title: '内容',
    width: '34%',
    cell: row => (
      <>
        {row.content}
        <span className="row-note">
          {CREDIT_KIND_LABELS[row.kind]}，{dateWords(row.happenedOn, today)}
        </span>
      </>
    ),
  },
  {
    key: 'subject',
    title: '谁的',
    cell: row => (
      <>
        {opens ? (
          <TextLink to={fill(PAGES[row.subjectKind], { id: row.subjectId })}>{row.subjectName}</TextLink>
        ) : (
          row.subjectName
        )}
        <span className="row-note">{CREDIT_SUBJECT_LABELS[row.subjectKind]}</span>
      </>
    ),
  },
  {
    key: 'source',
    title: '来源部门和归集时间',
    cell: row => (
      <>
        {row.department}
        <span className="row-note">
          {row.sourceNumber}，{instantWords(row.collectedAt, today)}收
        </span>
      </>
    ),
  },
  { key: 'scope', title: '共享范围', cell: row => <Chip tone="plain">{SHARING_SCOPE_LABELS[row.scope]}</Chip> },
];

/** Everything that is shared with this office. */
export default function RecordsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const { role, areaName } = useSession().currentPost;
  const brings = role === 'city' || role === 'district';
  const answer = usePagesOf(listCreditRecords, { query: values });
  return (
    <>
      <PageHeader title="信用信息" facts={[areaName, '只列共享给本级的', '同一来源编号只收一次']}>
        {brings && (
          <LinkButton look="go" to="/desk/credit-records/batches">
            归集信用信息
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar name="credit-records" specs={SPECS} />
      <DataList
        name="credit-records"
        unit="条"
        columns={columns(today, role !== 'auditor')}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="信用信息">
            <EmptyState icon="document" title="还没有共享给本级的信用信息">
              市、区从部门或市大数据平台收到以后，按共享范围列在这里，也列在服务商和机构的页面上。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
