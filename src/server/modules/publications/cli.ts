import { writeFile } from 'node:fs/promises';
import { areaName } from '#modules/areas/index.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { connectDatabase } from '#platform/database/connect.ts';
import type { Context } from '#platform/http/context.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { readConfig } from '../../config.ts';
import { productKeys } from '../../product-keys.ts';
import { headingOf } from './compose.ts';
import * as db from './db.ts';
import { REPORT_FORMATS, type ReportFormat, type Table, writeReport } from './files.ts';
import { computeRows, reportRows } from './report-answer.ts';
import { cutOffOf, titleOf } from './rules.ts';

const USAGE =
  '用法：yinian tasks report --period 2025-Q2 --format md|docx|xlsx --out 文件 [--area 110000000000] [--json]';

/** `yinian tasks report`: writes the newest version of a period's progress table. 0 written, 1 nothing to write, 2 wrong arguments. */
export async function reportCommand(args: string[]): Promise<number> {
  const asked = readAsked(args);
  if (typeof asked === 'string') {
    console.error(`${asked}。${USAGE}`);
    return 2;
  }
  const config = readConfig();
  const database = await connectDatabase(config);
  try {
    const tools = jobTools(database.pool, await productKeys(config, database.pool));
    const table = await tools.inArea(asked.area, '命令行导出进展表', ctx => tableOf(ctx, asked));
    if (!table) {
      console.error(`${asked.period} 还没有进展情况。请先在“落任务”里导入这一期的进展情况表`);
      return 1;
    }
    await writeFile(asked.out, await writeReport(table, asked.format));
    const done = { out: asked.out, period: asked.period, asOf: table.asOf, rows: table.rows.length };
    console.log(
      asked.json
        ? JSON.stringify(done)
        : `已写入 ${asked.out}：${table.title}，${table.rows.length} 行，数字截至 ${table.asOf}`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

type Asked = { period: string; format: ReportFormat; out: string; area: string; json: boolean };

function readAsked(args: string[]): Asked | string {
  try {
    const text = { type: 'string' } as const;
    const { values } = readArguments({
      args,
      options: {
        period: text,
        format: { ...text, default: 'md' },
        out: text,
        area: { ...text, default: '110000000000' },
        json: { type: 'boolean', default: false },
      },
    });
    const format = REPORT_FORMATS.find(known => known === values.format);
    if (!values.period || !/^\d{4}-Q[1-4]$/.test(values.period)) return '期次要写成 2025-Q2 的样子';
    if (!format) return `格式 ${values.format} 不认识`;
    if (!values.out) return '没有写 --out 文件';
    if (!/^\d{12}$/.test(values.area)) return '区划代码应为 12 位数字';
    return { period: values.period, format, out: values.out, area: values.area, json: values.json };
  } catch (error) {
    return (error as Error).message;
  }
}

/** The newest version as it stands; without one, the table composed at the period's own cut-off. */
async function tableOf(ctx: Context, asked: Asked): Promise<Table | undefined> {
  const versions = await db.listVersions(ctx, { areaCode: asked.area, period: asked.period });
  const newest = versions[0];
  if (newest)
    return { title: newest.title, heading: newest.heading, asOf: newest.as_of, rows: await reportRows(ctx, newest) };
  const asOf = cutOffOf(asked.period);
  const rows = await computeRows(ctx, { period: asked.period, area_code: asked.area, as_of: asOf });
  if (rows.length === 0) return undefined;
  return { title: titleOf(asked.period, areaName(asked.area)), heading: headingOf(asked.period), asOf, rows };
}
