import { z } from 'zod';
import { ageOn } from '#shared/dates.ts';
import { defineScheme, refuse, unknown } from '../../catalogue/scheme.ts';
import { GROUP_FACTS, Groups, groupNames, groupOf } from '../person-groups.ts';

/** Who counts as 基本养老服务对象 and lives at home: signs with a station, eats with the meal subsidy. No money of its own. */
export const basicService = defineScheme({
  key: 'basicService',
  folder: 'basic-service',
  kind: 'person-service',
  facts: GROUP_FACTS,
  law: { minAge: z.int(), groups: Groups },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['bornOn']);
    const age = facts.bornOn ? ageOn(facts.bornOn, on) : null;
    const minAge = law.minAge ?? 0;
    const groups = law.groups ?? [];
    const group = groupOf(groups, facts, on);
    const refusals = [
      ...(age !== null && age < minAge ? refuse('below-age', { age, minAge }) : []),
      ...(missing.length === 0 && !group ? refuse('no-group', { groups: groupNames(groups) }) : []),
      ...(facts.living === '住养老机构' ? refuse('lives-in-institution') : []),
    ];
    const values = { group: group?.nameZh ?? '' };
    return { refusals, missing, lines: [{ code: 'in-group', values, amountFen: 0, per: 'service', payee: 'person' }] };
  },
});
