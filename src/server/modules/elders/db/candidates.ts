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

/** Whose number this is within the area, with the community: whole, own or of a contact, or the last four of either. */
export async function holdersOf(ctx: Context, word: NumberWord, range: Range): Promise<Map<string, string>> {
  return new Map(await walks(ctx, word, range));
}

async function walks(ctx: Context, word: NumberWord, range: Range): Promise<[string, string][]> {
  const { value } = word;
  if (word.kind === 'last-four') {
    const identity = blindIndexes(ctx.keys, { field: 'identity-number', part: 'last-four' }, value).map(tailOf);
    const phone = blindIndexes(ctx.keys, { field: 'phone', part: 'last-four' }, value).map(tailOf);
    return [
      ...(await walk(ctx, { where: 'elder_sealed where identity_last4_index', indexes: identity, range })),
      ...(await walk(ctx, { where: 'elder_sealed where phone_last4_index', indexes: phone, range })),
    ];
  }
  const indexes = blindIndexes(ctx.keys, { field: word.kind, part: 'whole' }, value);
  if (word.kind === 'identity-number') {
    return walk(ctx, { where: 'elder_sealed where identity_index', indexes, range });
  }
  return [
    ...(await walk(ctx, { where: 'elder_sealed where phone_index', indexes, range })),
    ...(await walk(ctx, { where: 'elder_contacts where removed_at is null and phone_index', indexes, range })),
  ];
}

type Walk = { where: string; indexes: readonly Buffer[]; range: Range };

async function walk(ctx: Context, { where, indexes, range }: Walk): Promise<[string, string][]> {
  const { rows } = await ctx.client.query<{ elder_id: string; area_code: string }>(
    `select elder_id, area_code from ${where} = any ($1) and area_code >= $2 and area_code < $3 limit ${MOST}`,
    [indexes, range.from, range.to],
  );
  return rows.map(row => [row.elder_id, row.area_code]);
}

const FACTS = `select elder_id as "elderId", area_code as "areaCode", name, road, compound, born_on as "bornOn", living,
  left_behind as "leftBehind", status from elders`;

export async function candidatesById(ctx: Context, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  return (await ctx.client.query<Candidate>(`${FACTS} where elder_id = any ($1)`, [ids])).rows;
}

export async function candidatesOfArea(ctx: Context, range: Range): Promise<Candidate[]> {
  const text = `${FACTS} where area_code >= $1 and area_code < $2 limit ${MOST}`;
  return (await ctx.client.query<Candidate>(text, [range.from, range.to])).rows;
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
