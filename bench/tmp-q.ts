import pg from 'pg';
import { readConfig } from '../src/server/config.ts';
import { connectDatabase } from '../src/server/platform/database/connect.ts';
const database = await connectDatabase(readConfig(), { mayShare: true });
const admin = new pg.Client({ connectionString: database.ownerUrl ?? database.appUrl });
await admin.connect();
for (const sql of process.argv.slice(2)) { const r = await admin.query(sql); console.table(r.rows); }
await admin.end(); await database.close();
