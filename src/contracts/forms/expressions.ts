import type { Condition, Expression, FormDefinition } from './definition.ts';

/** Answers after checking: points by item code, the rest by question key, and the derived scores so far. */
export type Known = {
  form: FormDefinition;
  points: ReadonlyMap<string, number>;
  answers: ReadonlyMap<string, unknown>;
  derived: ReadonlyMap<string, number>;
};

/** Works out a number; throws when the data file names something that is not there (the loader tries every one). */
export function workOut(expression: Expression, known: Known): number {
  if (typeof expression === 'number') return expression;
  const of = (each: Expression) => workOut(each, known);
  if ('sum' in expression) return sum(expression.sum, known);
  if ('points' in expression) return known.points.get(expression.points) ?? 0;
  if ('answer' in expression) return numberOf(known.answers.get(expression.answer));
  if ('derived' in expression) return named(known.derived, expression.derived);
  if ('max' in expression) return Math.max(...expression.max.map(of));
  if ('min' in expression) return Math.min(...expression.min.map(of));
  if ('add' in expression) return expression.add.map(of).reduce((a, b) => a + b, 0);
  if ('count' in expression) {
    const { of: list, atLeast, atMost = Number.POSITIVE_INFINITY } = expression.count;
    return list.filter(each => of(each) >= atLeast && of(each) <= atMost).length;
  }
  if ('band' in expression) return bandOf(expression.band.bands, of(expression.band.of));
  const { row, column, cells } = expression.table;
  const cell = cells[of(row)]?.[of(column)];
  if (cell === undefined) throw new Error(`${known.form.id}：组合表没有第 ${of(row)} 行第 ${of(column)} 列`);
  return cell;
}

function sum(dimension: string, { form, points }: Known): number {
  let total = 0;
  for (const item of form.items)
    if (dimension === '*' || item.dimension === dimension) total += points.get(item.code) ?? 0;
  return total;
}

const numberOf = (answer: unknown): number => (typeof answer === 'number' ? answer : answer === true ? 1 : 0);

function named(from: ReadonlyMap<string, number>, key: string): number {
  const value = from.get(key);
  if (value === undefined) throw new Error(`没有派生分 ${key}，或它排在用它的后面`);
  return value;
}

function bandOf(bands: readonly (readonly [number, number, number])[], value: number): number {
  const band = bands.find(([from, to]) => value >= from && value <= to);
  if (!band) throw new Error(`${value} 不在任何一段里`);
  return band[2];
}

/** Whether a condition holds. Diagnosis codes are compared by their three-character category. */
export function holds(condition: Condition, known: Known): boolean {
  if ('all' in condition) return condition.all.every(each => holds(each, known));
  if ('any' in condition) return condition.any.some(each => holds(each, known));
  if ('not' in condition) return !holds(condition.not, known);
  if ('flag' in condition) return known.answers.get(condition.flag) === true;
  if ('codes' in condition) {
    const codes = known.answers.get(condition.codes);
    const inRange = (code: string) => code.slice(0, 3) >= condition.from && code.slice(0, 3) <= condition.to;
    return Array.isArray(codes) && codes.some(inRange);
  }
  const value = workOut(condition.value, known);
  const { is, atLeast, atMost } = condition;
  if (is !== undefined && value !== is) return false;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
