import { z } from 'zod';
import { count } from '../../catalogue/fields.ts';
import { defineScheme, refuse, unknown } from '../../catalogue/scheme.ts';

/** 海葬、自然葬 of one provider and month: so much an urn. */
export const ecoBurial = defineScheme({
  key: 'ecoBurial',
  folder: 'eco-burial',
  kind: 'facility-month',
  facts: { urns: count('本月承办的骨灰份数') },
  law: { perUrnFen: z.int() },
  decide({ facts, law }) {
    const missing = unknown(facts, ['urns']);
    const eachFen = law.perUrnFen;
    if (eachFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const urns = facts.urns ?? 0;
    const refusals = facts.urns === 0 ? refuse('none') : [];
    const values = { urns, eachFen };
    return {
      refusals,
      missing,
      lines: [{ code: 'urns', values, amountFen: urns * eachFen, per: 'month', payee: 'provider' }],
    };
  },
});
