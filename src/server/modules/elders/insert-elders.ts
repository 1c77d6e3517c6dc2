import type pg from 'pg';
import { insertRows } from './db/insert-rows.ts';
import type { NewElder } from './new-elder.ts';
import { type Preparing, preparePerson, type Rows } from './prepare-people.ts';

/** Rows of many people joined table by table; pure, so a worker thread may do it. */
export function preparePeople(people: readonly NewElder[], tools: Preparing): Rows {
  const all: Record<string, unknown[][]> = {};
  for (const person of people) {
    for (const [table, lines] of Object.entries(preparePerson(person, tools))) {
      const list = all[table] ?? [];
      all[table] = list;
      for (const line of lines) list.push(line);
    }
  }
  return all;
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
