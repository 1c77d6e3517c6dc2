import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFilling } from '#contracts/assessments/fillings.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { listAudit } from '#contracts/audits.ts';
import { type ConsentPurpose, decideConsent, listConsents } from '#contracts/consents.ts';
import { CLASS_OF_CONTENT, type Content } from '#contracts/data-classes.ts';
import { readElderDoctor, recordDoctorContact, signDoctor } from '#contracts/doctors.ts';
import { recordAbsence } from '#contracts/elders/life-events.ts';
import { listLookers, readElder } from '#contracts/elders/record.ts';
import { type Endpoint, isRead } from '#contracts/endpoint.ts';
import { listServed, readOverview, readServed } from '#contracts/overviews.ts';
import { grantPermission, withdrawPermission } from '#contracts/post-permissions.ts';
import { addMeans, authoriseMeans } from '#contracts/relief-means.ts';
import type { Role } from '#contracts/roles.ts';
import { insertAssessments, loadScale } from '#modules/assessments/index.ts';
import { loadScaleForm } from '#modules/assessments/scales/load-scale.ts';
import { scopeStatements } from '#platform/database/transaction.ts';
import { planOf } from '#platform/http/fence.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { routes } from '../../routes.ts';

const [STREET, DISTRICT, CITY] = [`${COMMUNITY.slice(0, 9)}000`, '110115000000', '110000000000'];
const COST = 4_687_123;
/** Words that stand nowhere but in the content of a class. */
const MEDICAL = ['看到标记', '建议标记', '医院标记', '病情标记', `${COST}`, '46871.23', '46,871.23'];
/** The sum of all that a household spends stays: money is computed from it. */
const SPENT = ['自付标记'];
const HEALTH = ['病名标记', '诊断标记', '量表标记'];

let app: TestApp;
let elderId: string;
let assessmentId: string;
let fillingId: string;
let warningId: string;
const callers = new Map<Role, Caller>();
const accountIds = new Map<Role, string>();
const DOCTOR = newId();
const [home, elsewhere] = [newId(), newId()];

const sql = async <R extends object>(text: string, values: unknown[] = []) =>
  (await app.database.admin.query<R>(text, values)).rows;
const the = (role: Role): Caller => {
  const found = callers.get(role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
};
const AREAS: Partial<Record<Role, string>> = { community: COMMUNITY, street: STREET, doctor: STREET, city: CITY };
const OFFICIAL = ['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor'] as const;

beforeAll(async () => {
  app = await startTestApp();
  const elder = await buildElder(app.database, {
    abilityLevel: 3,
    abilityValidTo: '2026-06-02',
    diseases: ['病名标记'],
  });
  elderId = elder.elderId;
  for (const role of [...OFFICIAL, 'administrator', 'doctor', 'elder'] as const) {
    const accountId = role === 'doctor' ? DOCTOR : newId();
    accountIds.set(role, accountId);
    const bound = role === 'elder' ? { elderId } : {};
    const areaCode = role === 'administrator' ? CITY : (AREAS[role] ?? DISTRICT);
    callers.set(role, await app.as({ role, areaCode, name: `${role}某`, accountId, ...bound }));
  }
  await sql(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '康乐养老院', 'institution', $2), ($3, '别处养老院', 'institution', $2)",
    [home, COMMUNITY, elsewhere],
  );
  callers.set('institution', await app.as({ role: 'institution', areaCode: COMMUNITY, organisationId: home }));
  await keepHealth();
  await keepMedical();
});
afterAll(() => app.stop());

