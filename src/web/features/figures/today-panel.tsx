import { listFigures } from '#contracts/indicators.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Figure, Figures } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';
import { figurePath, valueWords } from './figure-words.ts';

const CODES = ['oldest-old-registered', 'visit-coverage', 'home-care-beds-built', 'alarm-response-median'] as const;
const NAMES: Partial<Record<string, string>> = { 'home-care-beds-built': '今年建成家庭养老床位' };

/** Four figures of the caller's area; each is asked for alone, so that one that fails hides no other. */
export default function TodayPanel() {
  return (
    <Figures>
      {CODES.map(code => (
        <TodayFigure key={code} code={code} />
      ))}
    </Figures>
  );
}

function TodayFigure({ code }: { code: string }) {
  const today = useBusinessDate();
  const answer = useQueryOf(listFigures, { query: { codes: code } });
  const figure = answer.data?.rows[0];
  if (answer.error || (answer.data && !figure)) {
    return (
      <div className="fig">
        <div className="k">{NAMES[code] ?? '这个数'}</div>
        <div className="a">
          没有取到这个数。
          <button type="button" className="link" onClick={() => void answer.refetch()}>
            重试
          </button>
        </div>
      </div>
    );
  }
  if (!figure) {
    return (
      <div className="fig" aria-busy="true">
        <div className="k">
          <i className="sk" style={{ width: 96 }} />
        </div>
        <div className="v">
          <i className="sk" style={{ width: 64 }} />
        </div>
      </div>
    );
  }
  return (
    <Figure
      name={NAMES[code] ?? figure.name}
      value={valueWords(figure)}
      unit={figure.value === null ? '还没有记录' : figure.unit}
      {...(figure.base && { base: ` / ${figure.base}` })}
      asOf={dateWords(figure.asOf, today)}
      {...(figure.from && { note: `从${dateWords(figure.from, today)}算起` })}
      to={figurePath(code)}
    />
  );
}
