import { kyselyOn, type RowScope } from '#platform/database/transaction.ts';
import { batchContext, type Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { officeOf } from './lookup.ts';
import { LOGIN_COMMUNITY } from './plan.ts';
import type { StepContext } from './step-context.ts';

const CITY: RowScope = { way: 'batch', areaFrom: '110000000000', areaTo: '120000000000' };

/** A job's context on the step's own transaction: lets the modules open the duties of the first day. */
export const contextOf = ({ client, keys, today, now }: StepContext): Context =>
  batchContext(
    { client, db: kyselyOn(client) },
    { clock: { today, now, demo: true }, scope: CITY, keys, requestId: newId() },
  );

/** The same in the name of the office that answers for the login's community. */
export function actingAs(step: StepContext, role: 'district' | 'street' | 'community'): Context {
  const ctx = contextOf(step);
  const office = officeOf(step.world, role, LOGIN_COMMUNITY);
  if (!office) return ctx;
  const { staffId, name, areaCode } = office;
  const { from: areaFrom, to: areaTo } = areaRange(areaCode);
  return { ...ctx, actor: { ...ctx.actor, accountId: staffId, name, role, areaCode, areaFrom, areaTo } };
}
