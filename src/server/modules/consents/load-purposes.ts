import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence } from '#contracts/confidence.ts';
import { CONSENT_PURPOSES, ConsentPurpose } from '#contracts/consents.ts';
import { CivilDateText } from '#contracts/nouns.ts';
import { textOn } from './rules.ts';

const Purpose = z.object({
  code: ConsentPurpose,
  name: z.string(),
  usedFor: z.string(),
  texts: z.array(z.object({ version: z.string(), from: CivilDateText, text: z.string() })).min(1),
  without: z.object({ allowed: z.boolean(), because: z.string(), source: z.string(), confidence: Confidence }),
});
export type Purpose = z.infer<typeof Purpose>;

/** The purposes as data, in the order of the contract; a purpose without data or twice fails at the start. */
export const PURPOSES: readonly Purpose[] = (() => {
  const found = z.array(Purpose).parse(parse(readFileSync(new URL('purposes.yaml', import.meta.url), 'utf8')));
  const codes = found.map(purpose => purpose.code).join();
  if (codes !== CONSENT_PURPOSES.join()) throw new Error(`purposes.yaml does not name each purpose once: ${codes}`);
  return found;
})();

/** The version of the wording that is read out on a day. */
export const wordingOf = (purpose: ConsentPurpose, on: string): string =>
  textOn(PURPOSES.find(one => one.code === purpose)?.texts ?? [], on)?.version ?? '';
