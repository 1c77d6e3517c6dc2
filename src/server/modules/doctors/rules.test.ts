import { expect, test } from 'vitest';
import { nextContact, ROUTINE_DAYS, soonerOf } from './rules.ts';

const TODAY = '2025-06-20';

test('without a day the next contact is a quarter on', () => {
  expect(ROUTINE_DAYS).toBe(90);
  expect(nextContact(undefined, TODAY)).toEqual({ on: '2025-09-18' });
});

test.each([
  ['2025-06-20', '今天以后'],
  ['2025-06-01', '今天以后'],
  ['2026-07-01', '一年以内'],
])('%s is refused with its sentence', (day, words) => {
  expect(nextContact(day, TODAY)).toEqual({ refusal: expect.stringContaining(words) });
});

test('after an alarm an earlier day already planned stands', () => {
  expect(soonerOf(null, '2025-06-23')).toBe('2025-06-23');
  expect(soonerOf('2025-06-21', '2025-06-23')).toBe('2025-06-21');
  expect(soonerOf('2025-09-01', '2025-06-23')).toBe('2025-06-23');
});
