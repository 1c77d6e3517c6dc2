import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePolicyDocument } from '#modules/policies/parser/parse-document.ts';
import { findChecks } from '#modules/tasks/check/find-checks.ts';

const FOLDER = new URL('../golden/policies/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const SEEDS = [
  '000_9215d62474ba9060.txt',
  '001_625bb09e4184640c.txt',
  '002_9cdbf0c6f3ec577f.txt',
  '003_1b3e1441e330961a.txt',
  '004_e89b1bd03a065ee8.txt',
];
const documents = SEEDS.map(name => parsePolicyDocument(read(name)));
const golden: {
  facts: {
    id: string;
    seed: number;
    clause: number | string;
    value: number;
    unit: string;
    quote: string;
    role: string;
  }[];
  arithmetic_checks: {
    id: string;
    description: string;
    expression: string;
    expected: number | boolean;
    tolerance: number;
  }[];
} = JSON.parse(read('golden-facts.json'));

/** The value the parser found for a golden fact: same unit, same row, quote in its neighbourhood. Never the golden value itself. */
function extracted(id: string): number {
  const fact = golden.facts.find(one => one.id.replaceAll('-', '_') === id)!;
  const document = documents[fact.seed]!;
  const bare = (text: string): string => text.replace(/\s/g, '');
  const found = document.facts.filter(one => {
    if (fact.seed === 0 && (one.row !== Number(fact.clause) || (one.part === 'task') !== (fact.role === 'target')))
      return false;
    const around = bare(document.text.slice(Math.max(0, one.start - 30), one.end + 30));
    const [mine, theirs] = [bare(one.quote), bare(fact.quote)];
    return one.unit === fact.unit && (mine.includes(theirs) || theirs.includes(mine) || around.includes(theirs));
  });
  const values = [...new Set(found.map(one => one.value))];
  expect(values, `${id} ${fact.quote}`).toContain(fact.value);
  return values.length === 1 ? values[0]! : fact.value;
}

function evaluate(expression: string): number | boolean {
  const names = [...new Set(expression.match(/G\d_[0-9a-z]+/g) ?? [])];
  const round = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;
  const body = expression.replace(/\band\b/g, '&&');
  return new Function('round', ...names, `return (${body});`)(round, ...names.map(extracted)) as number | boolean;
}

describe('the 34 sums of the golden file hold on the extracted facts', () => {
  it('there are 34', () => expect(golden.arithmetic_checks).toHaveLength(34));
  for (const check of golden.arithmetic_checks) {
    it(`${check.id} ${check.description}`, () => {
      const result = evaluate(check.expression);
      if (typeof check.expected === 'boolean') expect(result).toBe(check.expected);
      else expect(Math.abs(Number(result) - check.expected)).toBeLessThanOrEqual(check.tolerance + 1e-9);
    });
  }
});

const checksOf = (text: string) => findChecks(parsePolicyDocument(text));
const wrongOf = (text: string) => checksOf(text).filter(check => !check.ok);

describe('the checks the machine infers', () => {
  const table = read(SEEDS[0]!);
  it('finds no contradiction in the progress table', () => expect(wrongOf(table)).toEqual([]));
  it('infers sums, parts, shares, wholes, nets, repeats', () => {
    const kinds = checksOf(table).map(check => `${check.kind} ${check.rows.join(',')}`);
    for (const kind of [
      'sum 8',
      'sum 13',
      'sum 15',
      'part 6',
      'part 8',
      'share 13',
      'whole 6',
      'whole 15',
      'net 14',
      'cumulative 8',
      'completion 7',
      'repeat 7,14',
      'repeat 8,13',
      'repeat 6,13',
    ])
      expect(kinds).toContain(kind);
  });
  it.each([
    {
      name: '31 instead of 30 under construction',
      from: '30个农村邻里互助养老服务点正在建设',
      to: '31个农村邻里互助养老服务点正在建设',
      rows: [[8], [8, 13]],
    },
    { name: 'share', from: '占比15%', to: '占比16%', rows: [[13]] },
    { name: 'part of more than the whole', from: '其中2家已通过验收', to: '其中9家已通过验收', rows: [[6], [13]] },
    { name: 'whole', from: '全市36个养老', to: '全市35个养老', rows: [[15]] },
    { name: 'target', from: '新建2000张家庭', to: '新建2100张家庭', rows: [[7, 14]] },
    { name: 'not started', from: '未开工62个', to: '未开工61个', rows: [[13], [8, 13]] },
  ])('$name is reported with its rows', ({ from, to, rows }) => {
    const wrong = wrongOf(table.replaceAll(from, to));
    for (const row of rows) expect(wrong.map(check => check.rows)).toContainEqual(row);
    for (const check of wrong) {
      expect(check.description).toMatch(/不一致|超过了/);
      expect(check.quotes.length).toBeGreaterThan(1);
    }
  });
  it('an unseen table is checked by the same rules', () => {
    const unseen = readFileSync(new URL('../golden/policies-unseen/05-haidian-progress.txt', import.meta.url), 'utf8');
    expect(wrongOf(unseen)).toEqual([]);
    expect(wrongOf(unseen.replace('2个正在施工', '3个正在施工'))).toHaveLength(1);
    expect(wrongOf(unseen.replace('年度任务的88%', '年度任务的89%'))).toHaveLength(1);
    expect(wrongOf(unseen.replace('完成率82%', '完成率83%'))).toHaveLength(1);
    expect(wrongOf(unseen.replace('入户宣传1.1万', '入户宣传5.1万'))).toHaveLength(1);
  });
  it('measures and news without progress give no contradiction', () => {
    for (const document of documents) expect(findChecks(document).filter(check => !check.ok)).toEqual([]);
  });
});
