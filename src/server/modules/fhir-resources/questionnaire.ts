import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { Condition, FormItem, FormQuestion } from '#contracts/forms/definition.ts';
import { canonicalOf, ORDINAL, type Resource, SCALE_SYSTEM } from './vocabulary.ts';

const TYPES = { flag: 'boolean', count: 'integer', codes: 'string', choice: 'choice', text: 'string' } as const;

/** A form as a FHIR Questionnaire: groups for the dimensions, ordinal values for points, open points in the description. */
export function questionnaireResource(form: ScaleForm): Resource {
  const [url] = canonicalOf(form).split('|');
  const doubt = isSure(form.confidence) ? [] : [`可信度：${CONFIDENCE_LABELS[form.confidence]}`];
  return {
    resourceType: 'Questionnaire',
    id: form.id,
    url,
    ...(form.version ? { version: form.version, date: form.version } : {}),
    name: form.id.replaceAll('-', '_'),
    title: form.titleZh,
    status: form.effectiveTo ? 'retired' : 'active',
    subjectType: ['Patient'],
    description: [form.purpose, ...doubt, ...form.openPoints.map(each => `待定：${each}`)].filter(Boolean).join('\n'),
    item: [
      ...form.dimensions.map(dimension => ({
        linkId: `group.${dimension.key}`,
        text: dimension.nameZh,
        type: 'group',
        item: form.items.filter(item => item.dimension === dimension.key).map(itemOf),
      })),
      ...form.questions.map(questionOf),
    ],
  };
}

const itemOf = (item: FormItem) => ({
  linkId: item.code,
  text: item.nameZh,
  type: 'choice',
  required: !item.showIf,
  ...enableWhen(item.showIf),
  answerOption: item.options.map(option => ({
    valueCoding: {
      system: SCALE_SYSTEM,
      code: `${item.code}.${option.points}`,
      display: option.meaning,
      extension: [{ url: ORDINAL, valueDecimal: option.points }],
    },
  })),
});

const questionOf = (question: FormQuestion) => ({
  linkId: question.key,
  text: question.nameZh,
  type: TYPES[question.kind],
  required: question.required,
  ...(question.kind === 'codes' ? { repeats: true } : {}),
  ...enableWhen(question.showIf),
  ...(question.kind === 'choice'
    ? {
        answerOption: question.choices.map(choice => ({
          valueCoding: { system: SCALE_SYSTEM, code: `${question.key}.${choice.value}`, display: choice.label },
        })),
      }
    : {}),
});

/** The one kind of skip rule that our forms use and FHIR can say: an answer of at least so much. */
function enableWhen(condition: Condition | undefined) {
  if (!condition || !('value' in condition) || condition.atLeast === undefined) return {};
  const of = condition.value;
  if (typeof of !== 'object' || !('answer' in of)) return {};
  return { enableWhen: [{ question: of.answer, operator: '>=', answerInteger: condition.atLeast }] };
}
