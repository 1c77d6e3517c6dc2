import { listProjects, PROGRAMME_LABELS, PROJECT_STAGE_LABELS } from '#contracts/construction.ts';
import type { Facility } from '#contracts/facilities.ts';
import { listMealCounts } from '#contracts/meals.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import './facilities.css';

export function Projects({ id }: { id: string }) {
  const today = useBusinessDate();
  const projects = useQueryOf(listProjects, { query: { facilityId: id } });
  if (!projects.data || projects.data.rows.length === 0) return null;
  return (
    <section aria-label="建设">
      <SectionHead title="建设项目" />
      <ul className="stack">
        {projects.data.rows.map(p => (
          <li key={p.id}>
            <TextLink to={fill('/desk/facilities/projects/:id', { id: p.id })}>
              {p.planYear}年{PROGRAMME_LABELS[p.programme]}
            </TextLink>
            <span className="row-note">
              {PROJECT_STAGE_LABELS[p.stage]}，{dateWords(p.latestOn, today)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Meals({ of }: { of: Facility }) {
  const today = useBusinessDate();
  const counts = useQueryOf(listMealCounts, { query: { facilityId: of.id, limit: 12 } });
  return (
    <section aria-label="就餐人次">
      <SectionHead title="就餐人次" note={counts.data && `累计${countWords(counts.data.personTimes)}人次`} />
      <Loaded of={counts}>
        {data =>
          data.rows.length === 0 ? (
            <EmptyState title="还没有报过就餐人次" />
          ) : (
            <Table
              caption="就餐人次表"
              columns={[
                { key: 'when', title: '日期' },
                { key: 'n', title: '人次', number: true },
                { key: 'by', title: '谁报的' },
              ]}
            >
              {data.rows.map(c => (
                <tr key={c.id}>
                  <td>
                    {c.from === c.to
                      ? dateWords(c.from, today)
                      : `${dateWords(c.from, today)}至${dateWords(c.to, today)}`}
                  </td>
                  <td className="num">{countWords(c.personTimes)}</td>
                  <td>
                    {c.enteredBy}
                    {c.correctedBecause && <span className="row-note">更正：{c.correctedBecause}</span>}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
    </section>
  );
}
