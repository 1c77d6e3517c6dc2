import type { Condition, FormDefinition, FormItem, FormQuestion } from './definition.ts';
import { holds } from './expressions.ts';

type Answers = { items: Record<string, number>; [question: string]: unknown };

/** Skip rules over answers that are still being filled: what is not answered yet counts as none. */
function applies(form: FormDefinition, condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  const points = new Map(Object.entries(answers.items));
  return holds(condition, { form, points, answers: new Map(Object.entries(answers)), derived: new Map() });
}

export const asksItem = (form: FormDefinition, item: FormItem, answers: Answers): boolean =>
  applies(form, item.showIf, answers);
export const asksQuestion = (form: FormDefinition, question: FormQuestion, answers: Answers): boolean =>
  applies(form, question.showIf, answers);
