import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { type CopiedRows, copyOut } from '#platform/database/copy-out.ts';
import type { Context } from '#platform/http/context.ts';
import type { FoundOffer } from '../db/offers.ts';
import { lawOf } from '../law/compile.ts';
import { monthIndex } from '../rules/civil-numbers.ts';
import { decidePage, type Known, storedKey } from './decide-page.ts';
import { type PeopleOfRun, rowsOf, whereOffers, wherePeople } from './people-of-run.ts';
import { lineAt, type PersonLine, peopleSql } from './person-line.ts';
import { type Changes, draftPiece, readStored, storeChanges } from './store-changes.ts';

export type Determined = Changes & {
  people: number;
  granted: number;
  amountFen: number;
  problems: number;
  /** New offers, and ids of those that no longer stand. */
  offers: FoundOffer[];
  lapsedOffers: string[];
};

type Wanted = {
  month: string;
  people: PeopleOfRun;
  batchId: string | null;
  wantsOffers: boolean;
};

/**
 * Determines a month for a set of people in the caller's transaction (batch role): people by COPY, decided in
 * columns, reasons only for what is new, written by COPY into a draft and one statement each.
 */
export async function determinePeople(ctx: Context, wanted: Wanted): Promise<Determined> {
  const { month, people } = wanted;
  const law = lawOf(monthIndex(month));
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [`benefits.determine ${month}`]);
  const stored = await readStored(ctx, month, people);
  const openOffers = wanted.wantsOffers ? await readOffers(ctx, people) : new Map<string, OpenOffer>();
  const known: Known = { stored, offered: new Set(openOffers.keys()), wantsOffers: wanted.wantsOffers };
  const gone = new Set(stored.keys());
  const lapsed = new Map([...openOffers].filter(([, each]) => each.isOpen));
  const done = { people: 0, granted: 0, amountFen: 0, problems: 0, offers: [] as FoundOffer[] };
  // The connection is taken by the people until the last of them: what is new waits as bytes.
  const pieces: Buffer[] = [];
  for await (const page of pagesOf(ctx, month, people)) {
    const changed = [];
    done.people += page.count;
    for (const verdict of decidePage(page, { law, known })) {
      if (verdict.problem) done.problems++;
      done.granted += verdict.paid.length;
      done.amountFen += verdict.amountFen;
      for (const scheme of verdict.paid) gone.delete(storedKey(verdict.elderId, scheme));
      for (const key of verdict.offerKeys) lapsed.delete(key);
      for (const each of verdict.changed) changed.push(each);
      for (const each of verdict.offers) done.offers.push(each);
    }
    if (changed.length > 0) pieces.push(draftPiece(changed));
  }
  const changes = await storeChanges(ctx, { month, batchId: wanted.batchId, pieces, gone, isFirst: stored.size === 0 });
  return { ...done, ...changes, lapsedOffers: [...lapsed.values()].map(each => each.id) };
}

type Asked = PeopleOfRun & { also?: readonly string[] };

/** The people of a run, some thousands at once; the connection answers nothing else until the last page was taken. */
export async function* pagesOf(ctx: Context, month: string, people: Asked): AsyncGenerator<CopiedRows> {
  const { sql, values } = wherePeople(people);
  await ctx.client.query("set local work_mem = '64MB'");
  yield* copyOut(ctx.client, peopleSql(sql, rowsOf(people), people.also), [`${month}-01`, ...values]);
}

/** The same as lines, one a person. */
export async function* linesOf(ctx: Context, month: string, people: Asked): AsyncGenerator<PersonLine[]> {
  for await (const page of pagesOf(ctx, month, people))
    yield Array.from({ length: page.count }, (_, row) => lineAt(page, row));
}

type OpenOffer = { id: string; isOpen: boolean };

/** Offers of the monthly allowances only: what else was offered is no business of a month. */
async function readOffers(ctx: Context, people: PeopleOfRun): Promise<Map<string, OpenOffer>> {
  const { sql, values } = whereOffers(people);
  const { rows } = await ctx.client.query<{ offer_id: string; elder_id: string; scheme: Scheme; status: string }>(
    `select o.offer_id, o.elder_id, o.scheme, o.status from benefit_offers o
     where o.scheme = any(string_to_array($1, ' ')) and ${sql} and o.status <> 'lapsed'`,
    [SCHEMES.join(' '), ...values],
  );
  return new Map(
    rows.map(row => [
      storedKey(row.elder_id, row.scheme),
      { id: row.offer_id, isOpen: row.status === 'found' || row.status === 'notified' },
    ]),
  );
}
