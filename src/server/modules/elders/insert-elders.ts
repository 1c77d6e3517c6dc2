import type pg from 'pg';
import { copyTables, insertRows } from './db/insert-rows.ts';
import { copyRoll } from './db/rolls.ts';
import type { NewElder } from './new-elder.ts';
import { type Preparing, preparePerson, preparePlain, type Rows } from './prepare-people.ts';
import { ANYBODY } from './rules/grams.ts';
import { inOrder, startRoll } from './rules/make-roll.ts';

/** Rows of many people joined table by table; pure, so a worker thread may do it. */
export function preparePeople(people: readonly NewElder[], tools: Preparing): Rows {
  return joinRows(people.map(person => preparePerson(person, tools)));
}

/** Rows of each person as rows of each table. */
export function joinRows(each: Iterable<Rows>): Rows {
  const all: Record<string, unknown[][]> = {};
  for (const rows of each) append(all, rows);
  return all;
}

function append(all: Record<string, unknown[][]>, rows: Rows): void {
  for (const [table, lines] of Object.entries(rows)) {
    const list = all[table] ?? [];
    all[table] = list;
    for (const line of lines) list.push(line);
  }
}

/**
 * Inserts many plain people: seals, blind indexes, grams, tags, scopes, households, contacts. For a client in the batch
 * role over their area (demo, imports, tests); aim at 1,000 a call. Identity numbers must be new in the city.
 */
export async function insertElders(
  client: pg.ClientBase,
  people: readonly NewElder[],
  tools: Preparing,
): Promise<void> {
  if (people.length > 0) await insertRows(client, preparePeople(people, tools));
}

/** As many as a COPY message or two hold; the street itself is held once, as plain people. */
const PEOPLE_A_COPY = 2_000;

/**
 * Copies all people of one street, whose tables hold nobody of it yet, and makes its roll. For a client above the row
 * rules (the bulk load of a whole city). Answers the rows made.
 */
export async function copyStreet(
  client: pg.ClientBase,
  street: { code: string; people: readonly NewElder[] },
  tools: Preparing,
): Promise<number> {
  const people = [...street.people].sort(inOrder);
  const roll = startRoll(street.code, ANYBODY);
  const households = new Set<string>();
  let made = 0;
  for (let from = 0; from < people.length; from += PEOPLE_A_COPY) {
    const all: Record<string, unknown[][]> = {};
    for (const person of people.slice(from, from + PEOPLE_A_COPY)) {
      const { rows, grams } = preparePlain(person, tools);
      roll.add({ elderId: person.elderId, alive: true, grams: grams() });
      if (households.has(person.householdId)) rows.households = [];
      households.add(person.householdId);
      append(all, rows);
    }
    await copyTables(client, all);
    for (const lines of Object.values(all)) made += lines.length;
  }
  const done = roll.finish();
  await copyRoll(client, done, tools.now);
  return made + done.postings.length + 1;
}
