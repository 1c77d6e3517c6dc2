import type { MeansFact, MeansJudgement } from '#contracts/relief-means.ts';

export type Counted = { fact: MeansFact };
type Elder = { economic_class: string; hukou_in_beijing: boolean; born_on: string; ability_level: number | null };

const partsOf = <P extends MeansFact['part']>(entries: readonly Counted[], part: P) =>
  entries.map(one => one.fact).filter(fact => fact.part === part) as Extract<MeansFact, { part: P }>[];

/** Fen by month of a member (empty name = the elder); null where nothing is written down for him. */
function incomeOf(entries: readonly Counted[], name: string): number | null {
  const own = partsOf(entries, 'income').filter(one => one.of === name);
  return own.length === 0 ? null : own.reduce((sum, one) => sum + one.fen, 0);
}

/**
 * Sums of what is on file. A member without an income entry is not known to earn nothing: the whole list then counts as
 * missing, as the schemes' folders say. 0 is written down as 0.
 */
export function totalsOf(entries: readonly Counted[]) {
  const sum = (rows: readonly { fen: number }[]) => rows.reduce((total, row) => total + row.fen, 0);
  return {
    persons: partsOf(entries, 'member').length + 1,
    incomeFen: sum(partsOf(entries, 'income')),
    spendingFen: sum(partsOf(entries, 'spending')),
  };
}

/** What 低保, 低收入, 特困 and 临时救助 ask, each by the names of its own facts. */
export function factsOf(elder: Elder, judgement: MeansJudgement | null, entries: readonly Counted[]) {
  const members = [
    {
      incomeFen: incomeOf(entries, ''),
      severelyIll: judgement?.severelyIll ?? false,
      severelyDisabled: judgement?.severelyDisabled ?? false,
    },
    ...partsOf(entries, 'member').map(one => ({
      incomeFen: incomeOf(entries, one.name),
      severelyIll: one.severelyIll,
      severelyDisabled: one.severelyDisabled,
    })),
  ];
  const childFamilies = partsOf(entries, 'child').map(({ fen, persons, parentFamilies, onAssistance }) => ({
    ...{ incomeFen: fen, persons, parentFamilies, onAssistance },
  }));
  const { hukou_in_beijing: hukouInBeijing, economic_class: economicClass } = elder;
  const household = {
    ...{ hukouInBeijing, economicClass, members, childFamilies },
    propertyWithinRule: judgement?.propertyWithinRule ?? null,
    ...{ singleParent: judgement?.singleParent ?? false, supporterIs60: judgement?.supporterIs60 ?? false },
  };
  const spending = partsOf(entries, 'spending');
  const known = members.every(one => one.incomeFen !== null);
  return {
    minimumLiving: household,
    lowIncomeFamily: household,
    destituteSupport: {
      ...{ bornOn: elder.born_on, hukouInBeijing, economicClass },
      ...(elder.ability_level !== null && { abilityLevel: elder.ability_level }),
      noIncome: known && members.every(one => one.incomeFen === 0),
      noSupporter: judgement?.noSupporter ?? false,
    },
    temporaryRelief: {
      economicClass,
      spentFen: spending.length === 0 ? null : spending.reduce((sum, one) => sum + one.fen, 0),
      severelyDisabled: members.some(one => one.severelyDisabled),
    },
  };
}
