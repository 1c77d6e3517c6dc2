/** `npm test`: check, then every test with PostgreSQL and browser. The last line is `N passed, N failed, N skipped`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runSteps, STEPS } from './check.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: Suite[];
};
type Suite = {
  name: string;
  status: string;
  message: string;
  startTime: number;
  endTime: number;
  assertionResults: { status: string; fullName: string }[];
};

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yinian-report-'));
const reportFile = join(folder, 'report.json');

// Built once beforehand: test files that need the web would otherwise build it beside each other into one folder.
const WEB: (typeof STEPS)[number] = ['网页', 'vite', 'build', '--config', 'vite.config.ts', '--logLevel', 'error'];
const checks = await runSteps([...STEPS, WEB]);
const code = await new Promise<number>(resolve => {
  const args = [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ];
  const child = spawn(join(ROOT, 'node_modules/.bin/vitest'), args, { cwd: ROOT, stdio: 'inherit' });
  child.on('exit', status => resolve(status ?? 1));
});

const report = readReport();
const skipped = report.testResults.flatMap(suite =>
  suite.assertionResults.filter(test => test.status === 'skipped' || test.status === 'pending'),
);
for (const test of skipped) console.log(`跳过：${test.fullName}`);
const slowest = report.testResults
  .map(({ name, startTime, endTime }) => ({ name, seconds: Math.round((endTime - startTime) / 1000) }))
  .toSorted((a, b) => b.seconds - a.seconds)
  .slice(0, 12);
console.log(`最慢的文件：${slowest.map(each => `${basename(each.name)} ${each.seconds} 秒`).join('，')}`);
const brokenFiles = report.testResults.filter(
  suite => suite.status === 'failed' && suite.assertionResults.length === 0,
);
for (const suite of brokenFiles) console.log(`文件没有跑起来：${suite.name}\n${suite.message}`);

const failedChecks = checks.filter(passed => !passed).length;
const failed =
  report.numFailedTests +
  failedChecks +
  brokenFiles.length +
  (code !== 0 && report.numFailedTests + brokenFiles.length === 0 ? 1 : 0);
const passed = report.numPassedTests + checks.length - failedChecks;
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);

function readReport(): Report {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 1, testResults: [] };
  }
}
