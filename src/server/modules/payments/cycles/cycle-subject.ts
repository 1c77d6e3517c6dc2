import { z } from 'zod';

/** Recipients may live anywhere in the city, whichever district pays. */
export const CITY = '110000000000';

export const subjectOf = (id: string, areaCode: string) => ({ kind: 'payment-cycle', id, areaCode });

export const PrepareJob = {
  name: 'payments.prepare',
  payload: z.object({ cycleId: z.string(), areaCode: z.string() }),
} as const;
export const SubmitJob = { name: 'payments.submit', payload: z.object({ cycleId: z.string() }) } as const;
export const CollectJob = { name: 'payments.collect', payload: z.object({}), schedule: '*/10 * * * *' } as const;
