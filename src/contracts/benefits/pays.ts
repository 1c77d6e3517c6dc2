import { z } from 'zod';

/** Whom money is for: persons themselves, or an organisation for the persons it serves, or for the beds it has. */
export const SPENT_TYPES = ['person', 'served', 'bed'] as const;
export const SpentType = z.enum(SPENT_TYPES, { error: '请选补给谁' });
export type SpentType = z.infer<typeof SpentType>;
export const SPENT_TYPE_LABELS = {
  person: '补人头：发给本人（钱或服务券）',
  served: '补人头：给机构，按服务的人算',
  bed: '补床头：给机构，按床位算',
} as const satisfies Record<SpentType, string>;

type Pays = { person?: SpentType; provider?: SpentType };

/**
 * Every scheme and what its money is for, by who receives it; `{}` pays no money. The one place that says so: the money
 * report, the overview of schemes and the rehearsal 补床头 → 补人头 read it.
 */
export const PAYS = {
  ...{ hardship: { person: 'person' }, care: { person: 'person' }, advancedAge: { person: 'person' } },
  // The bed stands in the person's own home and is counted by the person.
  homeCareBed: { person: 'person', provider: 'served' },
  meal: { person: 'person', provider: 'served' },
  disabledPersonsCare: { person: 'person' },
  disabledPersonsLiving: { person: 'person' },
  familyPlanningSpecialAid: { person: 'person' },
  institutionResidence: { person: 'person' },
  minimumLiving: { person: 'person' },
  destituteSupport: { person: 'person' },
  temporaryRelief: { person: 'person' },
  childrensAllowance: { person: 'person' },
  homeAdaptation: { person: 'person' },
  festivalVisit: { person: 'person' },
  funeral: { person: 'person' },
  ecoBurial: { provider: 'served' },
  station: { provider: 'served' },
  institutionOperating: { provider: 'served' },
  institutionBeds: { provider: 'bed' },
  // Paid to a provider, but one the person chose: the money is the person's.
  voucher: { person: 'person' },
  ...{ basicService: {}, familyDoctor: {}, onePressCall: {}, seniorCard: {}, lowIncomeFamily: {} },
  // A standard, a limit of work and who bears which part of a bill: nothing is paid by them.
  ...{ consumptionRatio: {}, registerUpkeep: {}, ltcCoordination: {} },
} as const satisfies Record<string, Pays>;

const all: Readonly<Record<string, Pays>> = PAYS;

/** What a scheme's money is for, each once; empty where it pays none. */
export const paysOf = (scheme: string): SpentType[] => [...new Set(Object.values(all[scheme] ?? {}))];

/** What a line of a scheme is for, by its receiver; undefined where the scheme pays nobody of that sort. */
export const paysTo = (scheme: string, payee: 'person' | 'provider'): SpentType | undefined => all[scheme]?.[payee];
