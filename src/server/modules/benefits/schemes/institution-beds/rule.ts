import { z } from 'zod';
import { count } from '../../catalogue/fields.ts';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';

/** 补床头: the beds of one institution and month, whoever lies in them, at what the district has set for a bed. */
export const institutionBeds = defineScheme({
  key: 'institutionBeds',
  folder: 'institution-beds',
  kind: 'facility-month',
  facts: { beds: count('登记的床位', 5_000) },
  law: { perBedFen: z.int() },
  decide({ facts, law }) {
    const beds = facts.beds ?? 0;
    const missing = facts.beds === null || facts.beds === undefined ? (['beds'] as const) : [];
    const refusals = missing.length === 0 && beds === 0 ? refuse('no-beds') : [];
    const paid = { per: 'month', payee: 'provider' } as const;
    const eachFen = law.perBedFen;
    if (eachFen === null)
      return { refusals, missing, lines: [{ code: 'unset', values: { beds }, amountFen: null, ...paid }] };
    return {
      refusals,
      missing,
      lines: [{ code: 'beds', values: { beds, eachFen }, amountFen: beds * eachFen, ...paid }],
    };
  },
});
