import { createHash } from 'node:crypto';
import type pg from 'pg';
import { DIVISIONS_FILE, DIVISIONS_VALID_FROM, readDivisions, readDivisionsText } from './divisions.ts';

/**
 * Puts the divisions into `areas` in one transaction as the batch role; call it at every start. Answers the number of
 * rows written, 0 when the file is the one already loaded. Divisions missing from a newer file are left for a decision
 * (a merge needs successors), never deleted.
 */
export async function loadAreas(client: pg.ClientBase): Promise<number> {
  const text = readDivisionsText();
  const checksum = createHash('sha256').update(text).digest('hex');
  const known = await client.query('select 1 from reference_loads where file = $1 and checksum = $2', [
    DIVISIONS_FILE,
    checksum,
  ]);
  if (known.rowCount) return 0;
  const rows = readDivisions(text);
  await client.query(
    `insert into areas (code, name, level, parent_code, valid_from)
     select code, name, level, parent_code, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[])
       as t (code, name, level, parent_code)
     on conflict (code) do update set name = excluded.name where areas.name is distinct from excluded.name`,
    [
      rows.map(r => r.code),
      rows.map(r => r.name),
      rows.map(r => r.level),
      rows.map(r => r.parentCode),
      DIVISIONS_VALID_FROM,
    ],
  );
  await client.query(
    `insert into reference_loads (file, checksum) values ($1, $2)
     on conflict (file) do update set checksum = excluded.checksum, loaded_at = now()`,
    [DIVISIONS_FILE, checksum],
  );
  return rows.length;
}
