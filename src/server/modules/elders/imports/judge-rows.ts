import type { z } from 'zod';
import type { ElderField } from '#contracts/elders/fields.ts';
import type { ElderChange } from '#contracts/elders/register.ts';
import type { Elder } from '#contracts/elders.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { mapInBreaths } from '#platform/jobs/breathe.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { changedFields } from '../change-elder.ts';
import { listNearMany, matchIdentities } from '../db/match-people.ts';
import { listElders } from '../db/people.ts';
import { listSealed } from '../db/sealed.ts';
import { likenessOf } from '../rules/duplicates.ts';
import { type FirstRows, firstRows } from './first-rows.ts';
import type { Fault, ReadRow } from './read-row.ts';

export type Resemblance = {
  elderId: string | null;
  row: number | null;
  name: string;
  bornOn: string;
  place: string;
  reasons: string[];
};
type Whole = Required<Pick<ReadRow, 'row' | 'given' | 'contacts'>> & {
  form: NonNullable<ReadRow['form']>;
  identity: NonNullable<ReadRow['identity']>;
  index: Buffer;
  /** Known once the person was compared with the register. */
  phoneIndex?: Buffer | null;
};
type Changes = z.output<typeof ElderChange>;
export type Verdict =
  | { kind: 'new'; person: Whole }
  | {
      kind: 'change';
      elder: Elder;
      changes: Changes;
      fields: ElderField[];
      row: ReadRow['row'];
    }
  | { kind: 'same'; row: ReadRow['row'] }
  | { kind: 'wrong'; row: ReadRow['row']; faults: Fault[] }
  | { kind: 'look-alike'; person: Whole; matches: Resemblance[] };

/** What is remembered of the rows before: numbers only, so that a million rows fit. */
export type Seen = { identities: FirstRows; people: FirstRows };
export const nothingSeen = (): Seen => ({ identities: firstRows(), people: firstRows() });

const number = { field: 'identityNumber' } as const;

/** Judges a page of rows against the rows before, the city's registry and the area's register. Reads only. */
export async function judgeRows(
  ctx: Context,
  rows: readonly ReadRow[],
  use: { seen: Seen; areaCode: string },
): Promise<Verdict[]> {
  const whole = await mapInBreaths(rows, row => wholeOf(ctx, row, use.seen));
  const holders = await matchIdentities(
    ctx,
    whole.flatMap(one => ('person' in one ? one.person.index : (one.index ?? []))),
  );
  const ids = [...holders.values()].flatMap(holder => holder.elderId ?? []);
  const elders = new Map((await listElders(ctx, ids)).map(elder => [elder.elderId, elder]));
  const sealed = await listSealed(ctx, ids);
  const verdicts: Verdict[] = [];
  const fresh: { at: number; person: Whole }[] = [];
  for (const [i, one] of whole.entries()) {
    if ('faults' in one) {
      const isNew = one.index && !holders.has(one.index.toString('hex'));
      verdicts[i] = wrong(one.row, isNew ? [...one.faults, ...one.missing] : one.faults);
      continue;
    }
    const holder = holders.get(one.person.index.toString('hex'));
    const elder = holder?.elderId ? elders.get(holder.elderId) : undefined;
    const known = elder && sealed.get(elder.elderId);
    if (elder && known) verdicts[i] = compare(elder, known, one.person);
    else if (holder) verdicts[i] = wrong(one.person.row, [{ ...number, say: sayElsewhere(holder.areaCode) }]);
    else if (one.missing.length > 0) verdicts[i] = wrong(one.person.row, one.missing);
    else fresh.push({ at: i, person: one.person });
  }
  await judgeFresh(ctx, { fresh, verdicts }, use);
  return verdicts;
}

const wrong = (row: ReadRow['row'], faults: Fault[]): Verdict => ({ kind: 'wrong', row, faults });

const sayElsewhere = (areaCode: string): string => {
  const district = areaName(areaCode);
  return `已在${district}登记，请联系${district}民政部门办理迁入，不要重复登记`;
};

/** With `index` where the number can be read: what only a new person must have is then said with the other faults. */
type Faulty = { row: ReadRow['row']; faults: Fault[]; missing: Fault[]; index: Buffer | undefined };

function wholeOf(ctx: Context, read: ReadRow, seen: Seen): Faulty | { person: Whole; missing: Fault[] } {
  const { row, faults, missing, given, form, identity, identityNumber, contacts } = read;
  const key = identity && identityKey(identity.identityNumber);
  const before = key === undefined ? undefined : seen.identities.meet(key, row.number);
  const twice = { ...number, say: `与第 ${before} 行的身份证号相同，请只留一行` };
  const all = before === undefined ? faults : [...faults, twice];
  const index = identityNumber && blindIndex(ctx.keys, { field: 'identity-number', part: 'whole' }, identityNumber);
  if (all.length > 0 || !form || !identity || !index) return { row, faults: all, missing, index: index || undefined };
  return { person: { row, given, contacts, form, identity, index }, missing };
}

