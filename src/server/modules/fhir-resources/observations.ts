import { ABILITY_LEVEL_LABELS, AbilityLevel, type ScaleForm } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS, type Confidence, isSure } from '#contracts/confidence.ts';
import type { AbilityRow, FillingRow } from './db.ts';
import { codeOf, patientOf, type Resource, SCALE_SYSTEM, SURVEY } from './vocabulary.ts';

type Common = { id: string; elderId: string; on: string; performers: readonly string[]; hasAnswers: boolean };

const base = (given: Common, name: string, code: { code: string; text: string }): Resource => ({
  resourceType: 'Observation',
  id: `${given.id}-${name}`,
  status: 'final',
  category: [SURVEY],
  code: codeOf(code.code, code.text),
  subject: patientOf(given.elderId),
  effectiveDateTime: given.on,
  ...(given.performers.length > 0
    ? { performer: given.performers.map(display => ({ type: 'Practitioner', display })) }
    : {}),
  ...(given.hasAnswers ? { derivedFrom: [{ reference: `QuestionnaireResponse/${given.id}` }] } : {}),
});

/** Points per dimension and in all; the levels refer to them by hasMember. */
function scores(form: ScaleForm, given: Common, points: { dimensions: Record<string, number>; total: number | null }) {
  const members = form.dimensions.flatMap(dimension => {
    const value = points.dimensions[dimension.key];
    if (value === undefined) return [];
    const code = { code: `${form.id}.${dimension.key}`, text: `${form.titleZh} ${dimension.nameZh}得分` };
    return [{ ...base(given, dimension.key, code), valueInteger: value }];
  });
  if (points.total === null || form.totalMax === 0) return members;
  const code = { code: `${form.id}.total`, text: `${form.titleZh} 总分` };
  return [...members, { ...base(given, 'total', code), valueInteger: points.total }];
}

const memberRefs = (members: readonly Resource[]) =>
  members.length > 0 ? { hasMember: members.map(each => ({ reference: `Observation/${each.id}` })) } : {};

const doubtOf = (confidence: Confidence): string[] =>
  isSure(confidence) ? [] : [`分级办法：${CONFIDENCE_LABELS[confidence]}`];
const notes = (lines: readonly (string | null)[]) => {
  const said = lines.filter(line => line !== null);
  return said.length > 0 ? { note: said.map(text => ({ text })) } : {};
};

/** Scores and the ability level of one published assessment, our own or a recognised one. */
export function abilityObservations(form: ScaleForm, row: AbilityRow): Resource[] {
  const given: Common = {
    ...{ id: row.assessment_id, elderId: row.elder_id, on: row.assessed_on, hasAnswers: row.answers !== null },
    performers: row.origin ? [row.origin.organisation] : row.assessors.map(each => each.name),
  };
  const members = scores(form, given, { dimensions: row.score?.dimensions ?? {}, total: row.total });
  const display = ABILITY_LEVEL_LABELS[AbilityLevel.parse(row.level)];
  const origin = row.origin
    ? `认定的外地结果：${row.origin.region}${row.origin.organisation}，${row.origin.documentNo}`
    : null;
  const raised = (row.score?.raisedBy ?? []).map(each => `等级调整：${each.nameZh}（${each.clause}）`);
  const level = {
    ...base(given, 'level', { code: `${form.id}.level`, text: `${form.titleZh} 等级` }),
    issued: `${row.published_on}T00:00:00+08:00`,
    valueCodeableConcept: {
      coding: [{ system: SCALE_SYSTEM, code: `${form.id}.level.${row.level}`, display }],
      text: display,
    },
    ...memberRefs(members),
    ...notes([...raised, origin, `有效期至 ${row.valid_to}`, row.status === 'expired' ? '已过期' : null]),
  };
  return [...members, level];
}

/** Scores and every grading of another questionnaire; a grading left open by its source has no value but says why. */
export function fillingObservations(form: ScaleForm, row: FillingRow): Resource[] {
  const given: Common = {
    ...{ id: row.filling_id, elderId: row.elder_id, on: row.filled_on, hasAnswers: true },
    performers: [row.filled_by_name],
  };
  const members = scores(form, given, { dimensions: row.result.dimensions, total: row.result.total });
  const graded = row.result.outcomes.map(outcome => {
    const code = {
      code: `${form.id}.${outcome.key}`,
      text: `${form.titleZh} ${outcome.key === 'level' ? '等级' : outcome.nameZh}`,
    };
    const value =
      outcome.level === null || outcome.levelLabel === null
        ? { dataAbsentReason: { text: outcome.undecided ?? '来源没有给出分级办法' } }
        : {
            valueCodeableConcept: {
              coding: [{ system: SCALE_SYSTEM, code: `${code.code}.${outcome.level}`, display: outcome.levelLabel }],
              text: outcome.levelLabel,
            },
          };
    return {
      ...base(given, outcome.key, code),
      ...value,
      ...memberRefs(members),
      ...notes([...doubtOf(outcome.confidence), outcome.note]),
    };
  });
  return [...members, ...graded];
}
