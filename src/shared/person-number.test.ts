import { expect, test } from 'vitest';
import { holdsPersonNumber } from './person-number.ts';

test.each([
  ...[
    '110101194001010026',
    '11010119400101002X',
    '138 0013 8000',
    '138-0013-8000',
    '王秀英 0026',
    '１３８００１３８０００',
  ],
  ...['010-62771234', '清源西里 8000'],
])('%s may be a person’s number', text => expect(holdsPersonNumber(text)).toBe(true));

test.each(['王秀英', '清源西里 3号楼', 'FW250620-1A2B3C', 'gj250620-123456', '清源路18号院', ''])('%s is none', text =>
  expect(holdsPersonNumber(text)).toBe(false),
);
