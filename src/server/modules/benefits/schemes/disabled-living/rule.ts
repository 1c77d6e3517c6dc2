import { z } from 'zod';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';

/** 困难残疾人生活补贴 of one person and month (京民福发〔2016〕434号); tiers beyond 低保 have no known amount. */
export const disabledPersonsLiving = defineScheme({
  key: 'disabledPersonsLiving',
  folder: 'disabled-living',
  kind: 'person-month',
  facts: {
    hukouInBeijing: PERSON.hukouInBeijing,
    economicClass: PERSON.economicClass,
    disabilities: PERSON.disabilities,
    hardshipAllowance: PERSON.hardshipAllowance,
  },
  law: {
    severeFen: z.int(),
    otherFen: z.int(),
    lowIncomeFen: z.int(),
    severeGrades: z.array(z.int()),
    hardshipAllowance: z.literal(true),
  },
  decide({ facts, law }) {
    const held = facts.disabilities ?? [];
    const isSevere = held.some(each => law.severeGrades?.includes(each.grade) === true);
    const isPoor = facts.economicClass === '低保' || facts.economicClass === '低收入';
    const refusals = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(held.length === 0 ? refuse('not-disabled') : []),
      ...(isPoor ? [] : refuse('not-poor')),
      ...(facts.hardshipAllowance && law.hardshipAllowance ? refuse('chose-hardship') : []),
    ];
    const tier =
      facts.economicClass === '低收入'
        ? { code: 'low-income', amountFen: law.lowIncomeFen }
        : isSevere
          ? { code: 'severe', amountFen: law.severeFen }
          : { code: 'other', amountFen: law.otherFen };
    return { refusals, missing: [], lines: [{ ...tier, per: 'month', payee: 'person' }] };
  },
});
