import {
  CONTACT_ABOUT_LABELS,
  CONTACT_WAY_LABELS,
  type DoctorContact,
  type DoctorContract,
} from '#contracts/doctors.ts';
import type { Due } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';

/** When the next contact is due, in calendar days. */
export function contactDue(contract: DoctorContract, today: string | undefined): Due | null {
  const { overdueDays, nextContactOn } = contract;
  if (overdueDays === null || nextContactOn === null) return null;
  if (overdueDays > 0) return { kind: 'over', words: `超期${overdueDays}天` };
  if (overdueDays === 0) return { kind: 'today', words: '今天到期' };
  return { kind: 'left', words: `${dateWords(nextContactOn, today)}前` };
}

export const patientWords = (contract: DoctorContract): string =>
  `${contract.name}${contract.age === null ? '' : ` ${contract.age}岁`}`;

const READINGS = [
  ['systolic', '高压', 'mmHg'],
  ['diastolic', '低压', 'mmHg'],
  ['pulse', '脉搏', '次/分'],
] as const;

export const contactWords = (contact: DoctorContact): string =>
  [
    `${contact.by}，${CONTACT_WAY_LABELS[contact.way]}，${CONTACT_ABOUT_LABELS[contact.about]}`,
    ...READINGS.flatMap(([key, label, unit]) => {
      const value = contact.measurements[key];
      return value === undefined ? [] : [`${label}${value}${unit}`];
    }),
    contact.findings,
  ]
    .filter(Boolean)
    .join('，');
