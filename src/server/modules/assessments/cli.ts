import { readFileSync } from 'node:fs';
import { Scale, type ScaleForm } from '#contracts/assessments/scales.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { evaluateForm } from '#contracts/forms/evaluate.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { describeForm, describeScore } from './describe-result.ts';
import { FORM_IDS, type FormId, findFormId, loadScaleForm, SCALE_IDS } from './scales/load-scale.ts';

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
  const scored = score(loadScaleForm(call.form), input);
  if (!scored.ok) {
    if (call.json) console.log(JSON.stringify({ problems: scored.problems }, null, 2));
    for (const problem of scored.problems) console.error(problem.message);
    return 1;
  }
  console.log(call.json ? JSON.stringify(scored.data, null, 2) : scored.text);
  return 0;
}

/** The scale that decides benefits keeps its own shape of answer; all others print the engine's. */
function score(form: ScaleForm, input: unknown) {
  if (form.use === 'process') {
    const scale = Scale.parse(form);
    const outcome = scoreAssessment(scale, input);
    return outcome.ok ? { ok: true as const, data: outcome.score, text: describeScore(scale, outcome.score) } : outcome;
  }
  const outcome = evaluateForm(form, input);
  return outcome.ok ? { ok: true as const, data: outcome.result, text: describeForm(form, outcome.result) } : outcome;
}

function readCall(args: string[]): { form: FormId; file: string; json: boolean } | string {
  try {
    const { values, positionals } = readArguments({
      args,
      allowPositionals: true,
      options: { scale: { type: 'string', default: SCALE_IDS[0] }, json: { type: 'boolean', default: false } },
    });
    const form = findFormId(values.scale);
    if (!form) return `没有量表 ${values.scale}，现有：${FORM_IDS.join('、')}`;
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) return '请给出一个评估文件';
    return { form, file, json: values.json };
  } catch (error) {
    return `参数不对：${(error as Error).message}`;
  }
}

const USE_WORDS = { process: '定等级', record: '随访记录', history: '只看旧结果' } as const;

/** `yinian assessments scales [--json]`: every questionnaire with its version, use and what of it is not certain. */
export async function scalesCommand(args: string[]): Promise<number> {
  const forms = FORM_IDS.map(loadScaleForm);
  if (args.includes('--json')) {
    const brief = forms.map(
      ({ id, document, version, titleZh, use, confidence, totalMax, openPoints, items, questions }) => ({
        ...{ id, titleZh, document, version, use, confidence, totalMax, openPoints },
        items: items.length,
        questions: questions.length,
      }),
    );
    console.log(JSON.stringify(brief, null, 2));
    return 0;
  }
  for (const form of forms) {
    const sure = isSure(form.gradingConfidence ?? form.confidence)
      ? ''
      : `，${CONFIDENCE_LABELS[form.gradingConfidence ?? form.confidence]}`;
    const asked =
      form.items.length > 0 ? `${form.items.length} 项 ${form.totalMax} 分` : `${form.questions.length} 问，不打分`;
    console.log(
      `${form.id.padEnd(16)} ${form.titleZh}（${form.document}${form.version ? `，${form.version}` : ''}）：${asked}，${USE_WORDS[form.use]}${sure}`,
    );
    for (const point of form.openPoints) console.log(`${' '.repeat(17)}待定：${point}`);
  }
  return 0;
}
