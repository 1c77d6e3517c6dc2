import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { countWords } from '../../ui/words.ts';

type Part = { areaCode: string; areaName: string; value: number };
type PartsProps = {
  figure: { name: string; value: number | null; unit: string; parts: readonly Part[] };
  to: (areaCode: string) => string;
};

const isAdded = (unit: string): boolean => unit !== '%' && unit !== '分钟';

/** By the next lower areas: a bar of the largest, and the share where parts add up to the whole. */
export function Parts({ figure, to }: PartsProps) {
  const { parts, unit, value } = figure;
  if (parts.length === 0) return null;
  const largest = Math.max(...parts.map(part => part.value), 1);
  const share = (part: Part) => (value && isAdded(unit) ? `${((part.value / value) * 100).toFixed(1)}%` : null);
  return (
    <section>
      <SectionHead title="分辖区" note={`共${parts.length}个，点开看这个辖区的数和记录`} />
      <ul className="parts" aria-label={`${figure.name}分辖区`}>
        {parts.map(part => (
          <li key={part.areaCode}>
            <TextLink to={to(part.areaCode)}>{part.areaName}</TextLink>
            <span className="part-bar" aria-hidden="true">
              <i style={{ width: `${(part.value / largest) * 100}%` }} />
            </span>
            <b>
              {countWords(part.value)}
              <small>{unit}</small>
            </b>
            <span className="part-share">{share(part)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
