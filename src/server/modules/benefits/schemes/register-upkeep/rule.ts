import { z } from 'zod';
import { count } from '../../catalogue/fields.ts';
import { defineScheme, refuse, unknown } from '../../catalogue/scheme.ts';

/** 台账定期核实 (S1-3.1): on the last day of the limit a record is still in time. Elders counts by the same parameter. */
export const registerUpkeep = defineScheme({
  key: 'registerUpkeep',
  folder: 'register-upkeep',
  kind: 'practice',
  facts: { days: count('上次核实到现在几天') },
  law: { withinDays: z.int().positive() },
  decide({ facts, law }) {
    const missing = unknown(facts, ['days']);
    const days = facts.days ?? 0;
    const withinDays = law.withinDays ?? 0;
    return {
      refusals: days > withinDays ? refuse('overdue', { days, withinDays }) : [],
      missing,
      lines: [{ code: 'in-time', values: { days, withinDays }, amountFen: 0, per: 'service', payee: 'provider' }],
    };
  },
});