async function keepHealth() {
  const scale = loadScale('gbt-42195-2022');
  const items = Object.fromEntries(scale.items.map(item => [item.code, Math.min(2, item.max)]));
  const answers = { items, coma: false, diagnoses: ['F03'], riskEvents30Days: 3 };
  const scored = scoreAssessment(scale, answers);
  if (!scored.ok) throw new Error('the fixture does not score');
  const { score } = scored;
  assessmentId = newId();
  await insertAssessments(app.database.admin, [
    {
      ...{ assessmentId, elderId, areaCode: COMMUNITY, reason: '首次评估', status: 'published', assessors: [] },
      ...{ appliedAt: '2025-06-01T01:00:00.000Z', appliedBy: { accountId: newId(), name: '导入' }, visitAt: null },
      ...{ answers: { ...answers, diagnoses: ['诊断标记'] }, score, total: score.total, level: score.level },
      ...{ assessedOn: '2025-06-02', publishedOn: '2025-06-03', validTo: '2026-06-02' },
    },
  ]);
  const form = loadScaleForm('ltci-2021');
  const given = { items: Object.fromEntries(form.items.map(item => [item.code, item.max])) };
  const body = { elderId, form: form.id, filledOn: '2025-06-10', answers: given, note: '量表标记' };
  fillingId = (await the('community').call(recordFilling, { body })).body.id;
}

async function keepMedical() {
  await the('community').call(signDoctor, { params: { elderId }, body: { doctorId: DOCTOR } });
  const contact = { elderId, way: 'home', about: 'routine', findings: '看到标记', advice: '建议标记' } as const;
  await the('doctor').call(recordDoctorContact, { body: { ...contact, measurements: { systolic: 187 } } });
  const stay = { kind: 'hospital', fromOn: '2025-06-18', place: '医院标记', note: '病情标记' } as const;
  await the('community').call(recordAbsence, { params: { id: elderId }, body: stay });
  warningId = newId();
  await sql(
    `insert into relief_warnings (elder_id, warning_id, area_code, number, elder_name, household_key, rules, status, warned_at)
     values ($1, $2, $3, 'KN1', '王秀兰', $2, '{medicalCost}', 'warned', '2025-06-02T01:00:00Z')`,
    [elderId, warningId, COMMUNITY],
  );
  await sql(
    `insert into relief_reasons (elder_id, reason_id, area_code, household_key, rule, period, says, line, basis, confidence, sender,
       as_of, batch_id, warning_id, found_at) values ($1, $2, $3, $5, 'medicalCost', '2024', $4, 3000000, '默认', 'designDefault',
       '区医保局', '2025-06-01', $2, $5, '2025-06-02T01:00:00Z')`,
    [elderId, newId(), COMMUNITY, `2024年个人负担医疗费 ${COST} 分`, warningId],
  );
  const params = { elderId };
  await the('community').call(authoriseMeans, { params, body: { signedBy: '王秀兰', signedOn: '2025-06-10' } });
  const fact = { part: 'spending', kind: 'medical', fen: 3_987_654, detail: '自付标记' } as const;
  const source = { source: 'declared', asOf: '2025-06-01', confidence: 'declared' } as const;
  await the('community').call(addMeans, { params, body: { fact, ...source } });
}

const say = async (purpose: ConsentPurpose, decision: 'given' | 'refused') => {
  const { rows } = (await the('elder').call(listConsents, { params: { elderId } })).body;
  const textVersion = rows.find(row => row.purpose === purpose)?.textVersion ?? '';
  const done = await the('elder').call(decideConsent, {
    params: { elderId },
    body: { purpose, decision, textVersion },
  });
  expect(done.status).toBe(200);
};
const permit = async (role: Role, change: 'grant' | 'withdraw') => {
  const id = accountIds.get(role)!;
  const [post] = await sql<{ post_id: string }>('select post_id from posts where account_id = $1', [id]);
  const at = { params: { id, postId: post!.post_id } };
  const body = { permission: 'medical', reason: '负责医养结合，要看随访' } as const;
  const endpoint = change === 'grant' ? grantPermission : withdrawPermission;
  return the('administrator').call(endpoint as typeof grantPermission, { ...at, body });
};

const contentsOf = (endpoint: Endpoint): Content[] => {
  const found = new Set<Content>(endpoint.holds ? [endpoint.holds] : []);
  const walk = (plan: ReturnType<typeof planOf>): void => {
    if (plan?.content) found.add(plan.content as Content);
    for (const inner of [plan?.each, ...(plan?.options ?? []), ...(plan?.fields ?? []).map(([, field]) => field)])
      if (inner) walk(inner);
  };
  walk(planOf(endpoint.response));
  return [...found];
};
const READS = routes.filter(({ endpoint }) => isRead(endpoint) && endpoint.raw !== 'stream' && !endpoint.public);
const holding = (dataClass: string) =>
  READS.filter(({ endpoint }) => contentsOf(endpoint).some(content => CLASS_OF_CONTENT[content] === dataClass));

