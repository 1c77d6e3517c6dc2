import { expect, it } from 'vitest';
import { missingDays, refuseDay } from './rules.ts';

const TODAY = '2025-06-20';

it.each([
  ['2025-06-21', false],
  ['2025-06-20', true],
  ['2025-06-10', true],
  ['2025-06-09', false],
])('a point open since the 10th counts %s: %s', (on, ok) => {
  expect(refuseDay({ openedOn: '2025-06-10', exitedOn: null }, on, TODAY) === null).toBe(ok);
});

it('the day of the exit is no serving day', () => {
  expect(refuseDay({ openedOn: '2025-01-01', exitedOn: '2025-06-15' }, '2025-06-15', TODAY)).toContain('退出');
  expect(refuseDay({ openedOn: null, exitedOn: null }, '2025-06-15', TODAY)).toBe('这个助餐点还没有开业');
});

it('names the days of the last week that are missing', () => {
  const point = { openedOn: '2025-06-17', exitedOn: null };
  expect(missingDays(point, new Set(['2025-06-18']), TODAY)).toEqual(['2025-06-17', '2025-06-19', '2025-06-20']);
});
