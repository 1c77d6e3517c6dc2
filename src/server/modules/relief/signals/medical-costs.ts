import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import { listOwnSignals } from '../db/signals.ts';
import type { Known } from './judge.ts';
import { SIGNALS } from './take-signals.ts';

type MedicalCost = { period: string; costFen: number; sender: string; asOf: string };

/** What the insurer said a person paid for treatment, the newest first; 医疗数据: the caller asks who may read it. */
export async function listMedicalCosts(ctx: Context, elderId: string): Promise<MedicalCost[]> {
  const rows = await listOwnSignals(ctx, { elderId, topic: 'insurance', limit: 3 });
  return rows.flatMap(row => {
    const { amountFen } = open(ctx.keys, { table: SIGNALS, elderId }, row.sealed) as Known;
    return amountFen === null ? [] : [{ period: row.period, costFen: amountFen, sender: row.sender, asOf: row.as_of }];
  });
}
