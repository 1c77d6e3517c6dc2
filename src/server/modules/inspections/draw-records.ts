import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { checkLifecycle, drawLifecycle } from '#contracts/inspection-lifecycle.ts';
import type * as contract from '#contracts/inspections.ts';
import type { DrawRow } from '#contracts/inspections.ts';
import { readRecordBrief } from '#modules/orders/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { areaRange } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { dutyOf } from './duties.ts';
import { drawRow } from './read-inspections.ts';
import { digestOf, drawIds, refuseDates } from './rules.ts';

const subjectOf = (draw: Pick<db.DrawRecord, 'draw_id' | 'area_code'>) => ({
  ...{ kind: 'inspection-draw', id: draw.draw_id, areaCode: draw.area_code },
});

const drawDuty = (id: string, title: string): Duty => ({
  ...{
    forRole: 'regulator',
    kindLabel: '抽查',
    title: `${title}：种子已公布，待抽取`,
    reason: '公布种子后 3 个工作日内抽取',
  },
  ...{ actionLabel: '去抽取', path: `/desk/inspections/draws/${id}`, withinWorkingDays: 3 },
});

/** Announces a draw and publishes its seed; nothing is drawn yet. Throws inspections.dates. */
export async function announceDraw(ctx: Context, body: z.output<typeof contract.announceDraw.body>): Promise<DrawRow> {
  const refusal = refuseDates(body.from, body.to, ctx.today);
  if (refusal) throw new DomainError('inspections.dates', refusal, { to: refusal });
  const id = newId();
  const { areaCode } = ctx.actor;
  const seed = randomBytes(16).toString('hex');
  await db.insertDraw(ctx, { id, areaCode, seed, ...body });
  const subject = { kind: 'inspection-draw', id, areaCode };
  const note = `公布种子 ${seed}`;
  await advance(ctx, {
    ...{ table: drawLifecycle, subject, status: null, action: 'draw' as const, note, duty: drawDuty(id, body.title) },
  });
  await record(ctx, { action: 'inspections.announce', subject, areaCode, after: { ...body, seed } });
  return answer(ctx, id);
}

async function answer(ctx: Context, id: string): Promise<DrawRow> {
  const draw = await db.findDraw(ctx, id);
  if (!draw) throw new DomainError('platform.not-found');
  return drawRow(draw);
}

async function locked(ctx: Context, id: string): Promise<db.DrawRecord> {
  const draw = await db.findDraw(ctx, id, true);
  if (!draw) throw new DomainError('platform.not-found');
  return draw;
}

/** Draws by the published seed over the settled records of the period; the list's digest is kept for a repeat. */
export async function drawRecords(ctx: Context, id: string): Promise<DrawRow> {
  const draw = await locked(ctx, id);
  const range = areaRange(draw.area_code);
  const settled = await db.listSettled(ctx, {
    ...{ from: draw.from_on, to: draw.to_on, areaFrom: range.from, areaTo: range.to },
  });
  const subject = subjectOf(draw);
  const status = await advance(ctx, { table: drawLifecycle, subject, status: draw.status, action: 'draw' });
  if (settled.length === 0) throw new DomainError('inspections.nothing-to-draw');
  const ids = settled.map(s => s.record_id);
  const digest = digestOf(ids);
  await db.setDraw(ctx, id, { status, population: settled.length, digest });
  const byId = new Map(settled.map(s => [s.record_id, s]));
  const drawn = drawIds(draw.seed, ids, draw.wanted).flatMap(recordId => byId.get(recordId) ?? []);
  for (const [i, one] of drawn.entries()) await openCheck(ctx, id, { position: i + 1, settled: one });
  await record(ctx, {
    action: 'inspections.draw',
    subject,
    areaCode: draw.area_code,
    after: { population: settled.length, populationDigest: digest, drawn: drawn.map(s => s.record_id) },
  });
  return answer(ctx, id);
}

async function openCheck(ctx: Context, drawId: string, of: { position: number; settled: db.Settled }): Promise<void> {
  const { settled } = of;
  const brief = await readRecordBrief(ctx, settled.record_id);
  const names = { itemName: brief?.itemName ?? settled.item_code, providerName: brief?.providerName ?? '' };
  const checkId = await db.insertCheck(ctx, { drawId, ...of, ...names });
  const subject = {
    ...{ kind: 'inspection-check', id: checkId, elderId: settled.elder_id, areaCode: settled.area_code },
    organisationId: settled.provider_id,
  };
  const duty = dutyOf({ checkId, status: 'drawn', itemName: names.itemName, servedOn: settled.served_on });
  await advance(ctx, { table: checkLifecycle, subject, status: null, action: 'start', note: '随机抽中', duty });
}

/** Calls a draw off before anything is drawn. */
export async function cancelDraw(ctx: Context, id: string, reason: string): Promise<DrawRow> {
  const draw = await locked(ctx, id);
  const subject = subjectOf(draw);
  const status = await advance(ctx, {
    table: drawLifecycle,
    subject,
    status: draw.status,
    action: 'cancel',
    note: reason,
  });
  await db.setDraw(ctx, id, { status, population: null, digest: null });
  await record(ctx, {
    action: 'inspections.cancel',
    subject,
    areaCode: draw.area_code,
    note: reason,
    after: { status },
  });
  return answer(ctx, id);
}
