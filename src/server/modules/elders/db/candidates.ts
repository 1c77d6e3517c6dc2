import type { Context } from '#platform/http/context.ts';
import { blindIndexes } from '#platform/secrets/blind-index.ts';
import { tailOf } from '../prepare-people.ts';
import type { GramFacts } from '../rules/grams.ts';
import type { Place } from './search.ts';

type Range = { from: string; to: string };
export type Candidate = Place & GramFacts;
export type NumberWord = { kind: 'last-four' | 'identity-number' | 'phone'; value: string };

/** Nobody reads further than this; a number stands for some hundred people at most, a community for some thousand. */
const MOST = 20_000;

/** A holder's community, and the name where the index brings it. */
export type Holder = { elderId: string; areaCode: string; name: string | null };

/** Whose number this is within the area: whole, own or of a contact, or the last four of either. By person. */
export async function holdersOf(ctx: Context, word: NumberWord, range: Range): Promise<Map<string, Holder>> {
  return new Map((await walks(ctx, word, range)).map(holder => [holder.elderId, holder]));
}

async function walks(ctx: Context, word: NumberWord, range: Range): Promise<Holder[]> {
  const { value } = word;
  if (word.kind === 'last-four') {
    const identity = blindIndexes(ctx.keys, { field: 'identity-number', part: 'last-four' }, value).map(tailOf);
    const phone = blindIndexes(ctx.keys, { field: 'phone', part: 'last-four' }, value).map(tailOf);
    return [
      ...(await walk(ctx, { where: `${NAMED} where identity_last4_index`, indexes: identity, range })),
      ...(await walk(ctx, { where: `${NAMED} where phone_last4_index`, indexes: phone, range })),
    ];
  }
  const indexes = blindIndexes(ctx.keys, { field: word.kind, part: 'whole' }, value);
  if (word.kind === 'identity-number') {
    return walk(ctx, { where: 'null as name from elder_sealed where identity_index', indexes, range });
  }
  return [
    ...(await walk(ctx, { where: 'null as name from elder_sealed where phone_index', indexes, range })),
    ...(await walk(ctx, {
      where: 'null as name from elder_contacts where removed_at is null and phone_index',
      indexes,
      range,
    })),
  ];
}

const NAMED = 'name from elder_sealed';

type Walk = { where: string; indexes: readonly Buffer[]; range: Range };

async function walk(ctx: Context, { where, indexes, range }: Walk): Promise<Holder[]> {
  const { rows } = await ctx.client.query<Holder>(
    `select elder_id as "elderId", area_code as "areaCode", ${where} = any ($1) and area_code >= $2 and area_code < $3
     limit ${MOST}`,
    [indexes, range.from, range.to],
  );
  return rows;
}

const FACTS = `select elder_id as "elderId", area_code as "areaCode", name, road, compound, born_on as "bornOn", living,
  left_behind as "leftBehind", status from elders`;

export async function candidatesById(ctx: Context, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  return (await ctx.client.query<Candidate>(`${FACTS} where elder_id = any ($1)`, [ids])).rows;
}

/** What each kind of gram looks at, beside name and status. */
const NEEDED = { 'a:': ['road', 'compound'], 'b:': ['bornOn'], 'l:': ['living', 'leftBehind'] } as const;
const COLUMNS = { road: 'road', compound: 'compound', bornOn: 'born_on', living: 'living', leftBehind: 'left_behind' };
type Needed = keyof typeof COLUMNS;

/**
 * Everybody of one community with the facts that the kinds of grams look at; the others stay empty. A large community has
 * some thousand people, and reading columns that nobody asks for is most of the time.
 */
export async function candidatesOfArea(ctx: Context, range: Range, kinds: ReadonlySet<string>): Promise<Candidate[]> {
  const needed = Object.entries(NEEDED).flatMap(([kind, facts]): readonly Needed[] => (kinds.has(kind) ? facts : []));
  const columns = needed.map(fact => `, ${COLUMNS[fact]}`).join('');
  const { rows } = await ctx.client.query<unknown[]>({
    text: `select elder_id, area_code, name, status${columns} from elders where area_code >= $1 and area_code < $2 limit ${MOST}`,
    values: [range.from, range.to],
    rowMode: 'array',
  });
  const empty = { road: null, compound: null, bornOn: '', living: '', leftBehind: false };
  return rows.map(([elderId, areaCode, name, status, ...facts]) => {
    const person = { ...empty, elderId, areaCode, name, status } as Candidate;
    for (const [i, fact] of needed.entries()) Object.assign(person, { [fact]: facts[i] });
    return person;
  });
}

/** Tags of these people, for the codes asked. */
export async function tagsOf(
  ctx: Context,
  of: { codes: readonly string[]; ids: readonly string[] },
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (of.codes.length === 0) return found;
  const { rows } = await ctx.client.query<{ elder_id: string; code: string }>(
    'select elder_id, code from elder_tags where elder_id = any ($1) and code = any ($2)',
    [of.ids, of.codes],
  );
  for (const { elder_id, code } of rows) found.set(elder_id, [...(found.get(elder_id) ?? []), code]);
  return found;
}
