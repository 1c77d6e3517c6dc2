import { type Agreement, type AgreementStatus, EXPIRY_NOTICE_DAYS } from '#contracts/agreements.ts';
import { addDays, type CivilDate } from '#shared/dates.ts';

/** Where an agreement stands against its last day. */
export function expiryOf(
  of: { status: AgreementStatus; endsOn: CivilDate | null },
  today: CivilDate,
): Agreement['expiry'] {
  if (of.status === 'ended' || of.endsOn === null) return 'none';
  if (of.endsOn < today) return 'over';
  return of.endsOn <= addDays(today, EXPIRY_NOTICE_DAYS) ? 'soon' : 'later';
}
