import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { FormDefinition } from '../forms/definition.ts';
import type { MetRule } from '../forms/evaluate.ts';

export { CONFIDENCE_LABELS, CONFIDENCES, Confidence } from '../confidence.ts';

/** Ability levels of GB/T 42195-2022; 4 is the worst. */
export const ABILITY_LEVELS = [0, 1, 2, 3, 4] as const;
export const AbilityLevel = z.literal(ABILITY_LEVELS);
export type AbilityLevel = z.infer<typeof AbilityLevel>;
export const ABILITY_LEVEL_LABELS = {
  0: '能力完好',
  1: '轻度失能',
  2: '中度失能',
  3: '重度失能',
  4: '完全失能',
} as const satisfies Record<AbilityLevel, string>;

/** A questionnaire with what the process around it needs; the process parts stand only where a source names them. */
export const ScaleForm = FormDefinition.extend({
  /** `process`: two assessors, review, publication. `record`: filled beside it. `history`: old results only. */
  use: z.enum(['process', 'record', 'history']),
  validity: z.object({ months: z.int(), confidence: Confidence }).optional(),
  assessors: z.object({ min: z.int(), atLeastOneMedical: z.boolean(), confidence: Confidence }).optional(),
  reasons: z.array(z.string()).default([]),
});
export type ScaleForm = z.infer<typeof ScaleForm>;

/** The scale of the two-assessor process: GB/T 42195-2022, with everything the process asks of it. */
export const Scale = ScaleForm.extend({
  maxRaise: z.object({ value: z.int(), confidence: Confidence }),
  cap: z.int(),
  validity: z.object({ months: z.int(), confidence: Confidence }),
  assessors: z.object({ min: z.int(), atLeastOneMedical: z.boolean(), confidence: Confidence }),
});
export type Scale = z.infer<typeof Scale>;

/** An adjustment that changed the level (`raisedBy`) or was met without effect because the cap was reached (`met`). */
export type MetAdjustment = MetRule;

export type Score = {
  scale: string;
  dimensions: Record<string, number>;
  total: number;
  level: AbilityLevel;
  levelLabel: string;
  levelByTotal: AbilityLevel;
  raisedBy: MetAdjustment[];
  met: MetAdjustment[];
};
