import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import type { Draft } from '#contracts/rehearsals/draft.ts';
import * as endpoints from '#contracts/rehearsals/endpoints.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testKeys } from '../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../tests/support/city-app.ts';
import { addElder } from '../../../../tests/support/elders.ts';
import { linesOf } from '../benefits/determine/determine-people.ts';
import { type PersonLine, personRowOf } from '../benefits/determine/person-line.ts';
import { determine } from '../benefits/explain/determine.ts';
import { compileLaw } from '../benefits/law/compile.ts';
import { definitions } from '../benefits/law/definitions.ts';
import { draftDefinitions } from '../benefits/rehearse/draft-law.ts';
import { monthIndex } from '../benefits/rules/civil-numbers.ts';
import { personOf } from '../benefits/rules/person-facts.ts';
import { rehearseArea } from './cli.ts';
import { carryOutRehearsal, endRehearsalEarly } from './run-rehearsal.ts';

const CITY = '110000000000';
const STARTS = '2025-07';
const MONTHS = 9;

let app: TestApp;
let maker: Caller;
let other: Caller;
const makerId = newId();

beforeAll(async () => {
  app = await startTestApp(await cityDatabase());
  maker = await app.as({ role: 'city', areaCode: CITY, accountId: makerId, name: '赵处' });
  other = await app.as({ role: 'city', areaCode: CITY, name: '钱处' });
}, 180_000);
afterAll(() => app?.stop());

const tools = () => jobTools(app.database.pool, testKeys());
const empty = { set: [], addAgeTiers: [], dropTiers: [] };
const draftOf = (name: string, changes: Partial<Draft['changes']>, more: Partial<Draft> = {}): Draft => ({
  ...{
    kind: 'change',
    name,
    purpose: '试算',
    basis: '内部讨论稿',
    startsMonth: STARTS,
    months: MONTHS,
    reassessed: true,
  },
  changes: { ...empty, ...changes },
  ...more,
});

async function rehearse(draft: Draft, caller = maker): Promise<Rehearsal> {
  const made = await caller.call(endpoints.makeRehearsal, { body: draft });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { id } = made.body;
  expect((await caller.call(endpoints.runRehearsal, { params: { id } })).status).toBe(200);
  await carryOutRehearsal(tools(), { rehearsalId: id });
  return (await caller.call(endpoints.readRehearsal, { params: { id } })).body;
}

const CHANGES: Draft['changes'] = {
  set: [
    { field: 'advancedAge.tiers.age-80.amountFen', value: 12_000 },
    { field: 'care.minAbilityLevel', value: 4 },
    { field: 'hardship.tiers.low-income.amountFen', value: 25_000 },
    { field: 'measure.otherBenefits.retired-cadre-care.effect', value: 'excludes' },
  ],
  addAgeTiers: [{ minAge: 75, amountFen: 5_000 }],
  dropTiers: ['care.tiers.lowest'],
};

