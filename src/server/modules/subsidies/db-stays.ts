import type { Context } from '#platform/http/context.ts';
import type { UsedBy } from './db-statements.ts';

export type StayRecord = UsedBy & {
  facility_id: string;
  facility_name: string;
  /** The place whose statement counts the person for this month. */
  held_by: string | null;
};
type Within = { month: string; from: string; to: string };

/** Stays of a month of everybody who stays somewhere in the area; their stays elsewhere come along. */
export async function listStays(ctx: Context, { month, from, to }: Within): Promise<StayRecord[]> {
  const inMonth = (name: string) => `${name}.kind = 'stay' and ${name}.withdrawn_at is null
    and ${name}.from_on < ($1 || '-01')::date + interval '1 month' and (${name}.to_on is null or ${name}.to_on >= ($1 || '-01')::date)`;
  const { rows } = await ctx.client.query<StayRecord>(
    `select u.facility_id, u.facility_name, u.elder_id, u.elder_name, u.from_on, u.to_on, u.bill_fen, e.born_on, e.died_on,
       e.hukou_in_beijing, e.economic_class, e.family_planning_special, e.ability_level, e.ability_valid_to, e.dementia,
       e.disabilities, e.living, null as elsewhere,
       (select s.facility_id from subsidy_people p join subsidy_statements s on s.statement_id = p.statement_id
         where p.elder_id = u.elder_id and p.scheme = 'institutionOperating' and p.month = $1 and p.counted and p.holds limit 1) as held_by
     from place_uses u join elders_v_brief e on e.elder_id = u.elder_id
     where ${inMonth('u')} and exists (select from place_uses h where h.elder_id = u.elder_id and h.area_code >= $2
       and h.area_code < $3 and ${inMonth('h')})
     order by u.facility_name, u.elder_name, u.elder_id, u.from_on`,
    [month, from, to],
  );
  return rows;
}

export type Institution = {
  facility_id: string;
  kind: string;
  name: string;
  area_code: string;
  status: string;
  opened_on: string | null;
  beds: number | null;
};

/** Institutions and centres of the area, and any other place that has a stay. */
export async function listInstitutions(ctx: Context, { from, to }: Within): Promise<Institution[]> {
  const { rows } = await ctx.client.query<Institution>(
    `select facility_id, kind, name, area_code, status, opened_on, beds from facilities_v_facts
     where area_code >= $1 and area_code < $2 and kind in ('institution', 'care-centre', 'regional-centre')
     order by area_code, facility_id`,
    [from, to],
  );
  return rows;
}

/** Live in an institution by their file, and no institution of the city has recorded them in the month. */
export async function countUnplaced(ctx: Context, { month, from, to }: Within): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from elders_v_brief e where (e.living = '住养老机构' or e.away = 'institution')
       and e.died_on is null and e.area_code >= $2 and e.area_code < $3
       and not exists (select from place_uses u where u.elder_id = e.elder_id and u.kind = 'stay' and u.withdrawn_at is null
         and u.from_on < ($1 || '-01')::date + interval '1 month' and (u.to_on is null or u.to_on >= ($1 || '-01')::date))`,
    [month, from, to],
  );
  return rows[0]?.n ?? 0;
}
