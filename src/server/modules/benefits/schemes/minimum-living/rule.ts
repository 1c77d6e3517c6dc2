import { z } from 'zod';
import { date, fen } from '../../catalogue/fields.ts';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';
import { HOUSEHOLD, MEANS_LAW, meansOf, missingMeans, share } from '../household-means.ts';
import { PAYING_LAW, PROCEDURE_LAW } from '../recognition-procedure.ts';

const monthsSince = (from: string, on: string): number =>
  (Number(on.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(on.slice(5, 7)) - Number(from.slice(5, 7));

type Phase = { months: number; percent: number };

/** The phase of the taper in the n-th month (from 0) after taking a job; undefined = over. */
function phaseOf(phases: readonly Phase[], month: number): Phase | undefined {
  let left = month;
  for (const phase of month < 0 ? [] : phases) {
    if (left < phase.months) return phase;
    left -= phase.months;
  }
  return undefined;
}

/** 低保 of one household and month: the difference to the standard, more for severe illness, taper after a job. */
export const minimumLiving = defineScheme({
  key: 'minimumLiving',
  folder: 'minimum-living',
  kind: 'household-month',
  facts: {
    ...HOUSEHOLD,
    employedOn: date('家庭成员就业的日期', '正在领低保、因就业收入超过标准的才填'),
    formerAmountFen: fen('就业前每月的低保金'),
  },
  law: {
    ...MEANS_LAW,
    ...PROCEDURE_LAW,
    ...PAYING_LAW,
    severeExtraPercent: z.int(),
    destituteClass: z.string(),
    taper: z.array(z.strictObject({ nameZh: z.string(), months: z.int(), percent: z.int() })),
  },
  decide({ facts, law, on }) {
    const missing = missingMeans(facts);
    const { standardFen } = law;
    if (standardFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const { persons, severe, supportFen, deductionFen, countedFen } = meansOf(facts, law);
    const limitFen = standardFen * persons;
    const standing = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(facts.economicClass === law.destituteClass ? refuse('destitute') : []),
      ...(facts.propertyWithinRule === false ? refuse('property') : []),
    ];
    if (standing.length > 0 || missing.length > 0) return { refusals: standing, missing, lines: [] };
    if (countedFen < limitFen) {
      const extraPercent = law.severeExtraPercent ?? 0;
      const values = { standardFen, persons, countedFen, supportFen, deductionFen };
      const extra = { code: 'severe-extra', values: { severe, extraPercent }, per: 'month', payee: 'person' } as const;
      return {
        refusals: [],
        missing,
        lines: [
          { code: 'difference', values, amountFen: limitFen - countedFen, per: 'month', payee: 'person' },
          ...(severe > 0 ? [{ ...extra, amountFen: severe * share(standardFen, extraPercent) }] : []),
        ],
      };
    }
    const month = facts.employedOn ? monthsSince(facts.employedOn, on) : -1;
    const phase = phaseOf(law.taper ?? [], month);
    const formerFen = facts.formerAmountFen ?? 0;
    if (phase && formerFen > 0) {
      const values = { month: month + 1, formerFen, taperPercent: phase.percent };
      const amountFen = share(formerFen, phase.percent);
      return { refusals: [], missing, lines: [{ code: 'taper', values, amountFen, per: 'month', payee: 'person' }] };
    }
    const values = { countedFen, persons, limitFen };
    return { refusals: refuse('income-above', values), missing, lines: [] };
  },
});
