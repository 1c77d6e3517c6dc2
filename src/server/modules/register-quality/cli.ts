import { readArguments } from '#platform/command-line/read-arguments.ts';
import { findDuplicates, type Match } from './matching/find-duplicates.ts';
import { FileFault, readTable } from './read-file.ts';

const USAGE = `用法：yinian elders duplicates --file FILE.csv [--with FILE2.csv] [--map 列=种类,…] [--least 0.5] [--json]
      yinian elders duplicates --register [--area 区划代码] [--json]`;

/** So sure that no person needs to look: one wrong in ten thousand at most. */
const AUTOMATIC = 0.9999;

type Call = { files: string[]; map: string; least: number; json: boolean };

/**
 * `yinian elders duplicates`: probable duplicates in one file, or between two files (`--with`), each pair with its
 * probability and how every field agrees; with `--register` in the register itself (cli-register.ts). Exit code 0, 2 bad call or file.
 */
export async function duplicatesCommand(args: string[]): Promise<number> {
  if (args.includes('--register')) return (await import('./cli-register.ts')).registerCommand(args, USAGE);
  try {
    const call = readCall(args);
    const began = performance.now();
    const { ids, all, secondFrom } = await readTable(call.files, call.map);
    const found = findDuplicates(all, { secondFrom, least: call.least });
    const names = all.columns.map(column => column.name);
    const answer = {
      records: all.size,
      compared: found.compared,
      fields: Object.fromEntries(all.columns.map(({ name, kind }) => [name, kind])),
      matches: found.matches.map(match => matchOf(match, ids, names)),
      clusters: found.clusters.map(cluster => cluster.map(record => ids[record])),
    };
    if (call.json) console.log(JSON.stringify(answer));
    else print(answer);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.error(
      `${all.size} 条记录，比了 ${found.compared} 对，${found.matches.length} 对像是同一个人，用时 ${seconds} 秒`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
}

const matchOf = ({ a, b, probability, levels }: Match, ids: readonly string[], names: readonly string[]) => ({
  a: ids[a] ?? '',
  b: ids[b] ?? '',
  probability: Number(probability.toFixed(6)),
  automatic: probability >= AUTOMATIC,
  levels: Object.fromEntries(names.map((name, field) => [name, levels[field]])),
});

const WORDS: Readonly<Record<string, string>> = {
  same: '相同',
  near: '相近',
  far: '有些像',
  different: '不同',
  missing: '缺',
};

function print({ matches }: { matches: readonly ReturnType<typeof matchOf>[] }): void {
  for (const { a, b, probability, automatic, levels } of matches) {
    const fields = Object.entries(levels).map(([name, level]) => `${name}${WORDS[level ?? ''] ?? ''}`);
    console.log(`${a}\t${b}\t${probability}\t${automatic ? '可自动' : '请人看'}\t${fields.join(' ')}`);
  }
}

function readCall(args: string[]): Call {
  let values: Record<string, string | boolean | undefined>;
  try {
    values = readArguments({
      args,
      options: {
        file: { type: 'string' },
        with: { type: 'string' },
        map: { type: 'string', default: '' },
        least: { type: 'string', default: '0.5' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new FileFault(`参数不对：${(error as Error).message}`);
  }
  const least = Number(values.least);
  if (typeof values.file !== 'string') throw new FileFault('没有写 --file');
  if (!(least > 0 && least <= 1)) throw new FileFault('--least 要在 0 和 1 之间');
  const files = [values.file, ...(typeof values.with === 'string' ? [values.with] : [])];
  return { files, map: String(values.map), least, json: values.json === true };
}
