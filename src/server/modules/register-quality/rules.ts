import { ELDER_FIELD_LABELS } from '#contracts/elders/fields.ts';
import {
  AGREEMENT_WORDS,
  type Agreement,
  MATCH_FIELDS,
  type MatchField,
} from '#contracts/register-quality/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { AREA_LEVELS, areaAt, areaLevel } from '#shared/area-codes.ts';

/** The smallest area that holds both records: its officials see both and decide. */
export function commonArea(a: string, b: string): string {
  const levels = [...AREA_LEVELS].reverse();
  for (const level of levels) if (areaAt(a, level) === areaAt(b, level)) return areaAt(a, level);
  return areaAt(a, 'city');
}

/** Who approves: the office of that area, a community's by its street. */
export function checkerOf(areaCode: string): Extract<Role, 'street' | 'district' | 'city'> {
  const level = areaLevel(areaCode);
  return level === 'district' || level === 'city' ? level : 'street';
}

export type FieldLevel = { field: MatchField; level: Agreement };

const WEIGHT: readonly Agreement[] = ['same', 'near', 'far', 'different', 'missing'];

/** The birth date in a number is compared as the birth date, and nowhere else. */
const LABELS = { ...ELDER_FIELD_LABELS, identityNumber: '身份证号（出生日期另看）' };

/** Why the engine thinks so, what agrees first. */
export const reasonsOf = (levels: readonly FieldLevel[]) =>
  [...levels]
    .sort(
      (x, y) =>
        WEIGHT.indexOf(x.level) - WEIGHT.indexOf(y.level) ||
        MATCH_FIELDS.indexOf(x.field) - MATCH_FIELDS.indexOf(y.field),
    )
    .map(({ field, level }) => ({ field, level, label: LABELS[field], word: AGREEMENT_WORDS[level] }));

/** The number brings its own sex and birth date: chosen together. */
export const WITH_NUMBER = ['identityNumber', 'sex', 'bornOn'] as const;
/** Where somebody lives goes together and stays inside the area that answers. */
export const ADDRESS = ['road', 'compound', 'door'] as const;

/** Fields taken from the record that goes, with what must go along. */
export function wholeFields(chosen: readonly string[]): string[] {
  const taken = new Set(chosen);
  if (taken.has('identityNumber')) for (const field of WITH_NUMBER) taken.add(field);
  if (ADDRESS.some(field => taken.has(field))) for (const field of ADDRESS) taken.add(field);
  return [...taken].sort();
}

/** What may be chosen on the page; its companions come along. */
export const CHOOSABLE = Object.keys(ELDER_FIELD_LABELS).filter(
  field => !['sex', 'bornOn', 'compound', 'door'].includes(field),
);

/** Tables in the field's words, for what an undo leaves behind. */
const TABLE_LABELS: Readonly<Record<string, string>> = {
  orders: '服务单',
  service_records: '服务记录',
  visits: '探访记录',
  assessments: '能力评估',
  benefit_applications: '待遇申请',
  benefit_determinations: '待遇核定',
  payment_lines: '发放记录',
  payment_findings: '发放疑点',
  home_care_beds: '家庭养老床位',
  alarms: '告警',
  elder_contacts: '联系人',
  elder_life_events: '人生变动',
  messages: '消息',
  attachments: '附件',
};
export function labelLeft(left: readonly { table: string; rows: number }[]): { label: string; rows: number }[] {
  const byLabel = new Map<string, number>();
  for (const { table, rows } of left) {
    const label = TABLE_LABELS[table] ?? '其他记录';
    byLabel.set(label, (byLabel.get(label) ?? 0) + rows);
  }
  return [...byLabel].map(([label, rows]) => ({ label, rows }));
}
