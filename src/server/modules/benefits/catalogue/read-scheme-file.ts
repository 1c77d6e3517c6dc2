import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence } from '#contracts/confidence.ts';
import { CivilDateText } from '#contracts/nouns.ts';

const Value = z.strictObject({
  from: CivilDateText,
  to: CivilDateText.nullable(),
  /** null = nobody has set it, or abolished from that day. */
  value: z.unknown(),
  confidence: Confidence,
  note: z.string().optional(),
  /** 12-digit code of the district whose own value this is. */
  district: z.string().length(12).optional(),
});
export type Value = z.infer<typeof Value>;

const Parameter = z.strictObject({
  label: z.string(),
  unit: z.string(),
  document: z.string(),
  clause: z.string(),
  district: z.enum(['set', 'raise']).optional(),
  values: z.array(Value).min(1),
});
export type Parameter = z.infer<typeof Parameter>;

/** A value of another scheme: named, never written twice. */
const Borrowed = z.strictObject({ sameAs: z.string() });

const ReasonWords = z.strictObject({
  parameter: z.string(),
  says: z.string(),
  /** What would turn this refusal into a yes; left out where nothing would. */
  yes: z.string().optional(),
});

const SchemeFile = z.strictObject({
  scheme: z.string(),
  nameZh: z.string(),
  who: z.string(),
  how: z.string(),
  /** Parameters that say how much, for the overview. */
  show: z.array(z.string()),
  parameters: z.record(z.string(), z.union([Parameter, Borrowed])),
  reasons: z.record(z.string(), ReasonWords),
});
export type SchemeFile = Omit<z.infer<typeof SchemeFile>, 'parameters'> & { parameters: Record<string, Parameter> };

const read = (folder: string, file: string): unknown =>
  parse(readFileSync(new URL(`../schemes/${folder}/${file}`, import.meta.url), 'utf8'));

const files = new Map<string, z.infer<typeof SchemeFile>>();
const whole = new Map<string, SchemeFile>();

function written(folder: string): z.infer<typeof SchemeFile> {
  const known = files.get(folder) ?? SchemeFile.parse(read(folder, 'parameters.yaml'));
  files.set(folder, known);
  return known;
}

/** The data of a scheme's folder with borrowed parameters filled in; read once. Throws on a file of another shape. */
export function schemeFile(folder: string, folderOf: (key: string) => string): SchemeFile {
  const known = whole.get(folder);
  if (known) return known;
  const file = written(folder);
  const parameters = Object.fromEntries(
    Object.entries(file.parameters).map(([key, each]) => {
      if (!('sameAs' in each)) return [key, each];
      const [owner = '', name = ''] = each.sameAs.split('.');
      const lent = written(folderOf(owner)).parameters[name];
      if (!lent || 'sameAs' in lent) throw new Error(`${folder}: ${each.sameAs} 不是一个参数`);
      const { district: _, ...same } = lent;
      return [key, same];
    }),
  );
  const filled = { ...file, parameters };
  whole.set(folder, filled);
  return filled;
}

const Case = z.strictObject({
  name: z.string(),
  facts: z.record(z.string(), z.unknown()),
  on: CivilDateText,
  district: z.string().optional(),
  /** Values a district would have set: they show the rule, not the law. */
  settings: z.record(z.string(), z.unknown()).optional(),
  yuan: z.number().optional(),
  state: z.enum(['yes', 'no', 'incomplete', 'undetermined']).default('yes'),
  because: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  nearestYes: z.string().optional(),
});
export type Case = z.infer<typeof Case>;

/** Examples that an officer can read; the tests run them, the screen shows them. */
export const casesOf = (folder: string): Case[] => z.array(Case).parse(read(folder, 'cases.yaml'));

const Checked = z.strictObject({
  publishedUpTo: z.string(),
  unread: z.array(z.strictObject({ document: z.string(), effective: CivilDateText })),
});

/** To which publications the rules were checked. */
export const checkedFile = () => Checked.parse(read('.', 'checked.yaml'));
