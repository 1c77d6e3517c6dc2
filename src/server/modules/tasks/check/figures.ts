import { type Check, checkOf, exact, type Group, rowName } from './check.ts';
import { isCount, isTarget, type Statement, sameSubject, targetFor, unitClass } from './statements.ts';

const placesOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
const roundTo = (value: number, places: number): number =>
  Math.round((value + Number.EPSILON) * 10 ** places) / 10 ** places;

/** "整改率97%" is the amount said with the same verb; other shares are of the amount before them. */
function shareOf(
  share: Statement,
  before: readonly Statement[],
  all: readonly Statement[],
): [Statement, Statement] | null {
  const near = before.filter(
    one => one.sentence === share.sentence && isCount(one.fact) && one.fact.role !== 'forecast',
  );
  const verb = /(整改|开工|竣工|完工|办结|销号)率/.exec(share.fact.quote)?.[1];
  const part = verb ? near.findLast(one => one.fact.quote.includes(`已${verb}`)) : near.at(-1);
  if (!part) return null;
  const target =
    targetFor(part, all) ??
    (verb
      ? all.find(one => isTarget(one) && one.row === part.row && unitClass(one.fact.unit) === unitClass(part.fact.unit))
      : undefined);
  const whole =
    target ??
    near.find(
      one =>
        one !== part &&
        one.fact.start < part.fact.start &&
        one.fact.value >= part.fact.value &&
        one.state === 'stage' &&
        unitClass(one.fact.unit) === unitClass(part.fact.unit),
    );
  return whole && whole.fact.value > 0 ? [part, whole] : null;
}

/** A stated share must be its amount over its whole, rounded as it is written. */
export function shares({ statements, all }: Group): Check[] {
  return statements.flatMap((share, at) => {
    const stated =
      share.fact.unit === '%' &&
      share.fact.role !== 'target' &&
      /占比|占[^,]{0,8}的|完成[^,，]{0,10}的|(?:完成|整改|开工|竣工|完工|办结|销号)率|完成比例/.test(share.fact.quote);
    const pair = stated ? shareOf(share, statements.slice(0, at), all) : null;
    if (!pair) return [];
    const [part, whole] = pair;
    const percent = (part.fact.value / whole.fact.value) * 100;
    const places = placesOf(share.fact.value);
    const ok = Math.abs(percent - share.fact.value) <= 0.5 * 10 ** -places + 1e-9;
    return [
      checkOf('share', [part, share, whole], {
        description: `${rowName(share.row)}：${part.fact.value} ÷ ${whole.fact.value} = ${roundTo(percent, 2)}%，文中写${share.fact.value}%，${ok ? '一致' : '不一致'}`,
        expected: share.fact.value,
        actual: roundTo(percent, places),
        ok,
      }),
    ];
  });
}

/** Added less withdrawn cannot exceed the total so far. */
export function nets({ statements }: Group): Check[] {
  const exited = statements.find(one => one.state === 'withdrawn' && isCount(one.fact));
  const added = statements.find(one => one.state === 'added' && exited && sameSubject(one.subject, exited.subject));
  const total = statements.find(
    one => one.state === 'cumulative' && exited && sameSubject(one.subject, exited.subject),
  );
  if (!exited || !added) return [];
  const net = added.fact.value - exited.fact.value;
  const ok = !total || net <= total.fact.value;
  const tail = total
    ? `，累计${total.fact.value}${total.fact.unit}，此前${total.fact.value - net}${total.fact.unit}`
    : '';
  return [
    checkOf('net', total ? [added, exited, total] : [added, exited], {
      description: `${rowName(added.row)}：新增${added.fact.value} − 退出${exited.fact.value} = 净增${net}${added.fact.unit}${tail}${ok ? '' : '，净增超过累计'}`,
      expected: total?.fact.value ?? net,
      actual: net,
      ok,
    }),
  ];
}

/** What was finished this year is part of the total so far. */
export function cumulatives({ statements }: Group): Check[] {
  const total = statements.find(one => one.state === 'cumulative' && one.fact.role === 'actual' && isCount(one.fact));
  const done = statements.find(
    one =>
      one.state === 'done' && isCount(one.fact) && total && unitClass(one.fact.unit) === unitClass(total.fact.unit),
  );
  if (!total || !done || total.sentence !== done.sentence) return [];
  const ok = done.fact.value <= total.fact.value;
  return [
    checkOf('cumulative', [total, done], {
      description: `${rowName(total.row)}：本年完成${done.fact.value}${done.fact.unit}${ok ? '不超过' : '超过了'}累计${total.fact.value}${total.fact.unit}`,
      expected: total.fact.value,
      actual: done.fact.value,
      ok,
    }),
  ];
}

/** How far a target is met; wrong only where the text claims it is met and it is not. */
export function completions({ statements, all }: Group): Check[] {
  return statements.flatMap(actual => {
    if (
      isTarget(actual) ||
      actual.fact.role !== 'actual' ||
      !isCount(actual.fact) ||
      !['added', 'done', 'stage'].includes(actual.state) ||
      /^其中/.test(actual.fact.quote)
    )
      return [];
    const target = targetFor(actual, all);
    if (!target || target.fact.value === 0) return [];
    const percent = exact((actual.fact.value / target.fact.value) * 100);
    const ok = actual.fact.value >= target.fact.value || !/超额|提前完成|全部完成|任务已完成/.test(actual.fact.quote);
    return [
      checkOf('completion', [actual, target], {
        description: `${rowName(actual.row)}：${actual.fact.value} ÷ 目标${target.fact.value} = ${roundTo(percent, 2)}%${ok ? '' : '，文中却说已完成'}`,
        expected: target.fact.value,
        actual: actual.fact.value,
        ok,
      }),
    ];
  });
}

/** "由甲%提高到乙%，提高丙个百分点": the difference must be 丙. */
export function changes({ statements }: Group): Check[] {
  return statements.flatMap((points, at) => {
    const [from, to] = statements.slice(Math.max(0, at - 2), at);
    if (
      !/百分点$/.test(points.fact.unit) ||
      !from ||
      !to ||
      from.fact.unit !== '%' ||
      to.fact.unit !== '%' ||
      from.sentence !== points.sentence
    )
      return [];
    const actual = exact(Math.abs(to.fact.value - from.fact.value));
    const ok = actual === points.fact.value;
    return [
      checkOf('change', [from, to, points], {
        description: `${rowName(points.row)}：从${from.fact.value}%到${to.fact.value}%相差${actual}个百分点，文中写${points.fact.value}，${ok ? '一致' : '不一致'}`,
        expected: points.fact.value,
        actual,
        ok,
      }),
    ];
  });
}
