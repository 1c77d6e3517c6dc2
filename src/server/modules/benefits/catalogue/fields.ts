import { z } from 'zod';
import type { FactField } from '#contracts/benefits/catalogue.ts';
import { DISABILITY_KINDS } from '#contracts/benefits/schemes.ts';
import { CivilDateText } from '#contracts/nouns.ts';

/** A fact as a scheme declares it: label and control for a form, schema for a file line. All facts may be missing. */
export type Fact<S extends z.ZodType = z.ZodType> = Omit<FactField, 'name'> & { schema: S };
export type Facts = Record<string, Fact>;
export type FactsOf<F extends Facts> = { readonly [K in keyof F]: z.output<F[K]['schema']> };

const plain = { hint: null, choices: [], rows: [] };
const MOST_FEN = 1_000_000_000_000;

const whole = (label: string, most: number) =>
  z
    .int({ error: `${label}要是整数` })
    .min(0, { error: `${label}不能小于 0` })
    .max(most, { error: `${label}太大，请核对` })
    .nullish();

export const date = (label: string, hint: string | null = null) => ({
  ...plain,
  ...{ label, hint, kind: 'date' as const, schema: CivilDateText.nullish() },
});
/** Money, integer fen. */
export const fen = (label: string, hint: string | null = null) => ({
  ...plain,
  ...{ label, hint, kind: 'fen' as const, schema: whole(label, MOST_FEN) },
});
export const count = (label: string, most = 100_000) => ({
  ...plain,
  ...{ label, kind: 'count' as const, schema: whole(label, most) },
});
export const percent = (label: string) => ({
  ...plain,
  ...{
    label,
    kind: 'percent' as const,
    schema: z
      .number({ error: `${label}要是数` })
      .min(0)
      .max(100, { error: `${label}不能超过 100` })
      .nullish(),
  },
});
/** Absent means no: what nobody has claimed is not so. */
export const flag = (label: string, hint: string | null = null) => ({
  ...plain,
  ...{ label, hint, kind: 'flag' as const, schema: z.boolean({ error: `${label}要写 true 或 false` }).nullish() },
});
export const choice = <const V extends string>(label: string, labels: Readonly<Record<V, string>>) => ({
  ...plain,
  label,
  kind: 'choice' as const,
  choices: Object.entries<string>(labels).map(([value, words]) => ({ value, label: words })),
  schema: z.enum(Object.keys(labels) as [V, ...V[]], { error: `${label}不在可选的范围里` }).nullish(),
});
export const rows = <F extends Facts>(label: string, fields: F) => ({
  ...plain,
  label,
  kind: 'rows' as const,
  rows: describe(fields),
  schema: z.array(shapeOf(fields)).max(5000).nullish(),
});
export const disabilities = (label: string) => ({
  ...plain,
  label,
  kind: 'disabilities' as const,
  schema: z
    .array(z.strictObject({ kind: z.enum(DISABILITY_KINDS), grade: z.literal([1, 2, 3, 4]) }))
    .max(12)
    .nullish(),
});

/** The zod object of declared facts; a name that is none is refused, so that a slip of the pen changes no answer. */
export const shapeOf = <F extends Facts>(fields: F) =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, fact]) => [name, fact.schema])) as {
      [K in keyof F]: F[K]['schema'];
    },
  );

export const describe = (fields: Facts): FactField[] =>
  Object.entries(fields).map(([name, { schema: _, ...field }]) => ({ name, ...field }));
