import type { KeptFacts, PersonRecord, UsedBy } from './db-statements.ts';

/**
 * A past month is computed again from what its people were when it was paid: a later grade, class or way of living does not
 * reach back. A day of death does, it is dated. Who was not on the former statement is taken as recorded now. Pure.
 */
export function withFacts(uses: readonly UsedBy[], former: readonly PersonRecord[]): UsedBy[] {
  const kept = new Map(former.map(each => [each.elder_id, each.facts]));
  return uses.map(use => ({ ...use, ...kept.get(use.elder_id) }));
}

/** What is kept of a person for a later round; null where the person has no use. */
export function factsKept(uses: readonly UsedBy[], elderId: string): KeptFacts | null {
  const use = uses.find(each => each.elder_id === elderId);
  if (!use) return null;
  const { born_on, hukou_in_beijing, economic_class, family_planning_special } = use;
  const { ability_level, ability_valid_to, dementia, disabilities, living } = use;
  const person = { born_on, hukou_in_beijing, economic_class, family_planning_special, living };
  return { ...person, ability_level, ability_valid_to, dementia, disabilities };
}

/** Each person beside what the round before gave; who has no record left stands with nothing. Pure. */
export function compareRounds(now: readonly PersonRecord[], former: readonly PersonRecord[]): PersonRecord[] {
  const before = new Map(former.map(each => [each.elder_id, each]));
  const still = new Set(now.map(each => each.elder_id));
  const gone = former
    .filter(each => !still.has(each.elder_id))
    .map(each => ({
      ...{ elder_id: each.elder_id, elder_name: each.elder_name, days: 0, diner_days: null, ability_level: null },
      ...{ counted: false, because: '当月的记录已经撤销', amount_fen: 0, former_fen: each.amount_fen },
      facts: each.facts ?? null,
    }));
  return [...now.map(each => ({ ...each, former_fen: before.get(each.elder_id)?.amount_fen ?? 0 })), ...gone];
}
