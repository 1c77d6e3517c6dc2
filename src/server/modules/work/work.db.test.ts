import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '#contracts/audits.ts';
import { countWork, listWork } from '#contracts/work.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { type Keys, loadKeys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { TEST_DATE, testConfig } from '../../../../tests/support/database.ts';
import { jobs } from './jobs.ts';

const STREET = '110115005000';
const COMMUNITY = '110115005001';
const OTHER = '110108001000';
const ELDER = newId();
let app: TestApp;
let keys: Keys;

beforeAll(async () => {
  app = await startTestApp();
  const config = testConfig();
  keys = loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: true });
});
afterAll(() => app.stop());
afterEach(() => app.database.admin.query('truncate due_items, messages'));

type Due = Partial<Record<'kind' | 'area' | 'org' | 'assignee' | 'elder' | 'role' | 'on' | 'at' | 'title', string>> & {
  provisional?: boolean;
  days?: number;
  from?: string;
};
const owe = (due: Due) =>
  app.database.admin.query(
    `insert into due_items (due_id, subject_kind, subject_id, elder_id, area_code, organisation_id, assignee_id, for_role,
       kind_label, title, reason, action_label, path, from_date, within_working_days, due_on, due_at, provisional)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '床位签约', $9, '验收后没有签约', '催办签约', '/desk/x', $10, $11, $12, $13, $14)`,
    [
      newId(),
      due.kind ?? 'home-care-bed',
      newId(),
      due.elder ?? null,
      due.area ?? COMMUNITY,
      due.org ?? null,
      due.assignee ?? null,
      due.role ?? 'street',
      due.title ?? '一件事',
      due.from ?? '2025-06-10',
      due.days ?? 5,
      due.on ?? null,
      due.at ?? null,
      due.provisional ?? false,
    ],
  );