/** The records of this person by the address they are read at; any other id is the person's. */
const idFor = (path: string): string => {
  if (path.startsWith('/api/assessments/')) return assessmentId;
  if (path.startsWith('/api/assessment-fillings/')) return fillingId;
  return path.startsWith('/api/relief-warnings/') ? warningId : elderId;
};
async function textOf(who: Caller, endpoint: Endpoint): Promise<{ status: number; text: string }> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '');
  const params = Object.fromEntries(names.map(name => [name, idFor(endpoint.path)]));
  const keys = Object.keys((endpoint.query as { shape?: object }).shape ?? {});
  const format = endpoint.path.startsWith('/api/exports/') ? 'csv' : 'pdf';
  const asked: Record<string, string> = { elderId, patient: elderId, format };
  const query = Object.fromEntries(keys.flatMap(key => (asked[key] ? [[key, asked[key]]] : [])));
  const answer = await who.call(endpoint, { params, query } as never);
  const { status, body } = answer as { status: number; body: unknown };
  return { status, text: Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body) };
}
const found = (text: string, marks: readonly string[]) => marks.filter(mark => text.includes(mark));

test('S1-18.2 no endpoint of the route table answers medical content to a post without the permission, or without the word', async () => {
  expect(
    holding('medical')
      .map(({ audit }) => audit)
      .sort(),
  ).toMatchInlineSnapshot(`
    [
      "alarms.away-notices",
      "doctors.read",
      "elders.life-events",
      "elders.timeline",
      "overviews.read",
      "overviews.read-served",
      "relief.means",
      "relief.rechecks",
      "relief.warning",
    ]
  `);
  for (const { endpoint, access } of READS) {
    if (!access.roles.includes('street')) continue;
    const { text } = await textOf(the('street'), endpoint);
    expect(found(text, [...MEDICAL, ...SPENT]), endpoint.path).toEqual([]);
  }
  const asked = holding('medical').flatMap(({ endpoint, access }) =>
    OFFICIAL.filter(role => access.roles.includes(role)).map(role => ({ endpoint, role })),
  );
  for (const { endpoint, role } of asked)
    expect(found((await textOf(the(role), endpoint)).text, [...MEDICAL, ...SPENT]), `${role} ${endpoint.path}`).toEqual(
      [],
    );
  const { medical, service } = (await the('street').call(readOverview, { params: { elderId } })).body;
  expect(medical).toMatchObject({ items: [], costs: [], withheld: expect.stringContaining('没有“医疗数据”权限') });
  expect(service.items.map(one => one.label)).toContain('家庭医生签约');
  expect(JSON.stringify(service.items)).toContain('下次随访');

  // With the permission and without the word: what treatment cost, which the relief needs, and nothing else.
  for (const role of OFFICIAL) expect((await permit(role, 'grant')).status, role).toBe(200);
  expect((await permit('street', 'grant')).error.code).toBe('accounts.wrong-permission');
  expect((await permit('doctor', 'grant')).error.message).toContain('不用这项权限');
  for (const { endpoint, role } of asked)
    expect(found((await textOf(the(role), endpoint)).text, MEDICAL.slice(0, 4)), `${role} ${endpoint.path}`).toEqual(
      [],
    );
  const unasked = (await the('street').call(readOverview, { params: { elderId } })).body.medical;
  expect(unasked.withheld).toContain('本人单独同意');
  expect((await textOf(the('street'), READS.find(({ audit }) => audit === 'relief.warning')!.endpoint)).text).toContain(
    `${COST}`,
  );

  // With both, each of them shows what it holds; and the moment the permission is withdrawn nothing is left.
  await say('official-medical', 'given');
  const open: string[] = [];
  for (const { endpoint, audit } of holding('medical').filter(({ access }) => access.roles.includes('street')))
    if (found((await textOf(the('street'), endpoint)).text, [...MEDICAL, ...SPENT]).length > 0) open.push(audit);
  expect(open.sort()).toMatchInlineSnapshot(`
    [
      "doctors.read",
      "elders.life-events",
      "elders.timeline",
      "overviews.read",
      "relief.means",
      "relief.warning",
    ]
  `);
  expect((await permit('street', 'withdraw')).status).toBe(200);
  const after = await the('street').call(readElderDoctor, { params: { elderId } });
  expect(after.body.contacts[0]).toMatchObject({ findings: null, advice: null, measurements: {} });
  expect(after.body.contract?.nextContactOn).toBe('2025-09-18');
  await say('official-medical', 'refused');
  const refused = await the('district').call(readElderDoctor, { params: { elderId } });
  expect(refused.body.contacts[0]?.withheld).toContain('老人没有同意');
});

