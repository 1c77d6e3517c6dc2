import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicyDocument } from '#modules/policies/parser/parse-document.ts';
import { findChecks } from '#modules/tasks/check/find-checks.ts';

const FOLDER = new URL('../golden/policies/', import.meta.url);
const seeds = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .map(name => readFileSync(new URL(name, FOLDER), 'utf8'));

function wellFormed(source: string): void {
  const document = parsePolicyDocument(source);
  for (const fact of document.facts) {
    expect(fact.quote.length).toBeLessThanOrEqual(40);
    expect(document.text.slice(fact.start, fact.end)).toBe(fact.quote);
    expect(Number.isFinite(fact.value)).toBe(true);
  }
  findChecks(document);
}

const PIECES = [
  '一、',
  '（一）',
  '1.',
  '责任单位：',
  '（责任单位：区民政局、',
  '）',
  '不少于',
  '50',
  '个',
  '%',
  '到2025年',
  '截至5月底',
  '《',
  '》',
  '“',
  '”',
  '|',
  '\t',
  '\n',
  '\n\n',
  '。',
  '，',
  '、',
  '；',
  '万',
  '九成',
  '区民政局',
  '牵头',
  '占比',
  '〔2024〕3号',
  ' ',
  '第',
  '每年',
  '元',
  '其中',
  '已完工',
];

describe('any input', () => {
  it('never throws and keeps its quotes literal on random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), wellFormed), { numRuns: 300 });
  });
  it('never throws on random grammar', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map(parts => parts.join('')),
        wellFormed,
      ),
      { numRuns: 500 },
    );
  });
  it('never throws on pieces of the documents', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(8000), fc.nat(3000), (which, from, length) =>
        wellFormed(seeds[which]!.slice(from, from + length)),
      ),
      { numRuns: 100 },
    );
  });
});

/** Line breaks inside sentences, as PDF text has them: no line of two or three signs, none right before a heading's own sign. */
function broken(source: string, places: readonly number[]): string {
  let out = source;
  let former = Number.POSITIVE_INFINITY;
  for (const place of [...new Set(places.map(place => place % source.length))].sort((a, b) => b - a)) {
    const at = place;
    if (
      former - at < 6 ||
      /\n/.test(out.slice(at - 1, at + 1)) ||
      at < 600 ||
      /一、二级/.test(out.slice(at - 1, at + 4))
    )
      continue;
    former = at;
    out = `${out.slice(0, at)}\n${out.slice(at)}`;
  }
  return out;
}

describe('line breaks', () => {
  for (const which of [0, 1, 4]) {
    const whole = parsePolicyDocument(seeds[which]!);
    it(`document ${which}: breaks inside words and numbers change no fact and no unit`, () => {
      fc.assert(
        fc.property(fc.array(fc.nat(8000), { minLength: 1, maxLength: 30 }), places => {
          const document = parsePolicyDocument(broken(seeds[which]!, places));
          expect(document.measures.map(one => one.units.map(unit => unit.name))).toEqual(
            whole.measures.map(one => one.units.map(unit => unit.name)),
          );
          expect(document.facts.map(fact => `${fact.op}${fact.value}${fact.unit} ${fact.deadline}`)).toEqual(
            whole.facts.map(fact => `${fact.op}${fact.value}${fact.unit} ${fact.deadline}`),
          );
        }),
        { numRuns: 60, seed: 20250620 },
      );
    });
  }
});

describe('length', () => {
  it.each([
    ['paragraphs', () => seeds[4]!.repeat(130)],
    ['wrapped lines', () => seeds[3]!.repeat(130)],
    ['a table', () => seeds[0]!.repeat(180)],
    ['one line without a stop', () => '区民政局、'.repeat(200_000)],
    ['only open brackets', () => '（责任单位：'.repeat(150_000)],
    ['only digits', () => '12345678'.repeat(120_000)],
    ['only quotation marks', () => '“《('.repeat(300_000)],
    ['amounts without a stop', () => '不少于50个服务点、'.repeat(100_000)],
    ['spaces', () => ' '.repeat(1_000_000)],
    ['line breaks', () => '1\n'.repeat(500_000)],
  ])(
    // quadratic reading would need hours; the limit is the runner's own
    'a million signs of %s come to an end',
    (_, make) => {
      expect(parsePolicyDocument(make()).facts).toBeDefined();
    },
    180_000,
  );
});
