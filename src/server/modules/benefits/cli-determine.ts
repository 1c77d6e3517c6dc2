import type { Batch } from '#contracts/benefits/records.ts';
import { areaName } from '#modules/areas/index.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { connectDatabase } from '#platform/database/connect.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { readConfig } from '../../config.ts';
import { productKeys } from '../../product-keys.ts';
import { monthIndex } from './rules/civil-numbers.ts';
import { batchOf, getBatch, openBatch, runBatch } from './run-batch.ts';

const USAGE = '用法：yinian benefits determine --month 2025-06 [--area 110105000000] [--changed] [--json]';
const CITY = '110000000000';

type Call = { month: string; area: string; changed: boolean; json: boolean };

/**
 * `yinian benefits determine`: determines a month for the city or an area and stores what changed. A second run says 0.
 * Exit code 0, 1 some records are faulty, 2 bad call.
 */
export async function determineCommand(args: string[]): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(`${call}\n${USAGE}`);
    return 2;
  }
  const config = readConfig();
  const database = await connectDatabase(config);
  try {
    const tools = jobTools(database.pool, await productKeys(config, database.pool));
    const begun = performance.now();
    const batch = await determineMonth(tools, call);
    const seconds = (performance.now() - begun) / 1000;
    console.log(call.json ? JSON.stringify({ ...batch, seconds }) : sentence(batch, seconds));
    return batch.problems > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** The same batch as the button on the screen, run here and now. */
export async function determineMonth(
  tools: JobTools,
  call: Pick<Call, 'month' | 'area' | 'changed'> & { partsAbove?: number },
): Promise<Batch> {
  const { id } = await tools.inArea(call.area, '命令行核定', ctx =>
    openBatch(ctx, { month: call.month, mode: call.changed ? 'changed' : 'full' }, call.area),
  );
  await runBatch(tools, { batchId: id, areaCode: call.area, partsAbove: call.partsAbove });
  return tools.inArea(call.area, '命令行核定', async ctx => batchOf(await getBatch(ctx, id)));
}

function sentence(batch: Batch, seconds: number): string {
  const { people, granted, amountFen, added, changed, removed, kept, offers, problems } = batch;
  const pace = Math.round(people / Math.max(seconds, 0.001)).toLocaleString('en-US');
  return [
    `${areaName(batch.areaCode)}${monthWords(batch.month)}：看了 ${people} 人，应发 ${granted} 条，合计 ${fenToYuanText(amountFen)} 元`,
    `变化 ${added + changed + removed} 条：新增 ${added}，变更 ${changed}，停发 ${removed}（0 changed 即与上次相同）`,
    ...(kept > 0 ? [`已发放、按现在的情况会减少的 ${kept} 条：没有改，请看发放核对里的疑点`] : []),
    `新发现符合还没申请 ${offers} 条；资料有误 ${problems} 人`,
    `用时 ${seconds.toFixed(1)} 秒，每秒 ${pace} 人`,
  ].join('\n');
}

function readCall(args: string[]): Call | string {
  try {
    const { values } = readArguments({
      args,
      options: {
        month: { type: 'string' },
        area: { type: 'string', default: CITY },
        changed: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (monthIndex(values.month ?? '') < 0) return `月份 --month 请写成 2025-06 的样子，现在是 ${values.month ?? '空'}`;
    if (!/^11\d{10}$/.test(values.area)) return `区划 --area 应为 11 开头的 12 位数字，现在是 ${values.area}`;
    return { month: values.month ?? '', area: values.area, changed: values.changed, json: values.json };
  } catch (error) {
    return `参数不对：${(error as Error).message}`;
  }
}
