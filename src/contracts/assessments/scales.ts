import { z } from 'zod';
import { CivilDateText } from '../nouns.ts';

/** How sure we are of a value of the law; anything but `found` or `seed` is shown as such on the screen. */
export const CONFIDENCES = [
  'seed',
  'found',
  'found second-hand',
  'memory',
  'uncertain',
  'modelled',
  'designDefault',
] as const;
export const Confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof Confidence>;
export const CONFIDENCE_LABELS = {
  seed: '任务文件原文',
  found: '已查到原文',
  'found second-hand': '转引，未见原文',
  memory: '凭经验，待核对',
  uncertain: '未定，可配置',
  modelled: '推算，非官方',
  designDefault: '系统默认，可配置',
} as const satisfies Record<Confidence, string>;

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

const Option = z.object({ points: z.int().min(0), meaning: z.string() });
const Item = z.object({
  code: z.string(),
  key: z.string(),
  dimension: z.string(),
  nameZh: z.string(),
  max: z.int(),
  options: z.array(Option).min(2),
});
const Adjustment = z.object({
  id: z.string(),
  nameZh: z.string(),
  effect: z.enum(['set-level', 'raise']),
  value: z.int(),
  icd10: z.object({ from: z.string(), to: z.string() }).optional(),
  minEvents: z.int().optional(),
  clause: z.string(),
  confidence: Confidence,
  note: z.string().optional(),
});

/** One version of a scale; the data file is the only place that holds its numbers. */
export const Scale = z.object({
  id: z.string(),
  document: z.string(),
  version: CivilDateText,
  titleZh: z.string(),
  effectiveFrom: CivilDateText,
  effectiveTo: CivilDateText.nullable(),
  confidence: Confidence,
  totalMax: z.int(),
  dimensions: z.array(z.object({ key: z.string(), nameZh: z.string(), max: z.int(), items: z.int() })),
  levels: z.array(z.object({ level: AbilityLevel, key: z.string(), nameZh: z.string(), min: z.int(), max: z.int() })),
  adjustments: z.array(Adjustment),
  maxRaise: z.object({ value: z.int(), confidence: Confidence }),
  cap: AbilityLevel,
  validity: z.object({ months: z.int(), confidence: Confidence }),
  assessors: z.object({ min: z.int(), atLeastOneMedical: z.boolean(), confidence: Confidence }),
  reasons: z.array(z.string()),
  openPoints: z.array(z.string()),
  items: z.array(Item),
});
export type Scale = z.infer<typeof Scale>;

/** What the assessors hand in: points per item code, coma, diagnosed ICD-10 codes, risk events of the last 30 days. */
export type ScoreInput = {
  items: Record<string, number>;
  coma?: boolean;
  diagnoses?: string[];
  riskEvents30Days?: number;
};

/** An adjustment that changed the level (`raisedBy`) or was met without effect because the cap was reached (`met`). */
export type MetAdjustment = { id: string; nameZh: string; document: string; clause: string };

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
