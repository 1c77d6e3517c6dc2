import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/construction.ts';
import { PROGRAMMES, PROJECT_STAGE_LABELS, PROJECT_STAGES } from '#contracts/construction.ts';
import { getFacility } from '#contracts/facilities.ts';
import { getFigure } from '#contracts/indicators.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { insertFacilities } from '#modules/facilities/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { buildPlaces, IDS } from '../../../../tests/support/places.ts';
import { insertProjects } from './index.ts';

const BUILT = '0190a000-0000-7000-8000-0000000000a1';
let app: TestApp;
let street: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, async client => {
    await loadAreas(client);
    await insertFacilities(client, buildPlaces(), '2025-06-20T00:30:00.000Z');
    await insertProjects(client, [
      {
        ...{ projectId: BUILT, programme: 'regional-centre', planYear: 2025, name: '黄村镇区域养老服务中心' },
        ...{ areaCode: '110115003002', facilityId: IDS.planned },
        milestones: [
          { state: 'site-fixed', on: '2025-01-10' },
          { state: 'operator-recruited', on: '2025-03-01' },
          { state: 'under-construction', on: '2025-03-20' },
          { state: 'completed', on: '2025-05-01' },
          { state: 'acceptance-started', on: '2025-05-10' },
        ],
      },
    ]);
  });
  street = await app.as({ role: 'street', areaCode: '110115003000' });
  district = await app.as({ role: 'district', areaCode: '110115000000' });
});
afterAll(() => app.stop());

const figure = async (code: string) => (await district.call(getFigure, { params: { code }, query: {} })).body.value;
const reach = (stage: endpoints.ProjectStage, on: string) =>
  street.call(endpoints.reachStage, { params: { id: BUILT }, body: { stage, on } });

describe('a centre from site to operation', () => {
  it('S0-6.2 walks stage by stage; the figures and the place follow', async () => {
    expect(await figure('centres-accepted')).toBe(0);
    const jump = await reach('operating', '2025-06-19');
    expect([jump.error.code, jump.error.message]).toEqual([
      'construction.not-next',
      '现在是“已开展验收”，下一步只能登记“已通过验收”',
    ]);
    expect((await reach('accepted', '2025-05-09')).error.code).toBe('construction.date');
    const accepted = await reach('accepted', '2025-06-01');
    expect(accepted.body).toMatchObject({ stage: 'accepted', latestOn: '2025-06-01' });
    expect(await figure('centres-accepted')).toBe(1);
    await reach('operating', '2025-06-18');
    const place = await street.call(getFacility, { params: { id: IDS.planned } });
    expect(place.body).toMatchObject({ status: 'operating', openedOn: '2025-06-18' });
    expect(await figure('centres-acceptance-started')).toBe(1);
  });
  it('takes a wrong stage back with its reason, from the last one only; the entry stays', async () => {
    const correct = (stage: endpoints.ProjectStage, body: { reason: string; on?: string }) =>
      street.call(endpoints.correctStage, { params: { id: BUILT, stage }, body });
    expect((await correct('accepted', { reason: '验收没有通过' })).error.message).toBe('只能从最后一个阶段往回更正');
    expect((await correct('operating', { reason: '短' })).status).toBe(400);
    const back = await correct('operating', { reason: '还在试运行' });
    expect(back.body.stage).toBe('accepted');
    expect(back.body.stages.find(s => s.stage === 'operating')).toMatchObject({
      reachedOn: null,
      withdrawn: [{ reachedOn: '2025-06-18', because: '还在试运行' }],
    });
    const redated = await correct('accepted', { reason: '验收单上是 5 月 30 日', on: '2025-05-30' });
    expect(redated.body).toMatchObject({ stage: 'accepted', latestOn: '2025-05-30' });
    const { rows } = await app.database.admin.query(
      "select action, note from audit_entries where action like 'construction.%' order by at",
    );
    expect(rows.map(r => r.action)).toEqual([
      ...['construction.reach', 'construction.reach', 'construction.withdraw', 'construction.redate'],
    ]);
  });
  it('plans a site, lists by programme with a funnel, and keeps to the own area', async () => {
    const body = {
      ...{
        programme: 'mutual-aid-point' as const,
        planYear: 2025,
        name: '清源街道邻里互助点',
        plannedOn: '2025-01-15',
      },
      areaCode: '110115003001',
    };
    const made = await street.call(endpoints.planProject, { body });
    expect(made.body.stages.map(s => s.stage)).toEqual(['not-started', 'under-construction', 'completed', 'operating']);
    const list = await district.call(endpoints.listProjects, {
      query: { programme: 'regional-centre', planYear: 2025 },
    });
    expect(list.body.total).toBe(1);
    const reached = list.body.funnel.map(f => f.reached);
    expect(reached).toEqual([...reached].sort((a, b) => b - a));
    const other = await app.as({ role: 'street', areaCode: '110102017000' });
    expect((await other.call(endpoints.getProject, { params: { id: BUILT } })).status).toBe(404);
    expect(
      (
        await other.call(endpoints.reachStage, {
          params: { id: BUILT },
          body: { stage: 'operating', on: '2025-06-18' },
        })
      ).status,
    ).toBe(404);
    expect((await other.call(endpoints.planProject, { body })).error.code).toBe('facilities.not-a-community');
    const regulator = await app.as({ role: 'regulator', areaCode: '110115000000' });
    const refused = await regulator.call(endpoints.reachStage, {
      params: { id: BUILT },
      body: { stage: 'operating', on: '2025-06-18' },
    });
    expect(refused.error.code).toBe('platform.not-allowed');
  });
});

it.each([
  ['projects_programme_check', PROGRAMMES],
  ['projects_stage_check', PROJECT_STAGES],
  ['project_stages_stage_check', PROJECT_STAGES],
] as const)('%s has the values of the contract', async (name, values) => {
  const { rows } = await app.database.admin.query<{ def: string }>(
    'select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1',
    [name],
  );
  expect([...(rows[0]?.def ?? '').matchAll(/'([^']+)'::text/g)].map(m => m[1])).toEqual([...values]);
});

it('the view says the labels of the contract', async () => {
  for (const stage of PROJECT_STAGES) {
    await app.database.admin.query('update projects set stage = $1 where project_id = $2', [stage, BUILT]);
    const { rows } = await app.database.admin.query(
      'select stage_label from construction_v_projects where project_id = $1',
      [BUILT],
    );
    expect(rows[0].stage_label).toBe(PROJECT_STAGE_LABELS[stage]);
  }
});
