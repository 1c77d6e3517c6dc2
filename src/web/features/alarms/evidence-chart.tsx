import type { AlarmRecord } from '#contracts/alarms.ts';
import { Table } from '../../ui/record-parts.tsx';
import { clockWords } from '../../ui/words.ts';

const [WIDTH, HEIGHT, FLOOR, TOP] = [720, 190, 150, 26];
const COLUMNS = [
  { key: 'at', title: '时间' },
  { key: 'litres', title: '用水（升）', number: true },
  { key: 'usual', title: '这个时段通常最长不用水', number: true },
] as const;

/** 36 hours of water as bars, the silence shaded; the title is the finding, the table is the same in numbers. */
export function EvidenceChart({ evidence }: { evidence: AlarmRecord['evidence'] }) {
  const { hours, quietFrom, usualByHour } = evidence;
  if (hours.length === 0) return null;
  const most = Math.max(1, ...hours.map(hour => hour.litres));
  const step = WIDTH / hours.length;
  const begin = Date.parse(hours[0]?.at ?? '');
  const quietX = quietFrom ? Math.max(0, ((Date.parse(quietFrom) - begin) / 3_600_000) * step) : WIDTH;
  const usualAt = (at: string): number | undefined => usualByHour[(new Date(at).getUTCHours() + 8) % 24];
  return (
    <figure className="evidence">
      <figcaption>{evidence.because}。</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`近36小时每小时用水量。${evidence.because}`}>
        <rect className="quiet" x={quietX} y={TOP} width={Math.max(0, WIDTH - quietX)} height={FLOOR - TOP} />
        <text className="say" x={Math.min(quietX + 6, WIDTH - 150)} y={TOP - 8}>
          {quietFrom && `${clockWords(quietFrom)}起没有用水`}
        </text>
        {hours.map((hour, i) => {
          const height = hour.litres > 0 ? Math.max(3, (hour.litres / most) * (FLOOR - TOP - 6)) : 2;
          return (
            <rect
              key={hour.at}
              className={hour.litres > 0 ? 'use' : 'none'}
              x={i * step + 2}
              y={FLOOR - height}
              width={step - 4}
              height={height}
            />
          );
        })}
        <line className="axis" x1={0} x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
        {hours.map(
          (hour, i) =>
            i % 6 === 0 && (
              <text key={hour.at} x={i * step} y={FLOOR + 20}>
                {clockWords(hour.at)}
              </text>
            ),
        )}
        <text x={0} y={TOP - 8}>
          每小时用水，最多{most}升
        </text>
      </svg>
      <details>
        <summary>看表格</summary>
        <Table caption="近36小时每小时用水" columns={COLUMNS} tall>
          {hours.map(hour => (
            <tr key={hour.at}>
              <td>{clockWords(hour.at)}</td>
              <td className="num">{hour.litres}</td>
              <td className="num">{usualAt(hour.at) === undefined ? '—' : `${usualAt(hour.at)}分钟`}</td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
