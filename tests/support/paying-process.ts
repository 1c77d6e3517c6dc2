import pg from 'pg';
import { httpBank } from '../../src/server/gateways/bank/http.ts';
import { connectGateways } from '../../src/server/gateways/connected.ts';
import { runPrepare } from '../../src/server/modules/payments/cycles/prepare-cycle.ts';
import { collectResults, submitFile } from '../../src/server/modules/payments/cycles/send-cycle.ts';
import { setParsers } from '../../src/server/platform/database/parsers.ts';
import { jobTools } from '../../src/server/platform/jobs/worker.ts';
import { testKeys } from './builders.ts';

/**
 * The payment jobs as a process of its own, for a test that kills it with -9: says `ready`, then does everything that is
 * to be done for a cycle. Environment: DATABASE, CYCLE, BANK_URL, BANK_SECRET.
 */
const { DATABASE = '', CYCLE = '', BANK_URL, BANK_SECRET = '' } = process.env;
setParsers();
connectGateways({ bank: httpBank({ url: BANK_URL, account: 'test', secret: BANK_SECRET }) });
const pool = new pg.Pool({ connectionString: DATABASE });
const tools = jobTools(pool, testKeys());
await pool.query('select 1');
console.log('ready');
await runPrepare(tools, CYCLE);
await submitFile(tools, CYCLE);
await collectResults(tools);
console.log('done');
await pool.end();
