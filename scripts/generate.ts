/** Writes what is derived: db/schema.sql and table types from the catalogue, openapi.json from the contracts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/server/config.ts';
import { schemaSql, tableTypes } from '../src/server/platform/database/catalogue.ts';
import { connectDatabase } from '../src/server/platform/database/connect.ts';

const ROOT = join(import.meta.dirname, '..');

const folder = mkdtempSync(join(tmpdir(), 'yinian-generate-'));
const database = await connectDatabase(readConfig({ YINIAN_DATA: folder, YINIAN_KEYS: `${folder}-keys` }));
try {
  const client = await database.pool.connect();
  writeFileSync(join(ROOT, 'src/server/platform/database/generated/tables.ts'), await tableTypes(client));
  writeFileSync(join(ROOT, 'db/schema.sql'), await schemaSql(client));
  client.release();
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}-keys`, { recursive: true, force: true });
}
const { routes } = await import('../src/server/routes.ts');
const { openApi } = await import('../src/server/platform/http/openapi.ts');
writeFileSync(join(ROOT, 'openapi.json'), `${JSON.stringify(openApi(routes), null, 1)}\n`);
