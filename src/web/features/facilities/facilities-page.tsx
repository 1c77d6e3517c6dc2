import { type FacilityRow, listFacilities } from '#contracts/facilities.ts';
import { FACILITY_KIND_LABELS, FACILITY_STATUS_LABELS } from '#contracts/facility-nouns.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { SourceCell } from '../../directory-source.tsx';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { KEEPER_ROLES, STATUS_OPTIONS, STATUS_TONES } from './facility-words.ts';
import { KIND_OPTIONS } from './place-words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'q', label: '名称或运营方', kind: 'search', placeholder: '名称或运营方' },
  { name: 'kind', label: '类型', kind: 'select', options: KIND_OPTIONS },
  { name: 'status', label: '状态', kind: 'select', options: STATUS_OPTIONS },
];

/** 管机构: the register of places of the own area. */
export default function FacilitiesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const role = useRole();
  const answer = usePagesOf(listFacilities, { query: values });
  const all = useQueryOf(listFacilities, { query: { limit: 1 } });
  const operating = (kind: string) =>
    all.data?.counts.find(c => c.kind === kind && c.status === 'operating')?.count ?? 0;
  const columns: readonly Column<FacilityRow>[] = [
    { key: 'name', title: '名称', cell: r => r.name },
    { key: 'kind', title: '类型', cell: r => FACILITY_KIND_LABELS[r.kind] },
    { key: 'area', title: '社区（村）', cell: r => r.areaName, optional: true },
    { key: 'operator', title: '运营方', cell: r => r.operatorName ?? '—', optional: true },
    { key: 'opened', title: '开业', cell: r => (r.openedOn ? dateWords(r.openedOn, today) : '—'), optional: true },
    {
      key: 'status',
      title: '状态',
      cell: r => (
        <>
          <Chip tone={STATUS_TONES[r.status]}>{FACILITY_STATUS_LABELS[r.status]}</Chip>
          {r.exitedOn && (
            <span className="row-note">
              {dateWords(r.exitedOn, today)}，{r.exitReason}
            </span>
          )}
        </>
      ),
    },
    { key: 'source', title: '来源', optional: true, cell: r => <SourceCell source={r.source} today={today} /> },
  ];
  return (
    <>
      <PageHeader
        title="机构和设施"
        sentence={
          all.data && (
            <>
              本辖区运营中：养老机构<b>{countWords(operating('institution'))}</b>家，驿站
              <b>{countWords(operating('station'))}</b>家，助餐点<b>{countWords(operating('meal-point'))}</b>
              个，区域养老服务中心
              <b>{countWords(operating('regional-centre'))}</b>个。
            </>
          )
        }
      >
        {KEEPER_ROLES.includes(role) && (
          <LinkButton look="go" icon="plus" to="/desk/facilities/new">
            登记设施
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar name="facilities" specs={SPECS} />
      <DataList
        name="facilities"
        unit="处"
        columns={columns}
        answer={answer}
        rowKey={r => r.id}
        to={r => fill('/desk/facilities/:id', { id: r.id })}
        empty={
          <NothingMatches specs={SPECS} what="设施">
            <EmptyState icon="home" title="本辖区还没有登记设施">
              登记以后，公众就能在“找养老服务”里看到。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
