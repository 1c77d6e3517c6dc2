import { type Check, checkOf, exact, type Group, rowName, said } from './check.ts';
import { isCount, isTarget, targetFor, unitClass } from './statements.ts';

/** Finished + under way + not begun must be the target, or the whole named before them. */
export function sums({ statements, all }: Group): Check[] {
  const parts = statements.filter(
    one => one.fact.role !== 'target' && isCount(one.fact) && ['done', 'doing', 'todo'].includes(one.state),
  );
  const kinds = new Set(parts.map(one => one.state));
  const first = parts[0];
  if (!first || kinds.size < 2 || kinds.size !== parts.length) return [];
  const alike = parts.filter(one => unitClass(one.fact.unit) === unitClass(first.fact.unit));
  if (alike.length !== parts.length || !(kinds.has('todo') || kinds.has('doing'))) return [];
  const named = parts.find(one => one.subject.length >= 3) ?? first;
  const whole =
    targetFor(named, all) ??
    statements.find(
      one =>
        !parts.includes(one) &&
        one.fact.start < first.fact.start &&
        one.state === 'stage' &&
        unitClass(one.fact.unit) === unitClass(first.fact.unit),
    );
  if (!whole || (kinds.size === 2 && !kinds.has('todo'))) return [];
  const total = exact(parts.reduce((sum, one) => sum + one.fact.value, 0));
  const ok = total === whole.fact.value;
  const sum = `${rowName(first.row)}：${parts.map(said).join(' + ')} = ${total}${first.fact.unit}`;
  const word = isTarget(whole) ? '目标' : '总数';
  return [
    checkOf('sum', [...parts, whole], {
      description: `${sum}，与${word}${whole.fact.value}${whole.fact.unit}${ok ? '一致' : `不一致，相差${exact(total - whole.fact.value)}`}`,
      expected: whole.fact.value,
      actual: total,
      ok,
    }),
  ];
}

/** "(7个已开放)" and "其中3家" are part of the amount before them. */
export function parts({ statements }: Group, text: string): Check[] {
  return statements.flatMap((part, at) => {
    const lead = text.slice(Math.max(0, part.fact.start - 1), part.fact.start);
    const inside = /[(（]/.test(lead) || /^其中/.test(part.fact.quote);
    const whole = statements
      .slice(0, at)
      .findLast(
        one =>
          one.sentence === part.sentence &&
          unitClass(one.fact.unit) === unitClass(part.fact.unit) &&
          one.fact.value !== undefined &&
          one.fact.role !== 'forecast',
      );
    if (!inside || !whole || !isCount(part.fact)) return [];
    const ok = part.fact.value <= whole.fact.value;
    return [
      checkOf('part', [part, whole], {
        description: `${rowName(part.row)}：其中的${part.fact.value}${part.fact.unit}${ok ? '不超过' : '超过了'}${whole.fact.value}${whole.fact.unit}`,
        expected: whole.fact.value,
        actual: part.fact.value,
        ok,
      }),
    ];
  });
}

/** "全部9个" and "已明确全市9个" name the whole: it must be the target, and no stage may exceed it. */
export function wholes({ statements, all }: Group): Check[] {
  return statements.flatMap(whole => {
    if (isTarget(whole) || !isCount(whole.fact) || !/全部|已明确|已确定|共计?\d/.test(whole.fact.quote)) return [];
    const target = targetFor(whole, all);
    if (!target) return [];
    const same = whole.fact.value === target.fact.value;
    const checks = [
      checkOf('whole', [whole, target], {
        description: `${rowName(whole.row)}：进展所说总数${whole.fact.value}${whole.fact.unit}与目标${target.fact.value}${target.fact.unit}${same ? '一致' : '不一致'}`,
        expected: target.fact.value,
        actual: whole.fact.value,
        ok: same,
      }),
    ];
    for (const stage of statements.filter(
      one =>
        one.sentence === whole.sentence &&
        one.fact.start < whole.fact.start &&
        one.state === 'stage' &&
        isCount(one.fact) &&
        unitClass(one.fact.unit) === unitClass(whole.fact.unit),
    )) {
      const ok = stage.fact.value <= whole.fact.value;
      checks.push(
        checkOf('part', [stage, whole], {
          description: `${rowName(stage.row)}：${stage.fact.value}${stage.fact.unit}${ok ? '不超过' : '超过了'}总数${whole.fact.value}${whole.fact.unit}`,
          expected: whole.fact.value,
          actual: stage.fact.value,
          ok,
        }),
      );
    }
    return checks;
  });
}
