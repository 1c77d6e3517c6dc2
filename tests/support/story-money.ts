import { makeFestival, stepFestival } from '#contracts/festivals.ts';
import type { Role } from '#contracts/roles.ts';
import { computeStatements, enterPlaceUses } from '#contracts/subsidies.ts';
import { buildElder } from './builders.ts';
import type { CityApp } from './city-app.ts';

/** Screens that a role comes to in the middle of its work, not by a link: each with a real record of the small city. */
export type StoryPlace = { screen: string; path: string; role: Role | null };

const DISTRICT = '110115000000';

/** Decisions paid once, a subsidy of a meal point, a festival's list: one real record of each in the small city. */
export async function moneyPlaces(city: CityApp): Promise<StoryPlace[]> {
  const one = async (sql: string): Promise<string> => {
    const { rows } = await city.database.admin.query<{ one: string }>(sql);
    if (!rows[0]) throw new Error(`the small city has nothing for: ${sql}`);
    return rows[0].one;
  };
  const district = await city.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  const second = await city.as({ role: 'district', areaCode: DISTRICT, name: '另一位科员' });
  const meals = await one(
    `select facility_id one from facilities where kind in ('meal-point', 'station') and status = 'operating'
       and area_code like '110115%' and opened_on < '2025-01-01' order by kind, facility_id limit 1`,
  );
  const areaCode = await one(`select area_code one from facilities where facility_id = '${meals}'`);
  const diner = await buildElder(city.database, { name: '就餐的老人', bornOn: '1940-01-01', areaCode });
  const { identityNumber, name } = diner;
  const rows = [{ identityNumber, name, fromOn: '2025-05-06', billFen: 1_800 }];
  await district.call(enterPlaceUses, { body: { facilityId: meals, kind: 'meal', rows } });
  await district.call(computeStatements, { body: { month: '2025-05' } });
  const statement = await one("select statement_id one from subsidy_statements where scheme = 'meal' limit 1");
  const rule = { minAge: 60, economicClasses: [], familyPlanningSpecial: false };
  const body = { occasion: 'other' as const, name: '建院日', onDay: '2025-06-20', basis: '区里的会议', rule };
  const made = await district.call(makeFestival, { body: { ...body, gift: 'goods', goods: '米面油一份' } });
  await second.call(stepFestival, { params: { id: made.body.id }, body: { action: 'check' } });
  const carer = await one("select account_id one from accounts where login = 'caregiver'");
  const visit = await one(
    `update festival_visits set assignee_id = '${carer}' where visit_id =
       (select visit_id from festival_visits where list_id = '${made.body.id}' and status = 'listed' limit 1) returning visit_id one`,
  );
  const payable = await one(
    `insert into payment_payables (payable_id, source_kind, source_id, scheme, other_payee_id, payee_name, area_code, payer_code, month,
       amount_fen, sentence, status, submitted_by_name, submitted_at)
     values (gen_random_uuid(), 'subsidy-statement', '${statement}', 'meal', '${meals}', '助餐点', '${areaCode}', '${DISTRICT}', '2025-05',
       800, '助餐点2025年5月助餐补贴，1人', 'waiting', '周科长', '2025-06-20T01:00:00Z') returning payable_id one`,
  );
  return [
    { screen: '/desk/payments/payables/:id', path: `/desk/payments/payables/${payable}`, role: 'district' },
    { screen: '/desk/subsidies/statements/:id', path: `/desk/subsidies/statements/${statement}`, role: 'district' },
    { screen: '/desk/festivals/:id', path: `/desk/festivals/${made.body.id}`, role: 'district' },
    { screen: '/field/festivals/:id', path: `/field/festivals/${visit}`, role: 'caregiver' },
  ];
}
