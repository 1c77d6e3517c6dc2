import type { Eligibility } from '#contracts/home-care-beds.ts';
import { Chip } from '../../ui/marks.tsx';

/** Every condition with its own sentence; the word stands beside the colour. */
export function Conditions({ reasons }: { reasons: Eligibility['reasons'] }) {
  return (
    <ul className="conditions">
      {reasons.map(reason => (
        <li key={reason.sentence}>
          <Chip tone={reason.passed ? 'pine' : 'over'}>{reason.passed ? '符合' : '不符合'}</Chip> {reason.sentence}
        </li>
      ))}
    </ul>
  );
}
