import type { z } from 'zod';
import type { Payee, Per, SchemeKind } from '#contracts/benefits/catalogue.ts';
import type { CivilDate } from '#shared/dates.ts';
import type { Facts, FactsOf } from './fields.ts';

/** Values named in a sentence: `…Fen` is written as yuan, `…Percent` with %. */
export type Said = { code: string; values?: Readonly<Record<string, string | number>> };
/** A part of the amount; null = entitled, amount not set. */
export type Line = Said & { amountFen: number | null; per: Per; payee: Payee };

/** What a rule answers: everything in the way, or what is due and for what; `missing` are names of facts. */
export type Verdict<F extends Facts = Facts> = {
  refusals: readonly Said[];
  missing: readonly (keyof F & string)[];
  lines: readonly Line[];
};

export type LawShape = Record<string, z.ZodType>;
/** Parameters in force on the day; null = none, or not set. */
export type LawOf<L extends LawShape> = { readonly [K in keyof L]: z.output<L[K]> | null };
export type Question<F extends Facts, L extends LawShape> = {
  facts: FactsOf<F>;
  law: LawOf<L>;
  /** The day of entitlement, which decides the amounts. */
  on: CivilDate;
};

/**
 * One scheme, whatever it is counted by. `decide` is pure and reads numbers of the law from `law` only; its words stand
 * in the folder's parameters.yaml under `reasons`, by code.
 */
export type SchemeDefinition<F extends Facts = Facts, L extends LawShape = LawShape> = {
  key: string;
  folder: string;
  kind: SchemeKind;
  facts: F;
  law: L;
  decide: (question: Question<F, L>) => Verdict<F>;
};

/** Erases the types after checking them against each other: the table of schemes holds them all. */
export const defineScheme = <F extends Facts, L extends LawShape>(scheme: SchemeDefinition<F, L>): SchemeDefinition =>
  scheme as unknown as SchemeDefinition;

/** Facts that must be known, in order; `null` and absent count as missing. */
export const unknown = <K extends string>(facts: Readonly<Record<K, unknown>>, needed: readonly K[]): readonly K[] =>
  needed.filter(name => facts[name] === null || facts[name] === undefined);

export const refuse = (code: string, values: Said['values'] = {}): Said[] => [{ code, values }];
