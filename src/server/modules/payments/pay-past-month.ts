import { cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { writeResultFile } from '#gateways/bank/result-file.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { subjectOf } from './cycles/cycle-subject.ts';
import { drawChecks } from './cycles/draw-checks.ts';
import { fillCycle } from './cycles/prepare-cycle.ts';
import { stepCycle } from './cycles/step-cycle.ts';
import { takeResult } from './cycles/take-result.ts';
import * as db from './db/cycles.ts';
import { listTransfers } from './db/lock.ts';

type Person = { accountId: string; name: string };
export type PastMonth = {
  payerCode: string;
  month: string;
  /** First month of the district in this product. */
  floor: string;
  /** Days of preparing, checking, authorising, the bank's answer. */
  at: string;
  maker: Person;
  checker: Person;
  finance: Person;
  /** Last four digits of accounts that the bank refuses, with its code. */
  refused: Readonly<Record<string, string>>;
  /** Recipients to be asked whether it arrived; 0 = none. */
  draw: number;
};

/** A month that was paid before the product's first day, through the same steps as any other (demo; batch over the city). */
export async function payPastMonth(ctx: Context, past: PastMonth): Promise<number> {
  const { payerCode, month, floor } = past;
  const as = (person: Person, role: Role): Context => ({
    ...ctx,
    today: past.at.slice(0, 10),
    now: past.at,
    actor: { ...ctx.actor, ...person, role },
  });
  const maker = as(past.maker, 'district');
  const cycleId = newId();
  if (!(await db.insertCycle(maker, { id: cycleId, payerCode, month, round: 1, floor }))) return 0;
  const subject = subjectOf(cycleId, payerCode);
  await advance(maker, { table: cycleLifecycle, subject, status: null, action: 'prepare' });
  await fillCycle(maker, { cycleId, payerCode, month, floor });
  await stepCycle(as(past.checker, 'district'), cycleId, { action: 'check' });
  await stepCycle(maker, cycleId, { action: 'lock' });
  const finance = as(past.finance, 'finance');
  await stepCycle(finance, cycleId, { action: 'authorise' });
  await stepCycle(finance, cycleId, { action: 'send' });
  const transfers = await listTransfers(finance, { cycleId, after: '', limit: 1_000_000 });
  const cycle = await db.findCycle(finance, cycleId);
  const rows = transfers.map(each => ({ number: each.number, code: past.refused[each.last_four] ?? null, note: '' }));
  await takeResult(finance, cycleId, {
    name: `${cycle?.file_number}.result.txt`,
    content: writeResultFile(cycle?.file_number ?? '', rows),
  });
  await stepCycle(finance, cycleId, { action: 'reconcile' });
  if (past.draw > 0) await drawChecks(ctx, cycleId, { count: past.draw, seed: `${monthWords(month)} ${payerCode}` });
  return transfers.length;
}
