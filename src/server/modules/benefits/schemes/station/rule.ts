import { z } from 'zod';
import { count, flag } from '../../catalogue/fields.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';

const Star = z.strictObject({ nameZh: z.string(), stars: z.int(), amountFen: z.int() });
const Year = z.strictObject({ nameZh: z.string(), years: z.int(), amountFen: z.int().nullable() });

/** 驿站运营扶持 of one station and month: signed elders or the rural flat, stars, and the chain bonus in its month. */
export const station = defineScheme({
  key: 'station',
  folder: 'station',
  kind: 'facility-month',
  facts: {
    rural: flag('农村驿站'),
    signed: count('签了服务协议的基本养老服务对象'),
    stars: count('星级', 5),
    chainYears: count('连锁运营本月满几年（不满整年填 0）', 50),
  },
  law: {
    perElderFen: z.int(),
    ruralFlatFen: z.int(),
    ruralFrom: z.int(),
    starBonus: z.array(Star),
    chainYears: z.array(Year),
  },
  decide({ facts, law }) {
    const missing = unknown(facts, ['signed']);
    const eachFen = law.perElderFen;
    if (eachFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const signed = facts.signed ?? 0;
    const from = law.ruralFrom ?? 0;
    const isFlat = facts.rural === true && signed < from;
    const star = law.starBonus?.findLast(each => (facts.stars ?? 0) >= each.stars);
    const chain = law.chainYears?.find(each => each.years === facts.chainYears);
    const monthly = { per: 'month', payee: 'provider' } as const;
    const lines: Line[] = [
      isFlat
        ? { code: 'rural-flat', values: { signed, from }, amountFen: law.ruralFlatFen, ...monthly }
        : { code: 'per-elder', values: { signed, eachFen }, amountFen: signed * eachFen, ...monthly },
    ];
    if (star) lines.push({ code: 'star', values: { star: star.nameZh }, amountFen: star.amountFen, ...monthly });
    if (chain)
      lines.push({
        code: 'chain',
        values: { year: chain.nameZh },
        amountFen: chain.amountFen,
        per: 'once',
        payee: 'provider',
      });
    return { refusals: facts.signed === 0 ? refuse('none-signed') : [], missing, lines };
  },
});
