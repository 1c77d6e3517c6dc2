import type { Confidence } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS } from '#contracts/assessments/scales.ts';
import type { Determination, Reason } from '#contracts/benefits/determination.ts';

/** The sentence of a reason without the scheme in front and the source behind: those stand beside it. */
export function plainReason(reason: Reason): string {
  const said = reason.sentence ?? reason.code;
  return said.replace(/^[^：]*：/, '').replace(/，依据.*$/, '');
}

const SURE: readonly string[] = ['found', 'seed'] satisfies Confidence[];

/** Words for a doubt, or null where the source has been read. */
export const doubtWords = (confidence: string | undefined): string | null =>
  confidence === undefined || SURE.includes(confidence)
    ? null
    : (CONFIDENCE_LABELS[confidence as Confidence] ?? '未定，可配置');

/** All conditions are met, only the application is missing: not a refusal in anybody's words. */
export const onlyUnapplied = ({ reasons }: Pick<Determination, 'reasons'>): boolean =>
  reasons.length === 1 && reasons[0]?.code === 'no-application';
