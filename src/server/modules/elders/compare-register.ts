import type { CorrectionChange } from '#contracts/elders/corrections.ts';
import type { Elder } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';
import { blindIndexes } from '#platform/secrets/blind-index.ts';
import { tidyIdentityNumber } from '#shared/identity-number.ts';
import { findNamesakes, findNumbered } from './db/compare.ts';
import { listElders } from './db/people.ts';

/** One record of another department: found by its number, without one by name and day of birth. */
export type Sought = {
  identityNumber: string | null;
  name: string | null;
  bornOn: string | null;
  /** What it says of the person, clear fields only. */
  says: CorrectionChange;
};

export type Compared =
  | { kind: 'found'; elder: Elder; differs: { field: string; ours: unknown; theirs: unknown }[] }
  | { kind: 'not-found'; because: string }
  /** `elderIds`: whom it may mean. */
  | { kind: 'ambiguous'; because: string; elderIds: readonly string[] };

const NOBODY = '本辖区的档案里没有这个人';

/** Many records against the register of the caller's area, in the order given. Two queries for a page; reads only. */
export async function compareWithRegister(ctx: Context, page: readonly Sought[]): Promise<Compared[]> {
  const indexes = page.map(one =>
    one.identityNumber
      ? blindIndexes(ctx.keys, { field: 'identity-number', part: 'whole' }, tidyIdentityNumber(one.identityNumber))
      : [],
  );
  const numbered = await findNumbered(ctx, indexes.flat());
  const namesakes = await findNamesakes(
    ctx,
    page.filter(one => !one.identityNumber),
  );
  const idsOf = (one: Sought, i: number): string[] =>
    one.identityNumber
      ? (indexes[i] ?? []).flatMap(index => numbered.get(index.toString('hex')) ?? [])
      : (namesakes.get(`${one.name} ${one.bornOn}`) ?? []);
  const found = page.map(idsOf);
  const elders = new Map((await listElders(ctx, [...new Set(found.flat())])).map(elder => [elder.elderId, elder]));
  return page.map((one, i) => judge(one, found[i]?.flatMap(id => elders.get(id) ?? []) ?? []));
}

function judge(one: Sought, people: readonly Elder[]): Compared {
  const [elder, ...more] = people;
  if (!elder) return { kind: 'not-found', because: NOBODY };
  const elderIds = people.map(each => each.elderId);
  if (more.length > 0)
    return {
      kind: 'ambiguous',
      elderIds,
      because: `没有身份证号，姓名和出生日期相同的有 ${people.length} 人，请核对后补上号码`,
    };
  // A number with another's name is more often a wrong number than a new name; only 户籍 says what somebody is called.
  if (one.name && one.says.name === undefined && one.name !== elder.name)
    return { kind: 'ambiguous', elderIds, because: `号码相同，姓名不同：来文是${one.name}，档案是${elder.name}` };
  return { kind: 'found', elder, differs: elder.status === 'deceased' ? differsDead(elder, one) : differs(elder, one) };
}

const FLAT = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map(each => JSON.stringify(each)).sort() : (value ?? null));

function differs(elder: Elder, { says }: Sought) {
  const known = elder as unknown as Record<string, unknown>;
  return Object.entries(says)
    .filter(([field, theirs]) => theirs !== undefined && FLAT(theirs) !== FLAT(known[field]))
    .map(([field, theirs]) => ({ field, ours: known[field] ?? null, theirs }));
}

/** Of the dead only the day of death is compared: their file is closed. */
const differsDead = (elder: Elder, one: Sought) => differs(elder, one).filter(({ field }) => field === 'diedOn');
