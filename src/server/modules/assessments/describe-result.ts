import type { Scale, ScaleForm, Score } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS, type Confidence, isSure } from '#contracts/confidence.ts';
import type { FormOutcome, FormResult } from '#contracts/forms/evaluate.ts';

/** The ability level in the lines that people paste into a file. */
export function describeScore(scale: Scale, score: Score): string {
  const lines = scale.dimensions.map(each => `${each.nameZh}：${score.dimensions[each.key]} / ${each.max} 分`);
  lines.push(`总分：${score.total} / ${scale.totalMax} 分`, `等级：${score.level} 级 ${score.levelLabel}`);
  for (const raised of score.raisedBy) lines.push(`等级调整：${raised.nameZh}（${scale.titleZh} ${raised.clause}）`);
  return lines.join('\n');
}

const doubt = (confidence: Confidence): string => (isSure(confidence) ? '' : `（${CONFIDENCE_LABELS[confidence]}）`);

/** Any questionnaire: sums, derived scores, every grading; what is not certain says so beside the value. */
export function describeForm(form: ScaleForm, result: FormResult): string {
  const lines = form.dimensions.map(each => `${each.nameZh}：${result.dimensions[each.key]} / ${each.max} 分`);
  if (form.totalMax > 0 && form.dimensions.length === 1) lines.push(`总分：${result.total} / ${form.totalMax} 分`);
  if (form.dimensions.length > 1 && form.rules.length === 0 && form.derived.length === 0)
    lines.push(`总分：${result.total} / ${form.totalMax} 分`);
  for (const each of result.derived) lines.push(`${each.nameZh}：${each.value}${doubt(each.confidence)}`);
  for (const outcome of result.outcomes) lines.push(describeOutcome(outcome));
  if (result.outcomes.length === 0) lines.push('不定级：来源没有给出分级办法');
  for (const point of form.openPoints) lines.push(`待定：${point}`);
  return lines.join('\n');
}

function describeOutcome(outcome: FormOutcome): string {
  const name = outcome.key === 'level' ? '等级' : outcome.nameZh;
  if (outcome.level === null) return `${name}：${outcome.undecided}`;
  return `${name}：${outcome.level} 级 ${outcome.levelLabel}${doubt(outcome.confidence)}`;
}
