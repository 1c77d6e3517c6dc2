import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
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
  const database = await connectDatabase(config);
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  try {
    await productKeys(config, database.pool);
    await prepareData(database, config);
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
  } finally {
    await database.close();
  }
}

/** Answers a sentence when the words make no plan. */
export function planFrom(args: string[]): DemoPlan | string {
  const options = { elders: { type: 'string' }, seed: { type: 'string' } } as const;
  let values: { elders?: string; seed?: string };
  try {
    values = parseArgs({ args, options }).values;
  } catch {
    return '用法：yinian demo [--elders 人数] [--seed 种子]';
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
