import type pg from 'pg';
import type { World } from './plan.ts';
import { PERSON_SIZED, putUp, takeDown } from './rebuild.ts';
import type { Step, StepContext } from './step-context.ts';
import { loadStreet } from './steps/street.ts';

export const VACUUM = 'vacuum:';
const TAKE_DOWN = 'take-down';

const asOwner = (name: string, label: string, weight: number): Step => ({ name, label, weight, asOwner: true });

/** Before anybody is there: indexes and keys go. */
export const cityStart = (): Step[] => [asOwner(TAKE_DOWN, '撤下索引', 100)];

/** Everybody, street by street: a street's roll is made from all of its people at once. */
export function cityPeople(world: World): Step[] {
  const streets = new Map<string, number>();
  for (const p of world.people) streets.set(p.streetCode, (streets.get(p.streetCode) ?? 0) + p.elders);
  return [...streets].map(([code, elders]) => asOwner(`street:${code}`, '人员', elders));
}

/** Time that a part takes, in people loaded in that time (measured on 5.14 million: an index is 1/120 of the people). */
const INDEX_SHARE = 1 / 120;
const VACUUM_SHARE = 1 / 120;

/** Indexes and keys that are down in this database; the list is read when their phase begins. */
export async function cityRebuild(client: pg.ClientBase, elders: number): Promise<{ indexes: Step[]; keys: Step[] }> {
  const { rows } = await client.query<{ name: string }>('select name from demo_rebuild order by position');
  const weight = Math.ceil(elders * INDEX_SHARE);
  const steps = rows.map(({ name }) => asOwner(name, '建立索引', name.startsWith('index:') ? weight : weight / 4));
  return {
    indexes: steps.filter(step => step.name.startsWith('index:')),
    keys: steps.filter(step => step.name.startsWith('key:')),
  };
}

/** Statistics and visibility of the large tables, so that the first pages need no autovacuum. */
export const cityEnd = (elders: number): Step[] => [
  ...PERSON_SIZED.map(table => asOwner(`${VACUUM}${table}`, '整理', Math.ceil(elders * VACUUM_SHARE))),
  asOwner('analyze', '整理', Math.ceil(elders * VACUUM_SHARE)),
];

/** Work of the steps that only the whole city has; undefined for any other. */
export function cityWork(ctx: StepContext, step: Step): Promise<number> | undefined {
  const { client, world } = ctx;
  const [kind, code = ''] = step.name.split(':');
  if (step.name === TAKE_DOWN) return takeDown(client);
  if (kind === 'street') {
    return loadStreet(
      ctx,
      world.people.filter(p => p.streetCode === code),
    );
  }
  if (kind === 'index' || kind === 'key') return putUp(client, step.name);
  if (step.name.startsWith(VACUUM)) return Promise.resolve(0);
  if (step.name === 'analyze') return client.query('analyze').then(() => 0);
  return undefined;
}
