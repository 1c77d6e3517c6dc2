import { decideAll, importDocument, listSamples, readSample, recordDocument } from '#modules/policies/index.ts';
import { draftReport } from '#modules/publications/index.ts';
import { kyselyOn } from '#platform/database/transaction.ts';
import { batchContext, type Context, SYSTEM_ACTOR } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
/** Quarter of the shipped progress table. */
const PERIOD = '2025-Q2';

/**
 * The shipped documents through the same verbs as a clerk's: the city's progress table reviewed and on the books with a
 * draft report, Daxing's measures waiting for review. Answers the number of documents.
 */
export async function loadDocuments(step: StepContext): Promise<number> {
  const [table, measures] = ['二季度', '大兴'].map(
    word => listSamples().find(sample => sample.title.includes(word))?.file,
  );
  if (!table || !measures) return 0;
  const city = clerk(step, { role: 'city', areaCode: CITY });
  const imported = await importDocument(city, readSample(table));
  await decideAll(city, imported.id, { title: '2025年二季度重点任务进展情况', period: PERIOD });
  await recordDocument(city, imported.id);
  await draftReport(city, { period: PERIOD });
  await importDocument(clerk(step, { role: 'district', areaCode: DAXING }), readSample(measures));
  return 2;
}

function clerk(step: StepContext, as: { role: 'city' | 'district'; areaCode: string }): Context {
  const { client, keys, today, now } = step;
  const { from: areaFrom, to: areaTo } = areaRange(CITY);
  const scope = { way: 'batch' as const, areaFrom, areaTo };
  const ctx = batchContext(
    { client, db: kyselyOn(client) },
    { clock: { today, now, demo: true }, scope, keys, requestId: newId() },
  );
  return { ...ctx, actor: { ...SYSTEM_ACTOR, ...as, name: DEMO_BY } };
}
