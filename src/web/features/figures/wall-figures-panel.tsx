import { listFigures } from '#contracts/indicators.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { dateWords } from '../../ui/words.ts';
import { valueWords } from './figure-words.ts';

const CODES = [
  'home-care-beds-built',
  'centres-operator-recruited',
  'mutual-aid-built',
  'meal-points-built',
  'meals-served',
  'alarm-response-median',
] as const;
const REFRESH_MS = 60_000;

/** Six figures with their as-of times; each asks alone, so that one that fails leaves five standing. */
export default function WallFiguresPanel() {
  return CODES.map(code => <WallFigure key={code} code={code} />);
}

function WallFigure({ code }: { code: string }) {
  const today = useBusinessDate();
  const answer = useQueryOf(listFigures, { query: { codes: code } }, { refreshEveryMs: REFRESH_MS });
  const figure = answer.data?.rows[0];
  if (!figure) return <div>{answer.error && <p className="wall-note">这个数没有取到，稍后自动再取。</p>}</div>;
  const value = valueWords(figure);
  const isWan = value.endsWith('万');
  return (
    <div>
      <h2>{figure.name}</h2>
      <div className="v">
        {isWan ? value.slice(0, -1) : value}
        <small>
          {isWan && '万'}
          {figure.value === null ? '还没有记录' : figure.unit}
        </small>
      </div>
      <div className="n">
        <span>{figure.from ? `从${dateWords(figure.from, today)}起` : figure.source}</span>
        <span>截至{dateWords(figure.asOf, today)}</span>
      </div>
    </div>
  );
}
