import { expect, test } from 'vitest';
import { type Sheet, standingOf } from './standing.ts';

const sheet = (filledById: string, levels: string, filledOn = '2025-06-10'): Sheet => ({
  form: 'ltci-2021',
  filledOn,
  filledById,
  levels,
});

test('a level stands when two different people came to it within a month', () => {
  const first = sheet('a', '3');
  expect(standingOf(first, [first], 2)).toContain('还要另一名');
  expect(standingOf(first, [first, sheet('a', '3', '2025-06-12')], 2)).toContain('还要另一名');
  expect(standingOf(first, [first, sheet('b', '3', '2025-06-12')], 2)).toBe('2名评估员结果一致');
  expect(standingOf(first, [first, sheet('b', '2')], 2)).toContain('不一致');
  expect(standingOf(first, [first, sheet('b', '3', '2025-08-01')], 2)).toContain('还要另一名');
  expect(standingOf(first, [first], 1)).toBeNull();
});
