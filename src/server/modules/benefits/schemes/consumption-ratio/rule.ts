import { z } from 'zod';
import { fen, percent } from '../../catalogue/fields.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';

const MONTHS_A_YEAR = 12;

/** 消费支出比例法: the standard computed from last year's consumption, and the linkage table beside it. */
export const consumptionRatio = defineScheme({
  key: 'consumptionRatio',
  folder: 'consumption-ratio',
  kind: 'standard',
  facts: { consumptionFen: fen('上年度全市居民人均消费支出（全年）'), sharePercent: percent('比例') },
  law: {
    minimumPercent: z.number(),
    maximumPercent: z.number(),
    roundToFen: z.int().positive(),
    standardFen: z.int(),
    wageFen: z.int(),
    basicPensionFen: z.int(),
    welfarePensionFen: z.int(),
  },
  decide({ facts, law }) {
    const missing = unknown(facts, ['consumptionFen', 'sharePercent']);
    const sharePercent = facts.sharePercent ?? 0;
    const consumptionFen = facts.consumptionFen ?? 0;
    const [minimumPercent, maximumPercent] = [law.minimumPercent ?? 0, law.maximumPercent ?? 0];
    const outside = missing.length === 0 && (sharePercent < minimumPercent || sharePercent > maximumPercent);
    const refusals = outside ? refuse('out-of-range', { sharePercent, minimumPercent, maximumPercent }) : [];
    const step = law.roundToFen ?? 1;
    const exact = (consumptionFen / MONTHS_A_YEAR) * (sharePercent / 100);
    const values = { consumptionFen, sharePercent, roundToFen: step };
    const beside = (code: string, amountFen: number | null): Line => ({
      code,
      amountFen,
      per: 'month',
      payee: 'provider',
    });
    return {
      refusals,
      missing,
      lines: [
        { code: 'computed', values, amountFen: Math.round(exact / step) * step, per: 'month', payee: 'person' },
        beside('now', law.standardFen),
        beside('wage', law.wageFen),
        beside('basic-pension', law.basicPensionFen),
        beside('welfare-pension', law.welfarePensionFen),
      ],
    };
  },
});
