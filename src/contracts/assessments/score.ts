import type { FormProblem } from '../forms/check-answers.ts';
import { evaluateForm } from '../forms/evaluate.ts';
import { ABILITY_LEVEL_LABELS, AbilityLevel, type Scale, type Score } from './scales.ts';

export type ScoreProblem = FormProblem;
export type ScoreOutcome = { ok: true; score: Score } | { ok: false; problems: ScoreProblem[] };

/** Total, dimensions and ability level of one assessment (GB/T 42195-2022 附录 B、C), by the questionnaire engine. */
export function scoreAssessment(scale: Scale, input: unknown): ScoreOutcome {
  const evaluation = evaluateForm(scale, input);
  if (!evaluation.ok) return evaluation;
  const { dimensions, total, outcomes } = evaluation.result;
  const [outcome] = outcomes;
  const level = AbilityLevel.parse(outcome?.level);
  return {
    ok: true,
    score: {
      scale: scale.id,
      dimensions,
      total,
      level,
      // The short names; the data file also holds the longer ones of the standard.
      levelLabel: ABILITY_LEVEL_LABELS[level],
      levelByTotal: AbilityLevel.parse(outcome?.levelByValue),
      raisedBy: outcome?.raisedBy ?? [],
      met: outcome?.met ?? [],
    },
  };
}
