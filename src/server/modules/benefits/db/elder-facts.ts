import type { Context } from '#platform/http/context.ts';

/** One person as all schemes look at him, from published views and our own tables. */
export type ElderFactsRow = {
  elder_id: string;
  area_code: string;
  name: string;
  born_on: string;
  died_on: string | null;
  status: string;
  living: string;
  economic_class: string;
  family_planning_special: boolean;
  dementia: boolean;
  disabilities: { kind: string; grade: number }[];
  multiple_disability: boolean;
  hukou_in_beijing: boolean;
  ability_level: number | null;
  ability_valid_to: string | null;
  has_bed: boolean;
  has_doctor: boolean;
  care_fen: number;
  hardship: boolean;
  benefit_codes: string[];
  offers: { id: string; scheme: string; status: string }[];
};

/** `$1` month of the determinations that count as drawn. */
const FACTS = `
  select e.elder_id, e.area_code, e.name, e.born_on, e.died_on, e.status, e.living, e.economic_class, e.family_planning_special,
    e.dementia, e.disabilities, e.multiple_disability, e.hukou_in_beijing, e.ability_level, e.ability_valid_to,
    exists (select from home_care_beds_v_facts b where b.elder_id = e.elder_id and b.status not in ('ended', 'rejected')) as has_bed,
    exists (select from doctors_v_contracts c where c.elder_id = e.elder_id and c.status = 'active') as has_doctor,
    coalesce((select d.amount_fen from benefit_determinations d
      where d.elder_id = e.elder_id and d.scheme = 'care' and d.month = $1), 0)::int as care_fen,
    exists (select from benefit_determinations d
      where d.elder_id = e.elder_id and d.scheme = 'hardship' and d.month = $1) as hardship,
    coalesce((select array_agg(each ->> 'code') from benefit_facts f, jsonb_array_elements(f.other_benefits) each
      where f.elder_id = e.elder_id), '{}') as benefit_codes,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.offer_id, 'scheme', o.scheme, 'status', o.status))
      from benefit_offers o where o.elder_id = e.elder_id), '[]') as offers
  from elders_v_brief e`;

export async function findElderFacts(ctx: Context, elderId: string, month: string): Promise<ElderFactsRow | undefined> {
  const { rows } = await ctx.client.query<ElderFactsRow>(`${FACTS} where e.elder_id = $2`, [month, elderId]);
  return rows[0];
}

type Page = { from: string; to: string; after: { areaCode: string; elderId: string } | null; limit: number };

/** The next people of an area by community and id: a run that was stopped goes on behind the last one. */
export async function pageElderFacts(ctx: Context, month: string, page: Page): Promise<ElderFactsRow[]> {
  const { rows } = await ctx.client.query<ElderFactsRow>(
    `${FACTS} where e.area_code >= $2 and e.area_code < $3 and (e.area_code, e.elder_id) > ($4, $5::uuid)
       and e.status not in ('deceased', 'moved-out')
     order by e.area_code, e.elder_id limit $6`,
    [
      ...[month, page.from, page.to, page.after?.areaCode ?? ''],
      ...[page.after?.elderId ?? '00000000-0000-0000-0000-000000000000', page.limit],
    ],
  );
  return rows;
}
