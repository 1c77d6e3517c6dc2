import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { evaluateCommand } from './cli.ts';

let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'benefits-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation(text => said.push(String(text)));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const run = async (lines: string[], ...more: string[]) => {
  const [people, out] = [join(folder, 'in.ndjson'), join(folder, 'out.ndjson')];
  writeFileSync(people, lines.join('\n'));
  const exit = await evaluateCommand(['--people', people, '--on', '2025-06', '--out', out, ...more]);
  const answers = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  return { exit, answers };
};
const person = (id: string) =>
  JSON.stringify({ id, bornOn: '1940-01-01', hukouInBeijing: true, appliedOn: { advancedAge: '2020-01-01' } });

it('evaluates the good rows, tells the bad ones by row and field, and fails', async () => {
  const { exit, answers } = await run([
    `\ufeff${person('甲')}`,
    '',
    '{bad',
    '{"id":"乙","bornOn":"1940-13-01","hukouInBeijing":true}',
    person('丙'),
  ]);
  expect(exit).toBe(1);
  expect(answers.slice(0, 2).map(each => [each.id, each.results[2].amountFen])).toEqual([
    ['甲', 10000],
    ['丙', 10000],
  ]);
  expect(answers.slice(2).map(each => [each.row, each.errors[0].field])).toEqual([
    [3, ''],
    [4, 'bornOn'],
  ]);
  expect(said[0]).toContain('第 3 行：不是有效的 JSON');
  expect(said[1]).toContain('第 4 行（乙）：出生日期（bornOn）不是有效日期');
});

it('succeeds on good rows and explains on request', async () => {
  const { exit, answers } = await run([person('甲')], '--explain');
  expect(exit).toBe(0);
  expect(answers[0].results[2].reasons[1].sentence).toBe(
    '高龄老年人津贴：符合本档条件（80 周岁至 89 周岁），依据京民养老发〔2019〕160号二（三）1',
  );
});

it('gives the same answer line with and without buffering limits for many people', async () => {
  const { answers } = await run(Array.from({ length: 3000 }, (_, at) => person(`p${at}`)));
  expect(answers.map(each => each.id)).toEqual(Array.from({ length: 3000 }, (_, at) => `p${at}`));
});

it.each([
  [['--on', '2025-13', '--people', 'x']],
  [['--on', '2025-06']],
  [['--on', '2025-06', '--people', '/none']],
  [['--what']],
])('refuses the call %j', async args => expect(await evaluateCommand(args)).toBe(2));
