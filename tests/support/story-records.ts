import { applyForBenefit } from '#contracts/benefits/endpoints.ts';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { proposeCorrection } from '#contracts/elders/corrections.ts';
import { uploadImport } from '#contracts/elders/imports.ts';
import * as life from '#contracts/elders/life-events.ts';
import { openOutside } from '#contracts/elders/outside.ts';
import { announceDraw, drawRecords } from '#contracts/inspections.ts';
import { listLetters } from '#contracts/letters.ts';
import { makeRehearsal, runRehearsal } from '#contracts/rehearsals/endpoints.ts';
import { newId } from '#shared/ids.ts';
import { carryOutRehearsal } from '../../src/server/modules/rehearsals/run-rehearsal.ts';
import { caller } from './app.ts';
import type { CityApp } from './city-app.ts';
import { TEST_DATE } from './database.ts';
import { toolsOf } from './paying.ts';
import { homePlaces, lookAlike } from './story-homes.ts';
import { moneyPlaces, type StoryPlace } from './story-money.ts';

export async function storyPlaces(city: CityApp): Promise<StoryPlace[]> {
  const one = async (sql: string): Promise<string> => {
    const { rows } = await city.database.admin.query<{ one: string }>(sql);
    if (!rows[0]) throw new Error(`the small city has nothing for: ${sql}`);
    return rows[0].one;
  };
  const carer = await one("select account_id one from accounts where login = 'caregiver'");
  const at = `from alarms where area_code like '110115%' order by raised_at desc limit 1`;
  const alarm = await one(
    `update alarms set assignee_id = '${carer}' where alarm_id = (select alarm_id ${at}) returning alarm_id one`,
  );
  const visited = await one(
    `update visit_plans set assignee_id = '${carer}' where plan_id =
       (select plan_id from visit_plans where area_code like '110115%' and status = 'active' limit 1) returning elder_id one`,
  );
  const elder = await one(
    "select elder_id one from elders where area_code like '110115%' and status = 'active' limit 1",
  );
  const places = await one(
    `select string_agg(facility_id::text, ',') one from (select facility_id from facilities where kind = 'institution'
       and status = 'operating' order by facility_id limit 2) two`,
  );
  const report = await one(
    `select assessment_id one from assessments where status = 'published' and area_code like '110115%' limit 1`,
  );
  const { draw, check } = await makeDraw(city);
  const nominee = await one("select nominee_id one from filial_nominees where status = 'recommended' limit 1");
  const list = await one("select year_id one from filial_years where status = 'published' limit 1");
  const agreement = await one("select agreement_id one from agreements where subject = 'sea-burial' limit 1");
  const correction = await correct(city, elder);
  const outside = await one(
    "select elder_id one from elders where area_code not like '110115%' and status = 'active' limit 1",
  );
  const look = await lookOutside(city, outside);
  const handover = await offerMove(city, elder);
  const recovery = await oweBack(city, elder);
  const { letter, funeral } = await writeLetters(city);
  const table = await sendTable(city);
  const compared = await compareOne(city, elder);
  const pair = await lookAlike(city);
  const [draft, beds] = [await rehearse(city, 'change'), await rehearse(city, 'beds')];
  const served = await one(
    `select s.elder_id one from overviews_v_served s join posts p on p.organisation_id = s.organisation_id
       join accounts a on a.account_id = p.account_id where a.login = 'institution' and s.from_on <= '${TEST_DATE}' limit 1`,
  );
  return [
    { screen: '/desk/elders/:id/overview', path: `/desk/elders/${elder}/overview`, role: 'street' },
    { screen: '/desk/served/:id', path: `/desk/served/${served}`, role: 'institution' },
    ...(await homePlaces(city, elder)),
    { screen: '/desk/filial-models/:id', path: `/desk/filial-models/${nominee}`, role: 'district' },
    { screen: '/desk/filial-models/list/:id', path: `/desk/filial-models/list/${list}`, role: 'district' },
    { screen: '/desk/agreements/:id', path: `/desk/agreements/${agreement}`, role: 'city' },
    { screen: '/desk/search', path: '/desk/search?q=王', role: 'street' },
    { screen: '/desk/assessments/recognise', path: `/desk/assessments/recognise?elderId=${elder}`, role: 'street' },
    { screen: '/desk/elders/duplicates/:id', path: `/desk/elders/duplicates/${pair}`, role: 'city' },
    { screen: '/desk/rehearsals/:id', path: `/desk/rehearsals/${draft}`, role: 'city' },
    { screen: '/desk/rehearsals/:id/places', path: `/desk/rehearsals/${beds}/places`, role: 'city' },
    { screen: '/desk/rehearsals/:id/residents', path: `/desk/rehearsals/${beds}/residents`, role: 'city' },
    { screen: '/desk/rehearsals/:id/people', path: `/desk/rehearsals/${draft}/people`, role: 'city' },
    { screen: '/desk/rehearsals/:id/edit', path: `/desk/rehearsals/${draft}/edit`, role: 'city' },
    { screen: '/desk/corrections/:id', path: `/desk/corrections/${correction}`, role: 'city' },
    { screen: '/desk/outside/:id', path: `/desk/outside/${look}`, role: 'street' },
    { screen: '/desk/handovers/:id', path: `/desk/handovers/${handover}`, role: 'city' },
    { screen: '/desk/payments/recoveries/:id', path: `/desk/payments/recoveries/${recovery}`, role: 'district' },
    { screen: '/desk/letters/:id', path: `/desk/letters/${letter}`, role: 'city' },
    { screen: '/desk/benefits/funerals/:id', path: `/desk/benefits/funerals/${funeral}`, role: 'city' },
    ...(await moneyPlaces(city)),
    {
      screen: '/desk/benefits/elders/:id/apply/:scheme',
      path: `/desk/benefits/elders/${elder}/apply/hardship`,
      role: 'street',
    },
    { screen: '/elder/benefits/apply/:scheme', path: '/elder/benefits/apply/hardship', role: 'family' },
    { screen: '/elder/funeral/:id', path: `/elder/funeral/${funeral}`, role: 'family' },
    { screen: '/elder/letters/:id', path: `/elder/letters/${letter}`, role: 'family' },
    { screen: '/set-password', path: '/set-password', role: null },
    { screen: '/desk/assessments/:id/report', path: `/desk/assessments/${report}/report`, role: 'street' },
    { screen: '/desk/orders/new', path: `/desk/orders/new?elderId=${elder}&name=某某`, role: 'street' },
    { screen: '/desk/elders/imports/:id', path: `/desk/elders/imports/${table}`, role: 'street' },
    { screen: '/desk/comparisons/:id', path: `/desk/comparisons/${compared.batch}`, role: 'district' },
    {
      screen: '/desk/comparisons/differences/:id',
      path: `/desk/comparisons/differences/${compared.difference}`,
      role: 'district',
    },
    { screen: '/desk/relief/warnings/:id', path: `/desk/relief/warnings/${compared.warning}`, role: 'district' },
    { screen: '/desk/relief/applications/:id', path: `/desk/relief/applications/${compared.relief}`, role: 'district' },
    { screen: '/desk/beds/new', path: `/desk/beds/new?elderId=${elder}&name=某某`, role: 'street' },
    { screen: '/field/alarms/:id', path: `/field/alarms/${alarm}`, role: 'caregiver' },
    { screen: '/field/visits/:elderId', path: `/field/visits/${visited}`, role: 'caregiver' },
    { screen: '/places/compare', path: `/places/compare?ids=${places}`, role: null },
    { screen: '/desk/inspections/draws/:id', path: `/desk/inspections/draws/${draw}`, role: 'regulator' },
    { screen: '/desk/inspections/checks/:id', path: `/desk/inspections/checks/${check}`, role: 'regulator' },
  ];
}

