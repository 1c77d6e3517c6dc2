import { receiveFeed } from '../../src/contracts/comparison-feeds.ts';
import type { ComparisonKind } from '../../src/contracts/comparison-kinds.ts';
import * as contract from '../../src/contracts/comparisons.ts';
import { readRun } from '../../src/contracts/runs.ts';
import type { Caller } from './app.ts';
import { sleep } from './slow-work.ts';

export type Table = { kind: ComparisonKind; sender: string; asOf?: string; name?: string; full?: boolean };

/** Uploads a table, takes the columns as proposed, and waits for the comparison. */
export async function compare(by: Caller, bytes: Buffer | string, of: Table) {
  const query = { kind: of.kind, sender: of.sender, asOf: of.asOf ?? '2025-06-01' };
  const file = { name: of.name ?? '名单.csv', bytes: Buffer.from(bytes) };
  const made = await by.call(contract.uploadComparison, { query, file });
  if (made.status !== 200) throw new Error(JSON.stringify(made.error));
  const params = { id: made.body.id };
  const { body: read } = await by.call(contract.readComparison, { params });
  const ran = await by.call(contract.runComparison, {
    params,
    body: { mapping: read.mapping, ...(of.full && { full: true }) },
  });
  if (ran.status !== 200) throw new Error(JSON.stringify(ran.error));
  return compared(by, params.id);
}

export async function compared(by: Caller, id: string): Promise<contract.ComparisonBatch> {
  for (let left = 1_200; left > 0; left--) {
    const { body } = await by.call(contract.readComparison, { params: { id } });
    if (body.status !== 'comparing') return body;
    await sleep(50);
  }
  throw new Error('the comparison never ended');
}

/** Receives a feed and waits for the run; answers its status and message. */
export async function receive(by: Caller, kind: ComparisonKind) {
  const asked = await by.call(receiveFeed, { params: { kind } });
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.error));
  for (let left = 1_200; left > 0; left--) {
    const { body } = await by.call(readRun, { params: { id: asked.body.runId } });
    if (body.status !== 'queued' && body.status !== 'running') return body;
    await sleep(50);
  }
  throw new Error('the feed never ended');
}
