/** A process of its own that runs one batch of determinations, part by part: tests kill it in the middle. */
import pg from 'pg';
import { runBatch } from '../../src/server/modules/benefits/run-batch.ts';
import { setParsers } from '../../src/server/platform/database/parsers.ts';
import { jobTools } from '../../src/server/platform/jobs/worker.ts';
import { setReactions } from '../../src/server/platform/outbox/publish.ts';
import { reactions } from '../../src/server/reactions.ts';
import { testKeys } from './builders.ts';

const [url = '', batchId = ''] = process.argv.slice(2);
setParsers();
setReactions(reactions);
const pool = new pg.Pool({ connectionString: url, max: 2 });
console.log('ready');
await runBatch(jobTools(pool, testKeys()), { batchId, areaCode: '110000000000', partsAbove: 0 });
console.log('done');
await pool.end();
