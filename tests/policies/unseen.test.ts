import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePolicyDocument } from '#modules/policies/parser/parse-document.ts';

/** Documents written for this test in the manner of other cities; the expectations were written by reading them. */
const FOLDER = new URL('../golden/policies-unseen/', import.meta.url);
type Unit = [string, 'lead' | 'cooperating' | null];
type Expected = {
  title: string;
  issuers: string[];
  documentNumber: string | null;
  issuedOn: string | null;
  draft: boolean;
  measures: { number: number; title?: string; deadline?: string | null; units: Unit[] }[];
  progress?: { number: number; items: number; units: string[] }[];
  facts: [role: string, op: string, value: number, unit: string, asOf: string | null, deadline: string | null][];
};

for (const name of readdirSync(FOLDER)
  .filter(file => file.endsWith('.txt'))
  .sort()) {
  describe(name, () => {
    const expected: Expected = JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), FOLDER), 'utf8'));
    const document = parsePolicyDocument(readFileSync(new URL(name, FOLDER), 'utf8'));
    it('header', () => {
      const { title, issuers, documentNumber, issuedOn, draft } = document;
      const { title: t, issuers: i, documentNumber: n, issuedOn: d, draft: f } = expected;
      expect({ title, issuers, documentNumber, issuedOn, draft }).toEqual({
        title: t,
        issuers: i,
        documentNumber: n,
        issuedOn: d,
        draft: f,
      });
    });
    it('measures and units', () => {
      expect(
        document.measures.map(measure => [
          measure.number,
          ...measure.units.map(unit => [unit.name.replace(/（/g, '(').replace(/）/g, ')'), unit.role]),
        ]),
      ).toEqual(expected.measures.map(measure => [measure.number, ...measure.units]));
      for (const measure of expected.measures) {
        const found = document.measures.find(one => one.number === measure.number)!;
        if (measure.title) expect(found.title).toBe(measure.title);
        if (measure.deadline !== undefined) expect(found.deadline).toBe(measure.deadline);
      }
    });
    it('progress rows', () => {
      expect(
        document.progress.map(row => ({
          number: row.number,
          items: row.items.length,
          units: row.units.map(unit => unit.name),
        })),
      ).toEqual(expected.progress ?? []);
    });
    it('facts: these and no others', () => {
      expect(
        document.facts.map(fact => [fact.role, fact.op, fact.value, fact.unit, fact.asOf, fact.deadline].join(' ')),
      ).toEqual(expected.facts.map(fact => fact.map(part => part ?? '').join(' ')));
    });
  });
}
