import type { Handover } from '#contracts/elders/handovers.ts';
import type { LifeEventKind, LifeEventStatus } from '#contracts/elders/life-events.ts';
import type { Elder } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';

/** The facts an event replaced: what its undo writes back. */
export type Before = Pick<
  Elder,
  | 'status'
  | 'areaCode'
  | 'road'
  | 'compound'
  | 'point'
  | 'living'
  | 'serviceMode'
  | 'away'
  | 'hukouAreaCode'
  | 'hukouLeftOn'
>;

export type EventRow = {
  elder_id: string;
  event_id: string;
  area_code: string;
  happened_area: string;
  kind: LifeEventKind;
  status: LifeEventStatus;
  happened_on: string;
  until_on: string | null;
  from_area: string | null;
  to_area: string | null;
  place: string | null;
  note: string | null;
  before: Before;
  sealed: Buffer | null;
  recorded_by: string;
  recorded_by_name: string;
  recorded_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
  undo_reason: string | null;
  undo_asked_by: string | null;
  undo_asked_by_name: string | null;
  undone_by_name: string | null;
};

export type NewEvent = Pick<
  EventRow,
  'elder_id' | 'event_id' | 'area_code' | 'kind' | 'status' | 'happened_on' | 'before'
> &
  Partial<Pick<EventRow, 'until_on' | 'from_area' | 'to_area' | 'place' | 'note' | 'sealed'>>;

export async function insertEvent(ctx: Context, row: NewEvent): Promise<void> {
  const { accountId, name } = ctx.actor;
  await ctx.client.query(
    `insert into elder_life_events (elder_id, event_id, area_code, happened_area, kind, status, happened_on, until_on, from_area,
       to_area, place, note, before, sealed, recorded_by, recorded_by_name, recorded_at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[row.elder_id, row.event_id, row.area_code, row.kind, row.status, row.happened_on, row.until_on ?? null],
      ...[row.from_area ?? null, row.to_area ?? null, row.place || null, row.note || null, JSON.stringify(row.before)],
      ...[row.sealed ?? null, accountId, name, ctx.now],
    ],
  );
}

/** Newest first. */
export async function listEvents(ctx: Context, elderId: string): Promise<EventRow[]> {
  const { rows } = await ctx.client.query<EventRow>(
    'select * from elder_life_events where elder_id = $1 order by recorded_at desc, event_id desc limit 100',
    [elderId],
  );
  return rows;
}

export async function lockEvent(ctx: Context, elderId: string, eventId: string): Promise<EventRow | undefined> {
  const { rows } = await ctx.client.query<EventRow>(
    'select * from elder_life_events where elder_id = $1 and event_id = $2 for update',
    [elderId, eventId],
  );
  return rows[0];
}

export type EventChange = Partial<
  Pick<
    EventRow,
    | 'status'
    | 'decided_by_name'
    | 'decided_at'
    | 'decision_note'
    | 'undo_reason'
    | 'undo_asked_by'
    | 'undo_asked_by_name'
    | 'undone_by_name'
  >
> & { undo_asked_at?: string; undone_at?: string };

export async function changeEvent(ctx: Context, row: EventRow, change: EventChange): Promise<void> {
  await ctx.db
    .updateTable('elder_life_events')
    .set(change)
    .where('elder_id', '=', row.elder_id)
    .where('event_id', '=', row.event_id)
    .execute();
}

export type HandoverRow = {
  event_id: string;
  elder_id: string;
  area_code: string;
  from_area: string;
  name: string;
  sex: Handover['sex'];
  born_on: string;
  moved_on: string;
  road: string | null;
  compound: string | null;
  note: string | null;
  status: Handover['status'];
  offered_by_name: string;
  offered_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
};

export async function insertHandover(ctx: Context, row: HandoverRow): Promise<void> {
  await ctx.db.insertInto('elder_handovers').values(row).execute();
}

export async function findHandover(ctx: Context, id: string, lock = false): Promise<HandoverRow | undefined> {
  const { rows } = await ctx.client.query<HandoverRow>(
    `select * from elder_handovers where event_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

type Asked = { status: string | null; offset: number; limit: number };

/** Those that wait first, then newest first. */
export async function listHandovers(ctx: Context, asked: Asked): Promise<HandoverRow[]> {
  const { rows } = await ctx.client.query<HandoverRow>(
    `select * from elder_handovers where $1::text is null or status = $1
     order by (status = 'offered') desc, offered_at desc, event_id limit $2 offset $3`,
    [asked.status, asked.limit, asked.offset],
  );
  return rows;
}

export async function countHandovers(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from elder_handovers where $1::text is null or status = $1',
    [status],
  );
  return rows[0]?.n ?? 0;
}

type Decision = { status: Handover['status']; note: string | null };

export async function decideHandoverRow(ctx: Context, id: string, decision: Decision): Promise<void> {
  await ctx.client.query(
    `update elder_handovers set status = $2, decided_by_name = $3, decided_at = $4, decision_note = $5 where event_id = $1 and status = 'offered'`,
    [id, decision.status, ctx.actor.name, ctx.now, decision.note],
  );
}

/** The death in force happened on another day. */
export async function redateDeath(ctx: Context, elderId: string, diedOn: string): Promise<void> {
  await ctx.client.query(
    `update elder_life_events set happened_on = $2
     where elder_id = $1 and kind = 'death' and status in ('recorded', 'undo-asked')`,
    [elderId, diedOn],
  );
}
