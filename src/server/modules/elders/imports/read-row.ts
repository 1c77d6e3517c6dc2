import type { z } from 'zod';
import { ELDER_FIELD_LABELS, type ElderField } from '#contracts/elders/fields.ts';
import { IMPORT_FIELD_LABELS, type ImportField, type ImportMapping } from '#contracts/elders/imports.ts';
import { ContactForm, PersonForm } from '#contracts/elders/register.ts';
import type { Row } from '#platform/tables/table-file.ts';
import type { CivilDate } from '#shared/dates.ts';
import { tidyIdentityNumber } from '#shared/identity-number.ts';
import { readIdentity } from '../rules/identity.ts';
import type { AreaWords } from './area-words.ts';
import { readCell } from './values.ts';

export type Fault = { field: ImportField | 'row'; say: string };
type Form = z.output<typeof PersonForm>;
type Identity = { identityNumber: string; sex: '男' | '女'; bornOn: CivilDate };

/** A row read by the rules of registration. `given` names what the table says; the rest of `form` is defaults. */
export type ReadRow = {
  row: Row;
  faults: Fault[];
  /** Wrong only where the person is new: what an existing record has already. */
  missing: Fault[];
  given: readonly ElderField[];
  form: Form | undefined;
  identity: Identity | undefined;
  /** A valid number, also where sex or birthday contradict it. */
  identityNumber: string | undefined;
  contacts: z.output<typeof ContactForm>[];
};

const CONTACT = { contactName: 'name', contactRelation: 'relation', contactPhone: 'phone' } as const;
const OWN = new Set(Object.keys(ELDER_FIELD_LABELS));

export function rowReader(use: { mapping: ImportMapping; areas: AreaWords; today: CivilDate }) {
  const columns = use.mapping.flatMap((field, i) => (field === null ? [] : [[field, i] as const]));
  return (row: Row): ReadRow => {
    const faults: Fault[] = [];
    const values: Partial<Record<ImportField, unknown>> = {};
    for (const [field, column] of columns) {
      const read = readCell(field, row.cells[column]);
      if (!read) continue;
      if ('fault' in read) faults.push({ field, say: read.fault });
      else values[field] = read.value;
    }
    return finish({ row, faults, values }, use);
  };
}

type Begun = { row: Row; faults: Fault[]; values: Partial<Record<ImportField, unknown>> };

function finish({ row, faults, values }: Begun, use: { areas: AreaWords; today: CivilDate }): ReadRow {
  const bad = new Set(faults.map(fault => fault.field));
  const add = (field: ImportField, say: string) => {
    if (!bad.has(field)) faults.push({ field, say });
    bad.add(field);
  };
  const given = Object.keys(values).filter(field => OWN.has(field)) as ElderField[];
  const { areaCode: area, street, contactName: _1, contactRelation: _2, contactPhone: _3, ...own } = values;
  const place = use.areas.find({ area: area as string | undefined, street: street as string | undefined });
  if ('fault' in place) {
    if (area !== undefined) add('areaCode', place.fault);
  }
  if (own.hukouAreaCode !== undefined) settleHukou(own, use.areas, add);
  const parsed = PersonForm.safeParse({ ...own, areaCode: 'code' in place ? place.code : '000000000000' });
  const missing: Fault[] = 'fault' in place && area === undefined ? [{ field: 'areaCode', say: place.fault }] : [];
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? 'name') as ImportField;
    const absent = values[field] === undefined;
    if (!absent || field === 'name' || field === 'identityNumber')
      add(field, absent ? sayMissing(field) : issue.message);
    else if (!bad.has(field)) missing.push({ field, say: sayMissing(field) });
  }
  const identity = values.identityNumber === undefined ? undefined : identityOf(values, use.today, add);
  const identityNumber =
    values.identityNumber === undefined || bad.has('identityNumber')
      ? undefined
      : tidyIdentityNumber(String(values.identityNumber));
  const contacts = contactsOf(values, add);
  // Only what an existing record has already is missing: the row is read once more with a stand-in for the living state.
  const form = parsed.success
    ? parsed.data
    : PersonForm.safeParse({
        ...own,
        living: own.living ?? '与其他人同住',
        areaCode: 'code' in place ? place.code : '000000000000',
      }).data;
  return { row, faults, missing, given, form, identity, identityNumber, contacts };
}

const sayMissing = (field: ImportField): string => `没有填${IMPORT_FIELD_LABELS[field]}，请补上`;

type Add = (field: ImportField, say: string) => void;

/** The register keeps 户籍 as a community; a name outside the reach cannot be told apart, so it asks for the code. */
function settleHukou(own: Record<string, unknown>, areas: AreaWords, add: Add): void {
  const text = String(own.hukouAreaCode).replace(/\s/g, '');
  if (/^\d{12}$/.test(text)) return;
  const found = /^\d+$/.test(text) ? { fault: '' } : areas.find({ area: text, street: undefined });
  if ('code' in found) own.hukouAreaCode = found.code;
  else add('hukouAreaCode', `户籍所在地“${text.slice(0, 20)}”请改填 12 位区划代码，或不要导入这一列`);
}

function identityOf(values: Begun['values'], today: CivilDate, add: Add): Identity | undefined {
  const verdict = readIdentity(
    {
      identityNumber: String(values.identityNumber),
      sex: values.sex as '男' | '女' | undefined,
      bornOn: values.bornOn as string | undefined,
    },
    today,
  );
  if (!('faults' in verdict)) return verdict;
  for (const [field, say] of Object.entries(verdict.faults)) add(field as ImportField, say);
  return undefined;
}

function contactsOf(values: Begun['values'], add: Add): z.output<typeof ContactForm>[] {
  if (values.contactName === undefined && values.contactPhone === undefined) return [];
  const parsed = ContactForm.safeParse({
    name: values.contactName ?? '',
    relation: values.contactRelation ?? '亲属',
    phone: values.contactPhone ?? '',
    isEmergency: true,
  });
  if (parsed.success) return [parsed.data];
  for (const issue of parsed.error.issues) {
    const own = String(issue.path[0]);
    const field = (Object.entries(CONTACT).find(([, name]) => name === own)?.[0] ?? 'contactName') as ImportField;
    add(field, values[field] === undefined ? sayMissing(field) : issue.message);
  }
  return [];
}
