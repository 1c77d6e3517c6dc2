import { kyselyOn, type RowScope } from '#platform/database/transaction.ts';
import { batchContext, type Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { StepContext } from './step-context.ts';

const CITY: RowScope = { way: 'batch', areaFrom: '110000000000', areaTo: '120000000000' };

/** A job's context on the step's own transaction: lets the modules open the duties of the first day. */
export const contextOf = ({ client, keys, today, now }: StepContext): Context =>
  batchContext(
    { client, db: kyselyOn(client) },
    { clock: { today, now, demo: true }, scope: CITY, keys, requestId: newId() },
  );
