import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { CivilDateText } from '../nouns.ts';

/**
 * A number worked out of the answers, as data: a literal, a sum of item points (`'*'` = all), the answer to a question,
 * a derived score, the greatest or least of several, the band a number lies in, or a cell of a table.
 */
export type Expression =
  | number
  | { sum: string }
  | { points: string }
  | { answer: string }
  | { derived: string }
  | { max: Expression[] }
  | { min: Expression[] }
  | { add: Expression[] }
  | { count: { of: Expression[]; atLeast: number; atMost?: number | undefined } }
  | { band: { of: Expression; bands: [from: number, to: number, value: number][] } }
  | { table: { row: Expression; column: Expression; cells: number[][] } };

/** A yes or no over the answers; used by skip rules, level rules and level adjustments. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { flag: string }
  | { codes: string; from: string; to: string }
  | { value: Expression; is?: number | undefined; atLeast?: number | undefined; atMost?: number | undefined };

const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ sum: z.string() }),
    z.strictObject({ points: z.string() }),
    z.strictObject({ answer: z.string() }),
    z.strictObject({ derived: z.string() }),
    z.strictObject({ max: z.array(Expression).min(1) }),
    z.strictObject({ min: z.array(Expression).min(1) }),
    z.strictObject({ add: z.array(Expression).min(1) }),
    z.strictObject({
      count: z.strictObject({ of: z.array(Expression), atLeast: z.number(), atMost: z.number().optional() }),
    }),
    z.strictObject({
      band: z.strictObject({ of: Expression, bands: z.array(z.tuple([z.number(), z.number(), z.number()])).min(1) }),
    }),
    z.strictObject({
      table: z.strictObject({ row: Expression, column: Expression, cells: z.array(z.array(z.number())).min(1) }),
    }),
  ]),
);
const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ flag: z.string() }),
    z.strictObject({ codes: z.string(), from: z.string(), to: z.string() }),
    z.strictObject({
      value: Expression,
      is: z.number().optional(),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    }),
  ]),
);

/** Source and confidence of one value; left out = those of the whole form. */
const Origin = { confidence: Confidence.optional(), source: z.string().optional(), note: z.string().optional() };

/** An item that scores: exactly one of its options. */
const Item = z.object({
  code: z.string(),
  key: z.string(),
  dimension: z.string(),
  nameZh: z.string(),
  max: z.int(),
  options: z.array(z.object({ points: z.int().min(0), meaning: z.string() })).min(2),
  showIf: Condition.optional(),
  ...Origin,
});
export type FormItem = z.infer<typeof Item>;

/** A question that does not score by itself: yes/no, how many times, ICD-10 codes, one of a few, words. */
const Question = z.object({
  key: z.string(),
  nameZh: z.string(),
  kind: z.enum(['flag', 'count', 'codes', 'choice', 'text']),
  hint: z.string().optional(),
  max: z.int().optional(),
  choices: z.array(z.object({ value: z.int().min(0), label: z.string() })).default([]),
  required: z.boolean().default(false),
  showIf: Condition.optional(),
  ...Origin,
});
export type FormQuestion = z.infer<typeof Question>;

const Adjustment = z.object({
  id: z.string(),
  nameZh: z.string(),
  effect: z.enum(['set-level', 'raise']),
  value: z.int(),
  when: Condition,
  clause: z.string(),
  confidence: Confidence,
  note: z.string().optional(),
});

/**
 * How a number or the answers become a level: bands of a value, or rules. Rules are facts as their source words them:
 * where none or more than one level fits, nothing is chosen and the outcome says so.
 */
const grading = {
  of: Expression.default({ sum: '*' }),
  levels: z
    .array(z.object({ level: z.int(), key: z.string().optional(), nameZh: z.string(), min: z.int(), max: z.int() }))
    .default([]),
  rules: z.array(z.object({ level: z.int(), when: Condition, clause: z.string() })).default([]),
  adjustments: z.array(Adjustment).default([]),
  maxRaise: z.object({ value: z.int(), confidence: Confidence }).optional(),
  cap: z.int().optional(),
  gradingConfidence: Confidence.optional(),
  gradingNote: z.string().optional(),
};
const Grading = z.object({ key: z.string(), nameZh: z.string(), when: Condition.optional(), ...grading });
export type FormGrading = z.infer<typeof Grading>;

const Derived = z.object({ key: z.string(), nameZh: z.string(), value: Expression, ...Origin });

/** One version of a questionnaire; its data file is the only place that holds its numbers. Domain-free. */
export const FormDefinition = z.object({
  id: z.string(),
  /** The document's own number, or the slug it is filed under. */
  document: z.string(),
  /** The day of this version; null = the source gives none. */
  version: CivilDateText.nullable(),
  titleZh: z.string(),
  /** What it is for, in one line, and what it is not for. */
  purpose: z.string().default(''),
  effectiveFrom: CivilDateText.nullable(),
  effectiveTo: CivilDateText.nullable(),
  confidence: Confidence,
  sources: z.array(z.string()).default([]),
  totalMax: z.int(),
  dimensions: z.array(z.object({ key: z.string(), nameZh: z.string(), max: z.int(), items: z.int() })),
  items: z.array(Item),
  questions: z.array(Question).default([]),
  derived: z.array(Derived).default([]),
  ...grading,
  alsoGraded: z.array(Grading).default([]),
  openPoints: z.array(z.string()),
});
export type FormDefinition = z.infer<typeof FormDefinition>;

/** What is handed in: points by item code or key under `items`, everything else by question key. */
export type FormAnswers = { items: Record<string, number>; [question: string]: unknown };

/** The form's own grading, in the shape of the further ones. */
export const mainGrading = (form: FormDefinition): FormGrading => ({
  key: 'level',
  nameZh: form.titleZh,
  of: form.of,
  levels: form.levels,
  rules: form.rules,
  adjustments: form.adjustments,
  maxRaise: form.maxRaise,
  cap: form.cap,
  gradingConfidence: form.gradingConfidence,
  gradingNote: form.gradingNote,
});
