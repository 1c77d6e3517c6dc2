import { SCHEMES } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { lawOf } from '../law/compile.ts';
import { definitions, valueIn } from '../law/definitions.ts';
import { monthIndex, monthText } from '../rules/civil-numbers.ts';
import { decidePage, type Known, type Marked, storedKey } from './decide-page.ts';
import { pagesOf } from './determine-people.ts';
import { draftPiece, fillDraft, openDraft, readStored } from './store-changes.ts';

/** Months from `first` up to and without `until`. */
export function monthsBetween(first: string, until: string): string[] {
  const months: string[] = [];
  for (let at = monthIndex(first); at < monthIndex(until); at++) months.push(monthText(at));
  return months;
}

/**
 * A month already determined, by today's law of that month: whoever's tier pays more now gets the new amount. A law that
 * pays less later takes nothing back by itself. Answers the rows raised.
 */
export async function raiseRates(ctx: Context, of: { month: string; payerCode: string }): Promise<number> {
  const tiers = SCHEMES.flatMap(scheme =>
    (valueIn(definitions()[scheme].parameters.tiers, of.month) ?? []).map(tier => ({
      scheme,
      key: tier.key,
      fen: tier.amountFen,
    })),
  );
  const { rowCount } = await ctx.client.query(
    `update benefit_determinations d set amount_fen = t.fen, determined_at = $6, facts_mark = null,
       reasons = (select jsonb_agg(case when r -> 'parameter' ->> 'id' = d.scheme || '.tiers.' || d.tier
         then jsonb_set(r, '{parameter,value}', to_jsonb(t.fen)) else r end order by n)
         from jsonb_array_elements(d.reasons) with ordinality as x (r, n))
     from unnest($3::text[], $4::text[], $5::bigint[]) as t (scheme, tier, fen)
     where d.month = $1 and d.payer_code = $2 and d.scheme = t.scheme and d.tier = t.tier and d.amount_fen < t.fen`,
    [of.month, of.payerCode, tiers.map(t => t.scheme), tiers.map(t => t.key), tiers.map(t => t.fen), ctx.now],
  );
  return rowCount ?? 0;
}

/**
 * Whoever is newly paid in `month` from an earlier month on (late application, 160号六) gets the months between, each by
 * its own law. Only before the first month that was ever determined for the person and scheme: a gap in the middle has
 * its reason, which present facts no longer show. Answers the rows added.
 */
export async function fillEarlierMonths(
  ctx: Context,
  of: { month: string; floor: string; payerCode: string },
): Promise<number> {
  let added = 0;
  for (const month of monthsBetween(of.floor, of.month)) {
    const { rows } = await ctx.client.query<{ elder_id: string; scheme: (typeof SCHEMES)[number] }>(
      `select d.elder_id, d.scheme from benefit_determinations d
       where d.month = $1 and d.payer_code = $2 and d.from_month <= $3
         and not exists (select from benefit_determinations e where e.elder_id = d.elder_id and e.scheme = d.scheme and e.month <= $3)`,
      [of.month, of.payerCode, month],
    );
    if (rows.length > 0)
      added += await fillMonth(ctx, month, new Set(rows.map(row => storedKey(row.elder_id, row.scheme))));
  }
  return added;
}

async function fillMonth(ctx: Context, month: string, wanted: ReadonlySet<string>): Promise<number> {
  const ids = [...new Set([...wanted].map(key => key.slice(0, 36)))];
  const people = { by: 'ids' as const, ids };
  const law = lawOf(monthIndex(month));
  const known: Known = { stored: await readStored(ctx, month, people), offered: new Set(), wantsOffers: false };
  const found: Marked[] = [];
  for await (const page of pagesOf(ctx, month, people)) {
    for (const { changed } of decidePage(page, { law, known }))
      found.push(...changed.filter(each => wanted.has(storedKey(each.elderId, each.scheme))));
  }
  await openDraft(ctx);
  if (found.length > 0) await fillDraft(ctx, [draftPiece(found)]);
  const { rowCount } = await ctx.client.query(
    `insert into benefit_determinations (elder_id, determination_id, area_code, happened_area, scheme, month, amount_fen,
       from_month, paid_by, payer_code, tier, facts_mark, document_numbers, reasons, determined_at)
     select elder_id, determination_id, area_code, area_code, scheme, $1, amount_fen, from_month, paid_by, payer_code, tier,
       facts_mark, document_numbers, reasons, $2 from determination_draft where from_month <= $1
     on conflict do nothing`,
    [month, ctx.now],
  );
  await ctx.client.query('drop table determination_draft, determination_gone');
  return rowCount ?? 0;
}
