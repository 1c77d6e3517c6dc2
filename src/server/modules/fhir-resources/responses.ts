import type { ScaleForm } from '#contracts/assessments/scales.ts';
import type { FormAnswers, FormQuestion } from '#contracts/forms/definition.ts';
import { canonicalOf, ORDINAL, patientOf, type Resource, SCALE_SYSTEM } from './vocabulary.ts';

export type Answered = {
  id: string;
  elderId: string;
  form: ScaleForm;
  answers: FormAnswers;
  on: string;
  authors: readonly string[];
};

/** The answers of one filled form, in the groups of its Questionnaire. */
export function responseResource(given: Answered): Resource {
  const { form, answers } = given;
  const items = new Map(Object.entries(answers.items ?? {}));
  const groups = form.dimensions.map(dimension => ({
    linkId: `group.${dimension.key}`,
    text: dimension.nameZh,
    item: form.items
      .filter(item => item.dimension === dimension.key)
      .flatMap(item => {
        const points = items.get(item.code) ?? items.get(item.key);
        const option = item.options.find(each => each.points === points);
        if (!option) return [];
        const extension = [{ url: ORDINAL, valueDecimal: option.points }];
        const coding = {
          system: SCALE_SYSTEM,
          code: `${item.code}.${option.points}`,
          display: option.meaning,
          extension,
        };
        return [{ linkId: item.code, text: item.nameZh, answer: [{ valueCoding: coding }] }];
      }),
  }));
  const questions = form.questions.flatMap(question => {
    const answer = answerOf(question, answers[question.key]);
    return answer.length > 0 ? [{ linkId: question.key, text: question.nameZh, answer }] : [];
  });
  return {
    resourceType: 'QuestionnaireResponse',
    id: given.id,
    questionnaire: canonicalOf(form),
    status: 'completed',
    subject: patientOf(given.elderId),
    authored: given.on,
    ...(given.authors.length > 0 ? { author: { type: 'Practitioner', display: given.authors.join('、') } } : {}),
    item: [...groups.filter(group => group.item.length > 0), ...questions],
  };
}

function answerOf(question: FormQuestion, value: unknown): Record<string, unknown>[] {
  if (question.kind === 'flag' && typeof value === 'boolean') return [{ valueBoolean: value }];
  if (question.kind === 'count' && typeof value === 'number') return [{ valueInteger: value }];
  if (question.kind === 'codes' && Array.isArray(value)) return value.map(code => ({ valueString: String(code) }));
  if (question.kind === 'text' && typeof value === 'string' && value !== '') return [{ valueString: value }];
  const choice = question.kind === 'choice' && question.choices.find(each => each.value === value);
  if (!choice) return [];
  return [{ valueCoding: { system: SCALE_SYSTEM, code: `${question.key}.${choice.value}`, display: choice.label } }];
}
