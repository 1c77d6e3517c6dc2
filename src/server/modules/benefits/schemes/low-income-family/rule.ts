import { z } from 'zod';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';
import { HOUSEHOLD, MEANS_LAW, meansOf, missingMeans } from '../household-means.ts';
import { PROCEDURE_LAW } from '../recognition-procedure.ts';

const ABOVE: readonly unknown[] = ['低保', '特困'];

/** 低收入家庭 (京民社救发〔2018〕445号): a status, no money; below the minimum wage per head and not 低保. */
export const lowIncomeFamily = defineScheme({
  key: 'lowIncomeFamily',
  folder: 'low-income-family',
  kind: 'household-month',
  facts: HOUSEHOLD,
  law: { ...MEANS_LAW, ...PROCEDURE_LAW, incomeLimitFen: z.int().positive() },
  decide({ facts, law }) {
    const missing = missingMeans(facts);
    const limitFen = law.incomeLimitFen;
    if (limitFen === null || law.standardFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const standing = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(ABOVE.includes(facts.economicClass) ? refuse('on-minimum-living') : []),
      ...(facts.propertyWithinRule === false ? refuse('property') : []),
    ];
    if (standing.length > 0 || missing.length > 0) return { refusals: standing, missing, lines: [] };
    const { persons, countedFen } = meansOf(facts, law);
    const values = { persons, countedFen, limitFen };
    if (countedFen < law.standardFen * persons)
      return { refusals: refuse('minimum-living-instead'), missing, lines: [] };
    if (countedFen >= limitFen * persons) return { refusals: refuse('income-above', values), missing, lines: [] };
    return {
      refusals: [],
      missing,
      lines: [{ code: 'recognised', values, amountFen: 0, per: 'service', payee: 'person' }],
    };
  },
});
