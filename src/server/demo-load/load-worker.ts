/** Thread of the bulk load: generation, sealing and grams are heavy and must not hold up requests. */
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { setParsers } from '#platform/database/parsers.ts';
import { loadKeys } from '#platform/secrets/keys.ts';
import { type DemoPlan, makeWorld } from './plan.ts';
import { enterBatch, enterOwner, runStep } from './run-step.ts';
import type { Step } from './step-context.ts';

export type WorkerInput = {
  url: string;
  /** Above the row rules; for the whole city only. */
  ownerUrl: string | undefined;
  plan: DemoPlan;
  keyFile: string;
  dataFolder: string;
};
export type WorkerAnswer = { step: string; rows: number } | { step: string; failure: string };

const { url, ownerUrl, plan, keyFile, dataFolder } = workerData as WorkerInput;
setParsers();
const keys = loadKeys({ file: keyFile, dataFolder, create: false });
const client = new pg.Client({ connectionString: url });
await client.connect();
await enterBatch(client);
const owner = ownerUrl === undefined ? undefined : new pg.Client({ connectionString: ownerUrl });
if (owner) {
  await owner.connect();
  await enterOwner(owner);
}
const world = makeWorld(plan);

parentPort?.on('message', async (step: Step | 'end') => {
  if (step === 'end') {
    await client.end();
    await owner?.end();
    parentPort?.close();
    return;
  }
  const answer = await runStep({ client, owner, keys, world }, step).then(
    (rows): WorkerAnswer => ({ step: step.name, rows }),
    (error: Error): WorkerAnswer => ({ step: step.name, failure: `${step.name}：${error.message}` }),
  );
  parentPort?.postMessage(answer);
});