/** Every person, every month, both laws, by the careful evaluate path: nothing of the rehearsal's own is used. */
async function byHand(changes: Draft['changes'], reassessed: boolean) {
  const all = { by: 'area', from: '110000000000', to: '120000000000', since: null } as const;
  const lines: PersonLine[] = [];
  await tools().inArea('110000000000', '测试', async ctx => {
    for await (const page of linesOf(ctx, STARTS, all)) lines.push(...page);
  });
  const first = monthIndex(STARTS);
  const lawsOf = (from: ReturnType<typeof definitions>) =>
    Array.from({ length: MONTHS }, (_, at) => compileLaw(from, first + at));
  const laws = { old: lawsOf(definitions()), new: lawsOf(draftDefinitions(changes, STARTS)) };
  const sums = { old: Array(MONTHS).fill(0) as number[], new: Array(MONTHS).fill(0) as number[] };
  const perPerson = new Map<string, { old: number; new: number; openOld: number; openNew: number }>();
  for (const line of lines) {
    const row = personRowOf(line);
    const base = personOf(row, { districtName: null, grantedOnly: true });
    const total = { old: 0, new: 0, openOld: 0, openNew: 0 };
    for (const which of ['old', 'new'] as const)
      for (let at = 0; at < MONTHS; at++) {
        let law = laws[which][at]!;
        const person = { ...base };
        if (reassessed && base.abilityAssessedOn) {
          const [year = 0, month = 0] = base.abilityAssessedOn.split('-').map(Number);
          const ranOut = first > year * 12 + month - 1 + laws[which][0]!.care.abilityValidityMonths;
          if (ranOut) person.abilityLevel = null;
          law = { ...law, care: { ...law.care, abilityValidityMonths: 0 } };
        }
        const asIs = determine(person, law);
        if ('problems' in asIs) throw new Error(JSON.stringify(asIs));
        for (const [scheme, { amountFen }] of asIs.results.entries()) {
          total[which] += amountFen;
          sums[which][at] = (sums[which][at] ?? 0) + amountFen;
          if (amountFen > 0) continue;
          const name = SCHEMES[scheme]!;
          if (person.appliedOn?.[name]) continue;
          const applied = { ...person, appliedOn: { ...person.appliedOn, [name]: `${STARTS}-01` } };
          const would = determine(applied, law);
          if ('problems' in would) throw new Error('problems');
          total[which === 'old' ? 'openOld' : 'openNew'] += would.results[scheme]?.amountFen ?? 0;
        }
      }
    perPerson.set(row.elder_id, total);
  }
  return { sums, perPerson };
}

