import type { Confidence } from '#contracts/confidence.ts';
import type { FilialYearStatus, NomineeStatus } from '#contracts/filial-lifecycle.ts';
import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';

export type YearRow = {
  year_id: string;
  area_code: string;
  year: number;
  places: number;
  basis: string;
  confidence: Confidence;
  status: FilialYearStatus;
  notice_from: string | null;
  notice_to: string | null;
  published_on: string | null;
  nominated: number;
  recommended: number;
  selected: number;
};

const YEARS = `select y.*, n.nominated, n.recommended, n.selected from filial_years y
  left join lateral (select count(*) filter (where status = 'nominated')::int as nominated,
    count(*) filter (where status = 'recommended')::int as recommended,
    count(*) filter (where status = 'selected')::int as selected from filial_nominees where year_id = y.year_id) n on true`;

/** Years of the districts inside an area, newest first. */
export async function listYears(ctx: Context, area: string): Promise<YearRow[]> {
  const { from, to } = areaRange(area);
  const { rows } = await ctx.client.query<YearRow>(
    `${YEARS} where y.area_code >= $1 and y.area_code < $2 order by y.year desc, y.area_code limit 200`,
    [from, to],
  );
  return rows;
}

export async function findYear(ctx: Context, id: string, lock = false): Promise<YearRow | undefined> {
  if (lock) await ctx.client.query('select from filial_years where year_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<YearRow>(`${YEARS} where y.year_id = $1`, [id]);
  return rows[0];
}

type NewYear = Pick<YearRow, 'year_id' | 'area_code' | 'year' | 'places' | 'basis' | 'confidence'>;
/** False when the district's year stands already. */
export async function insertYear(ctx: Context, row: NewYear): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into filial_years (year_id, area_code, year, places, basis, confidence, status, made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, 'nominating', $7, $8) on conflict (area_code, year) do nothing`,
    [row.year_id, row.area_code, row.year, row.places, row.basis, row.confidence, ctx.actor.name, ctx.now],
  );
  return rowCount === 1;
}

type YearChange = Pick<YearRow, 'status' | 'notice_from' | 'notice_to' | 'published_on'>;
export async function setYear(ctx: Context, id: string, to: YearChange): Promise<void> {
  await ctx.client.query(
    'update filial_years set status = $2, notice_from = $3, notice_to = $4, published_on = $5 where year_id = $1',
    [id, to.status, to.notice_from, to.notice_to, to.published_on],
  );
  await ctx.client.query(
    `update filial_nominees set is_public = consented and $2 <> 'nominating' where year_id = $1 and status = 'selected'`,
    [id, to.status],
  );
}

export type NomineeRecord = {
  nominee_id: string;
  year_id: string;
  year: number;
  year_status: FilialYearStatus;
  places: number;
  area_code: string;
  name: string;
  lives_at: string;
  deeds: string;
  status: NomineeStatus;
  place: number | null;
  consented: boolean;
  consent_note: string | null;
  note: string | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by_name: string | null;
  selected_by_name: string | null;
};

const NOMINEES =
  'select n.*, y.year, y.status as year_status from filial_nominees n join filial_years y on y.year_id = n.year_id';

type Filter = { yearId: string | null; status: string | null; area: string };
const MATCHES = `($1::uuid is null or n.year_id = $1) and ($2::text is null or n.status = $2)
  and n.area_code >= $3 and n.area_code < $4`;
const valuesOf = (of: Filter) => [of.yearId, of.status, areaRange(of.area).from, areaRange(of.area).to];

type Paged = { after: { sort: string; id: string } | undefined; limit: number };
export async function listNominees(ctx: Context, of: Filter & Paged): Promise<NomineeRecord[]> {
  const { rows } = await ctx.client.query<NomineeRecord>(
    `${NOMINEES} where ${MATCHES} and ($5::timestamptz is null or (n.made_at, n.nominee_id) < ($5, $6::uuid))
     order by n.made_at desc, n.nominee_id desc limit $7`,
    [...valuesOf(of), of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countNominees(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from filial_nominees n where ${MATCHES}`,
    valuesOf(of),
  );
  return rows[0]?.n ?? 0;
}

