/** `npm run check`: types, lint, borders, limits and pure tests; no database. Prints one line per step. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');

/** TypeScript 7: a quarter of the time of 6, which stays for dependency-cruiser. By path, for both bring a `tsc`. */
const TSC = '../typescript-native/bin/tsc';

export const STEPS: readonly [name: string, command: string, ...args: string[]][] = [
  ['类型：契约', TSC, '--singleThreaded', '-p', 'tsconfig.contracts.json'],
  ['类型：服务端', TSC, '--singleThreaded', '-p', 'tsconfig.server.json'],
  ['类型：网页', TSC, '--singleThreaded', '-p', 'tsconfig.web.json'],
  ['写法', 'biome', 'check', '--error-on-warnings', '.'],
  ['边界', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
];

type Step = (typeof STEPS)[number];

/** Runs one tool of the project; true when it found nothing wrong. */
export function runStep([name, command, ...args]: Step): Promise<boolean> {
  const began = performance.now();
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  return new Promise(resolve => {
    execFile(join(BIN, command), args, options, (error, stdout, stderr) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${error ? '未通过' : '通过'}  ${name}  ${seconds} 秒`);
      if (error) console.log(`${stdout}\n${stderr}`);
      resolve(!error);
    });
  });
}

/** All of them, two at a time; answers in their order. */
export async function runSteps(steps: readonly Step[]): Promise<boolean[]> {
  const passed: boolean[] = [];
  const queue = [...steps.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) passed[next[0]] = await runStep(next[1]);
  };
  await Promise.all([lane(), lane()]);
  return passed;
}

if (import.meta.main) {
  const pure: (typeof STEPS)[number] = ['规则测试', 'vitest', 'run', '--project', 'pure', '--reporter', 'dot'];
  const passed = [...(await runSteps(STEPS)), await runStep(pure)];
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}
