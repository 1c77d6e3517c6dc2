import { z } from 'zod';
import { count, flag, rows } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse } from '../../catalogue/scheme.ts';

/** 机构运营补贴 of one institution and month: residents with 户籍 who stayed long enough, each at the rate of the ability level. */
export const institutionOperating = defineScheme({
  key: 'institutionOperating',
  folder: 'institution-operating',
  kind: 'facility-month',
  facts: {
    residents: rows('在住老年人', {
      days: count('当月在住天数', 31),
      hukouInBeijing: flag('本市户籍'),
      abilityLevel: PERSON.abilityLevel,
    }),
  },
  law: {
    fullMonthDays: z.int(),
    intactFen: z.int(),
    mildFen: z.int(),
    moderateFen: z.int(),
    severeFen: z.int(),
    completeFen: z.int(),
    unassessedFen: z.int(),
  },
  decide({ facts, law }) {
    const residents = facts.residents ?? [];
    const missing = residents.length === 0 ? (['residents'] as const) : [];
    const days = law.fullMonthDays;
    if (days === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const counted = residents.filter(each => each.hukouInBeijing === true && (each.days ?? 0) >= days);
    const rates = [
      { level: 0, code: 'level-0', eachFen: law.intactFen },
      { level: 1, code: 'level-1', eachFen: law.mildFen },
      { level: 2, code: 'level-2', eachFen: law.moderateFen },
      { level: 3, code: 'level-3', eachFen: law.severeFen },
      { level: 4, code: 'level-4', eachFen: law.completeFen },
      { level: null, code: 'unassessed', eachFen: law.unassessedFen },
    ];
    const lines = rates.flatMap(({ level, code, eachFen }): Line[] => {
      const persons = counted.filter(each => (each.abilityLevel ?? null) === level).length;
      if (persons === 0) return [];
      const amountFen = eachFen === null ? null : persons * eachFen;
      return [{ code, values: { persons, eachFen: eachFen ?? 0 }, amountFen, per: 'month', payee: 'provider' }];
    });
    const left = residents.length - counted.length;
    const refusals = residents.length > 0 && counted.length === 0 ? refuse('nobody', { days, left }) : [];
    return { refusals, missing, lines };
  },
});
