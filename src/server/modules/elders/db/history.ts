import type { Context } from '#platform/http/context.ts';

export type TimelineRow = {
  id: string;
  at: string;
  kind: 'step' | 'change' | 'event';
  action: string;
  label: string;
  note: string | null;
  actor: string | null;
  subject_kind: string;
  subject_id: string;
  after: Record<string, unknown> | null;
  role: string | null;
  /** The step that made its record. */
  first: boolean;
};

/** Audit actions of this module that belong in the timeline beside the lifecycle steps of all modules. */
const SHOWN = [
  'elders.change',
  'elders.confirm',
  'elders.set-ability',
  'elders.add-contact',
  'elders.change-contact',
  'elders.remove-contact',
  'consents.decide',
  'accounts.set-guardian',
  'accounts.decide-guardian',
];

/** Modules whose events have no lifecycle publish them in the same columns. */
const PUBLISHED = ['visits_v_timeline', 'doctors_v_timeline', 'payments_v_timeline'];
const OF_MODULES = PUBLISHED.map(
  view => `union all
       (select event_id, at, 'event', 'event', label, note, actor, subject_kind, event_id::text as subject, null, null, false
        from ${view} where elder_id = $1 and at <= $2 and (at, event_id) < ($2, $3::uuid)
        order by at desc, event_id desc limit $4)`,
).join(' ');

/** Steps and events of every module and changes of the record, newest first; `before` is the last entry of the former page. */
export async function listHistory(
  ctx: Context,
  elderId: string,
  page: { before: { at: string; id: string } | undefined; limit: number },
): Promise<TimelineRow[]> {
  const { at, id } = page.before ?? { at: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<TimelineRow>(
    `select * from (
       (select step_id as id, at, 'step' as kind, action, label, note, actor_name as actor, subject_kind,
          subject_id::text, null::jsonb as after, role, from_status is null as first
        from lifecycle_steps where elder_id = $1 and at <= $2 and (at, step_id) < ($2, $3::uuid)
        order by at desc, step_id desc limit $4)
       union all
       (select entry_id, at, 'change', action, action, note, actor_name, coalesce(subject_kind, ''),
          coalesce(subject_id, ''), after, role, false
        from audit_entries
        where elder_id = $1 and at <= $2 and (at, entry_id) < ($2, $3::uuid) and kind = 'write' and action = any ($5)
        order by at desc, entry_id desc limit $4)
       ${OF_MODULES}) every_kind
     order by at desc, id desc limit $4`,
    [elderId, at, id, page.limit, SHOWN],
  );
  return rows;
}

export type PlannedRow = {
  due_id: string;
  subject_kind: string;
  subject_id: string;
  title: string;
  reason: string;
  action_label: string;
  kind_label: string;
  path: string;
  provisional: boolean;
  due_on: string | null;
  opened_at: string;
};

/** What somebody still owes this person, the earliest first. */
export async function listPlanned(ctx: Context, elderId: string): Promise<PlannedRow[]> {
  return ctx.db
    .selectFrom('due_items')
    .select([
      ...(['due_id', 'subject_kind', 'subject_id', 'title', 'reason', 'action_label', 'kind_label'] as const),
      ...(['path', 'provisional', 'due_on', 'opened_at'] as const),
    ])
    .where('elder_id', '=', elderId)
    .where('closed_at', 'is', null)
    .orderBy('due_on')
    .limit(20)
    .execute();
}

export type LookRow = {
  at: string;
  actor: string | null;
  role: string | null;
  action: string;
  purpose: string | null;
  /** Of the data that was opened, where it was written down. */
  data_class: string | null;
};

/** Readings and unmaskings since an instant, newest first; repeated readings of one person on one day are one line. */
export async function listLooks(
  ctx: Context,
  elderId: string,
  since: string,
): Promise<{ rows: LookRow[]; times: number }> {
  const { rows } = await ctx.client.query<LookRow & { times: number }>(
    `select max(at) as at, actor_name as actor, role, action, note as purpose,
       case when subject_kind = 'data-class' then subject_id end as data_class, count(*)::int as times
     from audit_entries
     where elder_id = $1 and at >= $2
       and (action = 'elders.reveal' or (kind = 'read' and action not in ('elders.lookers', 'elders.timeline', 'elders.life-events', 'elders.read-reveal')))
     group by (at at time zone 'Asia/Shanghai')::date, account_id, actor_name, role, action, note, data_class
     order by 1 desc limit 200`,
    [elderId, since],
  );
  return { rows, times: rows.reduce((sum, row) => sum + row.times, 0) };
}

export async function listScopes(ctx: Context, elderId: string) {
  return ctx.db
    .selectFrom('elder_scopes')
    .select(['kind', 'scope_area_code', 'from_on', 'to_on'])
    .where('elder_id', '=', elderId)
    .orderBy('kind')
    .orderBy('from_on', 'desc')
    .execute();
}
