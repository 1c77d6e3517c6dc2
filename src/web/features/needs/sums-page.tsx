import { NEED_STATUS_LABELS, NEED_STATUSES, type NeedStatus } from '#contracts/need-lifecycle.ts';
import { sumNeeds } from '#contracts/needs.ts';
import { FOUND_NEED_LABELS } from '#contracts/visits.ts';
import { AREA_LEVEL_LABELS, AREA_LEVELS, areaLevel } from '#shared/area-codes.ts';
import { useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { TextLink } from '../../ui/button.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

type Counts = Record<NeedStatus, number>;

const columnsOf = (what: string) => [
  { key: 'what', title: what },
  ...NEED_STATUSES.map(status => ({ key: status, title: NEED_STATUS_LABELS[status], number: true })),
  { key: 'all', title: '一共', number: true },
];

/** How many needs each street or community has, by what became of them; each number opens its list. */
export default function SumsPage() {
  const { values } = useFilters();
  const answer = useQueryOf(sumNeeds, { query: values.area ? { area: values.area } : {} });
  return (
    <Loaded of={answer} whole rows={8}>
      {({ areaCode, areaName, total, areas, kinds }) => {
        const level = areaLevel(areaCode);
        const below = AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level;
        return (
          <>
            <PageHeader
              title="服务需求合计"
              trail={[{ title: '服务需求清单', to: '/desk/needs' }]}
              facts={[areaName, `还没有满足${countWords(total.unmet)}件`]}
            >
              <FilesMenu files={filesOf(sumNeeds, { query: { area: areaCode } })} />
            </PageHeader>
            <SectionHead title={`按${AREA_LEVEL_LABELS[below]}`} />
            <Table caption="各地的服务需求" columns={columnsOf(AREA_LEVEL_LABELS[below])}>
              <Row counts={total} query={`area=${areaCode}`}>
                <b>合计</b>
              </Row>
              {areas
                .filter(row => row.areaCode !== areaCode)
                .map(row => (
                  <Row key={row.areaCode} counts={row.counts} query={`area=${row.areaCode}`}>
                    {below === 'community' ? (
                      row.areaName
                    ) : (
                      <TextLink to={`/desk/needs/sums?area=${row.areaCode}`}>{row.areaName}</TextLink>
                    )}
                  </Row>
                ))}
            </Table>
            <SectionHead title="按需要什么" />
            <Table caption="各类服务需求" columns={columnsOf('需要什么')}>
              {kinds.map(row => (
                <Row key={row.kind} counts={row.counts} query={`area=${areaCode}&kind=${row.kind}`}>
                  {FOUND_NEED_LABELS[row.kind]}
                </Row>
              ))}
            </Table>
          </>
        );
      }}
    </Loaded>
  );
}

function Row({ counts, query, children }: { counts: Counts; query: string; children: React.ReactNode }) {
  const all = NEED_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return (
    <tr>
      <td data-rule>{children}</td>
      {NEED_STATUSES.map(status => (
        <td key={status} className="num">
          {counts[status] > 0 ? (
            <TextLink to={`/desk/needs?${query}&status=${status}`}>{countWords(counts[status])}</TextLink>
          ) : (
            0
          )}
        </td>
      ))}
      <td className="num">{countWords(all)}</td>
    </tr>
  );
}
