import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { type NomineeStatus, nomineeLifecycle } from '#contracts/filial-lifecycle.ts';
import type { Nominee, NomineeRow, nominate as nominating, stepNominee as stepping } from '#contracts/filial-models.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { listAttachments } from '#platform/files/attachments.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { areaAt, isInArea } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { OWNER } from './files.ts';

const rowOf = (row: db.NomineeRecord): NomineeRow => ({
  ...{ id: row.nominee_id, yearId: row.year_id, year: row.year, name: row.name, deeds: row.deeds },
  ...{ areaCode: row.area_code, areaName: areaName(row.area_code), place: row.place, consented: row.consented },
  ...{ streetName: areaName(areaAt(row.area_code, 'street')), status: row.status, note: row.note },
  ...{ nominatedBy: row.made_by_name, nominatedAt: row.made_at },
});

type Asked = { yearId?: string | undefined; status?: NomineeStatus | undefined; area?: string | undefined };
export async function listNominees(ctx: Context, asked: Asked & { cursor?: string | undefined; limit: number }) {
  const of = { yearId: asked.yearId ?? null, status: asked.status ?? null, area: asked.area ?? ctx.actor.areaCode };
  const found = await db.listNominees(ctx, { ...of, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.made_at, row.nominee_id]);
  return { rows: kept.map(rowOf), nextCursor, total: await db.countNominees(ctx, of) };
}

