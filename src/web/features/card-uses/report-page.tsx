import {
  AGE_GROUP_LABELS,
  type CardUseSum,
  MERCHANT_TYPE_LABELS,
  MERCHANT_TYPES,
  readCardUseReport,
} from '#contracts/card-uses.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { mayOpen } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

type Report = OutputOf<typeof readCardUseReport>;

/** Use of the card by month and kind of merchant, by place, by age: each part is the same total. */
export default function ReportPage() {
  const { values, set } = useFilters();
  const { role } = useSession().currentPost;
  const { from, to, area } = values;
  const answer = useQueryOf(readCardUseReport, {
    query: { ...(from && { from }), ...(to && { to }), ...(area && { area }) },
  });
  return (
    <Loaded of={answer} whole rows={8}>
      {report => (
        <>
          <PageHeader
            title="养老助残卡用卡"
            {...(area && { trail: [{ title: '养老助残卡用卡', to: '/desk/card-uses' }] })}
            facts={[
              report.areaName,
              <span key="span" data-rule>
                {monthWords(report.from)}至{monthWords(report.to)}
              </span>,
              `${countWords(report.total.uses)}笔`,
              `${fenToYuanText(report.total.fen)}元`,
            ]}
          >
            <FilesMenu
              files={filesOf(readCardUseReport, { query: { from: report.from, to: report.to, area: report.areaCode } })}
            />
            {mayOpen(['city', 'district'], role) && <LinkButton to="/desk/card-uses/batches">导入刷卡记录</LinkButton>}
          </PageHeader>
          <search className="filters no-print">
            <Month name="from" label="从哪个月" value={report.from} set={set} />
            <Month name="to" label="到哪个月" value={report.to} set={set} />
          </search>
          {report.total.uses === 0 ? (
            <EmptyState icon="chart" title="这段时间没有刷卡记录">
              换几个月看，或者由市、区导入发卡方给的刷卡记录。
            </EmptyState>
          ) : (
            <Parts report={report} />
          )}
        </>
      )}
    </Loaded>
  );
}

type MonthProps = { name: string; label: string; value: string; set: (name: string, value: string) => void };

const Month = ({ name, label, value, set }: MonthProps) => (
  <label className="fld">
    <span>{label}</span>
    <input
      className="in"
      type="month"
      value={value}
      onChange={event => event.target.value && set(name, event.target.value)}
    />
  </label>
);

function Parts({ report }: { report: Report }) {
  const { months, types, areas, ages, total, cells } = report;
  const used = MERCHANT_TYPES.filter(type => types.some(one => one.type === type && one.uses > 0));
  const fenOf = (month: string, type: string) =>
    cells.filter(one => one.month === month && one.type === type).reduce((sum, one) => sum + one.fen, 0);
  const drills = areaLevel(report.areaCode) === 'city';
  return (
    <>
      <SectionHead title="按月和商户类型" note="元" />
      <Table
        caption="按月和商户类型"
        columns={[
          { key: 'month', title: '月份' },
          { key: 'uses', title: '笔数', number: true },
          { key: 'all', title: '合计', number: true },
          ...used.map(type => ({ key: type, title: MERCHANT_TYPE_LABELS[type], number: true })),
        ]}
      >
        <tr>
          <td>
            <b>合计</b>
          </td>
          <Sum sum={total} />
          {used.map(type => (
            <td key={type} className="num">
              {fenToYuanText(types.find(one => one.type === type)?.fen ?? 0)}
            </td>
          ))}
        </tr>
        {months.map(row => (
          <tr key={row.month}>
            <td className="nw">{monthWords(row.month)}</td>
            <Sum sum={row} />
            {used.map(type => (
              <td key={type} className="num">
                {fenToYuanText(fenOf(row.month, type))}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <SectionHead title={drills ? '按区' : '按街道（乡镇）'} note="商户在哪里" />
      <Lines
        caption="按地方"
        what={drills ? '区' : '街道（乡镇）'}
        total={total}
        rows={areas.map(row => ({
          ...row,
          key: row.areaCode,
          name: drills ? (
            <TextLink to={`/desk/card-uses?area=${row.areaCode}&from=${report.from}&to=${report.to}`}>
              {row.areaName}
            </TextLink>
          ) : (
            row.areaName
          ),
        }))}
      />
      <SectionHead title="按持卡人年龄" note="刷卡那天的周岁" />
      <Lines
        caption="按年龄"
        what="年龄"
        total={total}
        rows={ages.filter(row => row.uses > 0).map(row => ({ ...row, key: row.age, name: AGE_GROUP_LABELS[row.age] }))}
      />
    </>
  );
}

const Sum = ({ sum }: { sum: CardUseSum }) => (
  <>
    <td className="num">{countWords(sum.uses)}</td>
    <td className="num">{fenToYuanText(sum.fen)}</td>
  </>
);

type LinesProps = {
  caption: string;
  what: string;
  total: CardUseSum;
  rows: readonly (CardUseSum & { key: string; name: React.ReactNode })[];
};

function Lines({ caption, what, total, rows }: LinesProps) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', title: what },
        { key: 'uses', title: '笔数', number: true },
        { key: 'fen', title: '金额（元）', number: true },
      ]}
    >
      <tr>
        <td>
          <b>合计</b>
        </td>
        <Sum sum={total} />
      </tr>
      {rows.map(row => (
        <tr key={row.key}>
          <td>{row.name}</td>
          <Sum sum={row} />
        </tr>
      ))}
    </Table>
  );
}
