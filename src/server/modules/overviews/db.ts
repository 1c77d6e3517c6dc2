import type { ServedKind } from '#contracts/overviews.ts';
import type { Context } from '#platform/http/context.ts';

/** Everything here is a published view of the module that keeps it. */
async function rowsOf<R extends object>(ctx: Context, sql: string, values: readonly unknown[]): Promise<R[]> {
  return (await ctx.client.query<R>(sql, [...values])).rows;
}

export type PersonRow = {
  name: string;
  born_on: string;
  area_code: string;
  ability_level: number | null;
  ability_valid_to: string | null;
  dementia: boolean;
  disabilities: { kind: string; grade: number }[];
  registered_at: string;
};
export const findPerson = async (ctx: Context, elderId: string): Promise<PersonRow | undefined> =>
  (
    await rowsOf<PersonRow>(
      ctx,
      `select name, born_on, area_code, ability_level, ability_valid_to, dementia, disabilities, registered_at
       from elders_v_brief where elder_id = $1`,
      [elderId],
    )
  )[0];

export const findIllnesses = async (ctx: Context, elderId: string): Promise<string[]> =>
  (
    await rowsOf<{ diseases: string[] }>(ctx, 'select diseases from elders_v_illnesses where elder_id = $1', [elderId])
  )[0]?.diseases ?? [];

export type ResultRow = {
  assessment_id: string;
  total: number | null;
  level: number;
  status: string;
  published_on: string;
  valid_to: string;
  score: { raisedBy: { nameZh: string }[] } | null;
  risk_events: number | null;
};
export const listResults = (ctx: Context, elderId: string): Promise<ResultRow[]> =>
  rowsOf(
    ctx,
    `select assessment_id, total, level, status, published_on, valid_to, score, (answers ->> 'riskEvents30Days')::int as risk_events
     from assessments_v_results where elder_id = $1 order by published_on desc, assessment_id limit 3`,
    [elderId],
  );

export type FillingRow = {
  filling_id: string;
  form: string;
  filled_on: string;
  filled_by_name: string;
  result: { total: number; outcomes: { levelLabel: string | null }[] };
};
export const listFillings = (ctx: Context, elderId: string): Promise<FillingRow[]> =>
  rowsOf(
    ctx,
    `select filling_id, form, filled_on, filled_by_name, result from assessments_v_fillings where elder_id = $1
     order by filled_on desc, filling_id limit 5`,
    [elderId],
  );

export type ContactRow = {
  contacted_on: string;
  way: 'home' | 'phone' | 'clinic';
  findings: string;
  advice: string;
  measurements: Record<string, number>;
  doctor_name: string;
};
export const listContacts = (ctx: Context, elderId: string): Promise<ContactRow[]> =>
  rowsOf(
    ctx,
    `select contacted_on, way, findings, advice, measurements, doctor_name from doctors_v_contacts where elder_id = $1
     order by contacted_at desc, contact_id limit 5`,
    [elderId],
  );

export type StayRow = { happened_on: string; until_on: string | null; place: string | null; note: string | null };
export const listStays = (ctx: Context, elderId: string): Promise<StayRow[]> =>
  rowsOf(
    ctx,
    `select happened_on, until_on, place, note from elders_v_hospital_stays where elder_id = $1
     order by happened_on desc, event_id limit 5`,
    [elderId],
  );

export type ServiceRow = {
  kind: 'order' | 'bed' | 'adaptation' | 'alarm' | 'visit' | 'meal' | 'doctor';
  record_id: string;
  what: string | null;
  status: string;
  by_whom: string | null;
  on_day: string | null;
};
/** The newest three of each kind, newest first; an organisation sees its own. */
export const listServices = (ctx: Context, elderId: string): Promise<ServiceRow[]> =>
  rowsOf(
    ctx,
    `select kind, record_id, what, status, by_whom, on_day from (select *, row_number() over (partition by kind
       order by on_day desc nulls last, record_id) as nth from overviews_v_services where elder_id = $1) each_kind
     where nth <= 3 order by on_day desc nulls last, record_id`,
    [elderId],
  );

export type PlaceRow = { kind: 'stay' | 'agreement'; facility_id: string; facility_name: string; from_on: string };
/** Where the person lives and has signed today. */
export const listPlaces = (ctx: Context, elderId: string): Promise<PlaceRow[]> =>
  rowsOf(
    ctx,
    `select kind, facility_id, facility_name, from_on from subsidies_v_places where elder_id = $1 and from_on <= $2
       and (to_on is null or to_on >= $2) order by from_on desc, use_id`,
    [elderId, ctx.today],
  );

export type NearRow = { facility_id: string; kind: string; name: string; from_on: string; star: number | null };
/** Operating places that serve a community, one of the newest of each kind first. */
export const listServing = (ctx: Context, areaCode: string): Promise<NearRow[]> =>
  rowsOf(
    ctx,
    `select f.facility_id, f.kind, f.name, c.from_on, f.star from facilities_v_coverage c
       join facilities_v_facts f on f.facility_id = c.facility_id
     where c.community_code = $1 and c.from_on <= $2 and (c.to_on is null or c.to_on > $2) and f.status = 'operating'
     order by f.kind, c.from_on desc, f.facility_id limit 8`,
    [areaCode, ctx.today],
  );

export type ServedRow = {
  elder_id: string;
  name: string;
  born_on: string | null;
  since: string;
  services: { kind: ServedKind; what: string; since: string }[];
};
export type Asked = { kind: ServedKind | null; name: string | null; elderId: string | null };
const STANDING = 'from_on <= $1 and (to_on is null or to_on >= $1)';
/** People served today by the acting organisation, by its own rows; `$2` kind, `$3` part of the name, `$4` one person. */
const SERVED = `select elder_id, min(elder_name) as name, min(born_on) as born_on, min(from_on) as since,
    json_agg(json_build_object('kind', kind, 'what', what, 'since', from_on) order by from_on desc, record_id) as services
  from overviews_v_served where ${STANDING} and ($4::uuid is null or elder_id = $4)
  group by elder_id having ($2::text is null or bool_or(kind = $2)) and ($3::text is null or position($3 in min(elder_name)) > 0)`;

type Page = { after: { sort: string; id: string } | undefined; limit: number };
export const listServed = (ctx: Context, asked: Asked, page: Page): Promise<ServedRow[]> =>
  rowsOf(
    ctx,
    `select * from (${SERVED}) people where $5::text is null or (name collate "C", elder_id) > ($5, $6::uuid)
     order by name collate "C", elder_id limit $7`,
    [ctx.today, asked.kind, asked.name, asked.elderId, page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );

export async function countServed(ctx: Context, asked: Asked): Promise<number> {
  const rows = await rowsOf<{ n: number }>(ctx, `select count(*)::int as n from (${SERVED}) people`, [
    ctx.today,
    asked.kind,
    asked.name,
    asked.elderId,
  ]);
  return rows[0]?.n ?? 0;
}
