import type { AccountKind } from '#contracts/payments/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type AccountRecord = {
  elder_id: string;
  kind: AccountKind;
  last_four: string;
  fault: string | null;
  source: string;
  updated_at: string;
  updated_by: string;
};

const SHOWN = 'elder_id, kind, last_four, fault, source, updated_at, updated_by';

export async function findAccount(ctx: Context, elderId: string): Promise<AccountRecord | undefined> {
  const { rows } = await ctx.client.query<AccountRecord>(`select ${SHOWN} from payment_accounts where elder_id = $1`, [
    elderId,
  ]);
  return rows[0];
}

export type NewAccount = {
  elderId: string;
  areaCode: string;
  kind: AccountKind;
  sealed: Buffer;
  lastFour: string;
  index: Buffer;
  source: string;
};

export async function saveAccount(ctx: Context, row: NewAccount): Promise<void> {
  await ctx.client.query(
    `insert into payment_accounts (elder_id, area_code, kind, sealed, last_four, account_index, source, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (elder_id) do update set area_code = $2, kind = $3, sealed = $4, last_four = $5, account_index = $6, fault = null,
       source = $7, updated_at = $8, updated_by = $9`,
    [
      ...[
        row.elderId,
        row.areaCode,
        row.kind,
        row.sealed,
        row.lastFour,
        row.index,
        row.source,
        ctx.now,
        ctx.actor.name,
      ],
    ],
  );
}

/** Many at once, for an import or the demo; who has one keeps it. */
export async function insertAccounts(
  ctx: Pick<Context, 'client' | 'now'>,
  rows: readonly NewAccount[],
  by: string,
): Promise<void> {
  await ctx.client.query(
    `insert into payment_accounts (elder_id, area_code, kind, sealed, last_four, account_index, source, updated_at, updated_by)
     select r.elder, r.area, r.kind, r.sealed, r.four, r.index, r.source, $8, $9
     from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::bytea[], $7::text[]) as r (elder, area, kind, sealed, four, index, source)
     on conflict do nothing`,
    [
      ...[rows.map(r => r.elderId), rows.map(r => r.areaCode), rows.map(r => r.kind), rows.map(r => r.sealed)],
      ...[rows.map(r => r.lastFour), rows.map(r => r.index), rows.map(r => r.source), ctx.now, by],
    ],
  );
}

/** Transfers of this person that came back: what was owed on them is settled by a new account. */
export async function listFailedTransfers(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ transfer_id: string }>(
    "select transfer_id from payment_transfers where elder_id = $1 and status = 'failed'",
    [elderId],
  );
  return rows.map(row => row.transfer_id);
}

export async function moveAccount(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update payment_accounts set area_code = $2 where elder_id = $1 and area_code <> $2', [
    to.elderId,
    to.areaCode,
  ]);
}

type Person = { elder_id: string; name: string; area_code: string };
export async function findPerson(ctx: Context, elderId: string): Promise<Person | undefined> {
  const { rows } = await ctx.client.query<Person>(
    'select elder_id, name, area_code from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0];
}
