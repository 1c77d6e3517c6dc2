import { z } from 'zod';
import { ageOn } from '#shared/dates.ts';
import { choice, flag } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';
import { share } from '../household-means.ts';
import { PAYING_LAW, PROCEDURE_LAW } from '../recognition-procedure.ts';

const CARE = { self: '全自理', partly: '部分丧失自理能力', full: '完全丧失自理能力' } as const;
const MONTHS_A_YEAR = 12;

/** 特困人员救助供养 of one person and month (京民社救发〔2017〕24号). Who is recognised already needs no proof again. */
export const destituteSupport = defineScheme({
  key: 'destituteSupport',
  folder: 'destitute-support',
  kind: 'person-month',
  facts: {
    bornOn: PERSON.bornOn,
    hukouInBeijing: PERSON.hukouInBeijing,
    economicClass: PERSON.economicClass,
    disabilities: PERSON.disabilities,
    abilityLevel: PERSON.abilityLevel,
    selfCare: choice('自理情况（评估过能力的不用填）', CARE),
    noIncome: flag('无生活来源'),
    noSupporter: flag('没有法定义务人，或其没有能力'),
  },
  law: {
    standardFen: z.int(),
    wageFen: z.int(),
    basicPercent: z.int(),
    carePercents: z.array(
      z.strictObject({ key: z.enum(['self', 'partly', 'full']), nameZh: z.string(), percent: z.int() }),
    ),
    levels: z.array(z.strictObject({ nameZh: z.string(), minLevel: z.int(), key: z.string() })),
    floorPerYearFen: z.int(),
    minAge: z.int(),
    underAge: z.int(),
    ...PROCEDURE_LAW,
    ...PAYING_LAW,
  },
  decide({ facts, law, on }) {
    const { standardFen, wageFen, abilityLevel, minAge, underAge } = {
      ...law,
      abilityLevel: facts.abilityLevel ?? -1,
      minAge: law.minAge ?? 0,
      underAge: law.underAge ?? 0,
    };
    const missing = unknown(facts, ['bornOn']);
    if (standardFen === null || wageFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const age = facts.bornOn ? ageOn(facts.bornOn, on) : null;
    const inClass = age === null || age >= minAge || age < underAge || (facts.disabilities ?? []).length > 0;
    const recognised = facts.economicClass === '特困';
    const refusals = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(inClass ? [] : refuse('not-class', { minAge, underAge })),
      ...(recognised || facts.noIncome ? [] : refuse('has-income')),
      ...(recognised || facts.noSupporter ? [] : refuse('has-supporter')),
    ];
    const basicPercent = law.basicPercent ?? 0;
    const byLevel = law.levels?.findLast(each => abilityLevel >= each.minLevel)?.key;
    const care = law.carePercents?.find(each => each.key === (facts.selfCare ?? byLevel));
    const basicFen = share(standardFen, basicPercent);
    const careFen = care ? share(wageFen, care.percent) : null;
    const lines: Line[] = [
      { code: 'basic', values: { standardFen, basicPercent }, amountFen: basicFen, per: 'month', payee: 'person' },
      care
        ? { code: 'care', values: { care: care.nameZh, wageFen }, amountFen: careFen, per: 'month', payee: 'person' }
        : { code: 'care-unknown', amountFen: null, per: 'month', payee: 'person' },
    ];
    const floorFen = law.floorPerYearFen === null ? 0 : Math.round(law.floorPerYearFen / MONTHS_A_YEAR);
    const gapFen = floorFen - basicFen - (careFen ?? 0);
    if (careFen !== null && gapFen > 0)
      lines.push({ code: 'floor', values: { floorFen }, amountFen: gapFen, per: 'month', payee: 'person' });
    return { refusals, missing, lines };
  },
});
