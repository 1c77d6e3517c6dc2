import { countWords } from './ui/words.ts';

type Props = { refused: number; rows: readonly { row: number; number?: string | null; because: string }[] };

const SHOWN = 50;

/** Rows of a sender's table that were not taken, each with why; taken ones are kept and not taken twice. */
export function RefusedRows({ refused, rows }: Props) {
  if (refused === 0) return '没有';
  return (
    <details className="sm">
      <summary>{countWords(refused)}行，看为什么</summary>
      <ul>
        {rows.slice(0, SHOWN).map(one => (
          <li key={one.row}>
            第{one.row}行{one.number && `（${one.number}）`}：{one.because}
          </li>
        ))}
      </ul>
      {refused > SHOWN && <p className="mute">只列前{SHOWN}行；改好后整份再传，收过的不会重复。</p>}
    </details>
  );
}
