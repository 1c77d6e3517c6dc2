import { z } from 'zod';

/** What a number in a government document is; only `target` and `target_group` bind anybody to anything. */
export const FACT_ROLES = ['target', 'actual', 'forecast', 'ratio', 'rate', 'target_group', 'definition'] as const;
export const FACT_OPERATORS = ['=', '>=', '<=', '<', '>', '~'] as const;
export const UNIT_ROLES = ['lead', 'cooperating'] as const;

/** Half-open offsets into ParsedDocument.text (the normalised text). */
const span = { start: z.number().int(), end: z.number().int() };
/** Why the machine is unsure; the review screen asks a person. null = sure. */
const doubt = z.string().nullable();

/** `quote` is a literal piece (≤ 40 characters) of the normalised text; dates are ISO civil dates. */
export const ParsedFact = z.object({
  quote: z.string(),
  value: z.number(),
  unit: z.string(),
  op: z.enum(FACT_OPERATORS),
  asOf: z.string().nullable(),
  /** "到2025年" without a day is read as the last day of that year. */
  deadline: z.string().nullable(),
  role: z.enum(FACT_ROLES),
  /** What is counted, as the text names it, e.g. 家庭养老床位. */
  subject: z.string(),
  /** The year the figure is counted for ("2025年新建"), where the text says so. */
  period: z.string().nullable(),
  /** "每个街道" and the like: the figure holds for each of these. */
  scope: z.string().nullable(),
  /** Number of the measure, or of the table row, the fact stands in. */
  measure: z.number().int().nullable(),
  row: z.number().int().nullable(),
  part: z.enum(['text', 'task', 'progress']),
  ...span,
  doubt,
});

/** `role` is null where the text does not say who leads; `group` is an open set such as 各街道. */
export const ParsedUnit = z.object({
  name: z.string(),
  role: z.enum(UNIT_ROLES).nullable(),
  group: z.boolean(),
  ...span,
  doubt,
});

export const ParsedMeasure = z.object({
  number: z.number().int(),
  label: z.string(),
  title: z.string(),
  text: z.string(),
  section: z.number().int().nullable(),
  units: z.array(ParsedUnit),
  /** First unit where no lead is named: an assumption for the screen, never for the record. */
  assumedLead: z.string().nullable(),
  deadline: z.string().nullable(),
  targets: z.array(ParsedFact),
  ...span,
  doubt,
});

export const ParsedSection = z.object({
  number: z.number().int(),
  label: z.string(),
  title: z.string(),
  level: z.number().int(),
  firstMeasure: z.number().int().nullable(),
  lastMeasure: z.number().int().nullable(),
  ...span,
});

/** One row of a progress table; `items` are the numbered parts of the progress cell without their numbers. */
export const ParsedProgressRow = z.object({
  number: z.number().int(),
  task: z.string(),
  items: z.array(z.string()),
  units: z.array(ParsedUnit),
  ...span,
  doubt,
});

export const ParsedDocument = z.object({
  title: z.string().nullable(),
  issuers: z.array(z.string()),
  documentNumber: z.string().nullable(),
  issuedOn: z.string().nullable(),
  draft: z.boolean(),
  sections: z.array(ParsedSection),
  measures: z.array(ParsedMeasure),
  progress: z.array(ParsedProgressRow),
  facts: z.array(ParsedFact),
  /** Short name → full name, inferred from the issuers; to be confirmed by a person. */
  aliases: z.array(z.object({ short: z.string(), full: z.string() })),
  /** The normalised text all offsets and quotes refer to. */
  text: z.string(),
});

export type ParsedFact = z.infer<typeof ParsedFact>;
export type ParsedUnit = z.infer<typeof ParsedUnit>;
export type ParsedMeasure = z.infer<typeof ParsedMeasure>;
export type ParsedSection = z.infer<typeof ParsedSection>;
export type ParsedProgressRow = z.infer<typeof ParsedProgressRow>;
export type ParsedDocument = z.infer<typeof ParsedDocument>;
export type FactRole = (typeof FACT_ROLES)[number];
export type FactOperator = (typeof FACT_OPERATORS)[number];
