import type { ParsedDocument, ParsedFact } from '#contracts/policies/parsed-document.ts';

/** Where the counted things stand: finished, under way, not begun; added, withdrawn, total so far; a stage otherwise. */
export const STATES = ['done', 'doing', 'todo', 'added', 'withdrawn', 'cumulative', 'stage'] as const;
export type State = (typeof STATES)[number];

/** An amount of a document with what the checks need to compare it. */
export type Statement = {
  fact: ParsedFact;
  state: State;
  /** Row of the table or number of the measure. */
  row: number;
  /** Number of the sentence in the document: parts and wholes stand in one sentence or one row. */
  sentence: number;
  /** The words of the clause without the number, for comparing two places that say the same. */
  words: string;
  subject: string;
};

export const STATE_WORDS: Record<State, string> = {
  done: '已完工',
  doing: '在建',
  todo: '未开工',
  added: '新增',
  withdrawn: '退出',
  cumulative: '累计',
  stage: '',
};

const RULES: readonly [State, RegExp][] = [
  ['cumulative', /累计|总数达|总量达/],
  [
    'todo',
    /未开工|未启动|未建|尚未|未完成|待开工|待建|未动工|将尽快|即将|预计[^,;。]{0,12}(?:开工|启动|动工)|拟开工|筹备/,
  ],
  ['doing', /在施|在建|正在|建设中|施工中|推进中|改造中|进行中/],
  ['withdrawn', /退出|撤销|关停|取消|减少|注销/],
  [
    'done',
    /已?完工|竣工|已建成|已改造|完成(?!率)[^,;。]{0,4}(?:改造|建设|施工)|改造完成|建设完成|已完成|已投入|已整改|已办结|已销号|已改/,
  ],
  ['added', /新增|新建|增加|新设/],
];

/** Only the words next to the amount decide; a bracket after it speaks of a part. */
function stateOf(words: string): State {
  const own = words.replace(/[(（][^)）]*[)）]/g, '');
  return RULES.find(([, rule]) => rule.test(own))?.[0] ?? 'stage';
}

const counted = (fact: ParsedFact): boolean => !/^(?:%|‰|个?百分点|岁|元)/.test(fact.unit);
export const isCount = counted;

/** 个, 家, 处, 所 … count the same places in one document; people, beds and money keep their own unit. */
export const unitClass = (unit: string): string => (/^(?:个|家|处|所|间|座)$/.test(unit) ? '个' : unit);

const wordsOf = (fact: ParsedFact): string =>
  fact.quote.replace(/[\d.,万亿%]+/g, '').replace(/其中|目前|截至|全市|全区|今年以来/g, '');

/** Every counted amount and share of the document, in order. */
export function statementsOf(document: ParsedDocument): Statement[] {
  const stops = [...document.text.matchAll(/[。!?！？\n|]/g)].map(match => match.index);
  let sentence = 0;
  const sentenceAt = (start: number): number => {
    while ((stops[sentence] ?? Number.POSITIVE_INFINITY) < start) sentence += 1;
    return sentence;
  };
  return document.facts
    .filter(fact => fact.role !== 'definition' && fact.role !== 'rate' && fact.role !== 'target_group')
    .map(fact => ({
      fact,
      state: stateOf(fact.quote),
      row: fact.row ?? fact.measure ?? 0,
      sentence: sentenceAt(fact.start),
      words: wordsOf(fact),
      subject: fact.subject.replace(/[的\s]/g, ''),
    }));
}

function grams(text: string, size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= text.length; at += 1) {
    const gram = text.slice(at, at + size);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function dice(a: string, b: string, size: number): number {
  const [left, right] = [grams(a, size), grams(b, size)];
  let shared = 0;
  for (const [gram, count] of left) shared += Math.min(count, right.get(gram) ?? 0);
  const total = Math.max(0, a.length - size + 1) + Math.max(0, b.length - size + 1);
  return total === 0 ? 0 : (2 * shared) / total;
}

/** Same thing counted: same signs in any order (家庭养老床位, 养老家庭床位), a few more or fewer allowed. */
export const sameSubject = (a: string, b: string): boolean =>
  a.length >= 3 &&
  b.length >= 3 &&
  (dice(a, b, 1) >= 0.75 || (Math.min(a.length, b.length) >= 5 && (a.endsWith(b) || b.endsWith(a))));

export const sameWords = (a: string, b: string): boolean => a.length >= 6 && b.length >= 6 && dice(a, b, 2) >= 0.72;

/** Words such as 点位 say nothing of the thing; the row's target names it. */
export const isGeneric = (subject: string): boolean =>
  subject.length < 3 || /^(?:点位|项目|机构|任务|站点|其中|工程)/.test(subject);

export const isTarget = (statement: Statement): boolean => statement.fact.role === 'target';

/** The target of the row a statement counts towards; undefined where two would fit or none. */
export function targetFor(statement: Statement, all: readonly Statement[]): Statement | undefined {
  const targets = all.filter(
    one => isTarget(one) && one.row === statement.row && unitClass(one.fact.unit) === unitClass(statement.fact.unit),
  );
  const fits = targets.filter(one => sameSubject(one.subject, statement.subject) && one.state !== 'cumulative');
  if (fits.length === 1) return fits[0];
  return fits.length === 0 && isGeneric(statement.subject) && targets.length === 1 ? targets[0] : undefined;
}
