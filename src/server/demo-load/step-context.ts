import type pg from 'pg';
import type { Keys } from '#platform/secrets/keys.ts';
import type { World } from './plan.ts';

/** Who the bulk load signs as; every synthetic record says so. */
export const DEMO_BY = '演示数据';

/**
 * `client` is in the batch role over the whole city and inside the step's transaction; `owner` stands above the row rules
 * and is there for the whole city only.
 */
export type StepContext = {
  client: pg.ClientBase;
  owner?: pg.ClientBase | undefined;
  keys: Keys;
  world: World;
  today: string;
  now: string;
};

/** One part of the load: all of it is there or none. Its name is `<kind>` or `<kind>:<what>`. */
export type Step = { name: string; label: string; weight: number; asOwner?: boolean };