export async function getNominee(ctx: Context, id: string, lock = false): Promise<db.NomineeRecord> {
  const row = await db.findNominee(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份提名，或不在您的辖区');
  return row;
}

export async function readNominee(ctx: Context, id: string): Promise<Nominee> {
  const row = await getNominee(ctx, id);
  const year = await db.findYear(ctx, row.year_id);
  const own = row.made_by === ctx.actor.accountId;
  const full = (year?.selected ?? 0) >= row.places;
  return {
    ...{ ...rowOf(row), livesAt: row.lives_at, consentNote: row.consent_note, checkedBy: row.checked_by_name },
    ...{ selectedBy: row.selected_by_name, yearStatus: row.year_status, places: row.places },
    selected: year?.selected ?? 0,
    files: (await listAttachments(ctx, { kind: OWNER, id })).map(file => ({ id: file.id, name: file.name })),
    steps: await readSteps(ctx, id),
    nextActions: nextActions(nomineeLifecycle, row.status, ctx.actor.role).map(each => {
      const because = whyNot(row, each.action, { own, full });
      return because && each.allowed ? { ...each, allowed: false, disabledBecause: because } : each;
    }),
  };
}

/** What stands against a step beside state and role; the same sentence refuses and disables. */
function whyNot(row: db.NomineeRecord, action: string, of: { own: boolean; full: boolean }): string | null {
  if (action === 'recommend' && of.own) return '这份提名由您提出，请另一位同事核实';
  if (action === 'select' && row.year_status !== 'nominating')
    return `${row.year}年的名单已经公示或公布，不能再评上；公示有异议的先回到评选`;
  if (action === 'select' && of.full) return fullWords(row);
  return null;
}

const fullWords = (row: db.NomineeRecord): string =>
  `${row.year}年的名额是${row.places}名，已经评满；要换人，先撤下一位并写明原因`;

export async function nominate(ctx: Context, body: z.output<typeof nominating.body>): Promise<Nominee> {
  if (!isInArea(body.areaCode, ctx.actor.areaCode))
    throw new DomainError('platform.invalid-input', undefined, { areaCode: '请选本辖区的社区或街道' });
  const year = await db.findYear(ctx, body.yearId);
  if (!year || !isInArea(body.areaCode, year.area_code))
    throw new DomainError('platform.not-found', '没有找到这一年的评选，或不是本区的');
  if (year.status !== 'nominating')
    throw new DomainError('platform.wrong-state', `${year.year}年的名单已经公示或公布，不能再提名`);
  const row = {
    ...{ nominee_id: newId(), year_id: year.year_id, places: year.places, area_code: body.areaCode, name: body.name },
    ...{ lives_at: body.livesAt, deeds: body.deeds, consented: body.consented, consent_note: body.consentNote ?? null },
    nominated_from: ctx.actor.role === 'street' ? ('street' as const) : ('community' as const),
  };
  if (!(await db.insertNominee(ctx, row)))
    throw new DomainError('filial-models.nominated-already', `${year.year}年已经提名过${body.name}`, {
      livesAt: '同名的另一个人，请写明住在哪里',
    });
  const subject = { kind: 'filial-nominee', id: row.nominee_id, areaCode: row.area_code };
  const duty = dutyOf({ ...row, year: year.year }, 'nominate');
  await advance(ctx, { table: nomineeLifecycle, subject, status: null, action: 'nominate', ...(duty && { duty }) });
  await record(ctx, { action: 'filial-models.nominate', subject, areaCode: row.area_code, note: row.name });
  return readNominee(ctx, row.nominee_id);
}

type Body = z.output<typeof stepping.body>;

/** A selection takes a free place of the year, whose row is locked first: two officers never give the last one twice. */
export async function stepNominee(ctx: Context, id: string, { action, note }: Body): Promise<Nominee> {
  const row = await getNominee(ctx, id, true);
  const needsNote = action === 'refuse' || action === 'pass-over' || action === 'withdraw';
  if (needsNote && !note) throw new DomainError('filial-models.needs-note', undefined, { note: '请写明原因' });
  const subject = { kind: 'filial-nominee', id, areaCode: row.area_code };
  const duty = dutyOf(row, action);
  const status = await advance(ctx, {
    ...{ table: nomineeLifecycle, subject, status: row.status, action, note: note ?? null, ...(duty && { duty }) },
  });
  const own = whyNot(row, action, { own: row.made_by === ctx.actor.accountId, full: false });
  if (own) throw new DomainError(action === 'recommend' ? 'filial-models.same-person' : 'platform.wrong-state', own);
  const place = action === 'select' ? await takePlace(ctx, row) : null;
  await db.setNominee(ctx, id, { status, note: note ?? row.note, place });
  await record(ctx, { action: `filial-models.${action}`, subject, areaCode: row.area_code, ...(note && { note }) });
  return readNominee(ctx, id);
}

async function takePlace(ctx: Context, row: db.NomineeRecord): Promise<number> {
  await db.findYear(ctx, row.year_id, true);
  const place = await db.freePlace(ctx, row.year_id);
  if (place === null) throw new DomainError('filial-models.full', fullWords(row));
  return place;
}

function dutyOf(of: { nominee_id: string; name: string; year: number }, action: string): Duty | undefined {
  const path = `/desk/filial-models/${of.nominee_id}`;
  const title = `${of.year}年“孝顺榜样”提名：${of.name}`;
  if (action === 'nominate')
    return {
      ...{ forRole: 'street', kindLabel: '榜样核实', title, path, withinWorkingDays: 5 },
      ...{ reason: '核实事迹，推荐到区或写明为什么不推荐', actionLabel: '核实' },
    };
  if (action === 'recommend')
    return {
      ...{ forRole: 'district', kindLabel: '榜样评选', title, path, withinWorkingDays: 10 },
      ...{ reason: '街道已推荐', actionLabel: '评选' },
    };
  return undefined;
}

export async function setConsent(
  ctx: Context,
  id: string,
  body: { consented: boolean; consentNote?: string | undefined },
) {
  const row = await getNominee(ctx, id, true);
  await db.setConsent(ctx, id, { consented: body.consented, note: body.consentNote ?? null });
  await record(ctx, {
    ...{ action: 'filial-models.consent', subject: { kind: 'filial-nominee', id }, areaCode: row.area_code },
    ...{ before: { consented: row.consented }, after: { consented: body.consented } },
  });
  return readNominee(ctx, id);
}
