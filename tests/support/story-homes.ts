import { applyForAdaptation, stepAdaptation } from '#contracts/home-adaptations.ts';
import { applyForRecognition } from '#contracts/relief-recognitions.ts';
import { caller } from './app.ts';
import type { CityApp } from './city-app.ts';
import type { StoryPlace } from './story-money.ts';

/** A home to be adapted for the demo's family and its assessor, and the means of a household. */
export async function homePlaces(city: CityApp, elder: string): Promise<StoryPlace[]> {
  const { rows } = await city.database.admin.query<{ elder_id: string; account_id: string }>(
    `select p.elder_id, (select account_id from accounts where login = 'assessor') as account_id
     from posts p join accounts a using (account_id) where a.login = 'family'`,
  );
  const { elder_id: elderId = '', account_id: assessorId = '' } = rows[0] ?? {};
  const community = caller(city, await city.session('community'));
  const made = await community.call(applyForAdaptation, { body: { elderId, wish: '卫生间滑' } });
  if (made.status !== 200) throw new Error(`no adaptation: ${JSON.stringify(made.body)}`);
  const params = { id: made.body.id };
  const district = caller(city, await city.session('district'));
  await district.call(stepAdaptation, { params, body: { action: 'check', note: '低收入家庭' } });
  await district.call(stepAdaptation, { params, body: { action: 'assign', assessorId } });
  const street = caller(city, await city.session('street'));
  const asked = {
    elderId: elder,
    kind: 'destituteSupport' as const,
    applicant: 'community' as const,
    reason: '无依无靠',
  };
  const relief = await street.call(applyForRecognition, { body: asked });
  if (relief.status !== 200) throw new Error(`no application: ${JSON.stringify(relief.body)}`);
  const recognition = `/desk/relief/recognitions/${relief.body.id}`;
  return [
    { screen: '/desk/relief/recognitions/:id', path: recognition, role: 'street' },
    { screen: '/desk/adaptations/new', path: `/desk/adaptations/new?elderId=${elder}&name=某某`, role: 'street' },
    { screen: '/desk/adaptations/:id', path: `/desk/adaptations/${params.id}`, role: 'district' },
    { screen: '/elder/adaptations/:id', path: `/elder/adaptations/${params.id}`, role: 'family' },
    { screen: '/field/adaptations/:id', path: `/field/adaptations/${params.id}`, role: 'assessor' },
    { screen: '/desk/relief/means/:elderId', path: `/desk/relief/means/${elder}`, role: 'street' },
  ];
}

/** Two people of one district that a check might ask about. */
export async function lookAlike(city: CityApp): Promise<string> {
  const { rows } = await city.database.admin.query<{ pair_id: string }>(
    `insert into register_pairs (pair_id, area_code, a_elder_id, b_elder_id, a_area, b_area, a_name, b_name, probability, levels,
       source, status, found_at)
     select gen_random_uuid(), '110115000000', a.elder_id, b.elder_id, a.area_code, b.area_code, a.name, b.name, 0.93,
       '[{"field":"name","level":"near"},{"field":"bornOn","level":"same"},{"field":"phone","level":"different"}]', 'check', 'open',
       '2025-06-20T01:00:00Z'
     from (select * from elders where area_code like '110115%' and status = 'active' order by elder_id limit 1) a,
       (select * from elders where area_code like '110115%' and status = 'active' order by elder_id offset 1 limit 1) b
     returning pair_id`,
  );
  return rows[0]?.pair_id ?? '';
}
