import { describe, expect, test } from 'vitest';
import { readMessage, type Silent, upkeepOf } from './rules.ts';
import { newSecret } from './secret.ts';

const CLOCK = { now: '2025-06-20T01:00:00.000Z', demo: false };
const message = (value: unknown) =>
  readMessage(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), CLOCK);
const reasons = (value: unknown) => [...message(value).rejected];

describe('what a device sent', () => {
  test('good readings are taken, each bad one is counted by its reason', () => {
    const sent = {
      readings: [
        { at: '2025-06-20T08:45:00+08:00', litres: 3 },
        { at: '2025-06-21T08:45:00+08:00', litres: 3 },
        { at: '2025-01-01T00:00:00+08:00', litres: 3 },
      ],
    };
    expect(message(sent).readings).toEqual([{ at: '2025-06-20T00:45:00.000Z', litres: 3 }]);
    expect(reasons(sent)).toEqual([
      ['时间在将来，请校准水表时钟', 1],
      ['时间早于 40 天', 1],
    ]);
  });

  test.each([
    'not json',
    '',
    '[]',
    { readings: [] },
    { readings: [{ at: 'yesterday', litres: 1 }] },
    { readings: [{ at: '2025-06-20T08:45:00+08:00', litres: -1 }] },
    { readings: [{ at: '2025-06-20T08:45:00', litres: 1 }] },
  ])('%j is no message', value => {
    expect(reasons(value)).toEqual([['内容不是约定的格式', 1]]);
  });

  test('a message too large is not even parsed', () => {
    expect(reasons('x'.repeat(300_000))).toEqual([['一条消息太大', 1]]);
  });
});

describe('upkeep', () => {
  const silent = (count: number): Silent[] =>
    Array.from({ length: count }, (_, i) => ({ deviceId: String(i), areaCode: `11011500300${i % 3}`, keeperId: null }));
  const street = (code: string) => `${code.slice(0, 9)}000`;
  test('four silent meters are four jobs, five of one street are one', () => {
    expect(upkeepOf(silent(4), street)).toHaveLength(4);
    expect(upkeepOf(silent(5), street)).toMatchObject([{ together: true, street: '110115003000' }]);
  });
});

test('no secret begins with a sign that a command takes for an option', () => {
  for (let i = 0; i < 2_000; i++) expect(newSecret().secret).toMatch(/^[A-Za-f][\w-]{31}$/);
});
