import type { OfferedScheme } from '#contracts/benefits/catalogue.ts';
import type { LetterKind, LetterPaper, TellingStatus } from '#contracts/letters.ts';
import type { MonthlyScheme } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';

export type LetterRecord = {
  elder_id: string;
  letter_id: string;
  area_code: string;
  elder_name: string;
  kind: LetterKind;
  issuer_code: string;
  series: string;
  year: number;
  serial: number;
  version: number;
  number: string;
  about: string;
  subject_kind: string;
  subject_id: string;
  template_version: string;
  paper: LetterPaper;
  sm3: string;
  issued_on: string;
  issued_at: string;
  issued_by_name: string;
  reason: string | null;
  receivers: number;
};
export type ListedLetter = LetterRecord & { newest: number; telling: TellingStatus | null };

const LISTED = `select l.*,
    (select max(n.version) from letters n where n.elder_id = l.elder_id and n.subject_id = l.subject_id and n.kind = l.kind) as newest,
    (select t.status from letter_tellings t where t.elder_id = l.elder_id and l.letter_id = any(t.letter_ids)
      order by t.opened_at desc limit 1) as telling
  from letters l`;

type Filter = { kind: string | null; elderId: string | null; from: string | null; hidden: readonly LetterKind[] };

export async function listLetters(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<ListedLetter[]> {
  const { rows } = await ctx.client.query<ListedLetter>(
    `${LISTED} where ($1::text is null or l.kind = $1) and ($2::uuid is null or l.elder_id = $2)
       and ($3::timestamptz is null or (l.issued_at, l.letter_id) < ($3, $4::uuid)) and l.kind <> all ($6::text[])
       and ($7::date is null or l.issued_on >= $7)
     order by l.issued_at desc, l.letter_id desc limit $5`,
    [
      filter.kind,
      filter.elderId,
      filter.after?.sort ?? null,
      filter.after?.id ?? null,
      filter.limit,
      filter.hidden,
      filter.from,
    ],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countLetters(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from letters where ($1::text is null or kind = $1)
       and ($2::uuid is null or elder_id = $2) and kind <> all ($3::text[])
       and ($4::date is null or issued_on >= $4) limit 10000) c`,
    [filter.kind, filter.elderId, filter.hidden, filter.from],
  );
  return rows[0]?.n ?? 0;
}

export async function findLetter(ctx: Context, id: string): Promise<ListedLetter | undefined> {
  const { rows } = await ctx.client.query<ListedLetter>(`${LISTED} where l.letter_id = $1`, [id]);
  return rows[0];
}

type Matter = { elderId: string; subjectId: string; kind: LetterKind };

/** All versions of the letter on one matter, newest first. */
export async function listVersions(ctx: Context, of: Matter): Promise<LetterRecord[]> {
  const { rows } = await ctx.client.query<LetterRecord>(
    'select * from letters where elder_id = $1 and subject_id = $2 and kind = $3 order by version desc',
    [of.elderId, of.subjectId, of.kind],
  );
  return rows;
}

/** The office's next number in a series; two at the same moment wait for each other. */
export async function takeSerial(ctx: Context, of: { issuer: string; series: string; year: number }): Promise<number> {
  const { rows } = await ctx.client.query<{ last: number }>(
    `insert into letter_numbers as n (issuer_code, series, year, last) values ($1, $2, $3, 1)
     on conflict (issuer_code, series, year) do update set last = n.last + 1 returning last`,
    [of.issuer, of.series, of.year],
  );
  return rows[0]?.last ?? 1;
}

export async function insertLetter(ctx: Context, row: Omit<LetterRecord, 'issued_by_name'>): Promise<void> {
  await ctx.client.query(
    `insert into letters (elder_id, letter_id, area_code, happened_area, elder_name, kind, issuer_code, series, year, serial, version,
       number, about, subject_kind, subject_id, template_version, paper, sm3, issued_on, issued_at, issued_by, issued_by_name, reason, receivers)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[row.elder_id, row.letter_id, row.area_code, row.elder_name, row.kind, row.issuer_code, row.series, row.year],
      ...[row.serial, row.version, row.number, row.about, row.subject_kind, row.subject_id, row.template_version],
      ...[row.paper, row.sm3, row.issued_on, row.issued_at, ctx.actor.accountId, ctx.actor.name, row.reason],
      row.receivers,
    ],
  );
}

/** Accounts of the elder and of the family bound to them, on the business date. */
export async function listReaders(ctx: Context, elderId: string): Promise<{ account_id: string; role: string }[]> {
  const { rows } = await ctx.client.query<{ account_id: string; role: string }>(
    `select distinct on (account_id) account_id, role from accounts_v_elder_posts
     where elder_id = $1 and from_on <= $2 and (to_on is null or to_on >= $2) order by account_id, role`,
    [elderId, ctx.today],
  );
  return rows;
}

export async function findElder(
  ctx: Context,
  elderId: string,
): Promise<{ areaCode: string; name: string; hasPhone: boolean } | undefined> {
  const { rows } = await ctx.client.query<{ area_code: string; name: string; has_phone: boolean | null }>(
    `select e.area_code, e.name, r.has_phone from elders_v_brief e left join elders_v_reach r on r.elder_id = e.elder_id
     where e.elder_id = $1`,
    [elderId],
  );
  const row = rows[0];
  return row && { areaCode: row.area_code, name: row.name, hasPhone: row.has_phone ?? false };
}

export async function findOffered(ctx: Context, offerId: string) {
  const { rows } = await ctx.client.query<{ scheme: OfferedScheme; amount_fen: number; sentence: string }>(
    'select scheme, amount_fen, sentence from benefits_v_offers where offer_id = $1',
    [offerId],
  );
  return rows[0];
}

type Stop = {
  elder_id: string;
  area_code: string;
  month: string;
  scheme: MonthlyScheme;
  former_fen: number;
  reason: string;
  payer_code: string;
};

/** Benefits that a month's payment no longer carries; of a recognition that ended the person has the notice of its end. */
export async function listStops(ctx: Context, cycleId: string, elderId: string | null): Promise<Stop[]> {
  const { rows } = await ctx.client.query<Stop>(
    `select elder_id, area_code, month, scheme, former_fen, reason, payer_code from payments_v_stops s
     where cycle_id = $1 and ($2::uuid is null or elder_id = $2) and not exists (select from relief_v_grants g
       where g.elder_id = s.elder_id and g.scheme = s.scheme and g.to_month < s.month and not exists (select from relief_v_grants o
         where o.elder_id = g.elder_id and o.scheme = g.scheme and o.to_month is null))
     order by elder_id, scheme`,
    [cycleId, elderId],
  );
  return rows;
}

/** Reaction to elder.moved: rows of the person answer to the new area; where something happened stays. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['letters', 'letter_tellings'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}
