import type { NewElder } from '#modules/elders/index.ts';
import { insertElders } from '#modules/elders/index.ts';
import { newElderOf } from '../../demo/elder-rows.ts';
import { communityHistory, type DemoAssessment, type DemoElder, eldersOf, type Place } from '../../demo/index.ts';

import { DEMO_BY, type StepContext } from '../step-context.ts';

/** Few enough that the arrays of one statement stay in a processor's cache, many enough that round trips do not count. */
const PEOPLE_A_CALL = 1_000;

/** All elders of one community: facts, sealed data, grams, tags, scopes, households, contacts. */
export async function loadPeople(ctx: StepContext, place: Place): Promise<number> {
  const elders = eldersOf(ctx.world.map.seed, place, ctx.world.codes);
  return insertRegistered(ctx, elders, publishedAssessments(ctx, place, elders));
}

/** People into the register, some hundred a statement. */
export async function insertRegistered(
  ctx: StepContext,
  elders: readonly DemoElder[],
  assessments: readonly DemoAssessment[] = [],
): Promise<number> {
  const { keys, today, now } = ctx;
  const people = registered(elders, assessments);
  for (let from = 0; from < people.length; from += PEOPLE_A_CALL) {
    const part = people.slice(from, from + PEOPLE_A_CALL);
    await insertElders(ctx.client, part, { keys, today, now, by: DEMO_BY });
  }
  return elders.length;
}

/** The assessments of the history date each person's ability; communities without history have none. */
export function publishedAssessments({ world }: StepContext, place: Place, elders: DemoElder[]): DemoAssessment[] {
  if (!world.history.includes(place)) return [];
  const events = [...communityHistory(world.map, world.supply, { place, elders })];
  return events.filter(event => event.kind === 'assessment');
}

/** People as the register knows them: the ability of a published assessment, else as the street's survey found it. */
export function registered(elders: readonly DemoElder[], assessments: readonly DemoAssessment[]): NewElder[] {
  const published = new Map(assessments.filter(a => a.publishedOn).map(a => [a.elderId, a]));
  return elders.map(e => withAbility(newElderOf(e), published.get(e.elderId)));
}

/** The newest published assessment dates the ability; without one it stands as the street's survey found it. */
const withAbility = (elder: NewElder, assessment: DemoAssessment | undefined): NewElder =>
  assessment?.validTo ? { ...elder, abilityLevel: elder.abilityLevel ?? 0, abilityValidTo: assessment.validTo } : elder;
