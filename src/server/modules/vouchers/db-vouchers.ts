import { ABILITY_LABELS, TAG_LABELS } from '#contracts/elders.ts';
import type { VoucherStatus } from '#contracts/voucher-lifecycle.ts';
import type { VoucherRule } from '#contracts/vouchers.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import type { NewIssue, SchemeRow } from './db-schemes.ts';

export type VoucherRow = {
  elder_id: string;
  voucher_id: string;
  scheme_id: string;
  issue_id: string;
  area_code: string;
  payer_code: string;
  scheme_name: string;
  period_key: string;
  elder_name: string;
  because: string;
  items: string[];
  item_names: string[];
  value_fen: number;
  balance_fen: number;
  valid_from: string;
  valid_to: string;
  confidence: 'found' | 'designDefault';
  document_number: string | null;
  status: VoucherStatus;
  note: string | null;
};

/**
 * Whom the rule names on a day, with the reasons: `$1` day, `$2` age, `$3` ability levels with `$4` their words, `$5` economic
 * classes, `$6` tags with `$7` their words, `$8`–`$9` the area.
 */
const NAMED = `select e.elder_id, e.area_code, e.name, concat_ws('、',
      case when $2::int is not null then extract(year from age($1::date, e.born_on)) || '周岁' end,
      case when cardinality($3::int[]) > 0 then ($4::text[])[e.ability_level + 1] end,
      case when cardinality($5::text[]) > 0 then e.economic_class end,
      (select string_agg(l.label, '、' order by l.at) from elders_v_tags t
         join unnest($6::text[], $7::text[]) with ordinality as l (code, label, at) on l.code = t.code
         where t.elder_id = e.elder_id and (t.valid_to is null or t.valid_to >= $1::date))) as because
  from elders_v_brief e where e.area_code >= $8 and e.area_code < $9 and e.status not in ('deceased', 'moved-out')
    and ($2::int is null or e.born_on <= ($1::date - make_interval(years => $2::int)))
    and (cardinality($3::int[]) = 0 or (e.ability_level = any ($3::int[]) and (e.ability_valid_to is null or e.ability_valid_to >= $1::date)))
    and (cardinality($5::text[]) = 0 or e.economic_class = any ($5::text[]))
    and (cardinality($6::text[]) = 0 or exists (select from elders_v_tags t where t.elder_id = e.elder_id and t.code = any ($6::text[])
      and (t.valid_to is null or t.valid_to >= $1::date)))`;

const namedBy = (rule: VoucherRule, of: { on: string; areaCode: string }) => {
  const { from, to } = areaRange(of.areaCode);
  return [
    ...[of.on, rule.minAge, rule.abilityLevels, ABILITY_LABELS, rule.economicClasses],
    ...[rule.tags, rule.tags.map(code => TAG_LABELS[code]), from, to],
  ];
};

/** Everybody the rule names who has no voucher of this scheme and period and was not taken off its list by hand. */
export async function insertNamed(ctx: Context, scheme: SchemeRow, issue: NewIssue): Promise<number> {
  const { rowCount } = await ctx.client.query(
    `insert into vouchers (elder_id, voucher_id, scheme_id, issue_id, area_code, happened_area, payer_code, scheme_name, period_key,
       elder_name, because, items, item_names, value_fen, balance_fen, valid_from, valid_to, confidence, document_number, status)
     select n.elder_id, gen_random_uuid(), $10, $11, n.area_code, n.area_code, $12, $13, $14, n.name, n.because, $15, $16, $17, $17,
       $18, $19, $20, $21, 'proposed'
     from (${NAMED}) n where not exists (select from vouchers r where r.scheme_id = $10 and r.period_key = $14
       and r.elder_id = n.elder_id and r.status = 'removed' and r.stop_cause = 'desk')
     on conflict (scheme_id, period_key, elder_id) where status <> 'removed' do nothing`,
    [
      ...namedBy(scheme.rule, { on: issue.valid_from, areaCode: scheme.area_code }),
      ...[scheme.scheme_id, issue.issue_id, scheme.area_code, scheme.name, issue.period_key, scheme.items],
      ...[scheme.item_names, scheme.value_fen, issue.valid_from, issue.valid_to, scheme.confidence],
      scheme.document_number,
    ],
  );
  return rowCount ?? 0;
}

/** Does the rule name this person of the area on the day? */
export async function isNamed(ctx: Context, scheme: SchemeRow, of: { elderId: string; on: string }): Promise<boolean> {
  const { rowCount } = await ctx.client.query(`select from (${NAMED}) n where n.elder_id = $10`, [
    ...namedBy(scheme.rule, { on: of.on, areaCode: scheme.area_code }),
    of.elderId,
  ]);
  return rowCount === 1;
}

/** The list's people with its check: the vouchers are theirs. */
export const giveOut = (ctx: Context, issueId: string) =>
  ctx.client.query(
    "update vouchers set status = 'active', issued_at = $2 where issue_id = $1 and status = 'proposed'",
    [issueId, ctx.now],
  );

/** Vouchers of a list that are in use, person after person. */
export async function listActiveOf(
  ctx: Context,
  of: { issueId: string; after: string | null; limit: number },
): Promise<VoucherRow[]> {
  const { rows } = await ctx.client.query<VoucherRow>(
    `select * from vouchers where issue_id = $1 and status = 'active' and ($2::uuid is null or elder_id > $2)
     order by elder_id limit $3`,
    [of.issueId, of.after, of.limit],
  );
  return rows;
}

