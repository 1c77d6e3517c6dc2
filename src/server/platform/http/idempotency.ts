import { createHash } from 'node:crypto';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from './context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Runs a write once per key and account, in the write's own transaction. The same key with the same body gives the
 * first answer again; with another body it is refused with 409 (draft-ietf-httpapi-idempotency-key-header).
 */
export async function runOnce(
  ctx: Context,
  request: { key: unknown; body: string | Buffer },
  work: () => Promise<unknown>,
) {
  const { key } = request;
  if (typeof key !== 'string' || !UUID.test(key)) throw new DomainError('platform.idempotency-missing');
  const bodyHash = createHash('sha256').update(request.body).digest('hex');
  const values = [ctx.actor.accountId, key];
  // A second request with the same key waits here until the first one commits or rolls back.
  const taken = await ctx.client.query(
    'insert into idempotency_keys (account_id, key, body_hash) values ($1, $2, $3) on conflict do nothing',
    [...values, bodyHash],
  );
  if (taken.rowCount === 0) {
    const { rows } = await ctx.client.query<{ body_hash: string; response: unknown }>(
      'select body_hash, response from idempotency_keys where account_id = $1 and key = $2',
      values,
    );
    if (rows[0]?.body_hash !== bodyHash) throw new DomainError('platform.idempotency-mismatch');
    ctx.recorded.count += 1;
    return rows[0].response;
  }
  const response = await work();
  await ctx.client.query('update idempotency_keys set response = $3, status = 200 where account_id = $1 and key = $2', [
    ...values,
    JSON.stringify(response),
  ]);
  return response;
}
