import type { RecognisedRating } from '#contracts/recognised-ratings.ts';
import type { Context } from '#platform/http/context.ts';

export type RatingRow = Pick<RecognisedRating, 'region' | 'place' | 'institution' | 'scale' | 'grade'> & {
  rating_id: string;
  rated_by: string;
  document_no: string;
  rated_on: string;
  valid_to: string;
  recorded_by: string;
  recorded_at: string;
  withdrawn_note: string | null;
  withdrawn_at: string | null;
};

type Asked = { region: string | null; limit: number; before: { sort: string; id: string } | undefined };
export async function listRatings(ctx: Context, asked: Asked): Promise<RatingRow[]> {
  const { sort, id } = asked.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<RatingRow>(
    `select * from recognised_ratings where ($1::text is null or region = $1) and (recorded_at, rating_id) < ($2, $3::uuid)
     order by recorded_at desc, rating_id desc limit $4`,
    [asked.region, sort, id, asked.limit],
  );
  return rows;
}

type New = Omit<RatingRow, 'recorded_by' | 'recorded_at' | 'withdrawn_note' | 'withdrawn_at'>;
/** False when this rating stands already. */
export async function insertRating(ctx: Context, row: New): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into recognised_ratings (rating_id, region, place, institution, scale, grade, rated_by, document_no, rated_on, valid_to,
       recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      ...[row.rating_id, row.region, row.place, row.institution, row.scale, row.grade, row.rated_by, row.document_no],
      ...[row.rated_on, row.valid_to, ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1;
}

/** False when there is none that stands. */
export async function withdrawRating(ctx: Context, id: string, note: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `update recognised_ratings set withdrawn_note = $2, withdrawn_by = $3, withdrawn_at = $4
     where rating_id = $1 and withdrawn_at is null`,
    [id, note, ctx.actor.name, ctx.now],
  );
  return rowCount === 1;
}
