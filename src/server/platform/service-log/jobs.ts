import { join } from 'node:path';
import { z } from 'zod';
import { type Job, job } from '../outbox/publish.ts';
import { exportHeads, makeHead, sealEntries } from './seal.ts';

const WHOLE_SITE = '110000000000';

/** Places waiting entries every minute, and signs and exports a head a day at 0:10. `dataDir` gets the folder `heads`. */
export function serviceLogJobs(dataDir: () => string): Job[] {
  return [
    job({
      name: 'service-log.seal',
      title: '把新记录编入服务日志',
      payload: z.object({}),
      schedule: '* * * * *',
      handle: async tools => {
        for (let more = true; more; ) {
          const { sealed } = await tools.inArea(WHOLE_SITE, '编入服务日志', ctx => sealEntries(ctx.client));
          more = sealed === 5000;
        }
      },
    }),
    job({
      name: 'service-log.head',
      title: '签发当天的服务日志头并导出',
      payload: z.object({}),
      schedule: '10 0 * * *',
      handle: async tools => {
        await tools.inArea(WHOLE_SITE, '签发日志头', ctx => makeHead(ctx.client, ctx.keys.signing, ctx.now));
        await tools.inArea(WHOLE_SITE, '导出日志头', ctx => exportHeads(ctx.client, join(dataDir(), 'heads')));
      },
    }),
  ];
}
