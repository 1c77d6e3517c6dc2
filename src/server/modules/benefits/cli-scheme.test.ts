import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { evaluateCommand } from './cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schemes-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

async function run(lines: object[], ...more: string[]) {
  const [people, out] = [join(folder, 'in.ndjson'), join(folder, 'out.ndjson')];
  writeFileSync(people, lines.map(line => JSON.stringify(line)).join('\n'));
  const exit = await evaluateCommand(['--people', people, '--out', out, ...more]);
  const answers = readFileSync(out, 'utf8').trim().split('\n');
  return { exit, answers: answers.map(line => JSON.parse(line)) };
}

it('evaluates any scheme by key or folder, short or explained, by district, and tells bad lines', async () => {
  const person = { id: '甲', bornOn: '1950-06-30', abilityLevel: 2, living: '空巢', costFen: 100_000 };
  const asked = ['--scheme', 'home-care-bed', '--on', '2025-06-30'];
  expect((await run([person], ...asked)).answers).toMatchObject([{ id: '甲', state: 'no', refusals: ['no-group'] }]);
  const haidian = await run([person, { id: '乙', bornOn: 'x' }], ...asked, '--district', '海淀区', '--explain');
  expect(haidian.exit).toBe(1);
  expect(haidian.answers[0]).toMatchObject({ id: '甲', state: 'yes', amountFen: 50_000 });
  expect(haidian.answers[0].lines[0].sentence).toContain('自付 1,000元 补 50%');
  expect(haidian.answers[1]).toMatchObject({ row: 2, id: '乙', errors: [{ field: 'bornOn' }] });
});

it('keeps the three allowances under the same option', async () => {
  const person = { id: '甲', bornOn: '1940-01-01', hukouInBeijing: true, appliedOn: { advancedAge: '2020-01-01' } };
  const { answers } = await run([person], '--scheme', 'advancedAge', '--on', '2025-06');
  expect(answers).toMatchObject([{ id: '甲', scheme: 'advancedAge', amountFen: 10_000 }]);
});

it.each([
  [['--scheme', 'nothing', '--on', '2025-06-30']],
  [['--scheme', 'funeral', '--on', '2025-06-31']],
  [['--scheme', 'funeral', '--on', '2025-06-30', '--district', '纽约']],
])('refuses the call %j', async args => {
  const people = join(folder, 'in.ndjson');
  writeFileSync(people, '');
  expect(await evaluateCommand(['--people', people, ...args])).toBe(2);
});
