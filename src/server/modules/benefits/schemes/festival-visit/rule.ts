import { z } from 'zod';
import { choice } from '../../catalogue/fields.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';
import { GROUP_FACTS, Groups, groupNames, groupOf } from '../person-groups.ts';

/** 节日慰问 of one person: whom a district visits and with how much. Without a festival both are told. */
export const festivalVisit = defineScheme({
  key: 'festivalVisit',
  folder: 'festival-visit',
  kind: 'event',
  facts: { ...GROUP_FACTS, festival: choice('哪个节日', { spring: '春节', ninth: '重阳节' }) },
  law: { groups: Groups, springFen: z.int(), ninthFen: z.int() },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['bornOn']);
    const groups = law.groups ?? [];
    const group = groupOf(groups, facts, on);
    const refusals = missing.length === 0 && !group ? refuse('no-group', { groups: groupNames(groups) }) : [];
    const values = { group: group?.nameZh ?? '' };
    const line = (code: 'spring' | 'ninth'): Line => ({
      ...{ code, values, per: 'once', payee: 'person' },
      amountFen: code === 'spring' ? law.springFen : law.ninthFen,
    });
    const lines = facts.festival ? [line(facts.festival)] : [line('spring'), line('ninth')];
    return { refusals, missing, lines };
  },
});
