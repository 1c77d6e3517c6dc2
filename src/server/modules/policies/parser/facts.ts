import type { ParsedFact } from '#contracts/policies/parsed-document.ts';
import { shadowOf } from './characters.ts';
import { clauseAt, quoteRange, type Range, subjectOf } from './clauses.ts';
import { findDates } from './dates.ts';
import { type Context, governing, inside, type Passage, type Sentence, stateDay } from './deadlines.ts';
import { findQuantities, LIST_GAP, type Quantity } from './quantities.ts';
import { isAge, roleOf } from './roles.ts';

/** No sentence is longer than this; longer runs without a stop are cut so that time stays linear. */
const LONGEST = 1000;
const chunks = (piece: string): string[] =>
  piece.length <= LONGEST ? [piece] : (piece.match(/[\s\S]{1,1000}/g) ?? []);

function* sentencesOf(text: string, passage: Range, year: number | null): Generator<Sentence> {
  const body = shadowOf(text.slice(passage.start, passage.end));
  let from = 0;
  for (const piece of body.split(/(?<=[。!?\n])/).flatMap(chunks)) {
    if (/[\d一二两三四五六七八九十百千万体]/.test(piece) && !/\d{30}/.test(piece)) {
      yield {
        shadow: piece,
        start: passage.start + from,
        dates: findDates(piece, year),
        quantities: findQuantities(piece),
      };
    }
    from += piece.length;
  }
}

const EACH =
  /每一?(?:个)?(县级市(?:\(区\))?|区县|养老机构|机构|驿站|服务中心|家庭|街道乡镇|街道(?:\([镇乡]{1,2}\))?|乡镇(?:\(街道\))?|镇街|街镇|社区(?:\(村\))?|村居|行政村|区县|季度|区|县|市|镇|乡|村|年|月|周|天|日|人|户|份|床|张|名|次|班|家|所)/g;

/** "每人每月300元" → 元/人·月; one-sign counters become part of the unit, longer places (每个街道) the scope. */
function withDenominator(context: Context): { unit: string; scope: string | null } {
  const { sentence, quantity } = context;
  const from =
    Math.max(
      sentence.shadow.lastIndexOf(',', quantity.start),
      sentence.shadow.lastIndexOf(';', quantity.start),
      sentence.shadow.lastIndexOf('。', quantity.start),
    ) + 1;
  const before = sentence.shadow.slice(from, quantity.start);
  const every = [...before.matchAll(EACH)];
  const last = sentence.quantities.filter(other => other.start >= from && other.end <= quantity.start).at(-1);
  // "每张2万元、每张1万元": words after the amount before belong to this one alone.
  const own = every.filter(match => last !== undefined && from + match.index >= last.end);
  const each = own.length > 0 ? own : every;
  const scope = each[0]?.[0] ?? /(?:其他|其余)?各(?:区|街道|乡镇|镇|街镇|社区|县)/.exec(before)?.[0] ?? null;
  if (each.length === 0 || quantity.unit.includes('/') || /^(?:%|‰|岁|周岁|百分点|个百分点)$/.test(quantity.unit))
    return { unit: quantity.unit, scope };
  // "每个县办3所各不少于80人的学校": the 80 are counted for each of the 3, not for the district.
  const previous = sentence.quantities.filter(other => other.start >= from && other.end <= quantity.start).at(-1);
  const inner = previous && !LIST_GAP.test(sentence.shadow.slice(previous.end, quantity.start));
  if (inner) return { unit: quantity.unit, scope };
  const signs = each
    .map(match => (match[1] === '季度' ? '季' : (match[1] ?? '')))
    .filter(sign => sign.length === 1 && sign !== quantity.unit);
  return { unit: signs.length === 0 ? quantity.unit : `${quantity.unit}/${signs.join('·')}`, scope };
}

/** "覆盖全体老年人": all of a group is 100 % of it. Only this wording; 全覆盖 alone names no group. */
function wholeGroups(sentence: Sentence): Quantity[] {
  return [...sentence.shadow.matchAll(/覆盖全体(?=[\u4e00-\u9fff])/g)].map(match => ({
    value: 100,
    unit: '%',
    op: '=' as const,
    start: match.index,
    end: match.index + match[0].length,
    doubt: '“全体”按100%记，文中没有数字',
    stated: false,
  }));
}

function factOf(text: string, context: Context): ParsedFact {
  const { sentence, quantity, clause, passage } = context;
  const { unit, scope } = withDenominator(context);
  const rated = { ...context, quantity: { ...quantity, unit } };
  const by = isAge(unit) && !/\d{4}/.test(sentence.shadow) ? null : governing(context);
  const { role, doubt } = roleOf(rated, by);
  const past = role === 'actual' && by?.kind === 'by';
  const bound = role === 'target' || role === 'forecast' || role === 'target_group';
  const period =
    sentence.dates.find(date => date.kind === 'period' && inside(date, { start: clause.start, end: quantity.start }))
      ?.date ?? null;
  const range = quoteRange(trimmed(sentence.shadow, clause), quantity);
  const start = sentence.start + range.start;
  const end = sentence.start + range.end;
  return {
    quote: text.slice(start, end),
    value: quantity.value,
    unit,
    op: quantity.op,
    asOf: bound && role !== 'forecast' ? null : (stateDay(context) ?? (past ? by.date : null)),
    deadline: bound ? (by?.date ?? (role === 'target' ? passage.deadline : null)) : null,
    role,
    subject: subjectOf(sentence.shadow, trimmed(sentence.shadow, clause), quantity),
    period,
    scope,
    measure: passage.measure,
    row: passage.row,
    part: passage.kind === 'task' ? 'task' : passage.kind === 'progress' ? 'progress' : 'text',
    start,
    end,
    doubt: doubt ?? quantity.doubt ?? (bound ? (by?.doubt ?? null) : null),
  };
}

/** Leaves out spaces and the item number before a clause. */
function trimmed(shadow: string, clause: Range): Range {
  const lead =
    /^\s*(?:\d{1,2}\.(?=\D|\d{4}年)\s*|\(\d{1,2}\)\s*|第[一二三四五六七八九十百]+条\s*|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)\s*)?/.exec(
      shadow.slice(clause.start, clause.end),
    )?.[0].length ?? 0;
  const rest = shadow.slice(clause.start + lead, clause.end);
  return { start: clause.start + lead, end: clause.start + lead + rest.trimEnd().length };
}

/** Every amount of the passages, in order, with operator, dates, role and quote. `year` dates "5月底". */
export function readFacts(text: string, passages: readonly Passage[], year: number | null): ParsedFact[] {
  const facts: ParsedFact[] = [];
  for (const passage of passages) {
    for (const sentence of sentencesOf(text, passage, year)) {
      const quantities = [...sentence.quantities, ...wholeGroups(sentence)].sort((a, b) => a.start - b.start);
      for (const quantity of quantities) {
        const clause = clauseAt(sentence.shadow, quantity.start);
        const words = sentence.shadow.slice(clause.start, clause.end);
        facts.push(factOf(text, { sentence, quantity, clause, words, passage, year }));
      }
    }
  }
  return facts;
}
