/** `npm run check`: types, lint, borders, limits and pure tests; no database. Prints one line per step, stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');

export const STEPS: readonly [name: string, command: string, ...args: string[]][] = [
  ['类型：契约', 'tsc', '-p', 'tsconfig.contracts.json'],
  ['类型：服务端', 'tsc', '-p', 'tsconfig.server.json'],
  ['类型：网页', 'tsc', '-p', 'tsconfig.web.json'],
  ['写法', 'biome', 'check', '--error-on-warnings', '.'],
  ['边界', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
];

/** Runs one tool of the project; true when it found nothing wrong. */
export function runStep([name, command, ...args]: (typeof STEPS)[number]): boolean {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(join(BIN, command), args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? '通过' : '未通过'}  ${name}  ${seconds} 秒`);
  if (status !== 0) console.log(`${stdout}\n${stderr}`);
  return status === 0;
}

if (import.meta.main) {
  const pure: (typeof STEPS)[number] = ['规则测试', 'vitest', 'run', '--project', 'pure', '--reporter', 'dot'];
  process.exitCode = [...STEPS, pure].every(runStep) ? 0 : 1;
}
