import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { WARNING_STATUS_LABELS, WARNING_STATUSES } from '#contracts/relief-lifecycle.ts';
import { type MonitoringCounts, readMonitoring } from '#contracts/relief-monitoring.ts';
import { AREA_LEVEL_LABELS, AREA_LEVELS, areaLevel } from '#shared/area-codes.ts';
import { monthWords } from '#shared/dates.ts';
import { useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { TextLink } from '../../ui/button.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { ProjectStages } from './project-stages.tsx';
import './relief.css';

type View = OutputOf<typeof readMonitoring>;

/** 低收入人口动态监测: how many households, what came about them, how far the visits are; every number opens its records. */
export default function MonitoringPage() {
  const { values } = useFilters();
  const answer = useQueryOf(readMonitoring, { query: values.area ? { area: values.area } : {} });
  return (
    <Loaded of={answer} whole rows={8}>
      {view => <Monitoring view={view} />}
    </Loaded>
  );
}

const hours = (n: number | null): string =>
  n === null ? '无' : n < 1 ? '不到1小时' : n >= 48 ? `${Math.round(n / 24)}天` : `${n}小时`;

function Monitoring({ view }: { view: View }) {
  const { total, areaCode } = view;
  const n = countWords;
  const link = (to: string, count: number) => (count === 0 ? '0' : <TextLink to={to}>{n(count)}</TextLink>);
  return (
    <>
      <PageHeader
        title="低收入人口动态监测"
        facts={[view.areaName, `${monthWords(view.fromOn.slice(0, 7))}到${monthWords(view.toOn.slice(0, 7))}`]}
      >
        <TextLink to="/desk/relief/signals">监测信号</TextLink>
        <TextLink to="/desk/relief/rules">预警规则</TextLink>
      </PageHeader>
      <p>
        监测<b>{n(total.households)}</b>户，其中<b>{n(total.covered)}</b>户有部门送来的数据；来了
        {link(`/desk/relief/signals?area=${areaCode}`, total.signals)}条信号，开出
        {link(`/desk/relief/warnings?area=${areaCode}`, total.warnings)}条预警，从预警到上门的中间值
        {hours(total.medianHours)}
        {total.late > 0 && <>，{link(`/desk/relief/warnings?area=${areaCode}&late=true`, total.late)}条超期没上门</>}
        ；收入高了、要复核的{n(total.rechecks)}户。
      </p>
      <p className="sm soft" data-rule>
        监测的家庭：家里有人是低保、低收入、特困的，和近十二个月有过预警的。信号、上门用时是近十二个月的，预警是全部的。
      </p>
      <SectionHead title="哪些信号" note="按数据的月份" />
      <Topics view={view} />
      <ProjectStages />
      {view.rows.length > 0 && <ByPlace view={view} />}
    </>
  );
}

function ByPlace({ view }: { view: View }) {
  const level = areaLevel(view.areaCode);
  const title = AREA_LEVEL_LABELS[AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level];
  return (
    <section>
      <SectionHead title={`按${title}看`}>
        <FilesMenu files={filesOf(readMonitoring, { query: { area: view.areaCode } })} />
      </SectionHead>
      <Table
        folds
        caption={`按${title}合计`}
        columns={[
          { key: 'area', title },
          { key: 'households', title: '监测的家庭', number: true },
          { key: 'covered', title: '有数据的', number: true },
          { key: 'signals', title: '信号', number: true },
          ...WARNING_STATUSES.map(one => ({ key: one, title: WARNING_STATUS_LABELS[one], number: true })),
          { key: 'late', title: '超期没上门', number: true },
          { key: 'hours', title: '多久上门', number: true },
        ]}
      >
        <Row counts={view.total} area={view.areaCode}>
          <b>合计</b>
        </Row>
        {view.rows.map(row => (
          <Row key={row.areaCode} counts={row} area={row.areaCode}>
            <TextLink to={`/desk/relief/monitoring?area=${row.areaCode}`}>{row.areaName}</TextLink>
          </Row>
        ))}
      </Table>
    </section>
  );
}

function Row({ counts, area, children }: { counts: MonitoringCounts; area: string; children: React.ReactNode }) {
  const cell = (title: string, count: number, to: string) => (
    <td key={title} className="num" data-title={title}>
      {count > 0 && to ? <TextLink to={to}>{countWords(count)}</TextLink> : countWords(count)}
    </td>
  );
  const warnings = `/desk/relief/warnings?area=${area}`;
  return (
    <tr>
      <td>{children}</td>
      {cell('监测的家庭', counts.households, '')}
      {cell('有数据的', counts.covered, '')}
      {cell('信号', counts.signals, `/desk/relief/signals?area=${area}`)}
      {WARNING_STATUSES.map(one => cell(WARNING_STATUS_LABELS[one], counts.byState[one], `${warnings}&status=${one}`))}
      {cell('超期没上门', counts.late, `${warnings}&late=true`)}
      <td className="num" data-title="多久上门">
        {hours(counts.medianHours)}
      </td>
    </tr>
  );
}

function Topics({ view }: { view: View }) {
  const to = (topic: string, month = '') =>
    `/desk/relief/signals?area=${view.areaCode}&topic=${topic}${month && `&month=${month}`}`;
  return (
    <ul className="relief-lines">
      {view.topics.map(({ topic, n, months }) => (
        <li key={topic}>
          {COMPARISON_KIND_LABELS[topic]} {n === 0 ? '没有' : <TextLink to={to(topic)}>{countWords(n)}条</TextLink>}
          {n > 0 && (
            <small>
              {months
                .filter(one => one.n > 0)
                .map((one, i) => (
                  <span key={one.month}>
                    {i > 0 && '，'}
                    {monthWords(one.month)}
                    <TextLink to={to(topic, one.month)}>{countWords(one.n)}条</TextLink>
                  </span>
                ))}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
