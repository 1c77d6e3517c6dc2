import { type Check, checkOf, exact, type Group, rowName, said } from './check.ts';
import { isCount, isTarget, type Statement, targetFor, unitClass } from './statements.ts';

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
    statements.findLast(
      one =>
        !parts.includes(one) &&
        one.fact.start < first.fact.start &&
        one.state === 'stage' &&
        one.fact.unit === first.fact.unit,
    );
  if (!whole || (kinds.size === 2 && !kinds.has('todo') && !/剩余|其余|尚有/.test(parts.map(one => one.words).join())))
    return [];
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
    const bracket = /[(（]/.test(lead);
    const named = statements
      .slice(0, at)
      .filter(
        one =>
          one.sentence === part.sentence &&
          one.fact.quote !== part.fact.quote &&
          unitClass(one.fact.unit) === unitClass(part.fact.unit) &&
          one.fact.role !== 'forecast' &&
          !/[;；]/.test(text.slice(one.fact.start, part.fact.start)),
      );
    // 其中 may reach back over a neighbour: "已开工4个,1个在办手续,其中2个完工" speaks of the 4.
    const whole = bracket ? named.at(-1) : named.toSorted((a, b) => b.fact.value - a.fact.value)[0];
    const inside = bracket || /^其中/.test(part.fact.quote);
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

/** "其中甲180人次、乙65人次": the listed parts together cannot exceed the whole. */
export function lists({ statements }: Group): Check[] {
  const byQuote = new Map<string, Statement[]>();
  for (const one of statements)
    if (/^其中/.test(one.fact.quote) && isCount(one.fact))
      byQuote.set(one.fact.quote, [...(byQuote.get(one.fact.quote) ?? []), one]);
  return [...byQuote.values()].flatMap(members => {
    const first = members[0];
    const whole =
      first &&
      statements.findLast(
        one =>
          one.fact.start < first.fact.start && one.sentence === first.sentence && one.fact.unit === first.fact.unit,
      );
    if (!first || !whole || members.length < 2 || members.some(one => one.fact.unit !== first.fact.unit)) return [];
    const total = exact(members.reduce((sum, one) => sum + one.fact.value, 0));
    const ok = total <= whole.fact.value;
    return [
      checkOf('sum', [...members, whole], {
        description: `${rowName(first.row)}：其中各项合计${total}${first.fact.unit}，${ok ? '不超过' : '超过了'}总数${whole.fact.value}${whole.fact.unit}`,
        expected: whole.fact.value,
        actual: total,
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
