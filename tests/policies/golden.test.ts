import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ParsedDocument, type ParsedFact } from '#contracts/policies/parsed-document.ts';
import { parsePolicyDocument } from '#modules/policies/parser/parse-document.ts';

const FOLDER = new URL('../golden/policies/', import.meta.url);
type Golden = {
  id: string;
  seed: number;
  clause: number | string;
  role: string;
  op: string;
  value: number;
  unit: string;
  quote: string;
  as_of?: string;
  by?: string;
};
type Measure = {
  number: number;
  title: string;
  responsible_units: string[];
  group_units: string[];
  numeric_targets: { id: string; role: string }[];
};
type Expected = {
  facts: Golden[];
  seed0_rows: {
    row: number;
    task: string;
    items: { first15: string; last10: string; chars: number; yi_count: number }[];
    numeric_facts: string[];
  }[];
  seed1: {
    measures: Measure[];
    sections: { no: number; title: string; first: number; last: number }[];
    issuers: string[];
    issue_date: string;
    aliases: Record<string, string>;
  };
  seed4: { measures: Measure[]; sections: { no: number; title: string; first: number; last: number }[] };
};

const golden: Expected = JSON.parse(readFileSync(new URL('golden-facts.json', FOLDER), 'utf8'));
const seeds = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .sort();
const parsed = seeds.map(name => parsePolicyDocument(readFileSync(new URL(name, FOLDER), 'utf8')));
const documentOf = (seed: number): ParsedDocument => parsed[seed]!;

/** Where the golden file says more than the text: the text wins (see the module's README). */
const TEXT_SAYS_NO_DATE = new Set([
  'G3-2a', // no year stands in or before the sentence; 2020 is knowledge about the plan period
  'G3-28c', // 到2025年 stands four sentences earlier and governs another sentence
]);
const BINDING = new Set(['actual', 'target', 'forecast', 'rate', 'ratio', 'target_group']);
const yearEnd = (by: string | undefined): string | null =>
  by === undefined ? null : by.length === 4 ? `${by}-12-31` : by;
const bare = (text: string): string => text.replace(/\s/g, '');

function candidates(fact: Golden): ParsedFact[] {
  const document = documentOf(fact.seed);
  const place = Number(fact.clause);
  return document.facts.filter(found => {
    if (fact.seed === 0 && found.row !== place) return false;
    if ((fact.seed === 1 || fact.seed === 4) && found.measure !== place) return false;
    return found.value === fact.value && found.unit === fact.unit && overlaps(document, found, fact.quote);
  });
}

function overlaps(document: ParsedDocument, found: ParsedFact, quote: string): boolean {
  const [mine, theirs] = [bare(found.quote), bare(quote)];
  if (mine.includes(theirs) || theirs.includes(mine)) return true;
  const around = bare(document.text.slice(Math.max(0, found.start - 60), found.end + 60));
  return around.includes(theirs);
}

describe('facts of the five documents', () => {
  for (const fact of golden.facts.filter(one => BINDING.has(one.role))) {
    it(`${fact.id} ${fact.quote} = ${fact.op} ${fact.value} ${fact.unit}`, () => {
      const found = candidates(fact);
      expect(found.length, 'no such fact').toBeGreaterThan(0);
      const stated = {
        op: fact.op,
        asOf: fact.as_of ?? null,
        deadline: TEXT_SAYS_NO_DATE.has(fact.id) ? null : yearEnd(fact.by),
      };
      expect(found.map(({ op, asOf, deadline }) => ({ op, asOf, deadline }))).toContainEqual(stated);
      expect(found.map(one => one.role)).toContain(fact.role);
    });
  }

  it('every fact quotes the text literally, in at most 40 signs, with its number inside', () => {
    for (const document of parsed)
      for (const fact of document.facts) {
        expect(document.text.slice(fact.start, fact.end)).toBe(fact.quote);
        expect(fact.quote.length).toBeLessThanOrEqual(40);
      }
  });

  it('every quote of a document without line breaks in sentences is a piece of the source', () => {
    for (const seed of [0, 1, 2, 4]) {
      const source = readFileSync(new URL(seeds[seed]!, FOLDER), 'utf8');
      for (const fact of documentOf(seed).facts) expect(source).toContain(fact.quote);
    }
  });
});

