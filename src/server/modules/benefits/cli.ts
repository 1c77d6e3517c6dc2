import { existsSync } from 'node:fs';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { evaluateSchemeCommand } from './cli-scheme.ts';
import { determine } from './explain/determine.ts';
import { writePersonResult } from './explain/write-json.ts';
import { type Law, lawOf } from './law/compile.ts';
import type { FieldProblem } from './law/read-facts.ts';
import { LineWriter, readLines } from './line-files.ts';
import { monthIndex } from './rules/civil-numbers.ts';

const USAGE =
  '用法：yinian benefits evaluate [--scheme 待遇] --people FILE.ndjson --on 2025-06 [--explain] [--out FILE.ndjson]';

type Call = { people: string; law: Law; explain: boolean; out: string | undefined };
type BadRow = { row: number; id: string | null; errors: FieldProblem[] };

/**
 * `yinian benefits evaluate`: one result line per person, in file order, streamed; bad rows are told on stderr and
 * follow at the end of the output as `{"row","id","errors"}` lines. Exit code 0, 1 some rows bad, 2 bad call.
 */
export async function evaluateCommand(args: string[]): Promise<number> {
  if (args.some(word => word === '--scheme' || word.startsWith('--scheme='))) return evaluateSchemeCommand(args);
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(`${call}\n${USAGE}`);
    return 2;
  }
  const started = performance.now();
  const { people, bad } = evaluateFile(call);
  for (const { row, id, errors } of bad)
    console.error(`第 ${row} 行${id ? `（${id}）` : ''}：${errors.map(error => error.message).join('；')}`);
  const seconds = Math.max(0.001, (performance.now() - started) / 1000);
  console.error(
    `已核定 ${people} 人，${bad.length} 行有误，用时 ${seconds.toFixed(1)} 秒（每秒 ${Math.round(people / seconds)} 人）`,
  );
  return bad.length > 0 ? 1 : 0;
}

function evaluateFile(call: Call): { people: number; bad: BadRow[] } {
  const out = new LineWriter(call.out);
  const bad: BadRow[] = [];
  let people = 0;
  let number = 0;
  for (const line of readLines(call.people)) {
    number++;
    if (line === '' || line.trim() === '') continue;
    const answer = evaluateLine(line, number, call);
    if (typeof answer === 'string') {
      people++;
      out.write(answer);
    } else bad.push(answer);
  }
  for (const row of bad) out.write(JSON.stringify(row));
  out.close();
  return { people, bad };
}

function evaluateLine(line: string, row: number, call: Call): string | BadRow {
  let person: unknown;
  try {
    // A byte order mark in front of the first line is what Windows tools write.
    person = JSON.parse(row === 1 && line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch {
    return { row, id: null, errors: [{ field: '', message: '不是有效的 JSON，每行应是一个人的 {…}' }] };
  }
  const answer = determine(person, call.law, call.explain);
  if (!('problems' in answer)) return call.explain ? JSON.stringify(answer) : writePersonResult(answer);
  const id = (person as { id?: unknown } | null)?.id;
  return { row, id: typeof id === 'string' ? id : null, errors: answer.problems };
}

function readCall(args: string[]): Call | string {
  try {
    const { values } = readArguments({
      args,
      options: {
        people: { type: 'string' },
        on: { type: 'string' },
        out: { type: 'string' },
        explain: { type: 'boolean', default: false },
      },
    });
    const month = monthIndex(values.on ?? '');
    if (month < 0) return `月份 --on 请写成 2025-06 的样子，现在是 ${values.on ?? '空'}`;
    if (!values.people) return '请用 --people 给出名单文件';
    if (!existsSync(values.people)) return `没有找到名单文件 ${values.people}`;
    return { people: values.people, law: lawOf(month), explain: values.explain, out: values.out };
  } catch (error) {
    return `参数不对：${(error as Error).message}`;
  }
}
