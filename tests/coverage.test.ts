import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** docs/coverage.yaml says what each “works when” sentence has. This test keeps the file and the test titles the same. */
type Clause = { check: string; tests: string[]; missing?: string };
type Row = { name: string; state: 'full' | 'partly'; clauses: Record<string, Clause> };

const ROOT = `${import.meta.dirname}/..`;
const read = (path: string) => readFileSync(`${ROOT}/${path}`, 'utf8');

const { untouched, ...rows } = parse(read('docs/coverage.yaml')) as { untouched: string[] } & Record<string, Row>;
const touched = Object.entries(rows as Record<string, Row>);
const golden: Record<string, string[]> = JSON.parse(read('tests/golden/systems-clauses.json'));

/** A title that begins with one or more clause ids (S1-3.2, S4-W1.1), as it stands after `test(` or `.each([…])(`. */
const TITLE = /(['"`])((?:S\d-W?\d+\.\d+ )+)(.+?)\1,\s/g;
const FILES = ['src/**/*.test.ts', 'simulators/**/*.test.ts', 'tests/**/*.test.ts', 'tests/journeys/*.e2e.ts'];

/** Clause id → `file: title` of each test that begins with it. */
function titledTests(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of globSync(FILES, { cwd: ROOT }).filter(name => name !== 'tests/coverage.test.ts')) {
    for (const [, , ids = '', words = ''] of read(file).matchAll(TITLE)) {
      for (const id of ids.trim().split(' ')) found.set(id, [...(found.get(id) ?? []), `${file}: ${ids}${words}`]);
    }
  }
  return found;
}

const titled = titledTests();

describe('docs/coverage.yaml', () => {
  test('names each of the 113 rows once, touched or untouched, with exactly its clauses', () => {
    expect([...touched.map(([key]) => key), ...untouched].sort()).toEqual(Object.keys(golden).sort());
    for (const [key, row] of touched) expect(Object.keys(row.clauses).sort(), key).toEqual([...golden[key]!].sort());
  });

  test('every listed test exists and has the clause id at the front of its title; every titled test is listed', () => {
    for (const [key, row] of touched) {
      for (const [id, clause] of Object.entries(row.clauses)) {
        expect([...clause.tests].sort(), `${key} ${id}`).toEqual([...(titled.get(id) ?? [])].sort());
      }
    }
    const listed = new Set(touched.flatMap(([, row]) => Object.keys(row.clauses)));
    expect([...titled.keys()].filter(id => !listed.has(id))).toEqual([]);
  });

  test('a row is full exactly when each of its clauses has a test and nothing is missing', () => {
    for (const [key, row] of touched) {
      const clauses = Object.values(row.clauses);
      const full = clauses.every(clause => clause.tests.length > 0 && clause.missing === undefined);
      expect(row.state, key).toBe(full ? 'full' : 'partly');
      for (const clause of clauses) expect(clause.tests.length > 0 || clause.missing, key).toBeTruthy();
    }
  });
});

describe('db/keys.yaml', () => {
  const KINDS = ['person', 'registry', 'series', 'reference', 'local', 'record'];
  type Key = { kind: string; retention: string; note?: string };
  const keys = parse(read('db/keys.yaml')) as { retention: Record<string, string>; tables: Record<string, Key> };
  const tables = [...read('db/schema.sql').matchAll(/^table (\S+) \(\n(.*?)^\)/gms)]
    .map(([, name = '', body = '']) => ({ name, key: /PRIMARY KEY \((.*?)\)/.exec(body)?.[1]?.split(', ') }))
    .filter(table => table.key !== undefined);

  test('names exactly the tables of the schema, each with a known kind and retention class', () => {
    expect(Object.keys(keys.tables).sort()).toEqual(tables.map(table => table.name).sort());
    for (const [name, key] of Object.entries(keys.tables)) {
      expect(KINDS, name).toContain(key.kind);
      expect(Object.keys(keys.retention), name).toContain(key.retention);
    }
  });

  test('a person table has elder_id in its primary key; a record says what is to change', () => {
    for (const { name, key } of tables) {
      const said = keys.tables[name];
      if (said?.kind === 'person') expect(key, name).toContain('elder_id');
      if (said?.kind === 'record') expect(said.note, name).toBeTruthy();
    }
  });
});
