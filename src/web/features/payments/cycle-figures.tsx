import { Link } from 'react-router';
import type { Cycle, StopLine } from '#contracts/payments/cycle-nouns.ts';
import { listStops } from '#contracts/payments/cycles.ts';
import { LINE_CAUSE_LABELS, LINE_KIND_LABELS } from '#contracts/payments/lifecycle.ts';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf } from '../../api.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

const linesOf = (cycle: Cycle, filter: string): string => `/desk/payments/lines?cycleId=${cycle.id}${filter}`;

/** What the cycle comes to, in one sentence and two tables; every number opens its lines. */
export function CycleFigures({ cycle }: { cycle: Cycle }) {
  return (
    <>
      <section>
        <SectionHead title="发多少" note={`按${monthWords(cycle.month)}的核定`}>
          <TextLink small to={linesOf(cycle, '')}>
            看全部明细
          </TextLink>
        </SectionHead>
        <p className="sentence">{sentenceOf(cycle)}</p>
        <Table
          caption="按待遇和种类"
          columns={[
            { key: 'scheme', title: '待遇' },
            { key: 'kind', title: '种类' },
            { key: 'n', title: '条数', number: true },
            { key: 'fen', title: '金额（元）', number: true },
          ]}
        >
          {cycle.bySchemeKind.map(row => (
            <tr key={`${row.scheme} ${row.kind}`}>
              <td>{PAID_SCHEME_LABELS[row.scheme]}</td>
              <td>{LINE_KIND_LABELS[row.kind]}</td>
              <td className="num">
                <Link className="opens" to={linesOf(cycle, `&scheme=${row.scheme}&kind=${row.kind}`)}>
                  {countWords(row.count)}
                </Link>
              </td>
              <td className="num">{fenToYuanText(row.fen)}</td>
            </tr>
          ))}
        </Table>
      </section>
      <section>
        <SectionHead title="与上月相比" />
        <Table
          caption="变化和原因"
          columns={[
            { key: 'cause', title: '变化' },
            { key: 'n', title: '条数', number: true },
            { key: 'fen', title: '金额（元）', number: true },
          ]}
        >
          {cycle.byCause.map(row => (
            <tr key={row.cause}>
              <td>{LINE_CAUSE_LABELS[row.cause]}</td>
              <td className="num">
                <Link className="opens" to={linesOf(cycle, `&cause=${row.cause}`)}>
                  {countWords(row.count)}
                </Link>
              </td>
              <td className="num">{fenToYuanText(row.fen)}</td>
            </tr>
          ))}
        </Table>
      </section>
      <Stops cycle={cycle} />
    </>
  );
}

function sentenceOf(cycle: Cycle): string {
  const { people, totalFen, former, stopped, held } = cycle;
  const against = former
    ? `，上月${countWords(former.count)}人、${fenToYuanText(former.fen)}元`
    : `，本区从${monthWords(cycle.floorMonth)}起在这里发放`;
  const less = stopped.count > 0 ? `停发${countWords(stopped.count)}条。` : '没有人停发。';
  const waiting = held.count > 0 ? `另有${countWords(held.count)}条暂不能发（没有账户、账户要更正或已核减）。` : '';
  return `共${countWords(people)}人、${fenToYuanText(totalFen)}元${against}。${less}${waiting}`;
}

const STOP_COLUMNS: readonly Column<StopLine>[] = [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'scheme', title: '待遇', cell: row => PAID_SCHEME_LABELS[row.scheme] },
  { key: 'fen', title: '上月（元）', number: true, cell: row => fenToYuanText(row.formerFen) },
  { key: 'reason', title: '为什么停', width: '44%', cell: row => row.reason },
];

function Stops({ cycle }: { cycle: Cycle }) {
  const answer = usePagesOf(listStops, { params: { id: cycle.id } });
  if (cycle.stopped.count === 0) return null;
  return (
    <section>
      <SectionHead title="停发" note={`上月${fenToYuanText(cycle.stopped.fen)}元`} />
      <DataList
        name="payment-stops"
        unit="条"
        columns={STOP_COLUMNS}
        answer={answer}
        rowKey={row => `${row.elderId} ${row.scheme}`}
        empty={
          <EmptyState icon="money" title="没有人停发">
            上月发的这个月都还发。
          </EmptyState>
        }
      />
    </section>
  );
}
