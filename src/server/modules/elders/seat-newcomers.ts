import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { insertRows } from './db/insert-rows.ts';
import { countNewcomers, listNewcomers, placesOfStreet } from './db/newcomers.ts';
import {
  countSeated,
  listGaps,
  listPostings,
  lockRemake,
  lockRoll,
  readRoll,
  replaceGaps,
  writeRoll,
} from './db/remake.ts';
import { OUTSIDE_ENOUGH } from './remake-rolls.ts';
import { ANYBODY, searchGrams } from './rules/grams.ts';
import { startMerge } from './rules/merge-roll.ts';

type Street = { code: string; communities: string[]; people: number };
/** Old seat → new seat of a street whose roll was written anew. */
export type Moved = Map<string, Uint32Array>;
type Report = (done: number, of: number) => Promise<void>;

/**
 * Makes everybody whom an import wrote findable, in the import's own transaction: where many came to a street they are
 * seated in its roll, where few did they stand beside it like whoever registers at the desk. Single people are written
 * meanwhile as always; `settleGaps` has to end the transaction.
 */
export async function seatNewcomers(ctx: Context, importId: string, report: Report): Promise<Moved> {
  const streets = await streetsOf(ctx, importId);
  const moved: Moved = new Map();
  for (const [i, street] of streets.entries()) {
    if (!(await isWorthSeating(ctx, street))) await stayOutside(ctx, importId, street);
    else moved.set(street.code, await ofStreet(ctx, street.code, inner => seatStreet(inner, importId, street)));
    await report(i + 1, streets.length);
  }
  return moved;
}

/** A roll belongs to the street: whoever imports for a community does not reach it. */
const ofStreet = <T>(ctx: Context, areaCode: string, work: (inner: Context) => Promise<T>): Promise<T> =>
  asBatch(ctx, { areaCode, why: '导入的老年人排进街道名册' }, work);

async function streetsOf(ctx: Context, importId: string): Promise<Street[]> {
  const streets = new Map<string, Street>();
  for (const { areaCode, people } of await countNewcomers(ctx, importId)) {
    const code = `${areaCode.slice(0, 9)}000`;
    const street = streets.get(code) ?? { code, communities: [], people: 0 };
    street.communities.push(areaCode);
    street.people += people;
    streets.set(code, street);
  }
  return [...streets.values()];
}

/** Seating writes all postings of the street anew: worth it where the newcomers' narrow rows would be as many. */
async function isWorthSeating(ctx: Context, { code, people }: Street): Promise<boolean> {
  if (people <= OUTSIDE_ENOUGH) return false;
  const seated = await ofStreet(ctx, code, inner => countSeated(inner, code));
  return people * WORTH >= seated;
}
const WORTH = 10;

async function stayOutside(ctx: Context, importId: string, street: Street): Promise<void> {
  for (const community of street.communities) {
    const people = await listNewcomers(ctx, importId, community);
    const rows = people.flatMap(one =>
      searchGrams(one, one.tags).map(gram => [gram, one.areaCode, one.name, one.elderId]),
    );
    await insertRows(ctx.client, { elder_grams: rows });
  }
}

/** The new roll beside the one that others still read; who has left that one is known for certain only at the end. */
async function seatStreet(ctx: Context, importId: string, street: Street): Promise<Uint32Array> {
  await lockRemake(ctx, street.code);
  const old = await readRoll(ctx, street.code);
  const everybody = await placesOfStreet(ctx, street.code);
  // Read after the names: whoever was renamed in between shows as a gap already.
  const gaps = new Set(await listGaps(ctx, street.code));
  const places = Array.from({ length: old.elderIds.length / 16 }, (_, seat) =>
    gaps.has(seat) ? undefined : everybody.get(old.elderIds.toString('hex', seat * 16, seat * 16 + 16)),
  );
  const merge = startMerge(street.code, old, places);
  for (const community of street.communities) {
    for (const { tags, ...person } of await listNewcomers(ctx, importId, community)) {
      const grams = searchGrams(person, tags).filter(gram => gram !== ANYBODY);
      merge.add({ ...person, alive: true, grams });
    }
  }
  const { roll, seatOf } = merge.finish(await listPostings(ctx, street.code));
  await writeRoll(ctx, roll);
  return seatOf;
}

/** The last thing before the commit: who left the former rolls, by others or by this import, has left the new ones too. */
export async function settleGaps(ctx: Context, moved: Moved): Promise<void> {
  for (const [street, seatOf] of [...moved].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await ofStreet(ctx, street, async inner => {
      await lockRoll(inner, street);
      const gaps = await listGaps(inner, street);
      const now = gaps.map(seat => seatOf[seat] ?? 0);
      if (gaps.length > 0) await replaceGaps(inner, street, now);
    });
  }
}
