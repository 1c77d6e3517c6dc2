import type { RECHECK_CAUSES, RecheckResult } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { Due, RecognitionRow } from './applications.ts';

export type RecheckRow = {
  elder_id: string;
  recheck_id: string;
  area_code: string;
  elder_name: string;
  economic_class: string;
  cause: (typeof RECHECK_CAUSES)[number];
  seed: string;
  drawn_at: string;
  result: RecheckResult;
  note: string | null;
  decided_by: string | null;
  correction_id: string | null;
  recovery_id: string | null;
  grant_recovery_id: string | null;
};

/** The order is a hash of seed and person: the same seed on the same register draws the same people. */
export async function drawPeople(ctx: Context, asked: { seed: string; count: number }): Promise<RecheckRow[]> {
  const { rows } = await ctx.client.query<RecheckRow>(
    `insert into relief_rechecks (elder_id, recheck_id, area_code, elder_name, economic_class, seed, drawn_at, result)
     select elder_id, gen_random_uuid(), area_code, name, economic_class, $1, $3, 'drawn' from elders_v_brief e
     where economic_class <> 'none' and died_on is null and status = 'active'
       and not exists (select from relief_rechecks r where r.elder_id = e.elder_id and r.result = 'drawn')
     order by md5($1 || elder_id::text), elder_id limit $2 returning *`,
    [asked.seed, asked.count, ctx.now],
  );
  return rows;
}

/** Of somebody recognised whose time has come; it answers to the area that recognised them. Its number stands for the seed. */
export async function insertPeriodic(
  ctx: Context,
  { row, economicClass }: { row: RecognitionRow; economicClass: string },
): Promise<string> {
  const id = newId();
  await ctx.client.query(
    `insert into relief_rechecks (elder_id, recheck_id, area_code, elder_name, economic_class, seed, drawn_at, result, cause)
     values ($1, $2, $3, $4, $5, $6, $7, 'drawn', 'periodic')`,
    [row.elder_id, id, row.responsible_area, row.elder_name, economicClass, row.number, ctx.now],
  );
  return id;
}

/** Because of a signal; it answers to the area where the person lives. What the signal is stands for the seed. */
export async function insertBySignal(
  ctx: Context,
  of: { elderId: string; economicClass: string; says: string },
): Promise<RecheckRow | undefined> {
  const { rows } = await ctx.client.query<RecheckRow>(
    `insert into relief_rechecks (elder_id, recheck_id, area_code, elder_name, economic_class, seed, drawn_at, result, cause)
     select elder_id, $2, area_code, name, $3, $4, $5, 'drawn', 'signal' from elders_v_brief where elder_id = $1 returning *`,
    [of.elderId, newId(), of.economicClass, of.says, ctx.now],
  );
  return rows[0];
}

type Asked = { result: string | null; limit: number; before: { sort: string; id: string } | undefined };
export async function listRechecks(ctx: Context, asked: Asked): Promise<(RecheckRow & Due)[]> {
  const { sort, id } = asked.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<RecheckRow & Due>(
    `select r.*, d.due_on, d.provisional from relief_rechecks r
     left join lateral (select due_on, provisional from due_items
       where subject_id = r.recheck_id and closed_at is null order by due_on nulls last limit 1) d on true
     where ($1::text is null or result = $1) and (drawn_at, recheck_id) < ($2, $3::uuid)
     order by drawn_at desc, recheck_id desc limit $4`,
    [asked.result, sort, id, asked.limit],
  );
  return rows;
}

export async function lockRecheck(ctx: Context, id: string): Promise<RecheckRow | undefined> {
  const { rows } = await ctx.client.query<RecheckRow>(
    'select * from relief_rechecks where recheck_id = $1 for update',
    [id],
  );
  return rows[0];
}

export async function findDrawn(ctx: Context, elderId: string): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ recheck_id: string }>(
    "select recheck_id from relief_rechecks where elder_id = $1 and result = 'drawn' for update",
    [elderId],
  );
  return rows[0]?.recheck_id;
}

type Answer = Pick<RecheckRow, 'result' | 'note' | 'correction_id' | 'recovery_id' | 'grant_recovery_id'>;
export async function answerRow(ctx: Context, id: string, to: Answer): Promise<void> {
  await ctx.client.query(
    `update relief_rechecks set result = $2, note = $3, correction_id = $4, recovery_id = $5, decided_by = $6, decided_at = $7,
       grant_recovery_id = $8 where recheck_id = $1`,
    [id, to.result, to.note, to.correction_id, to.recovery_id, ctx.actor.name, ctx.now, to.grant_recovery_id],
  );
}

/** How many in reach are on 低保 now. */
export async function countOnMinimum(ctx: Context): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    "select count(*)::int as n from elders_v_brief where economic_class = '低保' and died_on is null",
  );
  return rows[0]?.n ?? 0;
}
