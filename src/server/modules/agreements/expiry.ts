import { EXPIRY_NOTICE_DAYS } from '#contracts/agreements.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuties } from '#platform/lifecycle/advance.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { addDays, dayWords } from '#shared/dates.ts';
import { type AgreementRow, listEnding } from './db.ts';

/** Whoever keeps an agreement owes a renewal or an end before its last day; opened once, closed by the next step. */
export async function openExpiryDuties(ctx: Context): Promise<number> {
  const ending = await listEnding(ctx, addDays(ctx.today, EXPIRY_NOTICE_DAYS));
  await openDuties(
    ctx,
    ending.map(row => ({
      subject: { kind: 'agreement', id: row.agreement_id, areaCode: row.area_code },
      duty: dutyOf(row),
    })),
  );
  return ending.length;
}

const dutyOf = (row: AgreementRow) => ({
  forRole: areaLevel(row.area_code) === 'city' ? ('city' as const) : ('district' as const),
  ...{ kindLabel: '协议到期', title: `《${row.title}》${dayWords(row.ends_on)}到期`, actionLabel: '续签或终止' },
  ...{ reason: '到期前商签约各方续签，或写明终止', path: `/desk/agreements/${row.agreement_id}` },
  dueAt: `${row.ends_on}T17:00:00+08:00`,
});
