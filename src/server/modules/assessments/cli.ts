import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Scale, Score } from '#contracts/assessments/scales.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { loadScale, SCALE_IDS, type ScaleId } from './scales/load-scale.ts';

const USAGE = `用法：yinian assessments score --scale ${SCALE_IDS[0]} FILE.json [--json]`;

/** `yinian assessments score`: prints the level of one assessment file. Exit code 0, 1 bad content, 2 bad call. */
export async function scoreCommand(args: string[]): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(`${call}\n${USAGE}`);
    return 2;
  }
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(call.file, 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    console.error(missing ? `没有找到文件 ${call.file}` : `${call.file} 读不了：${(error as Error).message}`);
    return 1;
  }
  const scale = loadScale(call.scale);
  const outcome = scoreAssessment(scale, input);
  if (!outcome.ok) {
    if (call.json) console.log(JSON.stringify({ problems: outcome.problems }, null, 2));
    for (const problem of outcome.problems) console.error(problem.message);
    return 1;
  }
  console.log(call.json ? JSON.stringify(outcome.score, null, 2) : describe(scale, outcome.score));
  return 0;
}

function readCall(args: string[]): { scale: ScaleId; file: string; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { scale: { type: 'string', default: SCALE_IDS[0] }, json: { type: 'boolean', default: false } },
    });
    const scale = SCALE_IDS.find(id => id === values.scale);
    if (!scale) return `没有量表 ${values.scale}，现有：${SCALE_IDS.join('、')}`;
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) return '请给出一个评估文件';
    return { scale, file, json: values.json };
  } catch (error) {
    return `参数不对：${(error as Error).message}`;
  }
}

function describe(scale: Scale, score: Score): string {
  const lines = scale.dimensions.map(each => `${each.nameZh}：${score.dimensions[each.key]} / ${each.max} 分`);
  lines.push(`总分：${score.total} / ${scale.totalMax} 分`, `等级：${score.level} 级 ${score.levelLabel}`);
  for (const raised of score.raisedBy) lines.push(`等级调整：${raised.nameZh}（${scale.titleZh} ${raised.clause}）`);
  return lines.join('\n');
}