/** Proposed by a colleague, so that the demo's logins may check it. */
async function correct(city: CityApp, elderId: string): Promise<string> {
  const street = await city.as({ role: 'district', areaCode: '110115000000', name: '周科长' });
  const asked = { changes: { economicClass: '低保' as const }, reason: '新办的低保没有登记', evidence: '低保证' };
  const made = await street.call(proposeCorrection, { params: { id: elderId }, body: { version: 1, ...asked } });
  if (made.status !== 200) throw new Error(`no correction: ${JSON.stringify(made.body)}`);
  return made.body.id;
}

/** Opened by the street's demo login: nobody else may read it. */
async function lookOutside(city: CityApp, elderId: string): Promise<string> {
  const street = caller(city, await city.session('street'));
  const why = { purpose: '应急处置' as const, reason: '老人在本街道走失，要联系家属来接' };
  const made = await street.call(openOutside, { body: { elderId, ...why } });
  if (made.status !== 200) throw new Error(`no look: ${JSON.stringify(made.body)}`);
  return made.body.lookId;
}

/** Offered to a community of 西城, not yet taken. */
async function offerMove(city: CityApp, elderId: string): Promise<string> {
  const { rows } = await city.database.admin.query<{ area_code: string }>(
    'select area_code from elders where elder_id = $1',
    [elderId],
  );
  const areaCode = `${rows[0]?.area_code.slice(0, 9)}000`;
  const street = await city.as({ role: 'street', areaCode, name: '陈岚' });
  const body = {
    toAreaCode: '110102001004',
    road: '西长安街',
    compound: '和平里',
    door: '1号楼101',
    movedOn: '2025-06-18',
  };
  const offered = await street.call(life.moveElder, { params: { id: elderId }, body });
  if (offered.status !== 200) throw new Error(`no move: ${JSON.stringify(offered.body)}`);
  return offered.body.eventId;
}

