import { z } from 'zod';
import { PAYS_MONTHLY, RECOGNISED_CLASS, RECOGNITION_KINDS } from '#contracts/relief-lifecycle.ts';
import { amountLawChangedOn } from '#modules/benefits/catalogue/index.ts';
import { record } from '#platform/audit/record.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { workingDaysBetween } from '#platform/calendar/working-days.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { addDays, dayWords } from '#shared/dates.ts';
import { listReviews } from '../db/applications.ts';
import { askForReview } from '../db/grants.ts';
import { insertPeriodic } from '../db/rechecks.ts';
import { CITY } from '../rules.ts';

export const ReviewsJob = { name: 'relief.reviews', payload: z.object({}) } as const;
/** A re-check is opened so long before its day (ours). */
const AHEAD_DAYS = 30;
const AT_ONCE = 500;

/** The nightly job: who was recognised by a standard that has changed, and who was recognised is looked at again when the time of the rule has come; run twice it opens nothing twice. */
export const runReviews = (tools: JobTools): Promise<void> =>
  tools.inArea(CITY, '低保、低收入、特困：定期复核', async ctx => {
    for (const kind of RECOGNITION_KINDS) {
      const changedOn = amountLawChangedOn(kind, ctx.today);
      if (PAYS_MONTHLY[kind] && changedOn) await askForReview(ctx, { kind, changedOn });
    }
    const due = await listReviews(ctx, { by: addDays(ctx.today, AHEAD_DAYS), limit: AT_ONCE });
    const seen = new Set<string>();
    for (const row of due) {
      if (seen.has(row.elder_id)) continue;
      seen.add(row.elder_id);
      const [name, reviewOn] = [RECOGNISED_CLASS[row.kind], row.review_on ?? ctx.today];
      const id = await insertPeriodic(ctx, { row, economicClass: name });
      const subject = { kind: 'relief-recheck', id, elderId: row.elder_id, areaCode: row.responsible_area };
      await openDuty(ctx, subject, {
        ...{ forRole: 'district', kindLabel: '定期复核', actionLabel: '去复核', path: '/desk/relief/rechecks' },
        ...{ title: `复核${row.elder_name}的${name}资格`, reason: `${row.number}，${dayWords(reviewOn)}到期` },
        withinWorkingDays: Math.max(0, workingDaysBetween(holidayTables(), ctx.today, reviewOn)),
      });
      await record(ctx, { action: 'relief.review', subject, elderId: row.elder_id, areaCode: row.responsible_area });
    }
  });
