import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import type { CycleRecord } from '../db/cycles.ts';

/** Maker, checker and authoriser are three people (内部控制：不相容岗位分离); the table's constraints say the same. */
export function refuseSamePerson(ctx: Context, cycle: CycleRecord, action: string): void {
  const me = ctx.actor.accountId;
  const refuse = (sentence: string) => {
    throw new DomainError('payments.same-person', sentence);
  };
  if (action === 'check' && cycle.prepared_by === me) refuse('这个批次由您编制，不能由您复核');
  if (action === 'authorise' && cycle.prepared_by === me) refuse('这个批次由您编制，不能由您授权');
  if (action === 'authorise' && cycle.checked_by === me) refuse('这个批次由您复核，不能由您授权');
}
