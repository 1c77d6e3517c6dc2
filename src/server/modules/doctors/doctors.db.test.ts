import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/doctors.ts';
import { listWork } from '#contracts/work.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, testKeys } from '../../../../tests/support/builders.ts';

const STREET = `${COMMUNITY.slice(0, 9)}000`;
const [DOCTOR, OTHER] = [newId(), newId()];
let app: TestApp;
let community: Caller;
let doctor: Caller;
let other: Caller;

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '周涛' });
  doctor = await app.as({ role: 'doctor', areaCode: STREET, name: '徐涛', accountId: DOCTOR });
  other = await app.as({ role: 'doctor', areaCode: STREET, name: '何洁', accountId: OTHER });
});
afterAll(() => app.stop());

const happens = (event: Parameters<typeof publish>[1]) =>
  jobTools(app.database.pool, testKeys()).inArea('110000000000', 'test', ctx => publish(ctx, event));
const sign = (elderId: string, doctorId: string) =>
  community.call(endpoints.signDoctor, { params: { elderId }, body: { doctorId } });
const contact = (who: Caller, elderId: string, given: object = {}) =>
  who.call(endpoints.recordDoctorContact, {
    body: { elderId, way: 'home', about: 'routine', findings: '血压平稳', advice: '低盐饮食', ...given } as never,
  });
const all = async (who: Caller) =>
  (await who.call(endpoints.listDoctorContracts, { query: { view: 'all' } })).body.rows.map(row => row.elderId);

describe('signing', () => {
  it('chooses from the doctors of the street, is owed a first contact, and hands over when signed anew', async () => {
    const { elderId } = await buildElder(app.database, { abilityLevel: 3, abilityValidTo: '2026-05-19' });
    const choices = await community.call(endpoints.listDoctors, { params: { elderId } });
    expect(choices.body.rows.map(one => one.name).sort()).toEqual(['何洁', '徐涛']);
    const signed = await sign(elderId, DOCTOR);
    expect(signed.body).toMatchObject({ doctorName: '徐涛', abilityLevel: 3, nextContactOn: '2025-06-23', bed: null });
    expect(await all(doctor)).toContain(elderId);
    expect(await all(other)).not.toContain(elderId);
    const owed = await doctor.call(listWork, { query: {} });
    expect(JSON.stringify(owed.body)).toContain(`/desk/patients/${elderId}`);
    await sign(elderId, OTHER);
    expect(await all(doctor)).not.toContain(elderId);
    expect(await all(other)).toContain(elderId);
    expect((await contact(doctor, elderId)).error.code).toBe('doctors.no-contract');
  });

  it('refuses somebody who is no doctor there, and an elder elsewhere', async () => {
    const { elderId } = await buildElder(app.database);
    expect((await sign(elderId, newId())).error.code).toBe('doctors.unknown-doctor');
    const foreign = await app.as({ role: 'community', areaCode: '110102017003' });
    const tried = await foreign.call(endpoints.signDoctor, { params: { elderId }, body: { doctorId: DOCTOR } });
    expect(tried.status).toBe(404);
    const seen = await foreign.call(endpoints.readElderDoctor, { params: { elderId } });
    expect(seen.body).toEqual({ contract: null, contacts: [] });
  });
});