export async function findNominee(ctx: Context, id: string, lock = false): Promise<NomineeRecord | undefined> {
  if (lock) await ctx.client.query('select from filial_nominees where nominee_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<NomineeRecord>(`${NOMINEES} where n.nominee_id = $1`, [id]);
  return rows[0];
}

type NewNominee = Pick<
  NomineeRecord,
  'nominee_id' | 'year_id' | 'places' | 'area_code' | 'name' | 'lives_at' | 'deeds'
> &
  Pick<NomineeRecord, 'consented' | 'consent_note'> & { nominated_from: 'community' | 'street' };
/** False when the same name and place was nominated for this year already. */
export async function insertNominee(ctx: Context, row: NewNominee): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into filial_nominees (nominee_id, year_id, places, area_code, name, lives_at, deeds, nominated_from, status, consented,
       consent_note, made_by, made_by_name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'nominated', $9, $10, $11, $12, $13)
     on conflict (year_id, area_code, name, lives_at) do nothing`,
    [
      ...[
        row.nominee_id,
        row.year_id,
        row.places,
        row.area_code,
        row.name,
        row.lives_at,
        row.deeds,
        row.nominated_from,
      ],
      ...[row.consented, row.consent_note, ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1;
}

export type NomineeChange = { status: NomineeStatus; note: string | null; place: number | null };
/** A street's check is signed with its account, a selection with its name. */
export async function setNominee(ctx: Context, id: string, to: NomineeChange): Promise<void> {
  const [checked, selected] = [to.status === 'recommended', to.status === 'selected'];
  await ctx.client.query(
    `update filial_nominees set status = $2, note = $3, place = $4, is_public = is_public and $2 = 'selected',
       checked_by = case when $5 then $7::uuid else checked_by end, checked_by_name = case when $5 then $8 else checked_by_name end,
       selected_by_name = case when $6 then $8 else selected_by_name end where nominee_id = $1`,
    [id, to.status, to.note, to.place, checked, selected, ctx.actor.accountId, ctx.actor.name],
  );
}

export async function setConsent(ctx: Context, id: string, to: { consented: boolean; note: string | null }) {
  await ctx.client.query(
    `update filial_nominees n set consented = $2, consent_note = $3,
       is_public = $2 and n.status = 'selected' and y.status <> 'nominating' from filial_years y
     where n.nominee_id = $1 and y.year_id = n.year_id`,
    [id, to.consented, to.note],
  );
}

/** The lowest free place of a year whose row is locked; null when all are taken. */
export async function freePlace(ctx: Context, yearId: string): Promise<number | null> {
  const { rows } = await ctx.client.query<{ place: number }>(
    `select g as place from filial_years y, generate_series(1, y.places) g where y.year_id = $1 and not exists
       (select from filial_nominees n where n.year_id = y.year_id and n.place = g) order by g limit 1`,
    [yearId],
  );
  return rows[0]?.place ?? null;
}

export type PublicRow = Pick<YearRow, 'area_code' | 'year' | 'status' | 'notice_to' | 'published_on' | 'basis'> & {
  models: { name: string; area_code: string; deeds: string }[];
};

/** As a visitor sees it, whoever is logged in: only columns and rows of the way `public`. */
export async function listPublic(ctx: Context): Promise<PublicRow[]> {
  return underScope(ctx, { inner: { way: 'public' }, outer: ctx.scope }, async () => {
    const { rows } = await ctx.client.query<PublicRow>(
      `select y.area_code, y.year, y.status, y.notice_to, y.published_on, y.basis, coalesce(json_agg(json_build_object('name', n.name,
         'area_code', n.area_code, 'deeds', n.deeds) order by n.area_code, n.place) filter (where n.name is not null), '[]') as models
       from filial_years y left join filial_nominees n on n.year_id = y.year_id where y.status <> 'nominating'
       group by y.year_id order by y.year desc, y.area_code limit 50`,
    );
    return rows;
  });
}
