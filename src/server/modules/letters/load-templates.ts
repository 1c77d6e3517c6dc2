import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence } from '#contracts/confidence.ts';
import { LetterKind } from '#contracts/letters.ts';
import { CivilDateText } from '#contracts/nouns.ts';
import type { CivilDate } from '#shared/dates.ts';

const Template = z.strictObject({
  kind: LetterKind,
  /** Of one kind of matter only, where its words differ from all others'. */
  matter: z.string().optional(),
  version: z.string(),
  from: CivilDateText,
  title: z.string(),
  /** Stands in the number between office and year. */
  series: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  paragraphs: z.array(z.string()).min(1),
  /** Whether the ways to object are printed; their words come from the matter itself. */
  remedy: z.boolean(),
});
export type Template = z.infer<typeof Template>;

const File = z.strictObject({
  numberFormat: z.strictObject({ value: z.string(), confidence: Confidence }),
  counter: z.string(),
  templates: z.array(Template).min(1),
});

export const TEMPLATE_FILE = File.parse(
  parse(readFileSync(new URL('./templates/letters.yaml', import.meta.url), 'utf8')),
);

/** The wording in force on a day: the newest that had begun. */
export function templateOn({ kind, matter }: { kind: LetterKind; matter: string }, on: CivilDate): Template {
  const known = TEMPLATE_FILE.templates.filter(each => each.kind === kind && each.from <= on);
  const own = known.filter(each => each.matter === matter);
  const begun = own.length > 0 ? own : known.filter(each => each.matter === undefined);
  const newest = begun.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!newest) throw new Error(`${on} 没有可用的文书模板 ${kind}`);
  return newest;
}
