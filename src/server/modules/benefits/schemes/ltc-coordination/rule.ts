import { z } from 'zod';
import { fen, flag } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';

/** Who pays how much of one service: each payer in the stated order bears at most its limit, the person what is left. */
export const ltcCoordination = defineScheme({
  key: 'ltcCoordination',
  folder: 'ltc-coordination',
  kind: 'event',
  facts: {
    insured: flag('参加了长期护理保险'),
    abilityLevel: PERSON.abilityLevel,
    priceFen: fen('这次服务的价格'),
    ltcLimitFen: fen('长护险最多付'),
    subsidyLimitFen: fen('补贴最多付'),
  },
  law: {
    payOrder: z.array(z.strictObject({ key: z.enum(['ltc', 'subsidy', 'self']), nameZh: z.string() })),
    minLevel: z.int(),
  },
  decide({ facts, law }) {
    const missing = unknown(facts, ['priceFen', 'abilityLevel']);
    const minLevel = law.minLevel ?? Number.POSITIVE_INFINITY;
    const level = facts.abilityLevel ?? 0;
    const refusals = [
      ...(facts.insured ? [] : refuse('not-insured')),
      ...(facts.abilityLevel != null && level < minLevel ? refuse('below-level', { level, minLevel }) : []),
    ];
    let left = facts.priceFen ?? 0;
    const limits = { ltc: facts.ltcLimitFen ?? 0, subsidy: facts.subsidyLimitFen ?? 0, self: Number.POSITIVE_INFINITY };
    const lines = (law.payOrder ?? []).map(({ key }): Line => {
      const amountFen = Math.min(left, limits[key]);
      left -= amountFen;
      const values: Line['values'] = key === 'self' ? {} : { limitFen: limits[key] };
      return { code: key, values, amountFen, per: 'once', payee: key === 'self' ? 'person' : 'provider' };
    });
    return { refusals, missing, lines };
  },
});
