import type pg from 'pg';
import { DomainError } from '#contracts/errors.ts';
import type { Account, AccountForm } from '#contracts/payments/cycle-nouns.ts';
import { ACCOUNT_KIND_LABELS } from '#contracts/payments/lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { seal } from '#platform/secrets/seal.ts';
import type { SealedAccount } from './cycles/bank-file.ts';
import * as db from './db/accounts.ts';

export const accountOf = (row: db.AccountRecord): Account => ({
  ...{ elderId: row.elder_id, kind: row.kind, lastFour: row.last_four, fault: row.fault },
  ...{ source: row.source, updatedAt: row.updated_at, updatedBy: row.updated_by },
});

type Given = Pick<AccountForm, 'kind' | 'number' | 'holder' | 'bank' | 'source'>;

/** Number, holder and bank are sealed; four digits and a blind index are what is left in sight. */
function sealedRow(keys: Keys, of: { elderId: string; areaCode: string }, given: Given): db.NewAccount {
  const content: SealedAccount = { number: given.number, holder: given.holder, bank: given.bank };
  return {
    ...of,
    kind: given.kind,
    sealed: seal(keys, { table: 'payment_accounts', elderId: of.elderId }, content),
    lastFour: given.number.slice(-4),
    index: blindIndex(keys, { field: 'account', part: 'whole' }, given.number),
    source: given.source,
  };
}

/** A new or corrected account; what the bank sent back is no longer owed by the street, and is paid in the next cycle. */
export async function saveAccount(ctx: Context, elderId: string, given: Given): Promise<Account> {
  const person = await db.findPerson(ctx, elderId);
  if (!person) throw new DomainError('benefits.elder-not-here');
  const before = await db.findAccount(ctx, elderId);
  await db.saveAccount(ctx, sealedRow(ctx.keys, { elderId, areaCode: person.area_code }, given));
  for (const id of await db.listFailedTransfers(ctx, elderId)) await closeDuties(ctx, id);
  const shown = `${ACCOUNT_KIND_LABELS[given.kind]}，尾号 ${given.number.slice(-4)}`;
  await record(ctx, {
    ...{
      action: 'payments.save-account',
      subject: { kind: 'elder', id: elderId },
      elderId,
      areaCode: person.area_code,
    },
    note: `${before ? '更正' : '登记'}收款账户：${shown}，依据：${given.source}`,
  });
  const saved = await db.findAccount(ctx, elderId);
  if (!saved) throw new DomainError('platform.internal');
  return accountOf(saved);
}

export type BulkAccount = Given & { elderId: string; areaCode: string };

/** Accounts as an import or the demo brings them; `client` runs as batch in an area that holds them. */
export const insertAccounts = (
  to: { client: pg.ClientBase; now: string; keys: Keys; by: string },
  rows: readonly BulkAccount[],
): Promise<void> =>
  db.insertAccounts(
    to,
    rows.map(row => sealedRow(to.keys, row, row)),
    to.by,
  );
