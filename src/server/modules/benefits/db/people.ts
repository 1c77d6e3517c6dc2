import type { BenefitFacts } from '#contracts/benefits/records.ts';
import type { Context } from '#platform/http/context.ts';
import type { BySchemeDates, PersonRow } from '../rules/person-facts.ts';

/** Everything a determination needs, from the published views of the register and the assessments and our own tables. */
const PERSON = `
  select e.elder_id, e.area_code, e.name, e.born_on, e.hukou_area_code, e.hukou_in_beijing, e.hukou_left_on, e.economic_class,
    e.family_planning_special, e.disabilities, e.multiple_disability, e.died_on, e.ability_level,
    a.level as assessed_level, a.assessed_on, f.other_benefits, f.imprisoned_on, f.released_on, f.declared_missing_on,
    f.by_scheme, f.source as facts_source, p.applications
  from elders_v_brief e
  left join benefit_facts f on f.elder_id = e.elder_id
  left join lateral (select v.level, v.assessed_on from assessments_v_facts v
    where v.elder_id = e.elder_id and v.status in ('published', 'objected', 'expired')
    order by v.published_on desc, v.assessment_id desc limit 1) a on true
  left join lateral (select jsonb_object_agg(b.scheme, jsonb_build_object('on', b.applied_on, 'granted', b.status = 'granted')) as applications
    from benefit_applications b where b.elder_id = e.elder_id and b.status in ('applied', 'disputed', 'granted')) p on true`;

export async function findPerson(ctx: Context, elderId: string): Promise<PersonRow | undefined> {
  const { rows } = await ctx.client.query<PersonRow>(`${PERSON} where e.elder_id = $1`, [elderId]);
  return rows[0];
}

/** The same for many people; who is out of reach is missing. */
export async function listPeople(ctx: Context, elderIds: readonly string[]): Promise<PersonRow[]> {
  const { rows } = await ctx.client.query<PersonRow>(`${PERSON} where e.elder_id = any($1::uuid[])`, [elderIds]);
  return rows;
}

/** Names by id, for what is said about many people at once. */
export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.client.query<{ elder_id: string; name: string }>(
    'select elder_id, name from elders_v_brief where elder_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(row => [row.elder_id, row.name]));
}

type FactsRow = {
  other_benefits: BenefitFacts['otherBenefits'];
  imprisoned_on: string | null;
  released_on: string | null;
  declared_missing_on: string | null;
  by_scheme: BySchemeDates;
  source: string;
};

export async function findFacts(ctx: Context, elderId: string): Promise<BenefitFacts | null> {
  const { rows } = await ctx.client.query<FactsRow>('select * from benefit_facts where elder_id = $1', [elderId]);
  const row = rows[0];
  if (!row) return null;
  return {
    otherBenefits: row.other_benefits,
    imprisonedOn: row.imprisoned_on,
    releasedOn: row.released_on,
    declaredMissingOn: row.declared_missing_on,
    byScheme: { met: {}, lost: {}, reviewFailed: {}, ...row.by_scheme },
    source: row.source,
  };
}

export async function saveFacts(
  ctx: Context,
  elder: { id: string; areaCode: string },
  facts: BenefitFacts,
): Promise<void> {
  await ctx.client.query(
    `insert into benefit_facts (elder_id, area_code, other_benefits, imprisoned_on, released_on, declared_missing_on, source, updated_at, updated_by, by_scheme)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (elder_id) do update set area_code = $2, other_benefits = $3, imprisoned_on = $4, released_on = $5,
       declared_missing_on = $6, source = $7, updated_at = $8, updated_by = $9, by_scheme = $10`,
    [
      ...[elder.id, elder.areaCode, JSON.stringify(facts.otherBenefits), facts.imprisonedOn, facts.releasedOn],
      ...[facts.declaredMissingOn, facts.source, ctx.now, ctx.actor.name, JSON.stringify(facts.byScheme)],
    ],
  );
}

/** Last four digits of the account on file, and who checked it. */
export async function findAccountLine(ctx: Context, elderId: string) {
  const { rows } = await ctx.client.query<{ last_four: string; source: string; updated_at: string }>(
    'select last_four, source, updated_at from payments_v_accounts where elder_id = $1',
    [elderId],
  );
  return rows[0];
}
