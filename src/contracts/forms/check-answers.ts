import type { FormDefinition, FormItem, FormQuestion } from './definition.ts';
import { holds, type Known } from './expressions.ts';

export type FormProblem = { field: string; message: string };

/** WHO ICD-10 and the Chinese clinical extension (F03.900x001); ranges such as F00-F03 are not a diagnosis. */
const ICD10 = /^[A-Z]\d{2}(?:\.[\dX]{1,7})?[*+]?$/;

/** Reads answers of any shape against the form: every bad field gets one Chinese sentence; hidden items are not asked. */
export function checkAnswers(form: FormDefinition, input: unknown): { known: Known; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const answers = new Map<string, unknown>();
  const points = new Map<string, number>();
  const known: Known = { form, points, answers, derived: new Map() };
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.push({ field: '', message: '评估内容应是一个对象，至少包含 items' });
    return { known, problems };
  }
  const given = input as Record<string, unknown>;
  const ask = (question: FormQuestion) => {
    const problem = readQuestion(question, given[question.key], answers);
    problems.push(...problem);
  };
  // Diagnosis lists come last, as on the paper form.
  for (const question of form.questions.filter(each => each.kind !== 'codes')) ask(question);
  readItems({ form, points, problems }, given.items, known);
  for (const question of form.questions.filter(each => each.kind === 'codes')) ask(question);
  if (problems.length === 0) problems.push(...missingQuestions(form, given, known));
  return { known, problems };
}

function readQuestion(question: FormQuestion, value: unknown, answers: Map<string, unknown>): FormProblem[] {
  const { key, nameZh, kind } = question;
  const say = (message: string): FormProblem[] => [{ field: key, message }];
  if (kind === 'codes') return readCodes(question, value ?? [], answers);
  if (value === undefined || value === null || value === '') {
    // An unanswered count is none, an unanswered yes/no is no; a choice and words stay open.
    if (kind === 'flag') answers.set(key, false);
    if (kind === 'count') answers.set(key, 0);
    return [];
  }
  if (kind === 'flag' && typeof value !== 'boolean') return say(`${nameZh}（${key}）应填 true 或 false`);
  if (kind === 'count') {
    if (!Number.isInteger(value) || (value as number) < 0) return say(`${nameZh}应是不小于 0 的整数`);
    if (question.max !== undefined && (value as number) > question.max)
      return say(`${nameZh}应在 0 到 ${question.max} 之间，现在是 ${value}`);
  }
  if (kind === 'choice' && !question.choices.some(each => each.value === value))
    return say(
      `${nameZh}应从 ${question.choices.map(each => `${each.value} ${each.label}`).join('、')} 里选，现在是 ${JSON.stringify(value)}`,
    );
  if (kind === 'text' && (typeof value !== 'string' || value.length > 500))
    return say(`${nameZh}应是不超过 500 字的文字`);
  answers.set(key, value);
  return [];
}

function readCodes(question: FormQuestion, value: unknown, answers: Map<string, unknown>): FormProblem[] {
  const { key, nameZh } = question;
  if (!Array.isArray(value)) return [{ field: key, message: `${nameZh} ${key} 应是 ICD-10 编码的列表，如 ["F03"]` }];
  const problems: FormProblem[] = [];
  const codes = value.map((each, index) => {
    const code = typeof each === 'string' ? each.trim().toUpperCase() : '';
    if (!ICD10.test(code))
      problems.push({
        field: `${key}[${index}]`,
        message: `第 ${index + 1} 个${nameZh} ${JSON.stringify(each)} 不是 ICD-10 编码，请写成 F03 或 F03.9 的样子`,
      });
    return code;
  });
  answers.set(key, codes);
  return problems;
}

type Reading = { form: FormDefinition; points: Map<string, number>; problems: FormProblem[] };

function readItems({ form, points, problems }: Reading, items: unknown, known: Known): void {
  if (form.items.length === 0 && items === undefined) return;
  if (typeof items !== 'object' || items === null || Array.isArray(items)) {
    const example = form.items[0];
    const sample = example ? `{"${example.code}": ${example.max}, …}` : '{}';
    problems.push({ field: 'items', message: `缺少各项得分 items，应写成 ${sample}` });
    return;
  }
  const byName = new Map(form.items.flatMap(item => [[item.code, item] as const, [item.key, item] as const]));
  for (const [name, value] of Object.entries(items)) {
    const item = byName.get(name);
    const field = `items.${name}`;
    if (!item)
      problems.push({
        field,
        message: `没有 ${name} 这一项，请对照《${form.titleZh}》的 ${form.items.length} 个二级指标`,
      });
    else if (points.has(item.code))
      problems.push({ field, message: `${item.code} ${item.nameZh}填了两次，请只留一处` });
    else {
      points.set(item.code, value as number);
      const problem = pointsProblem(item, value);
      if (problem) problems.push({ field, message: problem });
    }
  }
  askForMissing({ form, points, problems }, known);
}

/** Skip rules: a hidden item must be left out, a shown one must be answered. */
function askForMissing({ form, points, problems }: Reading, known: Known): void {
  const asked = form.items.filter(item => !item.showIf || holds(item.showIf, known));
  for (const item of form.items) {
    const field = `items.${item.code}`;
    const isAsked = asked.includes(item);
    if (isAsked && !points.has(item.code))
      problems.push({ field, message: `缺少 ${item.code} ${item.nameZh}的得分，${asked.length} 项都要评` });
    if (!isAsked && points.has(item.code))
      problems.push({ field, message: `${item.code} ${item.nameZh}这次不用评，请留空` });
  }
}

/** Points are 0 … max without gaps on most scales; where they jump (5, 10, 15) the sentence names them. */
export function pointsProblem(item: FormItem, value: unknown): string | undefined {
  const name = `${item.code} ${item.nameZh}`;
  if (typeof value !== 'number' || !Number.isInteger(value))
    return `${name}的得分应是整数，现在是 ${JSON.stringify(value)}`;
  if (item.options.some(option => option.points === value)) return undefined;
  if (item.options.length === item.max + 1) return `${name}的得分应在 0 到 ${item.max} 之间，现在是 ${value}`;
  return `${name}的得分只能是 ${item.options.map(option => option.points).join('、')}，现在是 ${value}`;
}

function missingQuestions(form: FormDefinition, given: Record<string, unknown>, known: Known): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const question of form.questions) {
    const asked = !question.showIf || holds(question.showIf, known);
    const value = given[question.key];
    const empty = value === undefined || value === null || value === '';
    if (asked && question.required && empty)
      problems.push({ field: question.key, message: `请填${question.nameZh}（${question.key}）` });
  }
  return problems;
}
