import type { FactRole, ParsedFact } from '#contracts/policies/parsed-document.ts';
import { shadowOf } from './characters.ts';
import { clauseAt, quoteRange, type Range, subjectOf } from './clauses.ts';
import { type DatePhrase, findDates } from './dates.ts';
import { findQuantities, LIST_GAP, type Quantity } from './quantities.ts';

/** A stretch of the normalised text whose amounts are read alike; `kind` says what an unmarked amount is. */
export type Passage = Range & {
  kind: 'task' | 'progress' | 'plan' | 'report';
  measure: number | null;
  row: number | null;
  /** Deadline stated for the whole passage (完成时限 column or line). */
  deadline: string | null;
};

type Sentence = { shadow: string; start: number; dates: DatePhrase[]; quantities: Quantity[] };
type Context = {
  sentence: Sentence;
  quantity: Quantity;
  clause: Range;
  words: string;
  passage: Passage;
  year: number | null;
};

const STANDING = /已(?!建成的)|目前|截至|今年以来|共有|现有|原有|完成了|建成了|同比|比上年|较上年/;
const PERFECT = /累计|达(?!到|标|成)/;
const FORECAST = /预计|有望|拟于/;
const AIMING =
  /力争|争取|确保|不少于|不低于|至少|突破|达到|实现|新建|建成|建设|新增|增加|扩大|培育|培养|培训|改造|打造|评选|选树|招募|发展|配备|举办|组织|开展|完成|覆盖|设立|设置|引进|创建|每年|每个|各区|各街|推动|提升|提高|建有|拥有|有\d|预留|选拔|建立|支持|扶持|控制|降低|签约|不超过|提供|保持|安排|推广|认定|发放|惠及|投入|安装|为\d|达|保障|累计/;
const FULFILLED =
  /^(?:(?:全面|全部|基本|力争|确保|须|要|应)*(?:完成|建成|投入|实现|开工|达到|启用|运营|到位|落实|交付|开业|竣工)[\u4e00-\u9fff]{0,6})?$/;
const RATE = /^元\//;
const GRANT = /补贴|补助|奖励|津贴|资助|给予|收费|缴费|不超过.{0,8}元|标准/;
const AGE = /^(?:岁|周岁)/;
const SERVING = /覆盖|服务|规范|面向|为.{0,3}\d|对.{0,3}\d|提供|发放|保障|享受|给予|实现|开展|建立|纳入|管理/;

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

const inside = (date: DatePhrase, range: Range): boolean => date.start >= range.start && date.end <= range.end;

/** "2025年,中心城区…": a year that is a clause of its own dates what follows like "到2025年". */
function yearClause({ shadow }: Sentence, date: DatePhrase): DatePhrase[] {
  const alone =
    date.kind === 'period' && shadow[date.end] === ',' && /^(?:\d{1,2}\.)?$|[,;。:]$/.test(shadow.slice(0, date.start));
  return alone ? [{ ...date, date: `${date.date}-12-31` }] : [];
}

/** A deadline said after the amount: "新建…3个,10月底前完成". */
function laterDeadline({ sentence, quantity, clause, words }: Context, by: readonly DatePhrase[]): DatePhrase | null {
  const after = by.find(date => date.kind === 'by' && date.start >= clause.end);
  if (!after || /已/.test(words)) return null;
  const gap = sentence.shadow.slice(quantity.end, after.start);
  const place = clauseAt(sentence.shadow, after.start);
  const tail = sentence.shadow.slice(after.end, place.end);
  const free = !sentence.quantities.some(other => inSameClause(other, place)) || inSameClause(quantity, place);
  return free && gap.length <= 60 && !gap.includes(';') && FULFILLED.test(tail) ? after : null;
}

/** The date that binds the amount: in its clause, else the last one before it, else one right after it. */
function governing(context: Context): DatePhrase | null {
  const { sentence, quantity, clause, words } = context;
  const by = sentence.dates.flatMap(date =>
    date.kind === 'by' && date.date !== null ? [date] : yearClause(sentence, date),
  );
  const distance = (date: DatePhrase): number => Math.abs(date.start - quantity.start);
  const own = by.filter(date => inside(date, clause)).sort((a, b) => distance(a) - distance(b))[0];
  if (own) return own;
  const later = laterDeadline(context, by);
  const before = by.filter(date => date.end <= quantity.start).at(-1);
  if (!before || /已/.test(words) || (before.kind === 'period' && later)) return later;
  const reset = sentence.dates.some(
    date => (date.kind === 'asOf' || date.kind === 'now') && date.start > before.start && date.end <= quantity.start,
  );
  const forecast = FORECAST.test(sentence.shadow.slice(Math.max(0, before.start - 4), before.end));
  const ended = forecast && sentence.shadow.slice(before.end, quantity.start).includes(';');
  return reset || ended ? later : before;
}

