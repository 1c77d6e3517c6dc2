import type { CardKind, CardStatus } from '#contracts/elders/cards.ts';
import type { Context } from '#platform/http/context.ts';

export type CardRow = {
  elder_id: string;
  card_id: string;
  area_code: string;
  kind: CardKind;
  status: CardStatus;
  sealed: Buffer;
  number_last4: string;
  issued_on: string | null;
  valid_to: string | null;
  recorded_by_name: string;
};

/** In use first, then the kind. */
export async function listCards(ctx: Context, elderId: string): Promise<CardRow[]> {
  const { rows } = await ctx.client.query<CardRow>(
    `select * from elder_cards where elder_id = $1 order by status = 'ended', kind, recorded_at desc limit 50`,
    [elderId],
  );
  return rows;
}

export async function lockCard(ctx: Context, elderId: string, cardId: string): Promise<CardRow | undefined> {
  const { rows } = await ctx.client.query<CardRow>(
    'select * from elder_cards where elder_id = $1 and card_id = $2 for update',
    [elderId, cardId],
  );
  return rows[0];
}

/** False when a card of the kind is in use. */
export async function insertCard(ctx: Context, row: Omit<CardRow, 'recorded_by_name'>): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into elder_cards (elder_id, card_id, area_code, kind, status, sealed, number_last4, issued_on, valid_to,
       recorded_by_name, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (elder_id, kind) where status <> 'ended' do nothing`,
    [
      ...[row.elder_id, row.card_id, row.area_code, row.kind, row.status, row.sealed, row.number_last4],
      ...[row.issued_on, row.valid_to, ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1;
}

export async function setCardStatus(ctx: Context, row: CardRow, status: CardStatus): Promise<void> {
  await ctx.client.query('update elder_cards set status = $3 where elder_id = $1 and card_id = $2', [
    row.elder_id,
    row.card_id,
    status,
  ]);
}

/** 养老助残卡 with these last fours in reach, with the holder's day of birth; the whole number is sealed. */
export async function cardsByTail(
  ctx: Context,
  tails: readonly string[],
): Promise<{ elder_id: string; sealed: Buffer; born_on: string }[]> {
  const { rows } = await ctx.client.query<{ elder_id: string; sealed: Buffer; born_on: string }>(
    `select c.elder_id, c.sealed, e.born_on from elder_cards c join elders e on e.elder_id = c.elder_id
     where c.kind = 'elder-disabled' and c.number_last4 = any ($1)`,
    [tails],
  );
  return rows;
}