describe('contacts', () => {
  it('settle what is owed, set the next day, and are read by area and family but changed by nobody', async () => {
    const { elderId } = await buildElder(app.database);
    await sign(elderId, DOCTOR);
    const bad = await contact(doctor, elderId, { nextContactOn: '2025-06-20' });
    expect(bad.error.fields?.nextContactOn).toContain('今天以后');
    const done = await contact(doctor, elderId, { measurements: { systolic: 130, diastolic: 80 } });
    expect(done.body.contract).toMatchObject({
      nextContactOn: '2025-09-18',
      lastContactOn: '2025-06-20',
      because: null,
    });
    const { rows } = await app.database.admin.query(
      "select 1 from due_items where subject_kind = 'doctor-contract' and elder_id = $1 and closed_at is null",
      [elderId],
    );
    expect(rows).toEqual([]);
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
    for (const who of [family, doctor]) {
      const seen = await who.call(endpoints.readElderDoctor, { params: { elderId } });
      expect(seen.body.contacts[0]).toMatchObject({ advice: '低盐饮食', by: '徐涛' });
    }
    // The community sees that the doctor came, not what was found: that is 医疗数据 (S1-18.2).
    const came = await community.call(endpoints.readElderDoctor, { params: { elderId } });
    expect(came.body.contacts[0]).toMatchObject({ by: '徐涛', findings: null, advice: null, measurements: {} });
    expect(came.body.contacts[0]?.withheld).toContain('没有“医疗数据”权限');
    const { rows: grants } = await app.database.admin.query(
      `select distinct grantee from information_schema.role_table_grants
       where table_name = 'doctor_contacts' and privilege_type in ('UPDATE', 'DELETE') and grantee like 'yinian_%'`,
    );
    expect(grants.map(grant => grant.grantee)).not.toContain('yinian_assigned');
    expect((await contact(community, elderId)).error.code).toBe('platform.not-allowed');
  });
});

describe('the contract follows', () => {
  it('a true alarm is handed to the doctor within three days, a false one is not', async () => {
    const elder = await buildElder(app.database);
    const { elderId, areaCode } = elder;
    await sign(elderId, DOCTOR);
    await contact(doctor, elderId);
    const alarm = { name: 'alarm.closed' as const, elderId, areaCode, alarmId: newId() };
    await happens({ ...alarm, isTrue: false });
    const calm = await doctor.call(endpoints.readElderDoctor, { params: { elderId } });
    expect(calm.body.contract?.nextContactOn).toBe('2025-09-18');
    await happens({ ...alarm, isTrue: true });
    const after = await doctor.call(endpoints.readElderDoctor, { params: { elderId } });
    expect(after.body.contract).toMatchObject({ nextContactOn: '2025-06-23', because: '告警属实，请随访' });
  });

  it('a move takes contract and contacts along; a death ends it the same day', async () => {
    const elder = await buildElder(app.database);
    const { elderId } = elder;
    await sign(elderId, DOCTOR);
    await contact(doctor, elderId);
    const [there, street] = ['110115003008', '110115003000'];
    await app.database.admin.query('update elders set area_code = $2 where elder_id = $1', [elderId, there]);
    await happens({ name: 'elder.moved', elderId, areaCode: there, fromArea: COMMUNITY, movedOn: '2025-06-20' });
    const worker = await app.as({ role: 'community', areaCode: there });
    const moved = await worker.call(endpoints.readElderDoctor, { params: { elderId } });
    expect(moved.body.contract?.areaCode).toBe(there);
    expect(moved.body.contacts).toHaveLength(1);
    expect(street).toBe(STREET);
    await app.database.admin.query(
      "update elders set status = 'deceased', died_on = '2025-06-20' where elder_id = $1",
      [elderId],
    );
    await happens({ name: 'elder.died', elderId, areaCode: there, diedOn: '2025-06-20' });
    expect(await all(doctor)).not.toContain(elderId);
    await app.database.admin.query("update elders set status = 'active', died_on = null where elder_id = $1", [
      elderId,
    ]);
    await happens({ name: 'elder.restored', elderId, areaCode: there, after: 'death', stoppedOn: '2025-06-20' });
    expect(await all(doctor)).toContain(elderId);
  });
});

it.each([
  ['doctor_contracts_status_check', endpoints.CONTRACT_STATUSES],
  ['doctor_contacts_way_check', endpoints.CONTACT_WAYS],
  ['doctor_contacts_about_check', endpoints.CONTACT_ABOUT],
] as const)('%s has the values of the contract', async (name, values) => {
  const { rows } = await app.database.admin.query<{ def: string }>(
    'select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1',
    [name],
  );
  expect([...(rows[0]?.def ?? '').matchAll(/'([^']+)'::text/g)].map(m => m[1])).toEqual([...values]);
});
