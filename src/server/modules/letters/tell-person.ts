import { DomainError } from '#contracts/errors.ts';
import { TELLING_ACTION_LABELS, type TELLING_ACTIONS, type Telling, tellingLifecycle } from '#contracts/letters.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from './db-tellings.ts';

type Person = { elderId: string; areaCode: string; name: string; hasPhone: boolean };

const subjectOf = (id: string, elderId: string, areaCode: string) => ({
  kind: 'letter-telling',
  id,
  elderId,
  areaCode,
});

/** Limits by the table; ours (designDefault). */
const daysOf = (action: 'tell' | 'visit'): number =>
  tellingLifecycle.transitions.find(each => each.action === action)?.withinWorkingDays ?? 3;

const dutyOf = (name: string, visiting: boolean): Duty => ({
  forRole: 'community',
  kindLabel: visiting ? '上门告知' : '电话告知',
  title: `${visiting ? '上门' : '打电话'}把新的文书告诉${name}`,
  reason: visiting ? '电话联系不上，或没有留电话' : '老人和家属没有账号，收不到消息',
  actionLabel: visiting ? '记上门' : '记电话',
  path: '/desk/letters/calls',
  withinWorkingDays: daysOf(visiting ? 'visit' : 'tell'),
});

/** Nobody reads messages for this person: one row of the call list, whatever number of letters there is to tell. */
export async function openTelling(ctx: Context, person: Person & { letterId: string }): Promise<void> {
  const id = await db.addToCallList(ctx, person);
  if (!id) return;
  const subject = subjectOf(id, person.elderId, person.areaCode);
  const duty = dutyOf(person.name, !person.hasPhone);
  const action = person.hasPhone ? 'list' : 'list-visit';
  await advance(ctx, { table: tellingLifecycle, subject, status: null, action, asSystem: true, duty });
}

type Outcome = (typeof TELLING_ACTIONS)[number];

/** One call or visit: who was told what, nobody answered, or somebody must go there. */
export async function recordTelling(ctx: Context, id: string, given: { outcome: Outcome; note?: string | undefined }) {
  const row = await db.findTelling(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这位老人的告知记录，或不在您的辖区');
  const { outcome, note } = given;
  if (outcome === 'tell' && !note) throw new DomainError('letters.needs-note', undefined, { note: '请写明告诉了谁' });
  const subject = subjectOf(id, row.elder_id, row.area_code);
  const duty = outcome === 'tell' ? undefined : dutyOf(row.elder_name, outcome === 'visit');
  const step = { table: tellingLifecycle, subject, status: row.status, action: outcome, note: note ?? null, duty };
  const status = await advance(ctx, step);
  await db.setTelling(ctx, row, status);
  await record(ctx, {
    ...{ action: 'letters.tell', subject, elderId: row.elder_id, areaCode: row.area_code },
    note: note ? `${TELLING_ACTION_LABELS[outcome]}：${note}` : TELLING_ACTION_LABELS[outcome],
  });
  return tellingOf(ctx, (await db.findTelling(ctx, id)) ?? { ...row, status });
}

/** Reaction to elder.died: what was to be told to the person is not told any more; the family's letters go by message. */
export async function dropTelling(ctx: Context, elderId: string, reason: string): Promise<void> {
  const row = await db.findOpenTelling(ctx, elderId);
  if (!row) return;
  const subject = subjectOf(row.telling_id, elderId, row.area_code);
  const step = { table: tellingLifecycle, subject, status: row.status, action: 'drop' as const, note: reason };
  await db.setTelling(ctx, row, await advance(ctx, { ...step, asSystem: true }));
}

async function tellingOf(ctx: Context, row: db.TellingRecord): Promise<Telling> {
  ctx.saw(row.elder_id);
  return {
    ...{ id: row.telling_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
    ...{ areaName: areaName(row.area_code), status: row.status, hasPhone: row.has_phone, openedAt: row.opened_at },
    ...{ dueOn: row.due_on, letters: row.letters },
    steps: await readSteps(ctx, row.telling_id),
    nextActions: nextActions(tellingLifecycle, row.status, ctx.actor.role),
  };
}

type Asked = { status?: string | undefined; cursor?: string | undefined; limit: number };

/** The call list of the area. */
export async function readTellings(ctx: Context, asked: Asked) {
  const filter = { status: asked.status ?? null };
  const found = await db.listTellings(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.opened_at, row.telling_id]);
  const rows: Telling[] = [];
  for (const row of kept) rows.push(await tellingOf(ctx, row));
  return { rows, nextCursor, total: await db.countTellings(ctx, filter) };
}
