import { type LedgerRow, readLedger } from '#contracts/elders/ledger.ts';
import { OFFICIALS } from '#contracts/roles.ts';
import { AREA_LEVEL_LABELS, AREA_LEVELS, areaLevel } from '#shared/area-codes.ts';
import { useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { mayOpen } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import { LimitNote } from './upkeep-words.tsx';

/** 人员台账: how many people each place has, down to the community; each number opens whom it counts. */
export default function LedgerPage() {
  const { values } = useFilters();
  const { role } = useSession().currentPost;
  const answer = useQueryOf(readLedger, { query: values.area ? { area: values.area } : {} });
  const mayList = mayOpen(OFFICIALS, role);
  return (
    <Loaded of={answer} whole rows={8}>
      {({ areaCode, areaName, path, total, rows, limits }) => {
        const level = areaLevel(areaCode);
        const below = AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level;
        const shown = rows.length > 1 || rows[0]?.areaCode !== areaCode;
        return (
          <>
            <PageHeader
              title="人员台账"
              {...(path.length > 1 && {
                trail: path
                  .slice(0, -1)
                  .map(one => ({ title: placeName(one.name), to: `/desk/ledger?area=${one.code}` })),
              })}
              facts={[
                placeName(areaName),
                `在册${countWords(total.people)}人`,
                `老老人${countWords(total.oldestOld)}人`,
              ]}
            >
              <FilesMenu files={filesOf(readLedger, { query: { area: areaCode } })} />
              {mayList && (
                <LinkButton look="go" to={`/desk/ledger/unconfirmed?area=${areaCode}`}>
                  去核实
                </LinkButton>
              )}
            </PageHeader>
            <LimitNote limits={limits} />
            <Table
              caption="人员台账"
              columns={[
                { key: 'area', title: AREA_LEVEL_LABELS[below] },
                { key: 'people', title: '在册', number: true },
                { key: 'overdue', title: '超期没有核实', number: true },
                { key: 'oldest', title: '老老人', number: true },
                { key: 'waiting', title: '已登记，待核实', number: true },
              ]}
            >
              {shown && (
                <tr>
                  <td>
                    <b>合计</b>
                  </td>
                  <Counts row={{ ...total, areaCode, areaName }} mayList={mayList} />
                </tr>
              )}
              {rows.map(row => (
                <tr key={row.areaCode}>
                  <td data-rule>
                    {below === 'community' ? (
                      placeName(row.areaName)
                    ) : (
                      <TextLink to={`/desk/ledger?area=${row.areaCode}`}>{placeName(row.areaName)}</TextLink>
                    )}
                  </td>
                  <Counts row={row} mayList={mayList} />
                </tr>
              ))}
            </Table>
          </>
        );
      }}
    </Loaded>
  );
}

/** A number leads to the people behind it, where the reader has that list. */
function Counts({ row, mayList }: { row: LedgerRow; mayList: boolean }) {
  const find = (more: string) => `/desk/elders?area=${row.areaCode}${more}`;
  const cells = [
    ['people', row.people, find('')],
    ['overdue', row.overdue, mayList ? `/desk/ledger/unconfirmed?area=${row.areaCode}` : null],
    ['oldest', row.oldestOld, find('&age=80-')],
    ['waiting', row.waiting, find('&status=registered')],
  ] as const;
  return cells.map(([key, count, to]) => (
    <td key={key} className="num">
      {count > 0 && to ? <TextLink to={to}>{countWords(count)}</TextLink> : countWords(count)}
    </td>
  ));
}
