import type { AwayPlace } from '#contracts/alarms.ts';
import type { Context } from '#platform/http/context.ts';

export type NoticeRow = {
  notice_id: string;
  elder_id: string;
  area_code: string;
  away_from: string;
  away_to: string;
  place: AwayPlace;
  note: string | null;
  by_name: string;
  ended_at: string | null;
};

export async function insertNotice(
  ctx: Context,
  notice: Omit<NoticeRow, 'by_name' | 'ended_at'> & { organisation_id: string | null },
): Promise<NoticeRow> {
  const { rows } = await ctx.client.query<NoticeRow>(
    `insert into away_notices (notice_id, elder_id, area_code, organisation_id, away_from, away_to, place, note, by_name, by_role, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning *`,
    [
      notice.notice_id,
      notice.elder_id,
      notice.area_code,
      notice.organisation_id,
      notice.away_from,
      notice.away_to,
      notice.place,
      notice.note,
      ctx.actor.name,
      ctx.actor.role,
      ctx.now,
    ],
  );
  const row = rows[0];
  if (!row) throw new Error('insert returning answers one row');
  return row;
}

export async function listNotices(ctx: Context, elderId: string): Promise<NoticeRow[]> {
  const { rows } = await ctx.client.query<NoticeRow>(
    'select * from away_notices where elder_id = $1 order by away_from desc limit 50',
    [elderId],
  );
  return rows;
}

export async function endNotice(ctx: Context, noticeId: string): Promise<NoticeRow | undefined> {
  const { rows } = await ctx.client.query<NoticeRow>(
    'update away_notices set ended_at = $2 where notice_id = $1 and ended_at is null returning *',
    [noticeId, ctx.now],
  );
  return rows[0];
}

/** Alarms of a person for whom nobody has been sent yet; an away notice silences these and no others. */
export async function listNotYetSent(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ alarm_id: string }>(
    `select alarm_id from alarms where elder_id = $1 and rule = 'no-water-use' and status in ('raised', 'acknowledged', 'called') for update`,
    [elderId],
  );
  return rows.map(row => row.alarm_id);
}

/** A notice of the person that is still in force at the instant. */
export async function findOpenNotice(ctx: Context, elderId: string, at: string): Promise<NoticeRow | undefined> {
  const { rows } = await ctx.client.query<NoticeRow>(
    'select * from away_notices where elder_id = $1 and ended_at is null and away_from <= $2 and away_to > $2 limit 1',
    [elderId, at],
  );
  return rows[0];
}

export async function endNoticesOf(ctx: Context, elderId: string): Promise<void> {
  await ctx.client.query('update away_notices set ended_at = $2 where elder_id = $1 and ended_at is null', [
    elderId,
    ctx.now,
  ]);
}

export async function listOpenAlarms(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ alarm_id: string }>(
    `select alarm_id from alarms where elder_id = $1 and status not in ('closed', 'silenced') for update`,
    [elderId],
  );
  return rows.map(row => row.alarm_id);
}

export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['alarms', 'alarm_calls', 'away_notices'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}
