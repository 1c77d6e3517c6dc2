import { readFileSync } from 'node:fs';
import { Draft } from '#contracts/rehearsals/draft.ts';
import { areaName } from '#modules/areas/index.ts';
import { checkChanges, lawMark, lawPair } from '#modules/benefits/rehearse/index.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { connectDatabase } from '#platform/database/connect.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { areaRange } from '#shared/area-codes.ts';
import { readConfig } from '../../config.ts';
import { productKeys } from '../../product-keys.ts';
import { countPeople } from './db/people.ts';
import { registerMarkOf } from './read-rehearsal.ts';
import { composeResult } from './rules/compose-result.ts';
import { markOf, rowsOf } from './rules/result-rows.ts';
import { Tally } from './rules/tally.ts';
import { monthAt, partsOfRun, tallyPeople } from './run-rehearsal.ts';

const USAGE = '用法：yinian rehearsals run --draft FILE.json [--area 110105000000] [--json]';
const CITY = '110000000000';

type Call = { draft: Draft; area: string; json: boolean };

/**
 * `yinian rehearsals run`: rehearses a draft on the live register and prints what it does; stores nothing, so the same
 * file on the same register gives the same answer and the same fingerprints. Exit code 0, 1 faulty records, 2 bad call.
 */
export async function rehearseCommand(args: string[]): Promise<number> {
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
    const answer = await rehearseArea(tools, call);
    const seconds = (performance.now() - begun) / 1000;
    if (call.json) console.log(JSON.stringify({ ...answer, seconds }));
    else {
      const pace = Math.round(answer.people / Math.max(seconds, 0.001)).toLocaleString('en-US');
      console.log(
        `${areaName(call.area)}：${call.draft.name}，看了 ${answer.people} 人\n${answer.sentences.join('\n')}`,
      );
      for (const cliff of answer.cliffs.filter(each => each.change !== 'same'))
        console.log(`  ${cliff.sentence}（${cliff.people} 人）`);
      console.log(`名册 ${answer.registerMark}，规定 ${answer.lawMark}，结果 ${answer.resultMark}`);
      console.log(`用时 ${seconds.toFixed(1)} 秒，每秒 ${pace} 人`);
    }
    return answer.problems > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** The same pass as the button on the screen, part by part, kept in memory as sums only. */
export async function rehearseArea(
  tools: JobTools,
  { draft, area, partsAbove }: Pick<Call, 'draft' | 'area'> & { partsAbove?: number },
) {
  const { startsMonth, months, reassessed, changes } = draft;
  const pair = lawPair({ startsMonth, months, reassessed, changes });
  const all = new Tally(startsMonth, months);
  const range = areaRange(area);
  const total = await tools.inArea(area, '命令行预演', ctx =>
    countPeople(ctx, { by: 'area', ...range, month: startsMonth }),
  );
  for (const part of partsOfRun(area, total, partsAbove)) {
    const keep = async () => undefined;
    const tally = await tools.inArea(area, '命令行预演', ctx =>
      tallyPeople(ctx, { pair, startsMonth }, { by: 'area', ...part, keep, seen: keep }),
    );
    all.addAll(tally);
  }
  const rows = rowsOf(all, monthAt(startsMonth));
  const marks = { people: all.people, mark_high: all.markHigh >>> 0, mark_low: all.markLow >>> 0 };
  return {
    ...composeResult({
      draft,
      rows,
      people: all.people,
      problems: all.problems,
      changedPeople: all.changed,
      places: [],
    }),
    ...{ outcomes: rows.outcomes, lawMark: lawMark(), registerMark: registerMarkOf(marks), resultMark: markOf(rows) },
  };
}

function readCall(args: string[]): Call | string {
  try {
    const { values } = readArguments({
      args,
      options: {
        draft: { type: 'string' },
        area: { type: 'string', default: CITY },
        json: { type: 'boolean', default: false },
      },
    });
    if (!values.draft) return '请用 --draft 给出草案文件';
    if (!/^11\d{10}$/.test(values.area)) return `区划 --area 应为 11 开头的 12 位数字，现在是 ${values.area}`;
    const parsed = Draft.safeParse(JSON.parse(readFileSync(values.draft, 'utf8')));
    if (!parsed.success)
      return `草案不对：${parsed.error.issues.map(each => `${each.path.join('.')} ${each.message}`).join('；')}`;
    if (parsed.data.kind !== 'change') return '命令行只预演补贴津贴的草案（kind: change）';
    const [wrong] = Object.entries(checkChanges(parsed.data.changes, parsed.data.startsMonth));
    return wrong ? `草案不对：${wrong[0]} ${wrong[1]}` : { draft: parsed.data, area: values.area, json: values.json };
  } catch (error) {
    return `参数或文件不对：${(error as Error).message}`;
  }
}