/** The demo's family has applied for something, and is offered what a death would bring. */
async function writeLetters(city: CityApp): Promise<{ letter: string; funeral: string }> {
  const { admin } = city.database;
  const { rows: posts } = await admin.query<{ elder_id: string; area_code: string }>(
    "select p.elder_id, p.area_code from posts p join accounts a using (account_id) where a.login = 'family'",
  );
  const { elder_id: elderId = '', area_code: areaCode = '' } = posts[0] ?? {};
  const family = await city.as({ role: 'family', areaCode, elderId, name: '王芳' });
  for (const scheme of SCHEMES) await family.call(applyForBenefit, { body: { elderId, scheme } });
  const { rows } = await admin.query<{ claim_id: string }>(
    `insert into funeral_claims (elder_id, claim_id, area_code, happened_area, elder_name, died_on, status, amount_fen, offered_at)
     select elder_id, gen_random_uuid(), area_code, area_code, name, '2025-06-10', 'offered', 500000, '2025-06-12T10:00:00+08:00'
     from elders where elder_id = $1 returning claim_id`,
    [elderId],
  );
  const letters = (await family.call(listLetters, { query: {} })).body.rows;
  if (!letters[0]) throw new Error('the family got no letter');
  return { letter: letters[0].id, funeral: rows[0]?.claim_id ?? '' };
}

async function oweBack(city: CityApp, elderId: string): Promise<string> {
  const { rows } = await city.database.admin.query<{ recovery_id: string }>(
    `insert into payment_recoveries (elder_id, recovery_id, area_code, payer_code, elder_name, scheme, rule, reason, status,
       total_fen, balance_fen, opened_by, opened_by_name, opened_at, payee_name)
     select elder_id, gen_random_uuid(), area_code, '110115000000', name, 'advancedAge', 'dead-yet-paid', '去世后多发一个月',
       'open', 10000, 10000, gen_random_uuid(), '王处', '2025-06-19T10:00:00+08:00', name from elders where elder_id = $1
     returning recovery_id`,
    [elderId],
  );
  return rows[0]?.recovery_id ?? '';
}

async function makeDraw(city: CityApp): Promise<{ draw: string; check: string }> {
  const regulator = await city.as({ role: 'regulator', areaCode: '110115000000', name: '周敏' });
  const body = { title: '六月上门服务抽查', from: '2025-01-01', to: TEST_DATE, wanted: 3 };
  const made = await regulator.call(announceDraw, { body });
  const drawn = await regulator.call(drawRecords, { params: { id: made.body.id } });
  if (drawn.status !== 200) throw new Error(`nothing drawn: ${JSON.stringify([made.body, drawn.body])}`);
  const { rows } = await city.database.admin.query<{ check_id: string }>(
    'select check_id from inspection_checks limit 1',
  );
  return { draw: made.body.id, check: rows[0]?.check_id ?? '' };
}

