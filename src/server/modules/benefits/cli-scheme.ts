import { existsSync } from 'node:fs';
import { isAllowance } from '#contracts/benefits/catalogue.ts';
import { areaName, readDivisions } from '#modules/areas/index.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { isCivilDate } from '#shared/dates.ts';
import { evaluateBriefly, evaluateScheme, type FactProblem } from './catalogue/evaluate.ts';
import { describe } from './catalogue/fields.ts';
import type { Place } from './catalogue/law-on.ts';
import { fileOf, REGISTER, schemeOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { determine } from './explain/determine.ts';
import { lawOf } from './law/compile.ts';
import { LineWriter, readLines } from './line-files.ts';
import { monthIndex } from './rules/civil-numbers.ts';

const USAGE =
  '用法：yinian benefits evaluate --scheme minimumLiving --people FILE.ndjson --on 2025-06-30 [--district 海淀区] [--explain] [--out FILE.ndjson]';

type Answer = object | { problems: FactProblem[] };
type Call = { people: string; out: string | undefined; answer: (line: Record<string, unknown>) => Answer };

/**
 * `yinian benefits evaluate --scheme`: one line of facts (with an `id`) in, one answer out, in file order, streamed. Bad
 * lines are told on stderr and follow at the end as `{"row","id","errors"}`. Exit code 0, 1 some bad, 2 bad call.
 */
export async function evaluateSchemeCommand(args: string[]): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(`${call}\n${USAGE}`);
    return 2;
  }
  const out = new LineWriter(call.out);
  const bad: { row: number; id: unknown; errors: FactProblem[] }[] = [];
  let [row, told] = [0, 0];
  for (const line of readLines(call.people)) {
    row++;
    if (line.trim() === '') continue;
    const facts = readLine(line, row);
    const answer = facts
      ? call.answer(facts)
      : { problems: [{ field: '', message: '不是有效的 JSON，每行应是一个 {…}' }] };
    if ('problems' in answer) bad.push({ row, id: facts?.id ?? null, errors: answer.problems });
    else {
      told++;
      out.write(JSON.stringify({ id: facts?.id ?? null, ...answer }));
    }
  }
  for (const each of bad) {
    out.write(JSON.stringify(each));
    console.error(`第 ${each.row} 行：${each.errors.map(error => error.message).join('；')}`);
  }
  out.close();
  console.error(`已计算 ${told} 行，${bad.length} 行有误`);
  return bad.length > 0 ? 1 : 0;
}

/** `yinian benefits schemes`: every scheme with the facts a line may hold. */
export async function schemesCommand(args: string[]): Promise<number> {
  const rows = REGISTER.map(scheme => {
    const { nameZh, who } = fileOf(scheme);
    return { key: scheme.key, nameZh, kind: scheme.kind, who, facts: describe(scheme.facts) };
  });
  if (args.includes('--json')) console.log(JSON.stringify(rows));
  else
    for (const { key, nameZh, facts } of rows)
      console.log(`${key}  ${nameZh}\n    ${facts.map(each => `${each.name}（${each.label}）`).join('，')}`);
  return 0;
}

function readLine(line: string, row: number): Record<string, unknown> | null {
  try {
    // A byte order mark in front of the first line is what Windows tools write.
    const value: unknown = JSON.parse(row === 1 && line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function readCall(args: string[]): Call | string {
  try {
    const text = { type: 'string' } as const;
    const options = {
      scheme: text,
      people: text,
      on: text,
      out: text,
      district: text,
      explain: { type: 'boolean' },
    } as const;
    const { values } = readArguments({ args, options });
    const { scheme: key = '', people, out } = values;
    const on = /^\d{4}-\d{2}$/.test(values.on ?? '') ? `${values.on}-01` : (values.on ?? '');
    if (!isCivilDate(on)) return `日期 --on 请写成 2025-06-30 的样子，现在是 ${values.on ?? '空'}`;
    if (!people) return '请用 --people 给出名单文件';
    if (!existsSync(people)) return `没有找到名单文件 ${people}`;
    const explain = values.explain ?? false;
    if (isAllowance(key)) return { people, out, answer: allowanceAnswer(key, on, explain) };
    const scheme = schemeOf(key);
    if (!scheme) return `没有“${key}”这项待遇，可以是：${REGISTER.map(each => each.key).join('、')}`;
    const district = values.district ? districtOf(values.district) : null;
    if (district === undefined) return `没有“${values.district}”这个区`;
    return { people, out, answer: schemeAnswer(scheme, { on, district }, explain) };
  } catch (error) {
    return `参数不对：${(error as Error).message}`;
  }
}

/** By name (海淀区) or by code, six digits or twelve. */
function districtOf(given: string): string | undefined {
  return readDivisions().find(
    ({ code }) => areaLevel(code) === 'district' && (areaName(code) === given || code === given.padEnd(12, '0')),
  )?.code;
}

const schemeAnswer = (scheme: SchemeDefinition, place: Place, explain: boolean) => (line: Record<string, unknown>) => {
  const { id: _, ...facts } = line;
  return explain ? evaluateScheme(scheme, facts, place) : evaluateBriefly(scheme, facts, place);
};

const allowanceAnswer = (key: string, on: string, explain: boolean) => (line: Record<string, unknown>) => {
  const answer = determine(line, lawOf(monthIndex(on.slice(0, 7))), explain);
  if ('problems' in answer) return answer;
  return answer.results.find(each => each.scheme === key) ?? { problems: [{ field: '', message: '没有结果' }] };
};
