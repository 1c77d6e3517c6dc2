import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type * as endpoints from '#contracts/facilities.ts';
import type { Facility } from '#contracts/facilities.ts';
import { noteChange } from '#modules/directory-changes/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { findFacility, listCoverage, lockFacility } from './db/read-facilities.ts';
import type { PlaceRow } from './db/rows.ts';
import * as db from './db/write-facilities.ts';
import { getFacility } from './read-facilities.ts';
import { checkCommunities } from './register-facility.ts';
import { coverageChange, refuseLink } from './rules.ts';

async function locked(ctx: Context, id: string): Promise<PlaceRow> {
  const row = await lockFacility(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  return row;
}

type Change = { verb: string; note?: string | null; before: Record<string, unknown>; after: Record<string, unknown> };
const SAYS: Record<string, string> = {
  ...{
    change: '改了联系方式、服务时间或运营方',
    link: '改了链接的中心',
    coverage: '改了服务社区',
    price: '公布了价格',
  },
};
async function recorded(ctx: Context, row: PlaceRow, change: Change): Promise<Facility> {
  const what = [SAYS[change.verb] ?? change.verb, change.note].filter(Boolean).join('：');
  await noteChange(ctx, {
    ...{ directory: 'facility', id: row.facility_id, name: row.name, areaCode: row.area_code, what },
  });
  await record(ctx, {
    action: `facilities.${change.verb}`,
    subject: { kind: 'facility', id: row.facility_id },
    areaCode: row.area_code,
    ...(change.note ? { note: change.note } : {}),
    before: change.before,
    after: change.after,
  });
  return getFacility(ctx, row.facility_id);
}

/** Phone, address, hours and operator. */
export async function changeFacility(ctx: Context, id: string, body: z.output<typeof endpoints.changeFacility.body>) {
  const row = await locked(ctx, id);
  await db.setDetails(ctx, id, body);
  const before = {
    ...{ phone: row.phone, address: row.address, openingHours: row.opening_hours, operatorName: row.operator_name },
  };
  return recorded(ctx, row, { verb: 'change', before, after: body });
}

/** Links a station to a centre from a day on, or ends the link with its reason. */
export async function linkStation(ctx: Context, id: string, body: z.output<typeof endpoints.linkStation.body>) {
  const row = await locked(ctx, id);
  if (body.on > ctx.today) throw new DomainError('facilities.date', '日期不能晚于今天', { on: '不能晚于今天' });
  if (body.centreId) await checkLink(ctx, row, body.centreId);
  else if (!row.linked_centre_id) throw new DomainError('facilities.not-linkable', '这个驿站现在没有链接');
  if ((row.linked_centre_id || !body.centreId) && !body.reason) {
    throw new DomainError('facilities.reason-missing', '改变或解除链接要写明原因', { reason: '请写明原因' });
  }
  const link = body.centreId ? { centreId: body.centreId, on: body.on } : null;
  await db.setLink(ctx, id, link);
  return recorded(ctx, row, {
    verb: 'link',
    note: body.reason ?? null,
    before: { centreId: row.linked_centre_id, on: row.linked_on },
    after: { centreId: body.centreId, on: body.on },
  });
}

async function checkLink(ctx: Context, row: PlaceRow, centreId: string): Promise<void> {
  const centre = await findFacility(ctx, centreId);
  if (!centre) throw new DomainError('platform.not-found', '没有找到这个中心，或不在您的辖区');
  const facts = (f: PlaceRow) => ({ kind: f.kind, status: f.status, areaCode: f.area_code, openedOn: f.opened_on });
  const refusal = refuseLink(facts(row), facts(centre));
  if (refusal) throw new DomainError('facilities.not-linkable', refusal);
}

/** The communities a meal point serves from a day on; those left out end on that day. */
export async function setCoverage(ctx: Context, id: string, body: z.output<typeof endpoints.setCoverage.body>) {
  const row = await locked(ctx, id);
  if (row.kind !== 'meal-point') throw new DomainError('facilities.not-a-meal-point');
  if (row.status === 'exited') throw new DomainError('facilities.not-a-meal-point', '这个助餐点已经退出');
  checkCommunities(ctx, body.communities);
  if (body.on > ctx.today || (row.opened_on && body.on < row.opened_on)) {
    throw new DomainError('facilities.date', '日期要在开业以后、不晚于今天', { on: '要在开业以后、不晚于今天' });
  }
  const now = (await listCoverage(ctx, id)).map(c => c.code);
  const { begin, end } = coverageChange(now, body.communities);
  if (end.length > 0) await db.endCoverage(ctx, id, { codes: end, on: body.on });
  if (begin.length > 0) await db.beginCoverage(ctx, id, { codes: begin, on: body.on });
  return recorded(ctx, row, {
    verb: 'coverage',
    before: { covers: now },
    after: { covers: body.communities, on: body.on },
  });
}

/** A price from a day on; the former one ends on that day. */
export async function setPrice(ctx: Context, id: string, body: z.output<typeof endpoints.setPrice.body>) {
  const row = await locked(ctx, id);
  await db.insertPrice(ctx, { id, areaCode: row.area_code }, body);
  const before = row.prices.find(p => p.item === body.item);
  return recorded(ctx, row, {
    verb: 'price',
    before: before ? { lowFen: before.low_fen, highFen: before.high_fen } : {},
    after: body,
  });
}

/** Free beds as the institution says them; an institution reports only for its own place. */
export async function setVacancy(ctx: Context, id: string, body: z.output<typeof endpoints.setVacancy.body>) {
  const row = await findFacility(ctx, id);
  const foreign = ctx.actor.way === 'organisation' && row?.organisation_id !== ctx.actor.organisationId;
  if (!row || foreign) throw new DomainError('platform.not-found', '没有找到，或不是本机构');
  if (body.freeBeds > row.beds) {
    throw new DomainError('facilities.too-many-beds', `空床数不能超过床位总数 ${row.beds}`, {
      freeBeds: `最多 ${row.beds}`,
    });
  }
  const owner = { areaCode: row.area_code, organisationId: row.organisation_id };
  await db.putVacancy(ctx, id, { ...owner, ...body });
  await record(ctx, {
    action: 'facilities.vacancy',
    subject: { kind: 'facility', id },
    areaCode: row.area_code,
    before: { freeBeds: row.free_beds, waiting: row.waiting },
    after: body,
  });
  return { ...body, updatedAt: ctx.now };
}
