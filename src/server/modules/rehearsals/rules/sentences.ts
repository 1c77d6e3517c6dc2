import type { Cliff, MonthLine } from '#contracts/rehearsals/result.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { ResultRows } from './result-rows.ts';

export const NO_EFFECT = '这份草案对任何人都没有影响';

type Told = {
  draft: { startsMonth: string; months: number };
  /** False when every value is the one in force. */
  hasChanges: boolean;
  rows: ResultRows;
  lines: readonly MonthLine[];
  cliffs: readonly Cliff[];
  problems: number;
};

const count = (n: number): string => n.toLocaleString('en-US');
const more = (fen: number): string => (fen < 0 ? `少花${fenToYuanText(-fen)}元` : `多花${fenToYuanText(fen)}元`);

/** The result in sentences, the answer first. */
export function sentencesOf(told: Told): string[] {
  const touched = told.rows.outcomes.filter(each => each.outcome !== 'same' && each.outcome !== 'none');
  const moved = told.cliffs.filter(cliff => cliff.change !== 'same');
  const faulty = told.problems > 0 ? [`有${count(told.problems)}人资料有误，没有算进来。`] : [];
  if (touched.length === 0 && moved.length === 0) {
    const why = told.hasChanges ? '改了的值碰不到现在登记的任何一个人。' : '草案和现行规定一字不差。';
    return [`${NO_EFFECT}。${why}`, costNow(told), ...faulty];
  }
  return [
    costSentence(told),
    peopleSentence(told),
    ...openSentence(told),
    expectedSentence(told),
    ...cliffSentence(told),
    ...faulty,
  ];
}

const sum = (lines: readonly MonthLine[], key: Exclude<keyof MonthLine, 'month'>): number =>
  lines.reduce((total, line) => total + line[key], 0);

function costNow({ draft, lines }: Told): string {
  return `${monthWords(draft.startsMonth)}起的${draft.months}个月，按现行规定要花${fenToYuanText(sum(lines, 'oldFen'))}元，草案相同。`;
}

function costSentence({ draft, lines }: Told): string {
  const [old, drafted] = [sum(lines, 'oldFen'), sum(lines, 'newFen')];
  const percent = old > 0 ? `（${((Math.abs(drafted - old) / old) * 100).toFixed(1)}%）` : '';
  const city = sum(lines, 'cityNewFen') - sum(lines, 'cityOldFen');
  const shares = city === 0 ? '市级定额不变，差额全由户籍区负担' : `其中市级定额${more(city)}，其余由户籍区负担`;
  return `${monthWords(draft.startsMonth)}起的${draft.months}个月，已申请的人按草案发${fenToYuanText(drafted)}元，比现行规定${more(drafted - old)}${percent}；${shares}。`;
}

const PAID = [
  ['gain', '人钱变多'],
  ['enter', '人新享受'],
  ['lose', '人钱变少'],
  ['leave', '人不再享受'],
  ['mixed', '人有的月多有的月少'],
] as const;

function peopleSentence({ rows }: Told): string {
  const people = new Map(rows.outcomes.map(each => [each.outcome, each.people]));
  const parts = PAID.flatMap(([outcome, words]) => {
    const n = people.get(outcome) ?? 0;
    return n > 0 ? [`${count(n)}${words}`] : [];
  });
  const same = people.get('same') ?? 0;
  const rest = `${count(same)}人照旧`;
  return parts.length > 0 ? `${parts.join('，')}，${rest}。` : `已经在领的人都不变（${rest}）。`;
}

function openSentence({ rows }: Told): string[] {
  const open = rows.outcomes.find(each => each.outcome === 'open');
  const close = rows.outcomes.find(each => each.outcome === 'close');
  const said: string[] = [];
  if (open)
    said.push(
      `另有${count(open.people)}人没有申请，按草案能领（或能多领）；都来申请的话，${more(open.openNewFen - open.openOldFen)}。`,
    );
  if (close) said.push(`${count(close.people)}人现在符合却没有申请，按草案能领的变少或没有了。`);
  return said;
}

function expectedSentence({ lines }: Told): string {
  const difference = sum(lines, 'expectedNewFen') - sum(lines, 'expectedOldFen');
  return `预计（算上假定的去世和新满条件的人来申请）：现行${fenToYuanText(sum(lines, 'expectedOldFen'))}元，草案${fenToYuanText(sum(lines, 'expectedNewFen'))}元，${more(difference)}。`;
}

function cliffSentence({ cliffs }: Told): string[] {
  const worse = cliffs.filter(cliff => cliff.change === 'new' || cliff.change === 'deeper');
  if (worse.length === 0) return ['没有新增“往前一步反而少拿钱”的地方。'];
  const people = worse.reduce((total, cliff) => total + cliff.people, 0);
  return [`草案新增或加深了${worse.length}处“往前一步反而少拿钱”的地方，站在边上的有${count(people)}人次。`];
}

/** Below this share of beds the register cannot be whole: the city's occupancy was 48 % at the end of 2024 (found). */