test('S1-18.2 health in detail is seen by duty until the elder says no; the level that money rests on stays', async () => {
  const asked = holding('health').filter(({ access }) => access.roles.includes('community'));
  const open: string[] = [];
  for (const { endpoint, audit } of asked)
    if (found((await textOf(the('community'), endpoint)).text, HEALTH).length > 0) open.push(audit);
  expect(open.sort()).toMatchInlineSnapshot(`
    [
      "assessments.filling",
      "assessments.read",
      "elders.facts",
      "elders.read",
      "fhir.responses",
      "overviews.read",
    ]
  `);
  await say('official-health', 'refused');
  for (const { endpoint, access } of READS) {
    if (!access.roles.includes('community')) continue;
    expect(found((await textOf(the('community'), endpoint)).text, HEALTH), endpoint.path).toEqual([]);
  }
  for (const { endpoint, access } of holding('health'))
    for (const role of OFFICIAL.filter(one => access.roles.includes(one)))
      expect(found((await textOf(the(role), endpoint)).text, HEALTH), `${role} ${endpoint.path}`).toEqual([]);
  for (const audit of ['assessments.report', 'fhir.responses', 'fhir.observations']) {
    const { endpoint } = READS.find(route => route.audit === audit)!;
    expect((await textOf(the('community'), endpoint)).text).toContain('consents.withheld');
  }
  const { elder } = (await the('community').call(readElder, { params: { id: elderId } })).body;
  expect(elder).toMatchObject({ abilityLevel: 3, diseases: [], withheld: expect.stringContaining('我的同意') });
  const { health } = (await the('community').call(readOverview, { params: { elderId } })).body;
  expect(health).toMatchObject({ items: [], withheld: expect.stringContaining('老人没有同意') });
  expect(health.level[0]).toMatchObject({ label: '能力等级', value: expect.stringContaining('重度失能') });
  await say('official-health', 'given');
});

