import type { ConsentDecision } from '#contracts/consents.ts';
import type { Role } from '#contracts/roles.ts';

type Text = { version: string; from: string; text: string };
type Without = { allowed: boolean; because: string };
export type Verdict = { allowed: boolean; because: string; decided: boolean };

/** The wording of a day: the last one that has begun. */
export const textOn = (texts: readonly Text[], today: string): Text | undefined =>
  texts.filter(text => text.from <= today).at(-1) ?? texts[0];

/** What holds: the person's own word, and only without one the default. */
export function judge(decision: ConsentDecision | undefined, without: Without): Verdict {
  if (decision === 'given') return { allowed: true, because: '老人同意了', decided: true };
  if (decision === 'refused') return { allowed: false, because: '老人没有同意', decided: true };
  return { ...without, decided: false };
}

type Kept = { decision: ConsentDecision; valid_from: string; valid_to: string | null };

/** The newest decision whose days hold today; `rows` newest first. */
export const standing = (rows: readonly Kept[], today: string): ConsentDecision | undefined =>
  rows.find(row => row.valid_from <= today && (row.valid_to === null || row.valid_to >= today))?.decision;

/** What the family sees of the elder; a legal guardian sees it without asking. */
export const isOfFamily = (purpose: string): boolean => purpose.startsWith('family-');

/** Whoever would see more by it cannot decide it: the family about the family, staff only with evidence. */
export function whyNot(purpose: string, role: Role): string | null {
  if (isOfFamily(purpose) && role === 'family') return '家属能不能看，由老人本人决定，或由社区上门记下';
  return null;
}

/** In place of what is not shown: why. */
export const saysWhy = (name: string, because: string): string => `${because}“${name}”，这里不显示`;
/** And how to obtain it; refusals say it by their code. */
export const HOW = '需要看的，请老人本人在“我的同意”里打开，或请社区上门记下他的同意';