describe('预演', () => {
  it.each([true, false])(
    'equals what the careful reader says of every person in every month (reassessed %s)',
    async reassessed => {
      const told = await rehearse(draftOf(`逐人核对${reassessed}`, CHANGES, { reassessed }));
      const { sums, perPerson } = await byHand(CHANGES, reassessed);
      expect(told.result?.months.map(line => line.oldFen)).toEqual(sums.old);
      expect(told.result?.months.map(line => line.newFen)).toEqual(sums.new);
      expect(told.result?.people).toBe(perPerson.size);
      const kept = await app.database.admin.query<Record<string, string>>(
        'select elder_id, outcome, old_fen, new_fen, open_old_fen, open_new_fen from rehearsal_people where rehearsal_id = $1',
        [told.id],
      );
      const changed = new Map(kept.rows.map(row => [row.elder_id, row]));
      let differing = 0;
      for (const [id, total] of perPerson) {
        const row = changed.get(id);
        if (row)
          expect({
            ...{ old: Number(row.old_fen), new: Number(row.new_fen) },
            ...{ openOld: Number(row.open_old_fen), openNew: Number(row.open_new_fen) },
          }).toEqual(total);
        if (total.old !== total.new || total.openOld !== total.openNew) {
          differing++;
          expect(row, id).toBeDefined();
        }
      }
      expect(differing).toBeGreaterThan(50);
      expect(told.result?.sentences.join('')).toMatch(/已申请的人按草案发.*人钱变多.*新增或加深|没有新增/s);
    },
  );

  it('says of a draft that changes nothing that it touches nobody, and gives the same answer twice', async () => {
    const none = await rehearse(draftOf('什么也没改', {}));
    expect(none.result?.sentences[0]).toMatch(/^这份草案对任何人都没有影响。草案和现行规定一字不差/);
    expect(none).toMatchObject({ changedPeople: 0, differenceFen: 0, status: 'rehearsed' });
    const far = await rehearse(draftOf('碰不到谁', { addAgeTiers: [{ minAge: 119, amountFen: 90_000 }] }));
    expect(far.result?.sentences[0]).toMatch(/对任何人都没有影响。改了的值碰不到/);
    const again = await rehearse(draftOf('再来一遍', CHANGES));
    const cli = await rehearseArea(tools(), { draft: draftOf('命令行', CHANGES), area: CITY, partsAbove: 0 });
    expect(cli).toMatchObject({ resultMark: again.result?.resultMark, registerMark: again.result?.registerMark });
    expect(cli.sentences).toEqual(again.result?.sentences);
  });

  it('finds a planted cliff, and says who stands at it', async () => {
    const elderId = await addElder(app.database.admin, {
      ...{ areaCode: '110115003008', bornOn: '1950-03-03', economicClass: '低收入' },
    });
    await app.database.admin.query(
      `insert into benefit_applications (elder_id, application_id, area_code, happened_area, scheme, status, applied_on, applied_at,
         applied_by, applied_by_name, decided_by, decided_by_name, decided_at)
       values ($1, $2, '110115003008', '110115003008', 'hardship', 'granted', '2024-01-10', now(), $2, '专干', $2, '专干', now())`,
      [elderId, newId()],
    );
    // 低收入 above 低保: whoever gets poorer loses.
    const told = await rehearse(
      draftOf('倒挂', { set: [{ field: 'hardship.tiers.low-income.amountFen', value: 50_000 }] }),
    );
    const cliff = told.result?.cliffs.find(each => each.key.startsWith('income|低收入|低保|'));
    expect(cliff).toMatchObject({ change: 'new', oldLossFen: 0, newLossFen: 20_000, opens: true });
    expect(cliff?.sentence).toBe('由低收入变为低保，每月少拿200元，现行不会少');
    const { body } = await maker.call(endpoints.listRehearsedPeople, {
      ...{ params: { id: told.id }, query: { cliff: cliff?.key, limit: 200 } },
    });
    expect(body.total).toBe(cliff?.people);
    expect(body.rows.map(row => row.elderId)).toContain(elderId);
    expect(told.result?.cliffs.some(each => each.change === 'same')).toBe(true);
  });

  it('goes on where it was killed and ends with the same answer', async () => {
    const whole = await rehearse(draftOf('一口气', CHANGES));
    const made = (await maker.call(endpoints.makeRehearsal, { body: draftOf('中断', CHANGES) })).body;
    await maker.call(endpoints.runRehearsal, { params: { id: made.id } });
    expect((await maker.call(endpoints.runRehearsal, { params: { id: made.id } })).error.code).toBe(
      'rehearsals.running',
    );
    let calls = 0;
    const killed = {
      ...tools(),
      progress: async () => {
        if (++calls === 3) throw new Error('killed');
        return true;
      },
    };
    await expect(carryOutRehearsal(killed, { rehearsalId: made.id, partsAbove: 0 })).rejects.toThrow('killed');
    const { rows } = await app.database.admin.query<{ after_area: string; result_status: string }>(
      'select after_area, result_status from rehearsals where rehearsal_id = $1',
      [made.id],
    );
    expect(rows[0]).toMatchObject({ result_status: 'running' });
    expect(rows[0]?.after_area).toBeTruthy();
    await carryOutRehearsal(tools(), { rehearsalId: made.id, partsAbove: 0 });
    const resumed = (await maker.call(endpoints.readRehearsal, { params: { id: made.id } })).body;
    expect(resumed.result?.resultMark).toBe(whole.result?.resultMark);
    expect(resumed.result?.registerMark).toBe(whole.result?.registerMark);
  });

  it('stopped, it keeps the parts that are done and goes on with them', async () => {
    const made = (await maker.call(endpoints.makeRehearsal, { body: draftOf('停下', CHANGES) })).body;
    const params = { id: made.id };
    await maker.call(endpoints.runRehearsal, { params });
    let calls = 0;
    const stopping = { ...tools(), progress: async () => ++calls < 3 };
    await carryOutRehearsal(stopping, { rehearsalId: made.id, partsAbove: 0 });
    const payload = { rehearsalId: made.id, areaCode: CITY };
    await endRehearsalEarly(tools(), payload, { status: 'cancelled', message: '按要求停止' });
    const stopped = (await maker.call(endpoints.readRehearsal, { params })).body;
    expect(stopped).toMatchObject({ resultStatus: 'stopped', result: null, mayEdit: true });
    await maker.call(endpoints.runRehearsal, { params });
    await carryOutRehearsal(tools(), { rehearsalId: made.id, partsAbove: 0 });
    const told = (await maker.call(endpoints.readRehearsal, { params })).body;
    const whole = await rehearseArea(tools(), { draft: draftOf('一口气', CHANGES), area: CITY });
    expect(told.result).toMatchObject({ resultMark: whole.resultMark, people: whole.people });
    const people = (await maker.call(endpoints.listRehearsedPeople, { params, query: {} })).body;
    expect(people.total).toBe(told.result?.changedPeople);
  });

  it('is signed by another person only, and then stays as it is', async () => {
    const told = await rehearse(draftOf('80至89岁提到120元', { set: CHANGES.set.slice(0, 1) }));
    const params = { id: told.id };
    const step = (caller: Caller, action: 'submit' | 'sign' | 'return' | 'discard', note?: string) =>
      caller.call(endpoints.stepRehearsal, { params, body: { action, ...(note && { note }) } });
    expect((await step(other, 'sign', '同意')).error.code).toBe('platform.wrong-state');
    expect((await step(maker, 'submit')).body.status).toBe('submitted');
    expect((await step(maker, 'sign', '同意')).error.code).toBe('rehearsals.same-person');
    expect((await step(other, 'sign')).error.code).toBe('rehearsals.needs-note');
    const edit = await maker.call(endpoints.editRehearsal, { params, body: draftOf('改', {}) });
    expect(edit.error.code).toBe('platform.wrong-state');
    const signed = await step(other, 'sign', '同意，2026年1月起执行');
    expect(signed.body).toMatchObject({ status: 'signed', signedBy: '钱处', decision: '同意，2026年1月起执行' });
    expect((await maker.call(endpoints.runRehearsal, { params })).error.code).toBe('platform.wrong-state');
    const forced = app.database.admin.query('update rehearsals set signed_by = made_by where rehearsal_id = $1', [
      told.id,
    ]);
    await expect(forced).rejects.toThrow(/rehearsals_signer/);
  });

  it('says when the register has moved since, and opens people by street and group', async () => {
    const told = await rehearse(draftOf('分组', { set: CHANGES.set.slice(0, 1) }));
    expect(told.result?.stale).toEqual([]);
    const params = { id: told.id };
    const byArea = (await maker.call(endpoints.readCells, { params, query: { by: 'area', area: '110115000000' } })).body
      .rows;
    const street = byArea.find(cell => (cell.outcomes.gain?.people ?? 0) > 0);
    expect(street?.key).toMatch(/^110115\d{3}000$/);
    const query = { area: street?.key, outcome: 'gain' as const, band: '80', limit: 200 };
    const bands = (await maker.call(endpoints.readCells, { params, query: { by: 'band', area: street?.key } })).body
      .rows;
    const people = (await maker.call(endpoints.listRehearsedPeople, { params, query })).body;
    expect(people.total).toBe(bands.find(cell => cell.key === '80')?.outcomes.gain?.people);
    expect(people.rows[0]).toMatchObject({ oldMonthFen: expect.any(Number), firstMonth: STARTS });
    await app.database.admin.query(
      `insert into benefit_changes (elder_id, area_code, changed_xid, because, changed_at)
       select elder_id, area_code, pg_current_xact_id()::text::bigint, 'test', now() from elders limit 1
       on conflict (elder_id) do update set changed_xid = excluded.changed_xid`,
    );
    const later = (await maker.call(endpoints.readRehearsal, { params })).body;
    expect(later.result?.stale[0]).toMatch(/1位老年人的情况变过/);
    const district = await app.as({ role: 'district', areaCode: '110102000000' });
    expect((await district.call(endpoints.readRehearsal, { params })).status).toBe(404);
  });

  it('names every wrong value in Chinese', async () => {
    const wrong = draftOf('错的', {
      ...{
        set: [
          { field: 'advancedAge.tiers.age-80.amountFen', value: 0 },
          { field: 'care.nothing', value: 1 },
        ],
      },
      addAgeTiers: [{ minAge: 90, amountFen: 100 }],
    });
    const { error } = await maker.call(endpoints.makeRehearsal, { body: wrong });
    expect(error.code).toBe('rehearsals.wrong-changes');
    expect(Object.values(error.fields ?? {})).toEqual([
      expect.stringContaining('金额要大于 0'),
      '现行规定里没有这一项，可能已经取消',
      expect.stringContaining('已经有从 90 岁起的一档'),
    ]);
    const past = await maker.call(endpoints.makeRehearsal, { body: draftOf('过去', {}, { startsMonth: '2024-01' }) });
    expect(past.error.code).toBe('rehearsals.month-out-of-range');
  });
});