/** 17 digits do not fit a number, but birth dates span 150 years: place 6, days 5, sequence 3. */
function identityKey(text: string): number {
  const date = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const days = Math.round(Date.parse(date) / 86_400_000) + 40_000;
  return (Number(text.slice(0, 6)) * 100_000 + days) * 1_000 + Number(text.slice(14, 17));
}

/** Fields that a table never changes on a record: the number found it, and a move is an event of its own. */
const FIXED = new Set<ElderField>(['identityNumber', 'sex', 'bornOn']);

function compare(elder: Elder, sealed: Parameters<typeof changedFields>[1], person: Whole): Verdict {
  const { form, row } = person;
  if (elder.status === 'deceased') {
    return wrong(row, [{ ...number, say: '这位老人已登记去世，档案不能再改；如果登记有误，请联系街道更正' }]);
  }
  if (form.areaCode !== '000000000000' && elder.areaCode !== form.areaCode && areaWasGiven(person)) {
    const say = `这位老人登记在${areaName(elder.areaCode)}，表里是${areaName(form.areaCode)}。迁居请在档案里办理，或把这一格改回来`;
    return wrong(row, [{ field: 'areaCode', say }]);
  }
  const own = person.given.filter(field => !FIXED.has(field) && field in form);
  const changes = Object.fromEntries(own.map(field => [field, form[field as keyof typeof form]])) as Changes;
  const fields = changedFields(elder, sealed, changes) as ElderField[];
  if (fields.length === 0) return { kind: 'same', row };
  const kept = Object.fromEntries(fields.map(field => [field, changes[field]])) as Changes;
  return { kind: 'change', elder, changes: kept, fields, row };
}

/** Without a column of its own the community is the caller's, which says nothing about where somebody lives. */
const areaWasGiven = (person: Whole): boolean => person.form.areaCode !== '000000000000';

async function judgeFresh(
  ctx: Context,
  found: { fresh: { at: number; person: Whole }[]; verdicts: Verdict[] },
  use: { seen: Seen; areaCode: string },
): Promise<void> {
  const sought = await mapInBreaths(found.fresh, ({ person }) => {
    const { name, phone, compound } = person.form;
    person.phoneIndex = phone ? blindIndex(ctx.keys, { field: 'phone', part: 'whole' }, phone) : null;
    return { name, bornOn: person.identity.bornOn, phoneIndex: person.phoneIndex, compound: compound || null };
  });
  const near = sought.length > 0 ? await listNearMany(ctx, sought, use) : new Map<number, never[]>();
  for (const [n, { at, person }] of found.fresh.entries()) {
    const matches = (near.get(n) ?? []).flatMap(known => resemblance(person, known));
    const twin = twinInFile(person, use.seen);
    if (twin) matches.push(twin);
    found.verdicts[at] =
      matches.length > 0 ? { kind: 'look-alike', person, matches: matches.slice(0, 5) } : { kind: 'new', person };
  }
}

type Known = Parameters<typeof likenessOf>[1] & { elderId: string; areaCode: string; road: string | null };

/** As at the desk, but two valid numbers at two known places are two people, not one: a table would drown in namesakes. */
function resemblance(person: Whole, known: Known): Resemblance[] {
  const { name, compound = null, phone } = person.form;
  const apart = Boolean(compound && known.compound && compound !== known.compound);
  if (apart && !known.samePhone) return [];
  const { bornOn } = person.identity;
  const likeness = likenessOf({ name, bornOn, compound, hasPhone: Boolean(phone) }, known);
  if (!likeness) return [];
  const place = [areaName(known.areaCode), known.road, known.compound].filter(Boolean).join(' ');
  return [
    { elderId: known.elderId, row: null, name: known.name, bornOn: known.bornOn, place, reasons: likeness.reasons },
  ];
}

function twinInFile({ row, form, identity }: Whole, seen: Seen): Resemblance | undefined {
  if (!form.compound) return undefined;
  const key = hash53(`${form.name}|${identity.bornOn}|${form.areaCode}|${form.compound}`);
  const before = seen.people.meet(key, row.number);
  if (before === undefined) return undefined;
  const reasons = ['姓名相同', '出生日期相同', '住同一小区', '身份证号不同'];
  return {
    elderId: null,
    row: before,
    name: form.name,
    bornOn: identity.bornOn,
    place: `表里第 ${before} 行`,
    reasons,
  };
}

/** FNV in two lanes: two of a million texts meet by chance once in 9,000 tables. */
function hash53(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return (a >>> 0) * 2_097_152 + ((b >>> 0) % 2_097_152);
}
