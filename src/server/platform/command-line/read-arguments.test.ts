import { expect, test } from 'vitest';
import { readArguments } from './read-arguments.ts';

test('what is wrong with an argument is said in Chinese, one line', () => {
  const options = { out: { type: 'string' }, json: { type: 'boolean' } } as const;
  const faultOf = (...args: string[]) => {
    try {
      return readArguments({ args, options }).values;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(faultOf('--out', 'a.md', '--json')).toEqual({ out: 'a.md', json: true });
  expect(faultOf('--chekc')).toBe('没有 --chekc 这个选项');
  expect(faultOf('a.md')).toBe('“a.md”是多出来的，前面是不是少写了选项');
  expect(faultOf('--json=1')).toBe('--json 后面不用写值');
  expect(faultOf('--out')).toBe('--out 后面还没有写值');
  expect(faultOf('--out', '--json')).toBe('--out 后面还没有写值');
});