test('S1-18.2 an institution reads whom it serves, a class at a time by the elder’s word, and nothing when the stay has ended', async () => {
  const inside = the('institution');
  expect((await inside.call(readServed, { params: { elderId } })).status).toBe(404);
  const useId = newId();
  await sql(
    `insert into place_uses (use_id, kind, facility_id, facility_name, organisation_id, area_code, happened_area, elder_id,
       elder_name, from_on, entered_by, entered_at) values ($1, 'stay', $1, '康乐养老院', $2, $3, $3, $4, '王秀兰', '2025-06-01',
       '测试', '2025-06-01T01:00:00Z')`,
    [useId, home, COMMUNITY, elderId],
  );
  const listed = (await inside.call(listServed, { query: { kind: 'stay', name: '秀兰' } })).body;
  expect(listed).toMatchObject({
    total: 1,
    rows: [{ elderId, since: '2025-06-01', healthOpen: false, medicalOpen: false }],
  });
  expect((await inside.call(listServed, { query: { kind: 'bed' } })).body.rows).toEqual([]);
  const read = async () => (await inside.call(readServed, { params: { elderId } })).body;
  const closed = await read();
  expect(closed).toMatchObject({ name: '王秀兰', health: { level: [], items: [] }, medical: { items: [] } });
  expect(closed.health.withheld).toContain('本人单独同意');
  expect(closed.facility.items).toMatchObject([{ label: '住的养老机构', value: '康乐养老院' }]);
  expect(await underGranted()).toEqual({
    elders: 0,
    assessments: 0,
    doctor_contacts: 0,
    elder_life_events: 0,
    elder_sealed: 0,
  });

  await say('organisation-health', 'given');
  const health = await read();
  expect(found(JSON.stringify(health.health), ['病名标记', '重度失能'])).toHaveLength(2);
  expect(found(JSON.stringify(health), MEDICAL)).toEqual([]);
  expect(await underGranted()).toMatchObject({ elders: 1, assessments: 1, doctor_contacts: 0, elder_life_events: 0 });
  await say('organisation-medical', 'given');
  expect(found(JSON.stringify((await read()).medical), MEDICAL.slice(0, 4))).toHaveLength(4);
  expect(await underGranted()).toMatchObject({ doctor_contacts: 1, elder_life_events: 1, elder_sealed: 0 });

  const other = await app.as({ role: 'institution', areaCode: COMMUNITY, organisationId: elsewhere });
  expect((await other.call(readServed, { params: { elderId } })).status).toBe(404);
  expect((await other.call(listServed, { query: {} })).body.rows).toEqual([]);
  for (const path of [readElder, readOverview])
    expect((await inside.call(path as typeof readElder, { params: { id: elderId, elderId } as never })).status).toBe(
      403,
    );
  await sql("update place_uses set to_on = '2025-06-19' where use_id = $1", [useId]);
  expect((await inside.call(readServed, { params: { elderId } })).status).toBe(404);
  expect((await inside.call(listServed, { query: {} })).body.total).toBe(0);
  expect(await underGranted()).toEqual({
    elders: 0,
    assessments: 0,
    doctor_contacts: 0,
    elder_life_events: 0,
    elder_sealed: 0,
  });
});

/** What the database itself gives the institution by the way `granted`, whatever the product asks it. */
async function underGranted(): Promise<Record<string, number>> {
  const at = '2025-06-20T02:00:00.000Z';
  const scope = { way: 'granted' as const, accountId: newId(), organisationId: home, elderId, at };
  const client = await app.database.pool.connect();
  try {
    await client.query(`begin; ${scopeStatements(scope)}`);
    const counts: Record<string, number> = {};
    for (const table of ['elders', 'assessments', 'doctor_contacts', 'elder_life_events', 'elder_sealed'])
      counts[table] = (await client.query(`select 1 from ${table}`)).rowCount ?? 0;
    return counts;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('S1-18.2 every opening is in the audit with its class; the elder reads who saw which', async () => {
  await say('official-medical', 'given');
  await the('district').call(readOverview, { params: { elderId } });
  const { rows } = (await the('elder').call(listLookers, { params: { id: elderId } })).body;
  const said = rows.filter(row => row.actor === 'district某' && row.what.includes('（四类数据）')).map(row => row.what);
  expect(said.sort()).toEqual(
    ['健康信息', '医疗数据', '服务数据', '养老设施数据'].map(name => `看了${name}（四类数据）`).sort(),
  );
  const closed = await app.as({ role: 'street', areaCode: STREET, name: '没有权限的' });
  await closed.call(readOverview, { params: { elderId } });
  const opened = await sql<{ subject_id: string }>(
    "select subject_id from audit_entries where actor_name = '没有权限的' and subject_kind = 'data-class' order by 1",
  );
  expect(opened.map(row => row.subject_id)).toEqual(['facility', 'health', 'service']);
  const audited = (await the('auditor').call(listAudit, { query: { elderId, subjectId: 'medical' } })).body.rows;
  expect(audited.some(row => row.actionLabel.endsWith('（医疗数据）'))).toBe(true);
  const grants = await sql<{ action: string }>(
    "select distinct action from audit_entries where action like 'accounts.%-permission' order by 1",
  );
  expect(grants.map(row => row.action)).toEqual(['accounts.grant-permission', 'accounts.withdraw-permission']);
  const kept = app.database.admin.query("set role yinian_system; update post_permissions set reason = 'x'");
  await expect(kept).rejects.toThrow('permission denied');
  await app.database.admin.query('reset role');
});
