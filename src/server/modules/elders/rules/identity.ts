import { ageOn, type CivilDate, dayWords } from '#shared/dates.ts';
import { readIdentityNumber, tidyIdentityNumber } from '#shared/identity-number.ts';

/** 老年人 are 60 and over (中华人民共和国老年人权益保障法 第二条). */
export const ELDER_FROM_AGE = 60;

type Given = { identityNumber: string; sex?: '男' | '女' | null | undefined; bornOn?: CivilDate | null | undefined };
export type IdentityVerdict =
  | { identityNumber: string; sex: '男' | '女'; bornOn: CivilDate }
  | { faults: Record<string, string> };

/** Reads the number and holds sex and birth date against it; faults are sentences by field of the form. */
export function readIdentity(given: Given, today: CivilDate): IdentityVerdict {
  const facts = readIdentityNumber(given.identityNumber, today);
  if ('because' in facts) return { faults: { identityNumber: facts.because } };
  const faults: Record<string, string> = {};
  if (given.sex && given.sex !== facts.sex) {
    faults.sex = `身份证号第 17 位表示${facts.sex}性，与填写的“${given.sex}”不一致，请核对`;
  }
  if (given.bornOn && given.bornOn !== facts.bornOn) {
    faults.bornOn = `身份证号里的出生日期是${dayWords(facts.bornOn)}，与填写的${dayWords(given.bornOn)}不一致，请核对`;
  }
  const age = ageOn(facts.bornOn, today);
  if (age < ELDER_FROM_AGE) faults.identityNumber = `今天${age}周岁，不满 ${ELDER_FROM_AGE} 周岁，不在老年人台账登记`;
  if (Object.keys(faults).length > 0) return { faults };
  return { identityNumber: tidyIdentityNumber(given.identityNumber), sex: facts.sex, bornOn: facts.bornOn };
}

/** 3号楼2单元501 → *号楼*单元***: digits and letters go, what they count stays. */
export const maskDoor = (door: string): string => door.replace(/[0-9A-Za-z０-９甲乙丙丁]/g, '*');
