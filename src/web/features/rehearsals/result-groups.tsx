import { Link } from 'react-router';
import { readCells } from '#contracts/rehearsals/endpoints.ts';
import {
  type Cell,
  CHANGED,
  GROUPING_LABELS,
  GROUPINGS,
  type Grouping,
  OUTCOME_LABELS,
  type Rehearsal,
} from '#contracts/rehearsals/result.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useFilters } from '../../ui/filter-bar.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { SHOWN, signedYuan } from './rehearsal-words.ts';

/** Who gains and who loses, by street or group; every figure of a change opens its people. */
export function ResultGroups({ rehearsal }: { rehearsal: Rehearsal }) {
  const { values, set } = useFilters();
  const by = (GROUPINGS as readonly string[]).includes(values.by ?? '') ? (values.by as Grouping) : 'area';
  const area = values.area;
  const query = { by, ...(area && { area }) };
  const answer = useQueryOf(readCells, { params: { id: rehearsal.id }, query });
  const isCity = rehearsal.areaCode.endsWith('0000000000') && !area;
  const label = by === 'area' ? (isCity ? '区' : '街道（乡镇）') : GROUPING_LABELS[by];
  return (
    <section>
      <SectionHead title="谁变多，谁变少" note="带下划线的数点开是人" />
      <div className="row-flex group-picks">
        {GROUPINGS.map(each => (
          <button key={each} type="button" className="pill" aria-pressed={each === by} onClick={() => set('by', each)}>
            按{each === 'area' ? (isCity ? '区' : '街道') : GROUPING_LABELS[each]}
          </button>
        ))}
        {area && (
          <button type="button" className="link sm" onClick={() => set('area', '')}>
            回到全部
          </button>
        )}
      </div>
      <Loaded of={answer} rows={4}>
        {({ rows }) => (
          <Groups rehearsal={rehearsal} rows={rows} given={{ by, label, isCity, ...(area && { area }) }} />
        )}
      </Loaded>
    </section>
  );
}

type Given = { by: Grouping; label: string; isCity: boolean; area?: string };

function Groups({ rehearsal, rows, given }: { rehearsal: Rehearsal; rows: readonly Cell[]; given: Given }) {
  const { set } = useFilters();
  const shown = SHOWN.filter(outcome => outcome === 'same' || rows.some(row => row.outcomes[outcome]));
  const columns = [
    { key: 'group', title: given.label },
    ...shown.map(outcome => ({ key: outcome, title: `${OUTCOME_LABELS[outcome]}（人）`, number: true })),
    { key: 'more', title: `${rehearsal.months}个月多花（元）`, number: true },
  ];
  const peopleOf = (row: Cell, outcome: string) => {
    const query = new URLSearchParams({ outcome, [given.by]: row.key });
    if (given.area && given.by !== 'area') query.set('area', given.area);
    return `${fill('/desk/rehearsals/:id/people', { id: rehearsal.id })}?${query}`;
  };
  return (
    <Table caption="谁变多，谁变少" columns={columns} tall>
      {rows.map(row => (
        <tr key={row.key}>
          <td>
            {given.by === 'area' && given.isCity ? (
              <button type="button" className="link" onClick={() => set('area', row.key)}>
                {row.label}
              </button>
            ) : (
              row.label
            )}
          </td>
          {shown.map(outcome => {
            const people = row.outcomes[outcome]?.people ?? 0;
            return (
              <td key={outcome} className="num">
                {people > 0 && CHANGED.includes(outcome) ? (
                  <Link className="opens" to={peopleOf(row, outcome)}>
                    {countWords(people)}
                    <span className="visually-hidden">
                      {row.label}
                      {OUTCOME_LABELS[outcome]}
                    </span>
                  </Link>
                ) : (
                  countWords(people)
                )}
              </td>
            );
          })}
          <td className="num">
            {signedYuan(Object.values(row.outcomes).reduce((sum, each) => sum + each.newFen - each.oldFen, 0))}
          </td>
        </tr>
      ))}
    </Table>
  );
}