describe('no false facts', () => {
  /** Amounts beside the golden list that the text does state; each with its reason. */
  const ALSO_TRUE = new Set([
    '0|80|个', // row 13 repeats row 8: (80个已开展服务)
    '0|50|个', // row 13 repeats the forecast of row 6
    '3|50|张', // 各不少于50张床位: size of each institution (beds_each of G3-23a)
    '3|100|张', // 不少于100张床位: size of each (beds of G3-23b)
    '3|1|所', // 至少建成1所区级公办养老机构 (institutions_per_district of G3-24)
  ]);
  for (const seed of [0, 1, 2, 3, 4]) {
    it(`document ${seed}: each fact is in the golden list or on the list of reasons`, () => {
      const known = golden.facts.filter(one => one.seed === seed);
      const extra = documentOf(seed).facts.filter(
        fact =>
          !known.some(one => one.value === fact.value && one.unit === fact.unit) &&
          !ALSO_TRUE.has(`${seed}|${fact.value}|${fact.unit}`),
      );
      expect(extra.map(fact => fact.quote)).toEqual([]);
    });
  }
  it('targets are only what the golden list calls target or target group', () => {
    for (const seed of [0, 1, 2, 4]) {
      const aims = golden.facts.filter(
        one => one.seed === seed && (one.role === 'target' || one.role === 'target_group'),
      );
      const found = documentOf(seed).facts.filter(fact => fact.role === 'target' || fact.role === 'target_group');
      expect(found.map(fact => `${fact.value}${fact.unit}`).sort()).toEqual(
        aims.map(fact => `${fact.value}${fact.unit}`).sort(),
      );
    }
  });
});

describe('measures', () => {
  for (const [seed, expected] of [
    [1, golden.seed1],
    [4, golden.seed4],
  ] as const) {
    const document = documentOf(seed);
    it(`document ${seed} has ${expected.measures.length} measures`, () =>
      expect(document.measures.map(one => one.number)).toEqual(expected.measures.map(one => one.number)));
    for (const measure of expected.measures) {
      it(`document ${seed} measure ${measure.number} ${measure.title}`, () => {
        const found = document.measures.find(one => one.number === measure.number)!;
        expect(found.title).toBe(measure.title);
        expect(found.units.map(unit => unit.name)).toEqual(measure.responsible_units);
        expect(found.units.filter(unit => unit.group).map(unit => unit.name)).toEqual(measure.group_units);
        expect(found.units.every(unit => unit.role === null)).toBe(true);
        const aims = measure.numeric_targets.filter(one => one.role === 'target' || one.role === 'target_group');
        expect(found.targets).toHaveLength(aims.length);
        expect(found.text).not.toMatch(/责任单位/);
        for (const unit of found.units) expect(document.text.slice(unit.start, unit.end)).toBe(unit.name);
      });
    }
    it(`document ${seed} sections`, () => {
      const held = document.sections.filter(one => one.firstMeasure !== null && one.level === (seed === 1 ? 1 : 2));
      expect(
        held.map(one => ({ no: one.number, title: one.title, first: one.firstMeasure, last: one.lastMeasure })),
      ).toEqual(expected.sections);
    });
  }
  it('issuers, date, number and draft state', () => {
    expect(documentOf(1).issuers).toEqual(golden.seed1.issuers);
    expect(documentOf(1).issuedOn).toBe(golden.seed1.issue_date);
    expect(documentOf(1).documentNumber).toBeNull();
    expect(parsed.map(one => one.draft)).toEqual([false, false, false, false, true]);
  });
  it('short names are matched with the issuers', () => {
    const named = Object.entries(golden.seed1.aliases).filter(([short]) => short !== '各镇街');
    expect(Object.fromEntries(documentOf(1).aliases.map(one => [one.short, one.full]))).toEqual(
      Object.fromEntries(named),
    );
  });
  it('news, table and mind map have no measures', () =>
    expect([0, 2, 3].map(seed => documentOf(seed).measures.length)).toEqual([0, 0, 0]));
});

describe('progress table', () => {
  it('has 15 rows', () =>
    expect(documentOf(0).progress.map(row => row.number)).toEqual(golden.seed0_rows.map(row => row.row)));
  for (const row of golden.seed0_rows) {
    it(`row ${row.row}: task and items`, () => {
      const found = documentOf(0).progress.find(one => one.number === row.row)!;
      expect(found.task).toBe(row.task);
      expect(
        found.items.map(item => ({ first15: item.slice(0, 15), last10: item.slice(-10), chars: item.length })),
      ).toEqual(row.items.map(({ first15, last10, chars }) => ({ first15, last10, chars })));
      expect(found.units).toEqual([]);
    });
  }
});

it('every result fits the contract', () => {
  for (const document of parsed) expect(() => ParsedDocument.parse(document)).not.toThrow();
});
