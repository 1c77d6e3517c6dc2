import type { JobTools } from '#platform/outbox/publish.ts';
import { publish } from '#platform/outbox/publish.ts';
import * as db from '../db/intake.ts';
import type { Intake } from '../rules.ts';

/** One message waiting for its commit. */
type Waiting = { deviceId: string; intake: Intake; settle: (error?: Error) => void };

const MOST_MESSAGES = 500;

/** Everything between two commits goes into one transaction; a message is answered after that commit, never before. */
export type GroupCommit = { keep: (message: Omit<Waiting, 'settle'>) => Promise<void>; drain: () => Promise<void> };

export function groupCommit(tools: JobTools): GroupCommit {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  const run = async () => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_MESSAGES);
      waiting = waiting.slice(MOST_MESSAGES);
      const error = await commit(tools, group).then(
        () => undefined,
        (failure: Error) => failure,
      );
      for (const message of group) message.settle(error);
    }
    running = undefined;
  };
  return {
    keep: message =>
      new Promise((resolve, reject) => {
        waiting.push({ ...message, settle: error => (error ? reject(error) : resolve()) });
        running ??= Promise.resolve().then(run);
      }),
    drain: async () => running,
  };
}

async function commit(tools: JobTools, group: readonly Waiting[]): Promise<void> {
  await tools.inArea('110000000000', '设备上报的读数', async ctx => {
    const rows: db.ReadingRows = { deviceIds: [], ats: [], litres: [] };
    for (const { deviceId, intake } of group) {
      for (const reading of intake.readings) {
        rows.deviceIds.push(deviceId);
        rows.ats.push(reading.at);
        rows.litres.push(reading.litres);
      }
    }
    await db.markHeard(ctx, {
      ids: group.map(message => message.deviceId),
      newest: group.map(({ intake }) =>
        intake.readings.reduce<string | null>((a, r) => (a && a > r.at ? a : r.at), null),
      ),
    });
    const fresh = rows.ats.length > 0 ? await db.keepReadings(ctx, rows) : [];
    const rejections = group.flatMap(({ deviceId, intake }) =>
      [...intake.rejected].map(([reason, count]) => ({ deviceId, reason, count })),
    );
    await db.countRejections(ctx, rejections);
    if (fresh.length > 0) await publish(ctx, { name: 'readings.recorded', deviceIds: fresh });
  });
}
