import type { MEANS_CONFIDENCES, MEANS_SOURCES, MeansJudgement } from '#contracts/relief-means.ts';
import type { Context } from '#platform/http/context.ts';

export type FileRow = {
  elder_id: string;
  area_code: string;
  authorised_on: string;
  authorised_by: string;
  taken_by: string;
  judgement: MeansJudgement | null;
  judged_by: string | null;
  judged_note: string | null;
};
export type EntryRow = {
  elder_id: string;
  entry_id: string;
  area_code: string;
  sealed: Buffer;
  source: (typeof MEANS_SOURCES)[number];
  as_of: string;
  confidence: (typeof MEANS_CONFIDENCES)[number];
  entered_by: string;
  entered_at: string;
  ended_note: string | null;
  /** Of a member with a number: its blind index, by which signals about him are found. */
  identity_index: Buffer | null;
};

export const findElder = (ctx: Context, elderId: string) =>
  ctx.db.selectFrom('elders_v_brief').selectAll().where('elder_id', '=', elderId).executeTakeFirst();

/** Living people of the register behind the same door, without the person. */
export async function listHousemates(ctx: Context, elderId: string): Promise<{ elderId: string; name: string }[]> {
  const { rows } = await ctx.client.query<{ elderId: string; name: string }>(
    `select e.elder_id as "elderId", e.name from elders_v_households h join elders_v_households o on o.household_id = h.household_id
     join elders_v_brief e on e.elder_id = o.elder_id and e.died_on is null and e.status in ('registered', 'verified', 'active')
     where h.elder_id = $1 and o.elder_id <> $1 order by e.born_on, e.elder_id`,
    [elderId],
  );
  return rows;
}

export async function findFile(ctx: Context, elderId: string): Promise<FileRow | undefined> {
  const { rows } = await ctx.client.query<FileRow>('select * from relief_means_files where elder_id = $1', [elderId]);
  return rows[0];
}

/** A new authorisation follows the former one. */
export async function putFile(
  ctx: Context,
  of: { elderId: string; areaCode: string; signedBy: string; signedOn: string },
): Promise<void> {
  await ctx.client.query(
    `insert into relief_means_files (elder_id, area_code, authorised_on, authorised_by, taken_by, changed_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (elder_id) do update set authorised_on = excluded.authorised_on,
       authorised_by = excluded.authorised_by, taken_by = excluded.taken_by, changed_at = excluded.changed_at`,
    [of.elderId, of.areaCode, of.signedOn, of.signedBy, ctx.actor.name, ctx.now],
  );
}

export async function setJudgement(ctx: Context, elderId: string, of: MeansJudgement & { note: string }) {
  const { note, ...judgement } = of;
  await ctx.client.query(
    'update relief_means_files set judgement = $2, judged_by = $3, judged_note = $4, changed_at = $5 where elder_id = $1',
    [elderId, judgement, ctx.actor.name, note, ctx.now],
  );
}

export async function listEntries(ctx: Context, elderId: string): Promise<EntryRow[]> {
  const { rows } = await ctx.client.query<EntryRow>(
    'select * from relief_means_entries where elder_id = $1 order by ended_at is not null, entered_at, entry_id',
    [elderId],
  );
  return rows;
}

export async function insertEntry(ctx: Context, row: Omit<EntryRow, 'entered_by' | 'entered_at' | 'ended_note'>) {
  await ctx.client.query(
    `insert into relief_means_entries (elder_id, entry_id, area_code, sealed, source, as_of, confidence, identity_index, entered_by,
       entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.elder_id, row.entry_id, row.area_code, row.sealed, row.source, row.as_of, row.confidence],
      ...[row.identity_index, ctx.actor.name, ctx.now],
    ],
  );
}

export async function findEntries(ctx: Context, ids: readonly string[]): Promise<EntryRow[]> {
  const { rows } = await ctx.client.query<EntryRow>('select * from relief_means_entries where entry_id = any ($1)', [
    ids,
  ]);
  return rows;
}

/** False when there is no such entry that still counts. */
export async function endEntry(ctx: Context, of: { elderId: string; id: string; note: string }): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `update relief_means_entries set ended_note = $3, ended_by = $4, ended_at = $5
     where elder_id = $1 and entry_id = $2 and ended_at is null`,
    [of.elderId, of.id, of.note, ctx.actor.name, ctx.now],
  );
  return rowCount === 1;
}

/** Means answer to the area where the person lives now. */
export async function moveMeans(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['relief_means_files', 'relief_means_entries'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1`, [to.elderId, to.areaCode]);
}
