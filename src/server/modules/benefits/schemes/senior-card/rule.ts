import { z } from 'zod';
import { ageOn } from '#shared/dates.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, refuse, unknown } from '../../catalogue/scheme.ts';

/** 养老助残卡: age and 户籍 or a residence permit. No money; the card carries other money. */
export const seniorCard = defineScheme({
  key: 'seniorCard',
  folder: 'senior-card',
  kind: 'person-service',
  facts: {
    bornOn: PERSON.bornOn,
    hukouInBeijing: PERSON.hukouInBeijing,
    residesInBeijing: PERSON.residesInBeijing,
  },
  law: { minAge: z.int(), residence: z.literal(true), validityYears: z.int() },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['bornOn']);
    const age = facts.bornOn ? ageOn(facts.bornOn, on) : null;
    const minAge = law.minAge ?? 0;
    const isResident = facts.hukouInBeijing === true || facts.residesInBeijing === true;
    const refusals = [
      ...(age !== null && age < minAge ? refuse('below-age', { age, minAge }) : []),
      ...(law.residence && !isResident ? refuse('not-resident') : []),
    ];
    return {
      refusals,
      missing,
      lines: [{ code: 'entitled', values: { minAge }, amountFen: 0, per: 'service', payee: 'person' }],
    };
  },
});
