import { z } from 'zod';
import { ageOn } from '#shared/dates.ts';
import { choice } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';

/** 计划生育特别扶助金 of one parent and month (京卫家庭〔2022〕19号). */
export const familyPlanningSpecialAid = defineScheme({
  key: 'familyPlanningSpecialAid',
  folder: 'family-planning-aid',
  kind: 'person-month',
  facts: {
    bornOn: PERSON.bornOn,
    hukouInBeijing: PERSON.hukouInBeijing,
    familyPlanningSpecial: PERSON.familyPlanningSpecial,
    onlyChild: choice('独生子女的情况', { dead: '死亡', disabled: '伤残（三级以上）' }),
  },
  law: { childDeadFen: z.int(), childDisabledFen: z.int(), minAge: z.int() },
  decide({ facts, law, on }) {
    const { bornOn, onlyChild, familyPlanningSpecial } = facts;
    const amountFen = onlyChild === 'dead' ? law.childDeadFen : law.childDisabledFen;
    if (law.childDeadFen === null) return { refusals: refuse('no-law'), missing: [], lines: [] };
    const age = bornOn ? ageOn(bornOn, on) : null;
    const minAge = law.minAge ?? 0;
    const isSpecial = familyPlanningSpecial === true || !!onlyChild;
    const refusals = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(isSpecial ? [] : refuse('not-special')),
      ...(age !== null && age < minAge ? refuse('below-age', { age, minAge }) : []),
    ];
    const missing = [...(bornOn ? [] : (['bornOn'] as const)), ...(onlyChild ? [] : (['onlyChild'] as const))];
    const code = onlyChild === 'dead' ? 'child-dead' : 'child-disabled';
    return { refusals, missing, lines: [{ code, amountFen, per: 'month', payee: 'person' }] };
  },
});