const inSameClause = (quantity: Quantity, clause: Range): boolean =>
  quantity.start >= clause.start && quantity.end <= clause.end;

function stateDay({ sentence, quantity, clause, words }: Context): string | null {
  const before = sentence.dates
    .filter(date => (date.kind === 'asOf' || date.kind === 'now') && date.start <= quantity.start)
    .at(-1);
  const aside = /预计|将于|计划/.exec(words);
  if (aside && clause.start + aside.index < quantity.start) return null;
  return before?.kind === 'asOf' ? before.date : null;
}

function shareRole({ sentence, quantity, clause }: Context): boolean {
  const before = sentence.shadow.slice(clause.start, quantity.start);
  return (
    quantity.unit === '%' &&
    /占比?[^,;]{0,12}$|占比(?:为|达到?|约)?$|完成率(?:为|达到?|约)?$|完成[^,;]{0,12}(?:任务|目标|计划)[^,;]{0,6}的$/.test(
      before,
    )
  );
}

function roleOf(context: Context, deadline: DatePhrase | null): { role: FactRole; doubt: string | null } {
  const { passage, quantity, words, year } = context;
  if (AGE.test(quantity.unit))
    return { role: passage.kind === 'plan' && SERVING.test(words) ? 'target_group' : 'definition', doubt: null };
  if (RATE.test(quantity.unit) || (quantity.unit === '元' && GRANT.test(words))) return { role: 'rate', doubt: null };
  if (passage.kind === 'task') return { role: 'target', doubt: null };
  const past = deadline?.date && year !== null && Number(deadline.date.slice(0, 4)) < year;
  if (passage.kind === 'progress') {
    if (FORECAST.test(words)) return { role: 'forecast', doubt: null };
    if (shareRole(context)) return { role: 'ratio', doubt: null };
    return { role: 'actual', doubt: null };
  }
  if (/已/.test(words) || past) return { role: 'actual', doubt: null };
  if (deadline) return { role: FORECAST.test(words) ? 'forecast' : 'target', doubt: null };
  if (STANDING.test(words) || (passage.kind === 'report' && PERFECT.test(words)))
    return { role: 'actual', doubt: null };
  if (quantity.stated && quantity.op !== '~') return { role: 'target', doubt: null };
  if (shareRole(context) && (passage.kind === 'report' || !/达到|提高|提升|增加|保持/.test(words)))
    return { role: 'ratio', doubt: null };
  if (/力争|争取|确保/.test(words)) return { role: 'target', doubt: null };
  if (passage.kind === 'report')
    return { role: /将(?!近)|计划(?!》)|拟/.test(words) ? 'target' : 'actual', doubt: null };
  return AIMING.test(words) ? { role: 'target', doubt: null } : { role: 'actual', doubt: '看不出是目标还是现状' };
}

const EACH =
  /每一?(?:个)?(街道乡镇|街道(?:\([镇乡]{1,2}\))?|乡镇(?:\(街道\))?|镇街|街镇|社区(?:\(村\))?|村居|行政村|区县|季度|区|县|市|镇|乡|村|年|月|周|天|日|人|户|份|床|张|名|次|班|家|所|个)/g;

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
  const each = [...before.matchAll(EACH)];
  const scope = each[0]?.[0] ?? /(?:其他|其余)?各(?:区|街道|乡镇|镇|街镇|社区|县)/.exec(before)?.[0] ?? null;
  if (each.length === 0 || quantity.unit.includes('/') || /^(?:%|‰|岁|周岁|百分点|个百分点)$/.test(quantity.unit))
    return { unit: quantity.unit, scope };
  // "每个县办3所各不少于80人的学校": the 80 are counted for each of the 3, not for the district.
  const previous = sentence.quantities.filter(other => other.start >= from && other.end <= quantity.start).at(-1);
  const inner = previous && !LIST_GAP.test(sentence.shadow.slice(previous.end, quantity.start));
  if (inner) return { unit: quantity.unit, scope };
  const signs = each.map(match => (match[1] === '季度' ? '季' : (match[1] ?? ''))).filter(sign => sign.length === 1);
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
  const by = AGE.test(unit) && !/\d{4}/.test(sentence.shadow) ? null : governing(context);
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
    subject: subjectOf(sentence.shadow, clause, quantity),
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
  const lead = /^\s*(?:\d{1,2}\.(?=\D|\d{4}年)\s*)?/.exec(shadow.slice(clause.start, clause.end))?.[0].length ?? 0;
  const tail = /\s*$/.exec(shadow.slice(clause.start + lead, clause.end))?.[0].length ?? 0;
  return { start: clause.start + lead, end: clause.end - tail };
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
