import { z } from 'zod';
import { ageOn } from '#shared/dates.ts';
import { choice, date } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';
import { share } from '../household-means.ts';

const CATEGORIES = {
  orphan: '孤儿',
  abandoned: '弃婴',
  unsupported: '事实无人抚养儿童',
  hiv: '感染艾滋病病毒的儿童',
  severe: '重病、重残儿童',
} as const;

/** 困境儿童基本生活费 of one child and month (京民发〔2026〕2号). */
export const childrensAllowance = defineScheme({
  key: 'childrensAllowance',
  folder: 'childrens-allowance',
  kind: 'person-month',
  facts: {
    childBornOn: date('儿童的出生日期'),
    hukouInBeijing: PERSON.hukouInBeijing,
    category: choice('儿童的情况', CATEGORIES),
    economicClass: PERSON.economicClass,
  },
  law: { orphanFen: z.int(), illInMinimumLivingPercent: z.int(), underAge: z.int() },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['childBornOn', 'category']);
    const { category, childBornOn } = facts;
    const { orphanFen } = law;
    if (orphanFen === null) return { refusals: refuse('no-law'), missing, lines: [] };
    const age = childBornOn ? ageOn(childBornOn, on) : 0;
    const underAge = law.underAge ?? 0;
    const isShare = category === 'severe';
    const refusals = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(age >= underAge ? refuse('grown-up', { age, underAge }) : []),
      ...(isShare && facts.economicClass !== '低保' ? refuse('not-minimum-living') : []),
    ];
    const sharePercent = law.illInMinimumLivingPercent ?? 0;
    const line: Pick<Line, 'code' | 'values' | 'amountFen'> = isShare
      ? { code: 'share', values: { orphanFen, sharePercent }, amountFen: share(orphanFen, sharePercent) }
      : { code: 'full', values: { category: category ? CATEGORIES[category] : '' }, amountFen: orphanFen };
    return { refusals, missing, lines: [{ ...line, per: 'month', payee: 'person' }] };
  },
});
