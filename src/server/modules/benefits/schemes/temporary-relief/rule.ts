import { z } from 'zod';
import { fen, flag } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';
import { share } from '../household-means.ts';

const Brackets = z.array(z.strictObject({ nameZh: z.string(), fromFen: z.int(), percent: z.int() })).length(2);

/**
 * 临时救助 of one event (京民社救发〔2020〕86号). From the least spending on, the whole amount up to the second bracket counts at
 * the first share, what lies above at the second; no more than so many times the 低保 standard.
 */
export const temporaryRelief = defineScheme({
  key: 'temporaryRelief',
  folder: 'temporary-relief',
  kind: 'event',
  facts: {
    economicClass: PERSON.economicClass,
    spentFen: fen('必要支出', '扣除医保、保险、其他救助以后自己负担的'),
    severelyDisabled: flag('家里有重度残疾人'),
  },
  law: {
    poor: Brackets,
    others: Brackets,
    severeDisabilityPoints: z.int(),
    capTimes: z.int(),
    standardFen: z.int(),
    poorClasses: z.array(z.string()),
  },
  decide({ facts, law }) {
    const missing = unknown(facts, ['spentFen']);
    const isPoor = law.poorClasses?.includes(facts.economicClass ?? 'none') === true;
    const brackets = isPoor ? law.poor : law.others;
    const { standardFen } = law;
    const [first, rest] = brackets ?? [];
    if (!first || !rest || standardFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const spentFen = facts.spentFen ?? 0;
    if (missing.length > 0) return { refusals: [], missing, lines: [] };
    if (spentFen < first.fromFen) {
      const values = { spentFen, leastFen: first.fromFen };
      return { refusals: refuse(isPoor ? 'too-little-poor' : 'too-little-others', values), missing, lines: [] };
    }
    const points = !isPoor && facts.severelyDisabled ? (law.severeDisabilityPoints ?? 0) : 0;
    const [firstPercent, restPercent] = [first.percent + points, rest.percent + points];
    const below = Math.min(spentFen, rest.fromFen);
    const rawFen = share(below, firstPercent) + share(spentFen - below, restPercent);
    const times = law.capTimes ?? 0;
    const overFen = rawFen - standardFen * times;
    const code = isPoor ? 'poor' : points > 0 ? 'others-severe' : 'others';
    const values = { spentFen, firstPercent, restPercent };
    const lines: Line[] = [{ code, values, amountFen: rawFen, per: 'once', payee: 'person' }];
    if (overFen > 0)
      lines.push({
        code: 'capped',
        values: { rawFen, standardFen, times },
        amountFen: -overFen,
        per: 'once',
        payee: 'person',
      });
    return { refusals: [], missing, lines };
  },
});
