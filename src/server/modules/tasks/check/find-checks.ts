import type { ParsedDocument } from '#contracts/policies/parsed-document.ts';
import { findRepeats } from './repeats.ts';
import {
  isCount,
  isTarget,
  STATE_WORDS,
  type Statement,
  sameSubject,
  statementsOf,
  targetFor,
  unitClass,
} from './statements.ts';

export const CHECK_KINDS = [
  'sum',
  'part',
  'share',
  'whole',
  'repeat',
  'cumulative',
  'net',
  'completion',
  'change',
] as const;

/** One sum done: `ok` false means the document contradicts itself at `quotes` (rows in `rows`). */
export type Check = {
  kind: (typeof CHECK_KINDS)[number];
  description: string;
  expected: number;
  actual: number;
  ok: boolean;
  quotes: string[];
  rows: number[];
};

const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
const said = (one: Statement): string => `${STATE_WORDS[one.state]}${one.fact.value}${one.fact.unit}`;
const rowName = (row: number): string => (row > 0 ? `第${row}行` : '正文');

/** Builds a check; quotes and rows are those of the statements it compares. */
export function checkOf(
  kind: Check['kind'],
  of: readonly Statement[],
  result: { description: string; expected: number; actual: number; ok: boolean },
): Check {
  return {
    kind,
    ...result,
    quotes: [...new Set(of.map(one => one.fact.quote))],
    rows: [...new Set(of.map(one => one.row))],
  };
}

type Group = { statements: Statement[]; all: readonly Statement[] };

/** Finished + under way + not begun must be the target, or the whole named before them. */
function sums({ statements, all }: Group): Check[] {
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

/** "(80个已开展服务)" and "其中2家" are part of the amount before them. */
function parts({ statements }: Group, text: string): Check[] {
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

const placesOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
const roundTo = (value: number, places: number): number =>
  Math.round((value + Number.EPSILON) * 10 ** places) / 10 ** places;

/** A stated share must be the amount before it over its target, rounded as it is written. */
function shares({ statements, all }: Group): Check[] {
  return statements.flatMap((share, at) => {
    const stated =
      share.fact.unit === '%' &&
      share.fact.role !== 'target' &&
      /占比|占[^,]{0,8}的|完成率|完成[^,]{0,10}的|完成比例/.test(share.fact.quote);
    const part = statements.slice(0, at).findLast(one => one.sentence === share.sentence && isCount(one.fact));
    const whole =
      part &&
      (targetFor(part, all) ??
        statements
          .slice(0, at)
          .find(
            one =>
              one.sentence === share.sentence &&
              one !== part &&
              one.fact.value >= part.fact.value &&
              one.state === 'stage',
          ));
    if (!stated || !part || !whole || whole.fact.value === 0) return [];
    const actual = roundTo((part.fact.value / whole.fact.value) * 100, placesOf(share.fact.value));
    const ok =
      actual === share.fact.value || Math.abs(actual - share.fact.value) < 10 ** -placesOf(share.fact.value) * 0.5;
    return [
      checkOf('share', [part, share, whole], {
        description: `${rowName(share.row)}：${part.fact.value} ÷ ${whole.fact.value} = ${roundTo((part.fact.value / whole.fact.value) * 100, 2)}%，文中写${share.fact.value}%，${ok ? '一致' : '不一致'}`,
        expected: share.fact.value,
        actual,
        ok,
      }),
    ];
  });
}

/** "全部50个" and "已明确全市36个" name the whole: it must be the target, and no stage may exceed it. */
function wholes({ statements, all }: Group): Check[] {
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

/** Added less withdrawn cannot exceed the total so far. */
function nets({ statements }: Group): Check[] {
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
function cumulatives({ statements }: Group): Check[] {
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
function completions({ statements, all }: Group): Check[] {
  return statements.flatMap(actual => {
    if (
      isTarget(actual) ||
      actual.fact.role !== 'actual' ||
      !isCount(actual.fact) ||
      !['added', 'done', 'stage'].includes(actual.state)
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
function changes({ statements }: Group): Check[] {
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

/** Every sum the document itself allows to be checked; inferred from its amounts, units, states and rows. */
export function findChecks(document: ParsedDocument): Check[] {
  const all = statementsOf(document);
  const rows = new Map<number, Statement[]>();
  for (const one of all) rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
  const checks: Check[] = [];
  for (const statements of rows.values()) {
    const group = { statements, all };
    const sentences = new Map<number, Statement[]>();
    for (const one of statements) sentences.set(one.sentence, [...(sentences.get(one.sentence) ?? []), one]);
    for (const sentence of sentences.values()) checks.push(...sums({ statements: sentence, all }));
    checks.push(
      ...parts(group, document.text),
      ...shares(group),
      ...wholes(group),
      ...nets(group),
      ...cumulatives(group),
      ...completions(group),
      ...changes(group),
    );
  }
  return [...checks, ...findRepeats(all)];
}
