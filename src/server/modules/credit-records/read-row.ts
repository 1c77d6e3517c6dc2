import {
  CREDIT_FIELD_LABELS,
  type CreditField,
  type CreditKind,
  type CreditSubjectKind,
  type SharingScope,
} from '#contracts/credit-records.ts';
import { readCell } from '#modules/elders/index.ts';
import type { Mapping } from '#platform/tables/headings.ts';
import type { Row } from '#platform/tables/table-file.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';
import { kindOf, scopeOf, subjectKindOf } from './rules.ts';

export type ReadCredit = {
  number: string;
  kind: CreditKind;
  subjectKind: CreditSubjectKind;
  name: string;
  creditCode: string;
  employer: string;
  content: string;
  happenedOn: CivilDate;
  scope: SharingScope;
};

/** One row of a department, or why it is not taken; `number` is what the row calls itself, as far as it can be read. */
export function readCredit(
  row: Row,
  mapping: Mapping<CreditField>,
  today: CivilDate,
): { number: string; read: ReadCredit | string } {
  const text = (field: CreditField): string => row.cells[mapping.indexOf(field)]?.text.trim() ?? '';
  const number = text('number').slice(0, 60);
  const say = (read: ReadCredit | string) => ({ number, read });
  const unknown = (field: CreditField) => say(`${CREDIT_FIELD_LABELS[field]}“${text(field).slice(0, 20)}”不认识`);
  if (!number || /E\+/i.test(number)) return say('没有来源编号，或被表格软件存成了数字');
  const kind = kindOf(text('kind'));
  if (!kind) return unknown('kind');
  const subjectKind = subjectKindOf(text('subjectKind'));
  if (!subjectKind) return unknown('subjectKind');
  const scope = scopeOf(text('scope'));
  if (!scope) return text('scope') ? unknown('scope') : say('没有写共享范围，不知道该给谁看');
  if (!text('name')) return say('没有主体名称');
  if (!text('content')) return say('没有内容');
  const day = readCell('bornOn', row.cells[mapping.indexOf('happenedOn')]);
  if (!day || 'fault' in day) return say(day?.fault.replaceAll('出生', '') ?? '没有日期');
  const happenedOn = String(day.value);
  if (happenedOn > today) return say(`日期${dayWords(happenedOn)}在今天之后`);
  return say({
    ...{ number, kind, subjectKind, scope, happenedOn, name: text('name').slice(0, 80) },
    ...{ content: text('content').slice(0, 1000), creditCode: text('creditCode').toUpperCase() },
    employer: text('employer').slice(0, 80),
  });
}
