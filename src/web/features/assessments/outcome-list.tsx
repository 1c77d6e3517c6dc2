import type { FillingRow } from '#contracts/assessments/fillings.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { Chip } from '../../ui/marks.tsx';
import './assessments.css';

type Result = NonNullable<FillingRow['result']>;

/** Every grading of one filled form; what its source leaves open or uncertain stands beside it. */
export function OutcomeList({ result }: { result: Result }) {
  return (
    <ul className="outcomes">
      {result.outcomes.map(each => (
        <li key={each.key}>
          {each.key !== 'level' && <span className="soft">{each.nameZh}</span>}
          <b>{each.levelLabel ?? '不定级'}</b>
          {each.value !== null && each.level !== null && <span className="sm soft">{each.value}</span>}
          {!isSure(each.confidence) && <Chip tone="doubt">{CONFIDENCE_LABELS[each.confidence]}</Chip>}
          {each.undecided && <span className="sm">{each.undecided}</span>}
        </li>
      ))}
      {result.outcomes.length === 0 && <li className="soft">来源没有给出分级办法，只记内容和合计。</li>}
    </ul>
  );
}

/** One line for lists: 总分 and the first grading. */
export function resultWords(result: Result): string {
  const [first] = result.outcomes;
  const derived = result.derived.map(each => `${each.nameZh}${each.value}`);
  const total = Object.keys(result.dimensions).length > 0 ? [`${result.total}分`] : derived.slice(0, 1);
  return [...total, first ? (first.levelLabel ?? '不定级') : null].filter(Boolean).join('，');
}
