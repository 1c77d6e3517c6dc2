import { z } from 'zod';
import { ageOn } from '#shared/dates.ts';
import { fen, flag } from '../../catalogue/fields.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';
import { share } from '../household-means.ts';
import { GROUP_FACTS, Groups, groupNames, groupOf } from '../person-groups.ts';

/**
 * 助餐补贴 of one person and meal-day (2022 年 69 号). Without a bill it says whether the elder is one of those who have
 * it; with a bill also what the point gets for this diner.
 */
export const meal = defineScheme({
  key: 'meal',
  folder: 'meal',
  kind: 'meal-day',
  facts: { ...GROUP_FACTS, billFen: fen('这一餐的餐费'), hadToday: flag('今天已经补过') },
  law: {
    dinerFen: z.int(),
    operatorFen: z.int(),
    citySharePercent: z.int(),
    onlyAboveSubsidy: z.literal(true),
    perDay: z.int(),
    groups: Groups,
    minAge: z.int(),
  },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['bornOn']);
    const { dinerFen, operatorFen } = law;
    if (dinerFen === null || operatorFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const { billFen, bornOn } = facts;
    const age = bornOn ? ageOn(bornOn, on) : null;
    const minAge = law.minAge ?? 0;
    const groups = law.groups ?? [];
    const group = groupOf(groups, facts, on);
    const refusals = [
      ...(facts.living === '住养老机构' ? refuse('not-at-home') : []),
      ...(age !== null && age < minAge ? refuse('below-age', { age, minAge }) : []),
      ...(age !== null && age >= minAge && !group ? refuse('no-group', { groups: groupNames(groups) }) : []),
      ...(billFen != null && law.onlyAboveSubsidy && billFen <= dinerFen
        ? refuse('bill-too-small', { billFen, dinerFen })
        : []),
      ...(facts.hadToday && law.perDay === 1 ? refuse('had-today') : []),
    ];
    const split = (amountFen: number) => {
      const cityFen = share(amountFen, law.citySharePercent ?? 0);
      return { cityFen, districtFen: amountFen - cityFen };
    };
    const lines: Line[] = [
      {
        code: 'diner',
        values: { group: group?.nameZh ?? '', ...split(dinerFen) },
        amountFen: dinerFen,
        per: 'day',
        payee: 'person',
      },
      ...(billFen == null
        ? []
        : [
            {
              code: 'operator',
              values: split(operatorFen),
              amountFen: operatorFen,
              per: 'day',
              payee: 'provider',
            } as const,
          ]),
    ];
    return { refusals, missing, lines };
  },
});
