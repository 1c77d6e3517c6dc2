import { expect, test } from 'vitest';
import { amountLawChangedOn } from '#modules/benefits/catalogue/index.ts';
import { changesOf, monthsOn } from './months.ts';

const former = { from: '2025-01', amountFen: 50_000 };
const walk = { former, from: '2025-01', until: '2025-07', lowerFrom: '2025-07' };

test('a raised amount holds from its own month, a lower one from the month the scheme says, and no change is none', () => {
  const raised = (month: string) => (month >= '2025-03' ? 60_000 : 50_000);
  expect(changesOf({ ...walk, amountIn: raised })).toEqual([{ from: '2025-03', amountFen: 60_000 }]);
  const lower = (month: string) => (month >= '2025-03' ? 40_000 : 50_000);
  expect(changesOf({ ...walk, amountIn: lower })).toEqual([{ from: '2025-07', amountFen: 40_000 }]);
  const both = (month: string) => (month >= '2025-05' ? 55_000 : month >= '2025-03' ? 60_000 : 50_000);
  expect(changesOf({ ...walk, amountIn: both })).toEqual([
    { from: '2025-03', amountFen: 60_000 },
    { from: '2025-07', amountFen: 55_000 },
  ]);
  expect(changesOf({ ...walk, amountIn: () => 50_000 })).toEqual([]);
  expect(changesOf({ ...walk, amountIn: () => null })).toEqual([]);
  expect(monthsOn('2025-12', 1)).toBe('2026-01');
});

test('the last day on which what a recognition pays changed by law; the way of an application is not of it', () => {
  expect(amountLawChangedOn('minimumLiving', '2024-06-30')).toBe('2023-07-01');
  expect(amountLawChangedOn('minimumLiving', '2024-07-01')).toBe('2024-07-01');
  // From July 2025 the standard was not found and stands as before: no change. 特困 has another floor then, and another wage in September.
  expect(amountLawChangedOn('minimumLiving', '2025-12-31')).toBe('2024-07-01');
  expect(amountLawChangedOn('destituteSupport', '2025-08-31')).toBe('2025-07-01');
  expect(amountLawChangedOn('destituteSupport', '2025-09-01')).toBe('2025-09-01');
});
