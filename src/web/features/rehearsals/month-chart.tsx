import type { MonthLine } from '#contracts/rehearsals/result.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { Table } from '../../ui/record-parts.tsx';
import { countWords } from '../../ui/words.ts';
import { signedYuan } from './rehearsal-words.ts';

const [WIDTH, HEIGHT, FLOOR, TOP] = [720, 200, 160, 30];

const COLUMNS = [
  { key: 'month', title: '月份' },
  { key: 'old', title: '现行（元）', number: true },
  { key: 'new', title: '草案（元）', number: true },
  { key: 'more', title: '多花（元）', number: true },
  { key: 'people', title: '草案下领钱的人', number: true },
  { key: 'open', title: '没申请的都来，再多（元）', number: true },
  { key: 'expected', title: '预计多花（元）', number: true },
] as const;

/** Fen → 12.3万元 for a label on the drawing; the table has every figure in full. */
const short = (fen: number): string =>
  fen >= 1_000_000 ? `${(fen / 1_000_000).toFixed(1).replace(/\.0$/, '')}万元` : `${fenToYuanText(fen)}元`;

/** Two bars a month from zero, the law in force and the draft; the table is the same in numbers. */
export function MonthChart({ months, unit = '人' }: { months: readonly MonthLine[]; unit?: string }) {
  const most = Math.max(1, ...months.map(line => Math.max(line.oldFen, line.newFen)));
  const step = WIDTH / Math.max(1, months.length);
  const tall = (fen: number): number => (fen / most) * (FLOOR - TOP);
  const every = Math.max(1, Math.ceil(months.length / 8));
  const isSame = months.every(line => line.oldFen === line.newFen);
  const total = (key: 'oldFen' | 'newFen') => months.reduce((sum, line) => sum + line[key], 0);
  const said = `每月发多少：${months.length}个月现行共${fenToYuanText(total('oldFen'))}元，草案共${fenToYuanText(total('newFen'))}元`;
  return (
    <figure className="month-chart">
      <figcaption>
        <span>
          <i className="key old" />
          现行规定
        </span>
        {!isSame && (
          <span>
            <i className="key new" />
            草案
          </span>
        )}
        <span className="mute">从0画起，最高{short(most)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        {months.map((line, at) => (
          <g key={line.month}>
            <rect
              className="old"
              x={at * step + step * 0.12}
              y={FLOOR - tall(line.oldFen)}
              width={step * (isSame ? 0.76 : 0.36)}
              height={tall(line.oldFen)}
            />
            {!isSame && (
              <rect
                className="new"
                x={at * step + step * 0.5}
                y={FLOOR - tall(line.newFen)}
                width={step * 0.36}
                height={tall(line.newFen)}
              />
            )}
            {at % every === 0 && (
              <text x={at * step + 2} y={FLOOR + 20}>
                {monthWords(line.month)}
              </text>
            )}
          </g>
        ))}
        <line className="axis" x1={0} x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
      </svg>
      <details>
        <summary>看表格</summary>
        <Table caption="每月发多少" columns={COLUMNS} tall>
          {months.map(line => (
            <tr key={line.month}>
              <td>{monthWords(line.month)}</td>
              <td className="num">{fenToYuanText(line.oldFen)}</td>
              <td className="num">{fenToYuanText(line.newFen)}</td>
              <td className="num">{signedYuan(line.newFen - line.oldFen)}</td>
              <td className="num">
                {countWords(line.newPeople)}
                {unit}
              </td>
              <td className="num">{signedYuan(line.openNewFen - line.openOldFen)}</td>
              <td className="num">{signedYuan(line.expectedNewFen - line.expectedOldFen)}</td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
