import { RELIEF_KIND_LABELS } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { listGrants } from '../db/grants.ts';
import { deciderOf, getRecognition, openEvaluation, procedureOf } from './load.ts';

/** What a letter on an application says: the decision as it was taken, with the lines it rests on. For the batch of both sides. */
export async function readDecision(inner: Context, id: string) {
  const row = await getRecognition(inner, id);
  const procedure = await procedureOf(inner, row);
  const byStreet = deciderOf(procedure) === 'street';
  const from = (await listGrants(inner, id)).at(-1)?.from_month ?? null;
  return {
    ...{ row, procedure, byStreet, label: RELIEF_KIND_LABELS[row.kind], outcome: openEvaluation(inner, row)?.outcome },
    /** The first month it is paid for; null = a status, or not decided. */
    from,
  };
}
