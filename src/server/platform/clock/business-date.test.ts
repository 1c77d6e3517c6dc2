import type pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetSiteClock, siteClock } from './business-date.ts';

afterEach(() => {
  vi.useRealTimers();
  forgetSiteClock();
});

test('a day read while it is moved is not kept', async () => {
  vi.useFakeTimers({ now: 0 });
  let day = '2025-06-20';
  const reads: (() => void)[] = [];
  const client = {
    query: () => {
      const rows = [{ mode: 'demo', site_id: 'a', business_date: day }];
      return new Promise(resolve => reads.push(() => resolve({ rows })));
    },
  } as unknown as Pick<pg.ClientBase, 'query'>;
  const ask = async () => {
    const asked = siteClock(client);
    reads.shift()?.();
    return (await asked).businessDate;
  };
  vi.setSystemTime(60_000);
  expect(await ask()).toBe('2025-06-20');
  vi.setSystemTime(62_000);
  const underWay = siteClock(client);
  forgetSiteClock();
  day = '2025-06-28';
  reads.shift()?.();
  expect((await underWay).businessDate).toBe('2025-06-20');
  expect(await ask()).toBe('2025-06-28');
  vi.setSystemTime(65_000);
  expect(await ask()).toBe('2025-06-28');
  day = '2025-07-01';
  expect(await ask()).toBe('2025-06-28');
});
