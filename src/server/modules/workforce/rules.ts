import { SKILL_LEVEL_LABELS } from '#contracts/catalogue.ts';
import type { CaregiverStatus } from '#contracts/workforce.ts';
import { addDays, type CivilDate } from '#shared/dates.ts';

type Dates = { issuedOn: CivilDate; expiresOn: CivilDate | null; revokedOn: CivilDate | null };

/** 30 days' warning before a certificate expires; an expired one blocks dispatch (peers.md: credential expiry blocks). */
export const EXPIRY_WARNING_DAYS = 30;

export function certificateState(dates: Dates, today: CivilDate) {
  if (dates.revokedOn !== null && dates.revokedOn <= today) return 'revoked' as const;
  if (dates.issuedOn > today) return 'future' as const;
  if (dates.expiresOn === null) return 'valid' as const;
  if (dates.expiresOn < today) return 'expired' as const;
  return dates.expiresOn <= addDays(today, EXPIRY_WARNING_DAYS) ? ('expiring' as const) : ('valid' as const);
}

export type Standing = { status: CaregiverStatus; verifiedOn: CivilDate | null; negativeReason: string | null };

/** Why a caregiver may not be sent anywhere; null when nothing stands against it. */
export function notDispatchable(person: Standing): string | null {
  if (person.status === 'negative-list') return `在负面清单上：${person.negativeReason ?? '未写明原因'}`;
  if (person.verifiedOn === null || person.status === 'registered') return '还没有实名核验';
  if (person.status === 'suspended') return '已停派';
  if (person.status === 'left') return '已离岗';
  return null;
}

type Wanted = { staffLevel: number; certificate: string | null };

/** Why a caregiver does not suit an item; `valid` = kinds of certificates in force on the day. */
export function unsuitedFor(wanted: Wanted, person: { level: number; valid: readonly string[] }): string | null {
  const label = (level: number) => SKILL_LEVEL_LABELS[level as keyof typeof SKILL_LEVEL_LABELS];
  if (person.level < wanted.staffLevel) return `${label(person.level)}，项目要求${label(wanted.staffLevel)}以上`;
  if (wanted.certificate && !person.valid.includes(wanted.certificate)) return `没有在有效期内的${wanted.certificate}`;
  return null;
}
