import { expect, test } from 'vitest';
import { readRecordNumber, recordNumber } from './record-number.ts';

test('a number is read back as it was written, however it is typed', () => {
  const id = '0190a000-0000-7000-8000-0000001a2b3c';
  expect(recordNumber('FW', { id, on: '2025-06-20' })).toBe('FW250620-1A2B3C');
  for (const typed of ['FW250620-1A2B3C', 'fw250620 1a2b3c', ' FW2506201A2B3C ']) {
    expect(readRecordNumber(typed)).toEqual({ kind: 'FW', on: '2025-06-20', tail: '1a2b3c' });
  }
  expect(readRecordNumber('GJ250620-00FF00')).toMatchObject({ kind: 'GJ' });
  for (const other of ['王秀兰', '138', 'FW2506', 'XX250620-1A2B3C', 'FW250620-1A2B3G']) {
    expect(readRecordNumber(other)).toBeUndefined();
  }
});
