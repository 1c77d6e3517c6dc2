import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const CONFIG = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

/** One planted violation a rule: file → what it imports. Files that are only targets are made empty. */
const PLANTED: Record<string, [file: string, imports: string]> = {
  'no-circles': ['src/server/platform/back.ts', 'src/server/platform/there.ts'],
  'contracts-stay-pure': ['src/contracts/a.ts', 'src/server/platform/b.ts'],
  'shared-imports-nothing': ['src/shared/a.ts', 'src/contracts/b.ts'],
  'web-and-server-meet-in-contracts': ['src/web/a.ts', 'src/server/platform/b.ts'],
  'server-knows-no-web': ['src/server/a.ts', 'src/web/b.ts'],
  'platform-has-no-domain': ['src/server/platform/a.ts', 'src/server/modules/elders/index.ts'],
  'modules-meet-through-index': ['src/server/modules/orders/a.ts', 'src/server/modules/elders/db.ts'],
  'rules-are-pure': ['src/server/modules/orders/rules.ts', 'src/server/platform/database/b.ts'],
  'sql-only-in-db-files': ['src/server/modules/orders/access.ts', 'node_modules/pg/index.js'],
  'features-never-import-each-other': ['src/web/features/orders/a.tsx', 'src/web/features/elders/b.tsx'],
  'ui-is-domain-free': ['src/web/ui/a.tsx', 'src/web/features/elders/b.tsx'],
  'product-needs-no-tests': ['src/server/c.ts', 'tests/b.ts'],
};

const folder = mkdtempSync(join(tmpdir(), 'yinian-borders-'));
const relativePath = (from: string, to: string) => {
  const up = dirname(from)
    .split('/')
    .map(() => '..')
    .join('/');
  return `${up}/${to}`;
};

function plant(): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('tsconfig.base.json', readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8'));
  write('package.json', '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [rule, [file, target]] of Object.entries(PLANTED)) {
    const isPackage = target.startsWith('node_modules/');
    const specifier = isPackage ? target.split('/')[1]! : relativePath(file, target);
    write(file, `import { x } from '${specifier}';\nexport const y = x;\n`);
    const back = `import { y } from '${relativePath(target, file)}';\nexport const x = () => y;\n`;
    if (!isPackage) write(target, rule === 'no-circles' ? back : 'export const x = 1;\n');
  }
}

/** What breaks a border: rule and file. */
function broken(): { rule: string; file: string }[] {
  const bin = join(ROOT, 'node_modules/.bin/depcruise');
  const args = ['src', 'tests', '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  let text: string;
  try {
    text = execFileSync(bin, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    text = String((error as { stdout?: string }).stdout);
  }
  const { summary } = JSON.parse(text) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('borders', () => {
  test('every rule has a planted violation', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(CONFIG.forbidden.map(rule => rule.name).sort());
  });

  test('every rule catches its planted violation, and no other file', { timeout: 60_000 }, () => {
    plant();
    const planted = Object.entries(PLANTED).map(([rule, [file]]) => ({ rule, file }));
    const byFile = (a: { file: string }, b: { file: string }) => a.file.localeCompare(b.file);
    expect(broken().sort(byFile)).toEqual(planted.sort(byFile));
  });
});

describe('limits', () => {
  const files: string[] = [];
  const walk = (path: string) => {
    for (const name of readdirSync(path)) {
      const file = join(path, name);
      if (statSync(file).isDirectory()) {
        if (!['node_modules', 'generated', 'golden'].includes(name)) walk(file);
      } else if (/\.(ts|tsx)$/.test(name)) files.push(file);
    }
  };
  beforeAll(() => {
    for (const top of ['src', 'tests', 'simulators', 'scripts']) walk(join(ROOT, top));
  });

  test('no file is over 250 lines, no test over 400', () => {
    const over = files
      .map(file => ({ file: file.slice(ROOT.length + 1), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > (/\.(test|e2e)\.tsx?$|^tests\//.test(file) ? 400 : 250));
    expect(over).toEqual([]);
  });

  test('no file is named for nothing', () => {
    const odd = files.filter(file => /\/(utils?|helpers?|common|misc|manager|services?)\.tsx?$/i.test(file));
    expect(odd).toEqual([]);
  });

  test('every module has a README that names its tables', () => {
    const modules = readdirSync(join(ROOT, 'src/server/modules'));
    for (const name of modules) {
      const text = readFileSync(join(ROOT, 'src/server/modules', name, 'README.md'), 'utf8');
      expect(text.split('\n').length, name).toBeLessThanOrEqual(40);
    }
  });
});
