import type { Confidence } from '../confidence.ts';
import { checkAnswers, type FormProblem } from './check-answers.ts';
import { type FormDefinition, type FormGrading, mainGrading } from './definition.ts';
import { holds, type Known, workOut } from './expressions.ts';

/** An adjustment or level rule that was met, with where it stands. */
export type MetRule = { id: string; nameZh: string; document: string; clause: string };

/** One grading of one filled form; `level` is null where the source leaves the case open, and `undecided` says why. */
export type FormOutcome = {
  key: string;
  nameZh: string;
  /** The number that was graded; null where rules over several scores decide. */
  value: number | null;
  level: number | null;
  levelLabel: string | null;
  levelByValue: number | null;
  raisedBy: MetRule[];
  met: MetRule[];
  undecided: string | null;
  confidence: Confidence;
  note: string | null;
};

export type FormResult = {
  form: string;
  dimensions: Record<string, number>;
  total: number;
  derived: { key: string; nameZh: string; value: number; confidence: Confidence }[];
  /** The form's own grading first. Empty when the form has none (the source gives no cut-offs). */
  outcomes: FormOutcome[];
};
export type FormEvaluation = { ok: true; result: FormResult } | { ok: false; problems: FormProblem[] };

/** Sums, derived scores and levels of one filled form; problems name every bad field in Chinese. */
export function evaluateForm(form: FormDefinition, input: unknown): FormEvaluation {
  const { known, problems } = checkAnswers(form, input);
  if (problems.length > 0) return { ok: false, problems };
  const dimensions: Record<string, number> = {};
  for (const { key } of form.dimensions) dimensions[key] = workOut({ sum: key }, known);
  const scores = new Map<string, number>();
  const complete: Known = { ...known, derived: scores };
  const derived = form.derived.map(({ key, nameZh, value, confidence = form.confidence }) => {
    const score = workOut(value, complete);
    scores.set(key, score);
    return { key, nameZh, value: score, confidence };
  });
  const outcomes = [mainGrading(form), ...form.alsoGraded]
    .filter(each => each.levels.length > 0 && (!each.when || holds(each.when, complete)))
    .map(each => grade(form, each, complete));
  return {
    ok: true,
    result: { form: form.id, dimensions, total: workOut({ sum: '*' }, known), derived, outcomes },
  };
}

function grade(form: FormDefinition, grading: FormGrading, known: Known): FormOutcome {
  const common = {
    key: grading.key,
    nameZh: grading.nameZh,
    confidence: grading.gradingConfidence ?? form.confidence,
    note: grading.gradingNote ?? null,
  };
  if (grading.rules.length > 0) return { ...common, value: null, ...byRules(form, grading, known) };
  const value = workOut(grading.of, known);
  const band = grading.levels.find(each => value >= each.min && value <= each.max);
  if (!band) throw new Error(`${form.id}：总分 ${value} 不在任何一级的区间内`);
  const moved = adjust({ form, grading, known }, band.level);
  const levelLabel = labelOf(grading, moved.level);
  return { ...common, value, levelLabel, levelByValue: band.level, ...moved, undecided: null };
}

const labelOf = (grading: FormGrading, level: number): string =>
  grading.levels.find(each => each.level === level)?.nameZh ?? `${level} 级`;

/** Levels by rules as the source words them; an overlap or a gap in the wording is told, never settled by us. */
function byRules(form: FormDefinition, grading: FormGrading, known: Known) {
  const fitting = grading.rules.filter(rule => holds(rule.when, known));
  const met = fitting.map(rule => ({
    id: `level-${rule.level}`,
    nameZh: labelOf(grading, rule.level),
    document: form.document,
    clause: rule.clause,
  }));
  const levels = [...new Set(fitting.map(rule => rule.level))];
  const only = levels.length === 1 ? levels[0] : undefined;
  if (only !== undefined)
    return {
      level: only,
      levelLabel: labelOf(grading, only),
      levelByValue: only,
      raisedBy: [],
      met,
      undecided: null,
    };
  const undecided =
    levels.length === 0
      ? '已查到的定级规则没有写到这种组合，系统不定级，请按标准原文判定'
      : `已查到的定级规则对这种组合同时给出${levels.map(level => labelOf(grading, level)).join('、')}，系统不定级，请按标准原文判定`;
  return { level: null, levelLabel: null, levelByValue: null, raisedBy: [], met, undecided };
}

type Grading = { form: FormDefinition; grading: FormGrading; known: Known };

/** A setting rule sets the level, the others raise it, together by at most `maxRaise`, never above `cap`. */
function adjust({ form, grading, known }: Grading, levelByValue: number) {
  const setting: MetRule[] = [];
  const raising: MetRule[] = [];
  let setTo = levelByValue;
  let raise = 0;
  for (const adjustment of grading.adjustments) {
    if (!holds(adjustment.when, known)) continue;
    const { id, nameZh, clause } = adjustment;
    if (adjustment.effect === 'set-level') {
      setTo = Math.max(setTo, adjustment.value);
      setting.push({ id, nameZh, document: form.document, clause });
    } else {
      raise += adjustment.value;
      raising.push({ id, nameZh, document: form.document, clause });
    }
  }
  const cap = grading.cap ?? Math.max(...grading.levels.map(each => each.level));
  const level = Math.min(cap, setTo + Math.min(raise, grading.maxRaise?.value ?? raise));
  // Only what really moved the level is in raisedBy; a rule met at the cap stays visible in `met`.
  const raisedBy = [...(setTo > levelByValue ? setting : []), ...(level > setTo ? raising : [])];
  return { level, raisedBy, met: [...setting, ...raising] };
}
