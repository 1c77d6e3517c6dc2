import { RELIEF_KIND_LABELS } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import type { RecognitionRow } from '../db/applications.ts';
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
    change: await changeOf(inner, row),
  };
}

/** The newest change of what is paid: of the amount, or of who receives it; null = there was none. */
async function changeOf(inner: Context, row: RecognitionRow) {
  const [now, before] = await listGrants(inner, row.application_id);
  const former = row.continues_id ? await getRecognition(inner, row.continues_id) : undefined;
  const [paid] = former ? await listGrants(inner, former.application_id) : [];
  const was = before ?? paid;
  if (!now || !was) return null;
  const receiver = before ? null : (former?.elder_name ?? null);
  return { beforeFen: was.amount_fen, afterFen: now.amount_fen, fromMonth: now.from_month, why: now.why, receiver };
}
