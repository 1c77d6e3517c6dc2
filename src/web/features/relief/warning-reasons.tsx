import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { VERDICT_LABELS, type WarningReason } from '#contracts/relief-rules.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';

/** Each signal with the record it rests on, the line and by whose word, and what the visit made of it. */
export function Reasons({ reasons }: { reasons: readonly WarningReason[] }) {
  const today = useBusinessDate();
  const role = useRole();
  const mayOpen = role === 'district' || role === 'city';
  return (
    <ul className="relief-lines">
      {reasons.map(one => (
        <li key={one.id}>
          {one.costSentence ?? one.sentence}{' '}
          {one.verdict && <Chip tone={one.verdict === 'true' ? 'pine' : 'plain'}>{VERDICT_LABELS[one.verdict]}</Chip>}
          <small>
            数据到{dateWords(one.asOf, today)}
            {mayOpen && (
              <>
                ，<TextLink to={fill('/desk/comparisons/:id', { id: one.batchId })}>看这一批</TextLink>
              </>
            )}
          </small>
          {one.withheld && <small>金额不显示：{one.withheld}</small>}
          <small data-rule>
            规则：{one.label}，{one.basis}
            {!isSure(one.confidence) && `（${CONFIDENCE_LABELS[one.confidence]}）`}
          </small>
          {one.judgedBy && (
            <small>
              {one.judgedBy}核实{one.verdictNote && `：${one.verdictNote}`}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
