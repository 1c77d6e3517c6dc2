import { ROLE_LABELS, type Role } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { recomputeProvisional } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { superiorPost } from './rules.ts';

type Gathered = { post: { role: Role; areaCode: string }; who: string; kind: string; rows: db.Late[] };

/** Marks what has become overdue and tells each superior post once per kind; returns how many were marked. */
export async function escalateOverdue(ctx: Context): Promise<number> {
  const late = await db.markEscalated(ctx);
  if (late.length === 0) return 0;
  for (const { post, who, kind, rows } of gather(late)) {
    const days = rows.map(row => row.due_on).sort()[0];
    await notify(ctx, {
      toPost: post,
      template: 'due.escalated',
      values: {
        who,
        what: rows.length === 1 ? kind : `${kind}等${rows.length}件`,
        overdue: rows.length === 1 ? `超期（应在${dayWords(days)}前办）` : `超期，最早一件应在${dayWords(days)}前办`,
        path: '/desk?scope=area',
      },
      about: { kind: 'due-item', id: rows[0]?.due_id ?? newId() },
      areaCode: post.areaCode,
    });
  }
  await record(ctx, {
    action: 'work.escalate',
    subject: { kind: 'due-items', id: newId() },
    areaCode: ctx.actor.areaCode,
    note: `${late.length} 件超期未办，已升级到上一级`,
    after: { count: late.length },
  });
  return late.length;
}

/** One message per superior post, owing role, place and kind: never one per duty. */
function gather(late: readonly db.Late[]): Gathered[] {
  const groups = new Map<string, Gathered>();
  for (const row of late) {
    const post = superiorPost(row.for_role, row.area_code);
    if (!post) continue;
    const key = [post.role, post.areaCode, row.for_role, row.area_code, row.kind_label].join('/');
    const known = groups.get(key);
    if (known) known.rows.push(row);
    else {
      const who = `${areaName(row.area_code)}${ROLE_LABELS[row.for_role]}`;
      groups.set(key, { post, who, kind: row.kind_label, rows: [row] });
    }
  }
  return [...groups.values()];
}

/** When a year's holiday notice has come: provisional deadlines become what they are. Returns how many moved. */
export async function settleProvisional(ctx: Context): Promise<number> {
  const open = await db.listProvisional(ctx);
  const changed = recomputeProvisional(
    holidayTables(),
    open.map(row => ({
      id: row.due_id,
      from: row.from_date,
      withinWorkingDays: row.within_working_days,
      dueOn: row.due_on,
      provisional: true,
    })),
  );
  for (const item of changed) await db.setDeadline(ctx, item.id, item);
  if (changed.length > 0) {
    await record(ctx, {
      action: 'work.recompute',
      subject: { kind: 'due-items', id: newId() },
      areaCode: ctx.actor.areaCode,
      note: `${changed.length} 件暂定期限按新公布的放假安排重算`,
      after: { count: changed.length },
    });
  }
  return changed.length;
}
