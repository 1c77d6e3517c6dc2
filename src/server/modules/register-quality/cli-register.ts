import { areaName } from '#modules/areas/index.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { connectDatabase } from '#platform/database/connect.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { readConfig } from '../../config.ts';
import { productKeys } from '../../product-keys.ts';
import { runCheck } from './check-register.ts';

const CITY = '110000000000';

/**
 * `yinian elders duplicates --register`: the same check as the button on 疑似重复, run here and now; what it finds waits on
 * that page. Exit code 0, 2 bad call.
 */
export async function registerCommand(args: string[], usage: string): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(`${call}\n${usage}`);
    return 2;
  }
  const config = readConfig();
  const database = await connectDatabase(config);
  try {
    const tools = jobTools(database.pool, await productKeys(config, database.pool));
    const begun = performance.now();
    const checked = await runCheck(tools, { areaCode: call.area });
    if (!checked) return 0;
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
    const { people, compared, takenUp, opened, found, sure } = checked;
    if (call.json) console.log(JSON.stringify({ ...checked, seconds }));
    else
      console.log(
        `${areaName(call.area)}：${takenUp > 0 ? '接着上次停下的地方，' : ''}看了 ${people} 人，比了 ${compared} 对，打开 ${opened} 份号码，${found} 对像是同一个人，其中 ${sure} 对很像；用时 ${seconds} 秒`,
      );
    return 0;
  } finally {
    await database.close();
  }
}

function readCall(args: string[]): { area: string; json: boolean } | string {
  try {
    const options = {
      register: { type: 'boolean' },
      area: { type: 'string', default: CITY },
      json: { type: 'boolean', default: false },
    } as const;
    const { values } = readArguments({ args, options });
    if (!/^11\d{10}$/.test(values.area)) return `区划 --area 应为 11 开头的 12 位数字，现在是 ${values.area}`;
    return { area: values.area, json: values.json };
  } catch (error) {
    return `参数不对：${(error as Error).message}`;
  }
}
