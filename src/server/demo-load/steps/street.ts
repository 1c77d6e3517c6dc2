import { copyApplications } from '#modules/benefits/bulk/index.ts';
import { copyStreet, type NewElder } from '#modules/elders/index.ts';
import { type DemoAssessment, eldersOf, type Place } from '../../demo/index.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';
import { applicationsOf } from './benefits.ts';
import { publishedAssessments, registered } from './people.ts';

/** All elders of one street by COPY, and outside the streets with a history the benefits they have been granted. */
export async function loadStreet(ctx: StepContext, places: readonly Place[]): Promise<number> {
  const { world, keys, today, now, client } = ctx;
  const people: NewElder[] = [];
  const applying: NewElder[] = [];
  for (const place of places) {
    const elders = eldersOf(world.map.seed, place, world.codes);
    const assessments: DemoAssessment[] = publishedAssessments(ctx, place, elders);
    const own = registered(elders, assessments);
    for (const person of own) people.push(person);
    // Streets with a history bring their applications with it.
    if (!world.history.includes(place)) for (const person of own) applying.push(person);
  }
  const code = places[0]?.streetCode ?? '';
  const rows = await copyStreet(client, { code, people }, { keys, today, now, by: DEMO_BY });
  const applications = applying.flatMap(person => applicationsOf(world, person));
  await copyApplications(client, applications);
  return rows + applications.length;
}
