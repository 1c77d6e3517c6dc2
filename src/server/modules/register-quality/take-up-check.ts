import type { JobTools } from '#platform/outbox/publish.ts';
import * as db from './db/check-rounds.ts';
import { meetings, type RegisterColumns } from './match-register.ts';
import { joinPairs, type Pairs } from './matching/blocking.ts';
import type { Columns } from './matching/columns.ts';

/** Rounds are kept so often at most: a street is done before the first time. */
const KEEP_EVERY_MS = 1_000;

export type Begun = { beganAt: string; rounds: db.Rounds | undefined };

/** The check of this area that was killed or stopped today, else a new one. */
export async function takeUpCheck(tools: JobTools, areaCode: string): Promise<Begun> {
  return tools.inArea(areaCode, '底册查重：看上次查到哪里', async ctx => {
    const rounds = await db.findRounds(ctx, areaCode);
    if (!rounds) await db.dropRounds(ctx, areaCode);
    return { beganAt: rounds?.beganAt ?? ctx.now, rounds };
  });
}

type Meeting = { all: Columns; people: RegisterColumns; begun: Begun; keepEveryMs?: number | undefined };
export type Met = { met: Pairs; compared: number; takenUp: number };

/** The rounds that are not done yet, kept as they end; undefined = stopped. Whoever left the register since is left out. */
export async function meetAll(tools: JobTools, areaCode: string, of: Meeting): Promise<Met | undefined> {
  const { all, people, begun, keepEveryMs = KEEP_EVERY_MS } = of;
  const done = begun.rounds ?? { names: [], compared: 0, met: [] };
  const parts = [pairsOf(people, done.met)];
  let compared = done.compared;
  let fresh = newRounds(begun.beganAt);
  let kept = performance.now();
  for (const round of meetings(all, { names: new Set(done.names), pairs: done.compared })) {
    parts.push(round.met);
    compared += round.compared;
    fresh.names.push(round.name);
    fresh.compared += round.compared;
    fresh.pairs.push(round.met);
    if (performance.now() - kept < keepEveryMs) continue;
    const keep = { ...fresh, met: idsOf(people, joinPairs(fresh.pairs)) };
    await tools.inArea(areaCode, '底册查重：记下比到哪里', ctx => db.addRounds(ctx, areaCode, keep));
    fresh = newRounds(begun.beganAt);
    kept = performance.now();
    if (!(await tools.progress(all.size, all.size * 2, `比了${compared.toLocaleString('en')}对`))) return undefined;
  }
  return { met: joinPairs(parts), compared, takenUp: done.names.length };
}

const newRounds = (beganAt: string) => ({ beganAt, names: [] as string[], compared: 0, pairs: [] as Pairs[] });

function idsOf({ ids }: RegisterColumns, { left, right }: Pairs): string[] {
  return Array.from(left, (a, at) => [ids[a] ?? '', ids[right[at] ?? -1] ?? '']).flat();
}

function pairsOf({ ids }: RegisterColumns, met: readonly string[]): Pairs {
  if (met.length === 0) return joinPairs([]);
  const wanted = new Set(met);
  const placeOf = new Map<string, number>();
  for (const [at, id] of ids.entries()) if (wanted.has(id)) placeOf.set(id, at);
  const [left, right]: [number[], number[]] = [[], []];
  for (let at = 0; at < met.length; at += 2) {
    const [a, b] = [placeOf.get(met[at] ?? ''), placeOf.get(met[at + 1] ?? '')];
    if (a === undefined || b === undefined) continue;
    left.push(Math.min(a, b));
    right.push(Math.max(a, b));
  }
  return { count: left.length, left: Int32Array.from(left), right: Int32Array.from(right) };
}
