import type { Content } from '#contracts/data-classes.ts';
import { type readOutside as endpoint, type OutsideLook, REACHING_PURPOSES } from '#contracts/elders/outside.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { closedBecause, refuseWithheld } from '#modules/consents/index.ts';
import { type RowScope, underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { AREA_LEVELS, areaAt } from '#shared/area-codes.ts';
import * as db from '../db/outside.ts';
import { listContacts, readSealed } from '../db/sealed.ts';
import { readElder } from '../read-elder.ts';

/** 紧急情况下保护生命健康 needs no consent (个人信息保护法 第十三条); every look is reviewed all the same. */
const EMERGENCY = '应急处置';
const LIFE_SAVING = ['health', 'health-level'] as const satisfies readonly Content[];
/** Tags that say what the level says. */
const OF_HEALTH: readonly string[] = ['ability', 'health'];

export async function listMyLooks(ctx: Context): Promise<{ rows: OutsideLook[] }> {
  const rows = await db.listMyLooks(ctx);
  return { rows: rows.map(row => lookOf(ctx, row)) };
}

const lookOf = (ctx: Context, row: db.LookRow): OutsideLook => ({
  ...{ id: row.look_id, elderName: row.elder_name, homeName: homeName(row.area_code), purpose: row.purpose },
  ...{ reason: row.reason, from: row.from_at, until: row.until_at, open: row.until_at > ctx.now },
  ...{ status: row.status, reviewNote: row.review_note },
});

const homeName = (code: string): string =>
  AREA_LEVELS.slice(1, 3)
    .map(level => areaName(areaAt(code, level)))
    .join('');

/** Reads the file by the way `granted`: the database itself looks at the person, the account and the hour. */
export async function readOutside(ctx: Context, id: string): Promise<OutputOf<typeof endpoint>> {
  const row = (await db.listMyLooks(ctx)).find(one => one.look_id === id);
  if (!row) throw new DomainError('platform.not-found');
  const scope: RowScope = { way: 'granted', accountId: ctx.actor.accountId, elderId: row.elder_id, at: ctx.now };
  if (row.until_at <= ctx.now) throw new DomainError('elders.outside-closed');
  if (row.purpose === EMERGENCY) for (const content of LIFE_SAVING) ctx.exempt.add(content);
  else await refuseWithheld(ctx, row.elder_id, 'cross-area');
  const closed = await closedBecause(ctx, row.elder_id, 'health-level');
  return underScope(ctx, { inner: scope, outer: ctx.scope }, async () => {
    const inner = { ...ctx, scope };
    const read = await readElder(inner, row.elder_id);
    const record = closed ? { ...read, tags: read.tags.filter(tag => !OF_HEALTH.includes(tag.family)) } : read;
    const reach = REACHING_PURPOSES.some(purpose => purpose === row.purpose)
      ? await reachOf(inner, row.elder_id)
      : null;
    return { look: lookOf(ctx, row), record, reach };
  });
}

async function reachOf(inner: Context, elderId: string) {
  const sealed = await readSealed(inner, elderId);
  const contacts = await listContacts(inner, elderId);
  return {
    phone: sealed?.phone ?? null,
    door: sealed?.door ?? null,
    contacts: contacts.map(({ name, relation, phone }) => ({ name, relation, phone })),
  };
}
