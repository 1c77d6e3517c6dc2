import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { readConfig } from '../config.ts';
import { readArguments } from '../platform/command-line/read-arguments.ts';
import { connectDatabase } from '../platform/database/connect.ts';
import { loadingFrom, prepareData } from '../prepare-data.ts';
import { productKeys } from '../product-keys.ts';
import { loadDemo } from './load-demo.ts';
import { type DemoPlan, defaultPlan } from './plan.ts';

const MOST = 5_140_000;

/**
 * `yinian demo [--elders N] [--seed N]`: the demo city, or with --elders the whole city at that number of people. Uses
 * the database of the running server, or starts it for as long as the load takes. Answers the exit code.
 */
export async function runDemo(args: string[]): Promise<number> {
  const wanted = planFrom(args);
  if (typeof wanted === 'string') {
    console.error(wanted);
    return 2;
  }
  const config = readConfig();
  if (config.YINIAN_MODE === 'production') {
    console.error('正式系统不能载入演示数据');
    return 1;
  }
  const city = wanted.size === 'city';
  // The whole city takes indexes down: nobody may use the database meanwhile.
  const database = await connectDatabase(config, { mayShare: !city, settings: city ? bulkSettings() : {} });
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  try {
    if (city) await refusePlainLogin(database.ownerUrl);
    await productKeys(config, database.pool);
    await prepareData(database, config, { mayBeHalf: city });
    const say = (line: string) => console.log(line);
    const loaded = await loadDemo({
      ...loadingFrom(database, config),
      wanted,
      exact: true,
      say,
      signal: stopping.signal,
    });
    if (!loaded) console.log('这座演示城市已经载入过，没有改动');
    return 0;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    console.error('已停止。装好的部分都留着，再运行同一条命令会接着装');
    return 130;
  } finally {
    await database.close();
    if (city) flushToDisk(config.dataDir);
  }
}

/** What the load left in the system's memory goes to the disk, as if every write had waited for it. */
function flushToDisk(folder: string): void {
  spawnSync('sync', ['-f', folder]);
}

/** For the load alone: no log of what can be loaded again, few checkpoints, room for sorting. Taken by the embedded server. */
function bulkSettings(): Record<string, string> {
  return {
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '8GB',
    checkpoint_timeout: '30min',
    full_page_writes: 'off',
    // A new index waits for the disk at its commit; flushToDisk makes up for it once, at the end.
    fsync: 'off',
    autovacuum: 'off',
  };
}

/** COPY is refused under row rules, so the load needs a login above them. */
async function refusePlainLogin(url: string | undefined): Promise<void> {
  const client = url === undefined ? undefined : new pg.Client({ connectionString: url });
  await client?.connect();
  const found = await client?.query<{ may: boolean }>(
    'select rolsuper or rolbypassrls as may from pg_roles where rolname = current_user',
  );
  await client?.end();
  if (!found?.rows[0]?.may) {
    throw new Error('装载全市要用数据库的超级用户登录（或带 BYPASSRLS），请换 DATABASE_URL，或不设它、用自带的数据库');
  }
}

/** Answers a sentence when the words make no plan. */
export function planFrom(args: string[]): DemoPlan | string {
  const options = { elders: { type: 'string' }, seed: { type: 'string' } } as const;
  let values: { elders?: string; seed?: string };
  try {
    values = readArguments({ args, options }).values;
  } catch {
    return '用法：npm run -s yinian -- demo [--elders 人数] [--seed 种子]';
  }
  const plan = defaultPlan(values.elders === undefined ? readConfig().YINIAN_DEMO : 'city');
  const elders = values.elders === undefined ? plan.elders : Number(values.elders);
  const seed = values.seed === undefined ? plan.seed : Number(values.seed);
  if (!Number.isSafeInteger(elders) || elders < 20_000 || elders > MOST) {
    return `--elders 要写 20000 到 ${MOST} 之间的整数`;
  }
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > 2_000_000_000) return '--seed 要写不小于 0 的整数';
  return { ...plan, elders, seed };
}
