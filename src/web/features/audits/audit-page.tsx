import { AUDIT_KIND_LABELS, AUDIT_KINDS, type AuditEntry, AuditKind, listAudit } from '#contracts/audits.ts';
import { ROLE_LABELS, ROLES, Role } from '#contracts/roles.ts';
import { usePagesOf } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'actor', label: '找经办人', kind: 'search', placeholder: '经办人姓名，要写全' },
  {
    name: 'kind',
    label: '做了什么',
    kind: 'select',
    options: AUDIT_KINDS.map(value => ({ value, label: AUDIT_KIND_LABELS[value] })),
  },
  { name: 'role', label: '岗位', kind: 'select', options: ROLES.map(value => ({ value, label: ROLE_LABELS[value] })) },
  { name: 'from', label: '从哪天', kind: 'date' },
  { name: 'to', label: '到哪天', kind: 'date' },
];
const TONES = { read: 'plain', write: 'pine', refused: 'over', session: 'plain' } as const satisfies Record<
  AuditKind,
  string
>;

function About({ row }: { row: AuditEntry }) {
  const to = useRecordPath()(row.elderId ? `/elders/${row.elderId}` : null);
  if (!row.elderId) return <span className="sm mute">{row.subjectKind ? '不涉及老人' : '—'}</span>;
  return to ? (
    <TextLink small to={to}>
      打开这位老人的档案
    </TextLink>
  ) : (
    <span className="sm soft">老人档案 {row.elderId.slice(-6)}</span>
  );
}

const columns = (today: string): readonly Column<AuditEntry>[] => [
  { key: 'at', title: '时间', cell: row => <span className="nw">{instantWords(row.at, today)}</span>, width: 140 },
  {
    key: 'actor',
    title: '经办人',
    cell: row => (
      <>
        {row.actorName ?? '访客'}
        {row.role && <span className="row-note">{ROLE_LABELS[row.role]}</span>}
      </>
    ),
  },
  { key: 'kind', title: '类别', cell: row => <Chip tone={TONES[row.kind]}>{AUDIT_KIND_LABELS[row.kind]}</Chip> },
  {
    key: 'action',
    title: '做了什么',
    cell: row => (
      <>
        {row.actionLabel}
        {row.note && <span className="row-note">{row.note}</span>}
        {row.changed.length > 0 && <span className="row-note">改了{row.changed.length}项内容</span>}
      </>
    ),
  },
  { key: 'about', title: '涉及谁', cell: row => <About row={row} /> },
  { key: 'area', title: '辖区', cell: row => row.areaName ?? '—', optional: true },
];

/** Every look at a person's record, every write and every refusal in the area; what was seen is not repeated here. */
export default function AuditPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const kind = AuditKind.safeParse(values.kind).data;
  const role = Role.safeParse(values.role).data;
  const { actor, from, to, elderId } = values;
  const query = {
    ...(kind && { kind }),
    ...(role && { role }),
    ...(actor && { actor }),
    ...(from && { from }),
    ...(to && { to }),
    ...(elderId && { elderId }),
  };
  const entries = usePagesOf(listAudit, { query });
  return (
    <>
      <PageHeader title="谁看过、谁办过" facts={[areaName, '只增不改；看这一页也会记下来']} />
      <FilterBar name="audit" specs={SPECS} />
      <DataList
        name="audit"
        unit="条"
        columns={columns(useBusinessDate())}
        answer={entries}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="记录">
            <EmptyState icon="eye" title="还没有记录">
              有人查看或办理本辖区的事，会一条一条记在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