/** With money left, in use, over by a day, and nobody has been told. */
export async function listExpiring(ctx: Context, of: { by: string; limit: number }): Promise<VoucherRow[]> {
  const { rows } = await ctx.client.query<VoucherRow>(
    `select * from vouchers where status = 'active' and balance_fen > 0 and reminded_on is null and valid_to between $1 and $2
     order by valid_to, elder_id limit $3 for update skip locked`,
    [ctx.today, of.by, of.limit],
  );
  return rows;
}

export const setReminded = (ctx: Context, id: string) =>
  ctx.client.query('update vouchers set reminded_on = $2 where voucher_id = $1', [id, ctx.today]);

export const takeOff = (ctx: Context, issueId: string, note: string) =>
  ctx.client.query("update vouchers set status = 'removed', note = $2 where issue_id = $1 and status = 'proposed'", [
    issueId,
    note,
  ]);

type Filter = { schemeId: string | null; issueId: string | null; status: string | null };
const WHERE =
  '($1::uuid is null or scheme_id = $1) and ($2::uuid is null or issue_id = $2) and ($3::text is null or status = $3)';
const valuesOf = (f: Filter) => [f.schemeId, f.issueId, f.status];

export async function listVouchers(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<VoucherRow[]> {
  const { rows } = await ctx.client.query<VoucherRow>(
    `select * from vouchers where ${WHERE} and ($4::text is null or (area_code || elder_name, voucher_id) > ($4, $5::uuid))
     order by area_code || elder_name, voucher_id limit $6`,
    [...valuesOf(filter), filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countVouchers(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from vouchers where ${WHERE} limit 10000) c`,
    valuesOf(filter),
  );
  return rows[0]?.n ?? 0;
}

/** Of one person: what was given out, the newest first. */
export async function listOfElder(ctx: Context, elderId: string): Promise<VoucherRow[]> {
  const { rows } = await ctx.client.query<VoucherRow>(
    `select * from vouchers where elder_id = $1 and status in ('active', 'stopped') order by valid_to desc, voucher_id limit 50`,
    [elderId],
  );
  return rows;
}

export async function findVoucher(ctx: Context, id: string, lock = false): Promise<VoucherRow | undefined> {
  const { rows } = await ctx.client.query<VoucherRow>(
    `select * from vouchers where voucher_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

type Wanted = { elderId: string; itemCode: string; on: string };

/**
 * Vouchers that pay an item served on a day, what expires first before the rest. Locked, they are held until the transaction
 * ends: a second order that asks for them waits and then reads what the first has left.
 */
export async function listPaying(ctx: Context, of: Wanted, lock = false): Promise<VoucherRow[]> {
  const { rows } = await ctx.client.query<VoucherRow>(
    `select * from vouchers where elder_id = $1 and status in ('active', 'stopped') and valid_from <= $2 and valid_to >= $2
       and (stopped_on is null or stopped_on >= $2) and $3 = any (items)
     order by valid_to, voucher_id${lock ? ' for update' : ''}`,
    [of.elderId, of.on, of.itemCode],
  );
  return rows;
}

/** Takes from the balance, or gives back with an amount below zero; the table's own check is the last line of defence. */
export async function takeFrom(ctx: Context, voucherId: string, fen: number): Promise<void> {
  await ctx.client.query('update vouchers set balance_fen = balance_fen - $2 where voucher_id = $1', [voucherId, fen]);
}

/** By hand: off the list, or stopped from tomorrow on. */
export async function endByHand(ctx: Context, row: VoucherRow, note: string): Promise<void> {
  await ctx.client.query(
    `update vouchers set status = case status when 'proposed' then 'removed' else 'stopped' end, stop_cause = 'desk', stopped_on = $2,
       note = $3 where voucher_id = $1`,
    [row.voucher_id, ctx.today, note],
  );
}

export type Stop = { elderId: string; on: string; cause: 'death' | 'moved' | 'move-out'; note: string };

/** Of one person; `payerCode` leaves the vouchers of that district alone. Answers how many were in use. */
export async function stopOf(ctx: Context, stop: Stop, payerCode: string | null): Promise<number> {
  const values = [stop.elderId, payerCode, stop.note];
  await ctx.client.query(
    `update vouchers set status = 'removed', note = $3 where elder_id = $1 and status = 'proposed' and payer_code is distinct from $2`,
    values,
  );
  const { rowCount } = await ctx.client.query(
    `update vouchers set status = 'stopped', note = $3, stopped_on = $4, stop_cause = $5 where elder_id = $1 and status = 'active'
       and payer_code is distinct from $2 and valid_to >= $4`,
    [...values, stop.on, stop.cause],
  );
  return rowCount ?? 0;
}

/** The reason is gone; `payerCode` = only what this district had given. */
export async function reopenOf(
  ctx: Context,
  of: { elderId: string; cause: Stop['cause']; payerCode: string | null },
): Promise<void> {
  await ctx.client.query(
    `update vouchers set status = 'active', note = null, stopped_on = null, stop_cause = null
     where elder_id = $1 and status = 'stopped' and stop_cause = $2 and ($3::text is null or payer_code = $3)`,
    [of.elderId, of.cause, of.payerCode],
  );
}

export const moveVouchers = (ctx: Context, to: { elderId: string; areaCode: string }) =>
  ctx.client.query('update vouchers set area_code = $2 where elder_id = $1 and area_code <> $2', [
    to.elderId,
    to.areaCode,
  ]);

export type Person = { name: string; area_code: string; lon: number | null; lat: number | null };

/** Brief of a person in reach (published view of elders). */
export async function findPerson(ctx: Context, elderId: string): Promise<Person | undefined> {
  const { rows } = await ctx.client.query<Person>(
    'select name, area_code, lon, lat from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0];
}
