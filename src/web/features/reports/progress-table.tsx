import type { Report, ReportRow, Segment } from '#contracts/publications.ts';
import { itemNumber } from './report-words.ts';

type TableProps = {
  report: Report;
  shown: { code: string; row: number } | null;
  open: (code: string, row: number) => void;
};

/** 序号、任务内容、进展情况, as the document has them; every computed figure opens its evidence. */
export function ProgressTable({ report, shown, open }: TableProps) {
  const elsewhere = otherRows(report);
  return (
    <div className="progress">
      <table>
        <colgroup>
          <col className="no" />
          <col className="task" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">任务内容</th>
            <th scope="col">{report.heading}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map(row => (
            <tr key={row.number} className={shown?.row === row.number ? 'cur' : undefined}>
              <th scope="row">{row.number}</th>
              <td>{row.task}</td>
              <td>
                {row.items.map((item, index) => (
                  <p key={item.number}>
                    {itemNumber(row.items, index)}
                    {item.segments.map((segment, at) => (
                      <Piece
                        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence keep their places
                        key={at}
                        segment={segment}
                        on={shown?.code === segment.figure?.code}
                        open={code => open(code, row.number)}
                      />
                    ))}
                    <Same others={elsewhere(row, index)} />
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Piece({ segment, on, open }: { segment: Segment; on: boolean; open: (code: string) => void }) {
  const { figure, text } = segment;
  if (!figure) return text;
  return (
    <button
      type="button"
      className={on ? 'f on' : 'f'}
      aria-pressed={on}
      title={figure.changedFrom ? `录入时写的是${figure.changedFrom}` : '看这个数的依据'}
      onClick={() => open(figure.code)}
    >
      {text}
    </button>
  );
}

const Same = ({ others }: { others: readonly number[] }) =>
  others.length > 0 && <span className="same no-print">同第{others.join('、')}项，一个指标</span>;

/** Rows that report the same indicators as an item: computed once, so that they can never differ. */
function otherRows(report: Report) {
  const rowsOf = new Map<string, Set<number>>();
  for (const row of report.rows) {
    for (const { figure } of row.items.flatMap(item => item.segments)) {
      if (figure) rowsOf.set(figure.code, (rowsOf.get(figure.code) ?? new Set()).add(row.number));
    }
  }
  return (row: ReportRow, index: number): number[] => {
    const codes = row.items[index]?.segments.flatMap(({ figure }) => figure?.code ?? []) ?? [];
    const rows = codes.flatMap(code => [...(rowsOf.get(code) ?? [])]).filter(number => number !== row.number);
    return [...new Set(rows)].sort((a, b) => a - b);
  };
}
