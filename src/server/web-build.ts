import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['src/web', 'src/contracts', 'src/shared', 'vite.config.ts', 'package-lock.json'];

/** Folder of the built web; builds it first when any source is newer than the last build. */
export async function buildWeb(): Promise<string> {
  const folder = join(ROOT, 'dist/web');
  const index = join(folder, 'index.html');
  const built = existsSync(index) ? statSync(index).mtimeMs : 0;
  if (SOURCES.some(source => newest(join(ROOT, source)) > built)) {
    console.log('正在生成网页……');
    const { build } = await import('vite');
    // Whoever starts the build (a test runner sets NODE_ENV=test), what is served is the production build.
    process.env.NODE_ENV = 'production';
    // An absolute root: the product may be started from any folder.
    await build({ root: join(ROOT, 'src/web'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'silent' }).catch(
      (error: Error) => {
        throw new Error(`网页没有生成成功：${error.message}`);
      },
    );
  }
  return folder;
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))));
}
