import type { LetterKind, TellingStatus } from '#contracts/letters.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export type TellingRecord = {
  elder_id: string;
  telling_id: string;
  area_code: string;
  elder_name: string;
  status: TellingStatus;
  has_phone: boolean;
  opened_at: string;
  due_on: string | null;
  letters: { id: string; kind: LetterKind; number: string }[];
};

const LISTED = `select t.elder_id, t.telling_id, t.area_code, t.elder_name, t.status, t.has_phone, t.opened_at,
    (select min(d.due_on) from due_items d where d.subject_id = t.telling_id and d.closed_at is null) as due_on,
    coalesce((select json_agg(json_build_object('id', l.letter_id, 'kind', l.kind, 'number', l.number) order by l.issued_at)
      from letters l where l.elder_id = t.elder_id and l.letter_id = any(t.letter_ids)), '[]') as letters
  from letter_tellings t`;

type Filter = { status: string | null };

/** What is owed stands first, the oldest on top. */
export async function listTellings(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<TellingRecord[]> {
  const { rows } = await ctx.client.query<TellingRecord>(
    `${LISTED} where ($1::text is null or t.status = $1)
       and ($2::timestamptz is null or (t.opened_at, t.telling_id) < ($2, $3::uuid))
     order by t.opened_at desc, t.telling_id desc limit $4`,
    [filter.status, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countTellings(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from (select from letter_tellings where $1::text is null or status = $1 limit 10000) c',
    [filter.status],
  );
  return rows[0]?.n ?? 0;
}

export async function findTelling(ctx: Context, id: string): Promise<TellingRecord | undefined> {
  const { rows } = await ctx.client.query<TellingRecord>(`${LISTED} where t.telling_id = $1 for update of t`, [id]);
  return rows[0];
}

export async function findOpenTelling(ctx: Context, elderId: string): Promise<TellingRecord | undefined> {
  const { rows } = await ctx.client.query<TellingRecord>(
    `${LISTED} where t.elder_id = $1 and t.status in ('waiting', 'visiting')`,
    [elderId],
  );
  return rows[0];
}

type New = { elderId: string; areaCode: string; name: string; hasPhone: boolean; letterId: string };

/** A new row of the call list; null when the person stands on it already and the letter was added there. */
export async function addToCallList(ctx: Context, row: New): Promise<string | null> {
  const id = newId();
  const { rows } = await ctx.client.query<{ telling_id: string }>(
    `insert into letter_tellings as t (elder_id, telling_id, area_code, elder_name, status, has_phone, letter_ids, opened_at)
     values ($1, $2, $3, $4, $5, $6, array[$7::uuid], $8)
     on conflict (elder_id) where status in ('waiting', 'visiting') do update set letter_ids = t.letter_ids || excluded.letter_ids
     returning telling_id`,
    [
      row.elderId,
      id,
      row.areaCode,
      row.name,
      row.hasPhone ? 'waiting' : 'visiting',
      row.hasPhone,
      row.letterId,
      ctx.now,
    ],
  );
  return rows[0]?.telling_id === id ? id : null;
}

export async function setTelling(ctx: Context, row: TellingRecord, status: TellingStatus): Promise<void> {
  const over = status === 'told' || status === 'dropped';
  await ctx.client.query(
    `update letter_tellings set status = $3, ended_at = case when $4 then $5::timestamptz end
     where elder_id = $1 and telling_id = $2`,
    [row.elder_id, row.telling_id, status, over, ctx.now],
  );
}
