/** A process of its own with the product's jobs: tests kill it in the middle of an import. */
import pg from 'pg';
import { jobs } from '../../src/server/jobs.ts';
import { setParsers } from '../../src/server/platform/database/parsers.ts';
import { setWorkFolder } from '../../src/server/platform/files/work-folder.ts';
import { startWorker } from '../../src/server/platform/jobs/worker.ts';
import { setReactions } from '../../src/server/platform/outbox/publish.ts';
import { loadKeys } from '../../src/server/platform/secrets/keys.ts';
import { reactions } from '../../src/server/reactions.ts';

const [url = '', jobsUrl = '', keyFile = '', dataFolder = '', workFolder = ''] = process.argv.slice(2);
setParsers();
setReactions(reactions);
setWorkFolder(workFolder);
const keys = loadKeys({ file: keyFile, dataFolder, create: false });
const pool = new pg.Pool({ connectionString: url, max: 4 });
const script = new URL('../../src/server/thread.ts', import.meta.url);
const threads = { script, url, keys, workFolder };
await startWorker({ pool, jobsUrl, keys, jobs, threads, onError: (what, error) => console.error(what, error) });
console.log('ready');
