import { z } from 'zod';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse } from '../../catalogue/scheme.ts';

/** 困境家庭服务对象入住机构补助 of one person and month: who is known, how much a district sets. First class that fits. */
export const institutionResidence = defineScheme({
  key: 'institutionResidence',
  folder: 'institution-residence',
  kind: 'person-month',
  facts: {
    hukouInBeijing: PERSON.hukouInBeijing,
    living: PERSON.living,
    economicClass: PERSON.economicClass,
    abilityLevel: PERSON.abilityLevel,
    familyPlanningSpecial: PERSON.familyPlanningSpecial,
    careAllowanceFen: PERSON.careAllowanceFen,
  },
  law: {
    minimumLivingFen: z.int(),
    lowIncomeFen: z.int(),
    disabledFen: z.int(),
    familyPlanningFen: z.int(),
    minLevel: z.int(),
    careAllowance: z.literal(true),
  },
  decide({ facts, law }) {
    const isDisabled = law.minLevel !== null && (facts.abilityLevel ?? -1) >= law.minLevel;
    const classes = [
      { fits: facts.economicClass === '低保', code: 'minimum-living', amountFen: law.minimumLivingFen },
      { fits: facts.economicClass === '低收入', code: 'low-income', amountFen: law.lowIncomeFen },
      { fits: isDisabled, code: 'disabled', amountFen: law.disabledFen },
      { fits: facts.familyPlanningSpecial === true, code: 'family-planning', amountFen: law.familyPlanningFen },
    ];
    const found = classes.find(each => each.fits);
    const refusals = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(facts.living === '住养老机构' ? [] : refuse('lives-at-home')),
      ...(found ? [] : refuse('no-class')),
      ...(law.careAllowance && (facts.careAllowanceFen ?? 0) > 0 ? refuse('has-care-allowance') : []),
    ];
    const { code, amountFen } = found ?? { code: 'minimum-living', amountFen: null };
    const lines: Line[] = [{ code, amountFen, per: 'month', payee: 'person' }];
    return { refusals, missing: [], lines };
  },
});