/** A table waiting for its columns, sent by the street of the demo's login. */
async function sendTable(city: CityApp): Promise<string> {
  const street = await city.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  const bytes = Buffer.from('姓名,身份证号,社区,居住方式\n王某某,,清源西里社区,独居');
  return (await street.call(uploadImport, { file: { name: '清源街道台账.csv', bytes } })).body.id;
}

/** A draft that has been rehearsed and waits to be submitted. */
async function rehearse(city: CityApp, kind: 'change' | 'beds'): Promise<string> {
  const official = await city.as({ role: 'city', areaCode: '110000000000', name: '赵处' });
  const field = kind === 'beds' ? 'beds.perPerson.3' : 'advancedAge.tiers.age-80.amountFen';
  const changes = { set: [{ field, value: 12_000 }] };
  const body = { kind, name: `${field}改成120元`, startsMonth: '2025-07', changes };
  const made = await official.call(makeRehearsal, { body });
  await official.call(runRehearsal, { params: { id: made.body.id } });
  await carryOutRehearsal(toolsOf(city), { rehearsalId: made.body.id });
  return made.body.id;
}

/** A compared table with one difference, a warning and a relief, as the modules leave them. */
async function compareOne(city: CityApp, elderId: string) {
  const { admin } = city.database;
  const ids = { batch: newId(), difference: newId(), warning: newId(), relief: newId() };
  const who = 'select elder_id, area_code, name from elders where elder_id = $1';
  await admin.query(
    `insert into comparison_batches (batch_id, area_code, kind, origin, sender, as_of, file_name, file_bytes, file_sm3, file_says, sealed,
       sheet, heading_row, headings, mapping, status, rows, differs, started_by, started_by_name, started_by_role, uploaded_at, compared_at)
     values ($1, '110115000000', 'disability', 'file', '区残联', '2025-06-01', '残疾.csv', 1, '', '文本表格', '', 0, 1, '[]', '[]', 'compared',
       1, 1, $2, '周科长', 'district', '2025-06-19T01:00:00Z', '2025-06-19T01:00:00Z')`,
    [ids.batch, newId()],
  );
  await admin.query(
    `insert into comparison_differences (elder_id, difference_id, area_code, batch_id, row_number, kind, sender, as_of, elder_name, fields,
       owner_role, status, found_at)
     select elder_id, $2, area_code, $3, 2, 'disability', '区残联', '2025-06-01', name,
       '[{"field":"disabilities","ours":[],"theirs":[{"kind":"肢体","grade":2}]}]', 'community', 'open', '2025-06-19T01:00:00Z' from (${who}) e`,
    [elderId, ids.difference, ids.batch],
  );
  await admin.query(
    `with w as (insert into relief_warnings (elder_id, warning_id, area_code, number, elder_name, household_key, rules, status, warned_at)
       select elder_id, $2, area_code, 'KN250619-000001', name, elder_id, '{medicalCost}', 'warned', '2025-06-19T01:00:00Z' from (${who}) e
       returning *)
     insert into relief_reasons (elder_id, reason_id, area_code, household_key, rule, period, says, line, basis, confidence, sender, as_of,
       batch_id, warning_id, found_at)
     select elder_id, $2, area_code, household_key, 'medicalCost', '2024', '2024年个人负担医疗费 40,000 元', 3000000, '本系统默认',
       'designDefault', '区医保局', '2025-06-01', $3, $2, warned_at from w`,
    [elderId, ids.warning, ids.batch],
  );
  await admin.query(
    `insert into relief_applications (elder_id, application_id, area_code, number, responsible, responsible_area, applied_area, elder_name,
       economic_class, severely_disabled, spent_fen, reason, status, applied_by, applied_at, kind)
     select elder_id, $2, area_code, 'JZ250619-000001', true, area_code, area_code, name, '低收入', false, 4000000, '住院自付四万元',
       'applied', '陈岚', '2025-06-19T01:00:00Z', 'temporaryRelief' from (${who}) e`,
    [elderId, ids.relief],
  );
  return ids;
}
