import { z } from 'zod';
import type { Keys } from '#platform/secrets/keys.ts';
import { open } from '#platform/secrets/seal.ts';
import type { BatchRow } from './db/batches.ts';

export const CompareJob = {
  name: 'comparisons.compare',
  payload: z.object({ batchId: z.string(), areaCode: z.string() }),
} as const;

/** The key of a batch's working file. */
export const fileSecret = (keys: Keys, row: Pick<BatchRow, 'batch_id' | 'sealed'>): string =>
  (open(keys, { table: 'comparison_batches', elderId: row.batch_id }, row.sealed) as { secret: string }).secret;
