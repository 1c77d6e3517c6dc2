import { expect, test } from 'vitest';
import { RULES, WARNING_RULES } from '#contracts/relief-rules.ts';
import { judge, type Known, rulesOf, type Seen } from './judge.ts';

const TODAY = '2025-06-20';
const NOTHING: Known = {
  ...{ amountFen: null, startedOn: null, endedOn: null, category: null, enrolled: null },
  ...{ recognised: null, standardFen: null, persons: 1, previousFen: null },
};
const seen = (topic: Seen['topic'], known: Partial<Known>, period = '2024'): Seen => ({
  ...{ topic, period, asOf: '2025-06-10', known: { ...NOTHING, ...known } },
});
const hits = (one: Seen, line?: number) =>
  rulesOf(one.topic).flatMap(rule => {
    const { windowMonths, line: own } = RULES[rule];
    const hit = judge(rule, one, { line: line ?? own, windowMonths, active: true, today: TODAY });
    return hit ? [[rule, hit.period, hit.says]] : [];
  });

test('S0-10.4 each rule says what it found, in which period, and is silent at its line', () => {
  const found = [
    hits(seen('insurance', { amountFen: 3_000_001 })),
    hits(seen('seriousIllness', { amountFen: 2_864_000 })),
    hits(seen('medicalAid', { amountFen: 350_000 })),
    hits(seen('unemployment', { startedOn: '2025-05-06' }, '2025-05')),
    hits(seen('unemployment', { startedOn: '2024-11-01', endedOn: '2025-05-31' }, '2024-11')),
    hits(seen('employmentAid', { category: '公益性岗位', endedOn: '2025-04-30' }, '2024-05')),
    hits(seen('incomeTax', { amountFen: 0, previousFen: 4_800_000 })),
    hits(seen('subsidisedEnrolment', { enrolled: false }, '2025')),
    hits(seen('subsidisedEnrolment', { enrolled: true, category: '低收入' }, '2025')),
    hits(seen('housingAid', { category: '公租房租金补贴' })),
    hits(seen('incomeTax', { amountFen: 6_240_000, recognised: '低保', standardFen: 145_000, persons: 2 })),
  ].flat();
  expect(found.map(([rule]) => rule)).toEqual(WARNING_RULES);
  expect(found.map(([, period]) => period)).toEqual([
    ...['2024', '2024', '2024', '2025-05', '2025-05', '2025-04', '2024', '2025', '2025', '2024', '2024'],
  ]);
  expect(found[6]?.[2]).toBe('2024年申报收入 0 元，上一年 48,000 元，少了100%');
  expect(found[10]?.[2]).toBe('2024年申报收入 62,400 元，按2口人每人每月 2,600 元，高过低保的 1,450 元');

  const silent = [
    seen('insurance', { amountFen: 3_000_000 }),
    seen('seriousIllness', { amountFen: 2_864_000, recognised: '低收入' }),
    seen('subsidisedEnrolment', { enrolled: true, category: '自费' }),
    seen('subsidisedEnrolment', { enrolled: true, category: '低保', recognised: '低保' }),
    seen('incomeTax', { amountFen: 2_400_001, previousFen: 4_800_000 }),
    seen('incomeTax', { amountFen: 0 }),
    // Exactly the standard of two people.
    seen('incomeTax', { amountFen: 3_480_000, recognised: '低保', standardFen: 145_000, persons: 2 }),
    // Still to come, and older than the window.
    seen('unemployment', { startedOn: '2025-05-06', endedOn: '2025-07-31' }),
    seen('unemployment', { startedOn: '2024-12-19' }),
    seen('insurance', { amountFen: 9_000_000 }, '2022'),
  ];
  expect(silent.flatMap(one => hits(one))).toEqual([]);
  expect(hits(seen('incomeTax', { amountFen: 2_400_001, previousFen: 4_800_000 }), 40)).toHaveLength(1);
  const off = { line: 0, windowMonths: 60, active: false, today: TODAY };
  expect(judge('medicalCost', seen('insurance', { amountFen: 9_000_000 }), off)).toBeNull();
});
