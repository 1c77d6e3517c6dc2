import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { publish } from '#platform/outbox/publish.ts';
import { addDays } from '#shared/dates.ts';
import * as db from './db-vouchers.ts';
import { CITY } from './follow-elder.ts';

export const RemindersJob = { name: 'vouchers.reminders', payload: z.object({}) } as const;
/** So many days before the last one (ours, designDefault: no document says). */
const AHEAD_DAYS = 7;
const AT_ONCE = 500;

/** The nightly job: who has money left in a voucher that runs out soon is told so, once a voucher; run twice it tells nobody twice. */
export const runReminders = (tools: JobTools): Promise<void> =>
  tools.inArea(CITY, '服务券快到期：提醒', async ctx => {
    for (const row of await db.listExpiring(ctx, { by: addDays(ctx.today, AHEAD_DAYS), limit: AT_ONCE })) {
      await db.setReminded(ctx, row.voucher_id);
      const of = { elderId: row.elder_id, areaCode: row.area_code };
      await publish(ctx, { name: 'voucher.told', ...of, voucherId: row.voucher_id, what: 'expiring' });
      const subject = { kind: 'voucher', id: row.voucher_id };
      await record(ctx, { action: 'vouchers.remind', subject, ...of, note: `用到${row.valid_to}` });
    }
  });
