import type { Context } from '#platform/http/context.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import type { DemoElder, DemoEvent, Place } from '../demo/index.ts';
import type { World } from './plan.ts';

/** What the loaders of one community's history share. */
export type HistoryContext = {
  /** Batch context on the step's transaction, for the modules' own duties. */
  ctx: Context;
  world: World;
  place: Place;
  keys: Keys;
  elders: Map<string, DemoElder>;
};

export type EventOf<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;

export const elderOf = (h: HistoryContext, id: string): DemoElder => {
  const elder = h.elders.get(id);
  if (!elder) throw new Error(`no elder ${id} in ${h.place.code}`);
  return elder;
};