describe('what I owe', () => {
  it('is grouped by urgency with deadlines in words', async () => {
    await owe({ on: '2025-06-18', title: '最久' });
    await owe({ on: '2025-06-19' });
    await owe({ on: TEST_DATE });
    await owe({ at: `${TEST_DATE}T15:59:00Z`, title: '深夜' });
    await owe({ on: '2025-06-24', provisional: true });
    await owe({});
    const street = await app.as({ role: 'street', areaCode: STREET });
    const { body } = await street.call(listWork);
    expect(body.groups.map(g => [g.group, g.count, g.rows.map(r => r.dueWords)])).toEqual([
      ['overdue', 2, ['超期2个工作日', '超期1个工作日']],
      ['today', 2, ['今天23:59前', '今天到期']],
      ['later', 2, ['剩2个工作日（暂定）', '没有期限']],
    ]);
    expect(body.groups[0]?.rows[0]).toMatchObject({ title: '最久', job: 'dispatch', escalated: false });
    expect(body.counts.mine).toEqual({ all: 6, overdue: 2, today: 2, thisWeek: 0, later: 2 });
  });
  it('an hour that has passed is overdue by minutes or hours, not by days', async () => {
    await owe({ at: '2025-06-18T02:00:00Z' });
    const { body } = await (await app.as({ role: 'street', areaCode: STREET })).call(listWork);
    expect(body.groups[0]?.rows[0]?.dueWords).toMatch(/^超时[12]天$/);
  });
  it('is only my role’s; the whole area shows what others owe', async () => {
    await owe({ on: TEST_DATE });
    await owe({ on: TEST_DATE, role: 'community', kind: 'visit' });
    await owe({ on: TEST_DATE, area: OTHER });
    const street = await app.as({ role: 'street', areaCode: STREET });
    const mine = await street.call(listWork);
    expect(mine.body.counts).toMatchObject({ mine: { all: 1 }, area: { all: 2 } });
    const all = await street.call(listWork, { query: { scope: 'area' } });
    expect(
      all.body.groups
        .find(g => g.group === 'today')
        ?.rows.map(r => r.forRole)
        .sort(),
    ).toEqual(['community', 'street']);
    const counts = await street.call(countWork);
    expect(counts.body).toEqual({ rows: [{ job: 'dispatch', count: 1, overdue: 0 }], all: 1, overdue: 0 });
  });
  it('an organisation, an assigned person and a family reach only their own rows', async () => {
    const [org, account] = [newId(), newId()];
    await app.database.admin.query(
      "insert into organisations (organisation_id, name, kind, area_code) values ($1, '驿站', 'station', $2)",
      [org, STREET],
    );
    await owe({ on: TEST_DATE, role: 'station', org });
    await owe({ on: TEST_DATE, role: 'caregiver', assignee: account });
    await owe({ on: TEST_DATE, role: 'elder', elder: ELDER });
    await owe({ on: TEST_DATE, role: 'station' });
    const people = [
      { role: 'station', areaCode: STREET, organisationId: org },
      { role: 'caregiver', areaCode: STREET, accountId: account },
      { role: 'elder', areaCode: COMMUNITY, elderId: ELDER },
    ] as const;
    for (const person of people) {
      const { body } = await (await app.as(person)).call(listWork, { query: { scope: 'area' } });
      expect(body.counts.mine.all, person.role).toBe(1);
      expect(body.counts.area.all, person.role).toBe(1);
    }
    const administrator = await app.as({ role: 'administrator', areaCode: '110000000000' });
    expect((await administrator.call(listWork)).status).toBe(403);
  });
  it('pages one group without losing or doubling a row', async () => {
    for (let i = 0; i < 5; i++) await owe({ on: '2025-06-18' });
    const street = await app.as({ role: 'street', areaCode: STREET });
    const first = await street.call(listWork, { query: { group: 'overdue', limit: 3 } });
    const cursor = first.body.groups[0]?.nextCursor ?? '';
    const second = await street.call(listWork, { query: { group: 'overdue', limit: 3, cursor } });
    const ids = [...(first.body.groups[0]?.rows ?? []), ...(second.body.groups[0]?.rows ?? [])].map(r => r.id);
    expect(new Set(ids).size).toBe(5);
    expect(second.body.groups[0]?.nextCursor).toBeNull();
  });
  it('writes whose record was shown to the read audit', async () => {
    await owe({ on: TEST_DATE, elder: ELDER });
    await (await app.as({ role: 'street', areaCode: STREET, name: '看的人' })).call(listWork);
    const auditor = await app.as({ role: 'auditor', areaCode: '110000000000' });
    const { body } = await auditor.call(listAudit, { query: { elderId: ELDER, actor: '看的人' } });
    expect(body.rows[0]).toMatchObject({ kind: 'read', action: 'work.list', actionLabel: '今天要办', role: 'street' });
    const street = await app.as({ role: 'street', areaCode: STREET });
    expect((await street.call(listAudit)).status).toBe(403);
  });
});

describe('jobs', () => {
  const run = (name: string) => jobs.find(j => j.name === name)!.handle(jobTools(app.database.pool, keys), {});
  it('escalates what is overdue once, and tells the superior post once per kind', async () => {
    await owe({ on: '2025-06-18', role: 'community' });
    await owe({ on: '2025-06-19', role: 'community' });
    await owe({ on: TEST_DATE, role: 'community' });
    await run('work.escalate');
    await run('work.escalate');
    const { rows } = await app.database.admin.query(
      "select payload from outbox where name = 'messages.address' order by outbox_id",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].payload).toMatchObject({
      toPost: { role: 'street', areaCode: STREET },
      values: { what: '床位签约等2件' },
    });
    const street = await app.as({ role: 'street', areaCode: STREET });
    const { body } = await street.call(listWork, { query: { scope: 'area' } });
    expect(body.groups.flatMap(g => g.rows.map(r => r.escalated))).toEqual([true, true, false]);
  });
  it('settles provisional deadlines when their year has a table', async () => {
    await owe({ on: '2025-06-30', provisional: true, from: '2025-06-10', days: 5 });
    await run('work.recompute');
    const { rows } = await app.database.admin.query('select due_on, provisional from due_items');
    expect(rows).toEqual([{ due_on: '2025-06-17', provisional: false }]);
  });
});
