import type { Role } from '#contracts/roles.ts';
import type { WorkGroup, WorkJob } from '#contracts/work.ts';
import { dueWords, type HolidayTables } from '#platform/calendar/working-days.ts';
import { type AreaLevel, areaAt } from '#shared/area-codes.ts';
import { addDays, type CivilDate, civilDateToDays, dayOfInstant } from '#shared/dates.ts';

/** Which navigation job a duty belongs to, by the kind of its record. An unknown kind stands under 找人. */
const JOB_OF_KIND: Readonly<Record<string, WorkJob>> = {
  elder: 'people',
  'life-event': 'people',
  'elder-handover': 'people',
  correction: 'people',
  'comparison-difference': 'people',
  duplicate: 'people',
  'outside-look': 'people',
  guardian: 'people',
  assessment: 'assess',
  'assessment-sample': 'assess',
  'benefit-application': 'benefits',
  'benefit-batch': 'benefits',
  'benefit-offer': 'benefits',
  'funeral-claim': 'benefits',
  rehearsal: 'benefits',
  'relief-application': 'relief',
  'relief-recheck': 'relief',
  'relief-warning': 'relief',
  'payment-check': 'money',
  'payment-cycle': 'money',
  'payment-finding': 'money',
  'payment-recovery': 'money',
  'payment-transfer': 'money',
  'voucher-scheme': 'money',
  'voucher-issue': 'money',
  'letter-telling': 'letters',
  order: 'dispatch',
  'home-adaptation': 'dispatch',
  'home-care-bed': 'dispatch',
  caregiver: 'organisations',
  alarm: 'safety',
  device: 'safety',
  'device-task': 'safety',
  household: 'relief',
  'household-measure': 'relief',
  'service-need': 'dispatch',
  'festival-list': 'visits',
  'filial-nominee': 'visits',
  'filial-year': 'visits',
  'doctor-contract': 'visits',
  provider: 'organisations',
  'subsidy-statement': 'organisations',
  facility: 'organisations',
  'inspection-check': 'organisations',
  'inspection-draw': 'organisations',
  project: 'organisations',
  'policy-document': 'tasks',
  agreement: 'tasks',
  task: 'tasks',
  'task-assignment': 'tasks',
  'progress-report': 'tasks',
};

export const jobOfKind = (kind: string): WorkJob => JOB_OF_KIND[kind] ?? 'people';
export const kindsOfJob = (job: WorkJob): string[] =>
  Object.entries(JOB_OF_KIND)
    .filter(([, of]) => of === job)
    .map(([kind]) => kind);

type Due = { dueOn: CivilDate | null; dueAt: string | null; provisional: boolean };
type Clock = { today: CivilDate; now: string };

/** A duty with an hour is overdue from that instant; one with a day only from the next day. */
export function groupOf(due: Due, { today, now }: Clock): WorkGroup {
  if (due.dueAt && Date.parse(due.dueAt) < Date.parse(now)) return 'overdue';
  const on = due.dueAt ? dayOfInstant(due.dueAt) : due.dueOn;
  if (on === null || on > today) return 'later';
  return on === today ? 'today' : 'overdue';
}

/** The deadline in words: by the hour where it has one, else in working days. */
export function wordsOf(tables: HolidayTables, due: Due, { today, now }: Clock): string {
  if (due.dueAt) return hourWords(due.dueAt, { today, now });
  return due.dueOn === null
    ? '没有期限'
    : dueWords(tables, { dueOn: due.dueOn, provisional: due.provisional }, today)
        .replaceAll(' ', '')
        .replace(/^今天/, '今天到期')
        .replace(/^\d+-(\d+)-(\d+)前/, (_, month, day) => `${Number(month)}月${Number(day)}日前`);
}

function hourWords(dueAt: string, { today, now }: Clock): string {
  const late = Math.floor((Date.parse(now) - Date.parse(dueAt)) / 60_000);
  if (late >= 24 * 60) return `超时${Math.floor(late / 1440)}天`;
  if (late >= 60) return `超时${Math.floor(late / 60)}小时`;
  if (late > 0) return `超时${late}分钟`;
  const on = dayOfInstant(dueAt);
  const clock = new Date(Date.parse(dueAt) + 8 * 3_600_000).toISOString().slice(11, 16);
  if (on === today) return `今天${clock}前`;
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日${clock}前`;
}

/** The Monday after `today`: 本周 ends before it. 1970-01-01 was a Thursday. */
export function nextMonday(today: CivilDate): CivilDate {
  const weekday = (((civilDateToDays(today) + 3) % 7) + 7) % 7;
  return addDays(today, 7 - weekday);
}

type Superior = { role: Role; level: AreaLevel };
/** Who is told of an overdue duty. Our default where no document names the superior (designDefault). */
const SUPERIORS: Partial<Record<Role, Superior>> = {
  community: { role: 'street', level: 'street' },
  street: { role: 'district', level: 'district' },
  district: { role: 'city', level: 'city' },
  centre: { role: 'street', level: 'street' },
  station: { role: 'street', level: 'street' },
  'meal-point': { role: 'street', level: 'street' },
  provider: { role: 'street', level: 'street' },
  institution: { role: 'district', level: 'district' },
  caregiver: { role: 'street', level: 'street' },
  assessor: { role: 'street', level: 'street' },
  doctor: { role: 'street', level: 'street' },
  department: { role: 'district', level: 'district' },
  finance: { role: 'district', level: 'district' },
};

/** The superior post of a role that owes something in an area; null where nobody stands above. */
export function superiorPost(role: Role, areaCode: string): { role: Role; areaCode: string } | null {
  const superior = SUPERIORS[role];
  return superior ? { role: superior.role, areaCode: areaAt(areaCode, superior.level) } : null;
}
