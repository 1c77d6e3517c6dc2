import { z } from 'zod';
import { DISABILITY_KINDS, ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import { ageOn, type CivilDate } from '#shared/dates.ts';
import { PERSON } from '../catalogue/person-facts.ts';

/** A group of people named by a document: every condition given must hold. Data of parameters.yaml. */
export const Group = z.strictObject({
  nameZh: z.string(),
  minAge: z.int().optional(),
  minLevel: z.int().optional(),
  maxLevel: z.int().optional(),
  dementia: z.literal(true).optional(),
  economicClasses: z.array(z.enum(ECONOMIC_CLASSES)).optional(),
  familyPlanningSpecial: z.literal(true).optional(),
  livings: z.array(z.string()).optional(),
  disabilities: z
    .strictObject({ kinds: z.array(z.enum(DISABILITY_KINDS)), grades: z.array(z.int().min(1).max(4)) })
    .optional(),
});
export type Group = z.infer<typeof Group>;
export const Groups = z.array(Group);

/** The facts that groups look at, as the register names them. */
export const GROUP_FACTS = {
  bornOn: PERSON.bornOn,
  economicClass: PERSON.economicClass,
  familyPlanningSpecial: PERSON.familyPlanningSpecial,
  abilityLevel: PERSON.abilityLevel,
  dementia: PERSON.dementia,
  disabilities: PERSON.disabilities,
  living: PERSON.living,
} as const;

export type Disabilities = readonly { kind: string; grade: number }[];
export type GroupFacts = {
  bornOn?: string | null | undefined;
  economicClass?: string | null | undefined;
  familyPlanningSpecial?: boolean | null | undefined;
  abilityLevel?: number | null | undefined;
  dementia?: boolean | null | undefined;
  disabilities?: Disabilities | null | undefined;
  living?: string | null | undefined;
};

export const hasDisability = (
  held: Disabilities | null | undefined,
  wanted: { kinds: readonly string[]; grades: readonly number[] },
): boolean => (held ?? []).some(each => wanted.kinds.includes(each.kind) && wanted.grades.includes(each.grade));

/** The first group the person belongs to on a day; a fact nobody has stated is not so. */
export function groupOf(groups: readonly Group[], facts: GroupFacts, on: CivilDate): Group | undefined {
  const { bornOn, abilityLevel, economicClass, living } = facts;
  const age = bornOn ? ageOn(bornOn, on) : -1;
  const level = abilityLevel ?? -1;
  return groups.find(
    each =>
      age >= (each.minAge ?? -1) &&
      level >= (each.minLevel ?? -1) &&
      level <= (each.maxLevel ?? Number.POSITIVE_INFINITY) &&
      (!each.dementia || facts.dementia === true) &&
      (!each.familyPlanningSpecial || facts.familyPlanningSpecial === true) &&
      (!each.economicClasses || each.economicClasses.includes((economicClass ?? 'none') as 'none')) &&
      (!each.livings || each.livings.includes(living ?? '')) &&
      (!each.disabilities || hasDisability(facts.disabilities, each.disabilities)),
  );
}

export const groupNames = (groups: readonly Group[]): string => groups.map(each => each.nameZh).join('；');
