import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { FormDefinition } from '#contracts/forms/definition.ts';
import { holds, type Known, workOut } from '#contracts/forms/expressions.ts';

/**
 * Reads one form's data file and checks it against its own arithmetic, so that a slip of the pen fails at the start and
 * not at somebody's bedside. Items may leave `options` out: then 0 … max, without words.
 */
export function loadForm<S extends z.ZodType<FormDefinition>>(url: URL, schema: S): z.output<S> {
  const raw = parse(readFileSync(url, 'utf8')) as { items?: { max: number; options?: unknown }[] };
  const items = (raw.items ?? []).map(item => ({ options: plainPoints(item.max), ...item }));
  const form = schema.parse({ ...raw, items });
  checkSums(form);
  checkNames(form);
  checkExpressions(form);
  return form;
}

const plainPoints = (max: number) =>
  Array.from({ length: max + 1 }, (_, at) => ({ points: max - at, meaning: `${max - at} 分` }));

function checkSums(form: FormDefinition): void {
  for (const dimension of form.dimensions) {
    const items = form.items.filter(item => item.dimension === dimension.key);
    const sum = items.reduce((total, item) => total + item.max, 0);
    if (items.length !== dimension.items || sum !== dimension.max)
      throw new Error(
        `${form.id}：${dimension.nameZh}应为 ${dimension.items} 项 ${dimension.max} 分，数据是 ${items.length} 项 ${sum} 分`,
      );
  }
  const total = form.items.reduce((sum, item) => sum + item.max, 0);
  if (total !== form.totalMax) throw new Error(`${form.id}：总分应为 ${form.totalMax}，各项之和是 ${total}`);
}

function checkNames(form: FormDefinition): void {
  const names = [...form.items.flatMap(item => [item.code, ...(item.key === item.code ? [] : [item.key])])];
  names.push(...form.questions.map(question => question.key));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new Error(`${form.id}：${twice} 用了两次`);
  for (const item of form.items) {
    if (!form.dimensions.some(each => each.key === item.dimension))
      throw new Error(`${form.id}：${item.code} 的一级指标 ${item.dimension} 不存在`);
    if (Math.max(...item.options.map(option => option.points)) !== item.max)
      throw new Error(`${form.id}：${item.code} 的选项最高分不是 ${item.max}`);
  }
}

/** Works everything out once with the least and once with the most points: a wrong name or a gap between bands shows. */
function checkExpressions(form: FormDefinition): void {
  for (const pick of [Math.min, Math.max]) {
    const points = new Map(form.items.map(item => [item.code, pick(...item.options.map(each => each.points))]));
    const derived = new Map<string, number>();
    const known: Known = { form, points, answers: new Map(), derived };
    for (const each of form.derived) derived.set(each.key, workOut(each.value, known));
    for (const grading of [form, ...form.alsoGraded]) {
      workOut(grading.of, known);
      for (const { when } of [...grading.rules, ...grading.adjustments]) holds(when, known);
    }
  }
}
