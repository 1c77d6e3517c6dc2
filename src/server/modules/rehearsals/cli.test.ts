import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rehearseCommand } from './cli.ts';
import { bandOf, groupWords } from './rules/groups.ts';

const folder = mkdtempSync(join(tmpdir(), 'rehearsals-'));
const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => said.mockClear());

function file(draft: unknown): string {
  const path = join(folder, 'draft.json');
  writeFileSync(path, JSON.stringify(draft));
  return path;
}
const draft = { name: '试', startsMonth: '2026-01', changes: { set: [{ field: 'care.nothing', value: 1 }] } };

describe('yinian rehearsals run', () => {
  it.each([
    ['no file named', () => [], '请用 --draft 给出草案文件'],
    ['no such file', () => ['--draft', 'nowhere.json'], '参数或文件不对'],
    ['no name', () => ['--draft', file({ name: '' })], '请给草案起个名字'],
    ['no such area', () => ['--draft', file(draft), '--area', '11'], '区划 --area 应为'],
  ])('answers 2 and says what is wrong: %s', async (_, args, sentence) => {
    expect(await rehearseCommand(args())).toBe(2);
    expect(said.mock.calls.flat().join()).toContain(sentence);
  });

  it('names a field that the law does not have', async () => {
    expect(await rehearseCommand(['--draft', file(draft)])).toBe(2);
    expect(said.mock.calls.flat().join()).toContain('care.nothing 现行规定里没有这一项');
  });
});

it('puts a person into the band of full years on the first day of the months', () => {
  expect([79 * 12 + 11, 80 * 12, 100 * 12 + 5].map(bandOf)).toEqual(['75', '80', '100']);
  expect(['0', '80', '100'].map(key => groupWords('band', key))).toEqual(['不到60岁', '80至84岁', '100岁及以上']);
});
