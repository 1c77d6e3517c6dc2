import { DomainError } from '#contracts/errors.ts';
import type { Received } from '#contracts/payments/cycle-nouns.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { accountOf } from './account.ts';
import { findAccount, findPerson } from './db/accounts.ts';
import { listReceived, type ReceivedLine } from './db/lines.ts';
import { listRecoveries } from './db/recoveries.ts';

/** One person's money: what came in each cycle, into which account, and what is owed back. */
export async function readReceived(ctx: Context, elderId: string): Promise<Received> {
  const lines = await listReceived(ctx, elderId);
  const person = await findPerson(ctx, elderId);
  // A district sees what it pays to somebody of its 户籍 who lives elsewhere, by the name on the lines.
  const name = person?.name ?? lines[0]?.elder_name;
  if (!name) throw new DomainError('benefits.elder-not-here');
  ctx.saw(elderId);
  const account = await findAccount(ctx, elderId);
  const owed = await listRecoveries(ctx, { status: null, elderId, after: undefined, limit: 20 });
  return {
    elderId,
    elderName: name,
    account: account ? accountOf(account) : null,
    months: [...Map.groupBy(lines, line => line.cycle_id).values()].map(monthOf),
    owes: owed
      // What a family member was paid is owed by them, not by the elder.
      .filter(row => row.balance_fen > 0 && row.other_payee_id === null)
      .map(row => ({
        id: row.recovery_id,
        scheme: row.scheme,
        reason: row.reason,
        balanceFen: row.balance_fen,
        totalFen: row.total_fen,
      })),
  };
}

/** One cycle: the month of its regular line names it; the state is that of the whole transfer. */
function monthOf(lines: ReceivedLine[]): Received['months'][number] {
  const counted = lines.filter(line => line.status !== 'held' && line.status !== 'dropped');
  const shown = counted.length > 0 ? counted : lines;
  const first = shown[0];
  if (!first) throw new DomainError('platform.internal');
  const latest =
    shown
      .map(line => line.month)
      .sort()
      .at(-1) ?? first.month;
  return {
    ...{ cycleId: first.cycle_id, month: latest, paidBy: areaName(first.payer_code), status: first.status },
    ...{
      statusReason: first.status_reason,
      failure: first.failure,
      on: first.status === 'paid' ? first.answered_on : null,
    },
    totalFen: shown.reduce((sum, line) => sum + line.amount_fen, 0),
    lines: shown.map(line => ({
      ...{
        scheme: line.scheme,
        sentence: line.sentence,
        why: line.why,
        month: line.month,
        kind: line.kind,
        cause: line.cause,
      },
      ...{ amountFen: line.amount_fen, status: line.status },
    })),
  };
}

export async function readMyReceived(ctx: Context): Promise<Received> {
  if (!ctx.actor.elderId) throw new DomainError('benefits.elder-not-here', '这个岗位没有绑定老年人');
  return readReceived(ctx, ctx.actor.elderId);
}
