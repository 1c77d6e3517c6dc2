import type { Context } from '#platform/http/context.ts';
import {
  type Candidate,
  candidatesById,
  candidatesOfArea,
  type Holder,
  holdersOf,
  type NumberWord,
  tagsOf,
} from './db/candidates.ts';
import { countRolls, presentGrams } from './db/rolls.ts';
import { countPeople, EXACT_UP_TO, type Page, type Place, pagePeople, rarestFirst, type Search } from './db/search.ts';
import { ANYBODY, DEAD_MARK, hasGram, nameHas } from './rules/grams.ts';
import { inOrder } from './rules/make-roll.ts';
import { searchRolls } from './search-rolls.ts';

export type { NumberWord } from './db/candidates.ts';
export type PeopleSearch = Search & { numbers: readonly NumberWord[] };
export type Counted = { total: number; approximate: boolean };
export type Found = { places: Place[]; counted: Counted | null };

/**
 * People who meet the search, in their one order, and how many there are (on the first page). Three ways: a number or a
 * single community names few people, who are looked at one by one; everybody is a walk along the order; anything else is
 * read from the rolls of the streets, and from the narrow grams of those who stand in none.
 */
export async function searchPeople(ctx: Context, search: PeopleSearch, page: Page): Promise<Found> {
  const { range, numbers, conditions } = search;
  const community = Number(range.to) - Number(range.from) === 1;
  if (numbers.length > 0) {
    const holders = await byNumbers(ctx, search);
    const alone = conditions.length === 0 && !search.born && !search.status;
    if (alone) return pageOf(ctx, holders, page);
    const told = holders.size > FEW && !community ? await withoutAbsent(ctx, search) : search;
    const people = await candidatesById(ctx, namesFit(told, [...holders.values()]));
    return judge(search, page, await tagged(ctx, search, people));
  }
  if (conditions.length === 0) return walkAll(ctx, search, { page, community });
  if (community)
    return judge(search, page, await tagged(ctx, search, await candidatesOfArea(ctx, range, kindsOf(search))));
  return merged(ctx, search, page);
}

/** Kinds of grams that a search looks at. */
const kindsOf = ({ conditions, born }: Search): Set<string> =>
  new Set([
    ...conditions.flatMap(c => c.alternatives.flat()).map(gram => gram.replace(DEAD_MARK, '').slice(0, 2)),
    ...(born ? ['b:'] : []),
  ]);

/** So many people are read without looking for a shorter way. */
const FEW = 50;

/** 王秀 may be a name or a place; where no place is called so, it is a name, which the index of numbers brings along. */
async function withoutAbsent(ctx: Context, search: Search): Promise<Search> {
  const others = search.conditions.flatMap(c => c.alternatives.flat()).filter(gram => !NAME_KINDS.test(gram));
  const present = others.length > 0 ? await presentGrams(ctx, [...new Set(others)], search.range) : new Set<string>();
  const may = (all: readonly string[]) => all.every(gram => NAME_KINDS.test(gram) || present.has(gram));
  return { ...search, conditions: search.conditions.map(c => ({ ...c, alternatives: c.alternatives.filter(may) })) };
}

const NAME_KINDS = /^†?[npy]:/;

/** Of those whose name is known without reading them, only whom the words about names fit; the others are read. */
function namesFit({ conditions }: Search, holders: readonly Holder[]): string[] {
  const about = conditions.filter(c => c.alternatives.every(all => all.every(gram => NAME_KINDS.test(gram))));
  const fits = (name: string) =>
    about.every(c => c.alternatives.some(all => all.every(gram => nameHas(name, gram.replace(DEAD_MARK, '')))));
  return holders.filter(({ name }) => name === null || fits(name)).map(holder => holder.elderId);
}

/** Those who hold all the numbers, by person. */
async function byNumbers(ctx: Context, { numbers, range }: PeopleSearch): Promise<Map<string, Holder>> {
  let holders: Map<string, Holder> | undefined;
  for (const word of numbers) {
    const found = await holdersOf(ctx, word, range);
    const before = holders;
    holders = before ? new Map([...found].filter(([id]) => before.has(id))) : found;
  }
  return holders ?? new Map();
}

/** A page of them: only the communities that it reaches are read, for a last four stands for hundreds all over the city. */
async function pageOf(ctx: Context, holders: ReadonlyMap<string, Holder>, { after, limit }: Page): Promise<Found> {
  const byArea = Map.groupBy(holders.keys(), id => holders.get(id)?.areaCode ?? '');
  const areas = [...byArea.keys()].sort().filter(area => !after || area >= after.areaCode);
  const places: Place[] = [];
  for (let at = 0; at < areas.length && places.length < limit; ) {
    const ids: string[] = [];
    while (at < areas.length && ids.length < limit) ids.push(...(byArea.get(areas[at++] as string) ?? []));
    const people = (await candidatesById(ctx, ids)).sort(inOrder);
    for (const { areaCode, name, elderId } of people) {
      const place = { areaCode, name, elderId };
      if (!after || inOrder(place, after) > 0) places.push(place);
    }
  }
  const counted = after ? null : { total: holders.size, approximate: false };
  return { places: places.slice(0, limit), counted };
}

type Tagged = { person: Candidate; tags: readonly string[] };

async function tagged(ctx: Context, search: Search, people: readonly Candidate[]): Promise<Tagged[]> {
  const grams = search.conditions.flatMap(c => c.alternatives.flat());
  const codes = grams.filter(gram => gram.startsWith('t:')).map(gram => gram.slice(2));
  const ids = codes.length > 0 ? people.map(p => p.elderId) : [];
  const tags = await tagsOf(ctx, { codes, ids });
  return people.map(person => ({ person, tags: tags.get(person.elderId) ?? [] }));
}

/** One by one, by the same grams as everywhere. Exact, however many. */
function judge(search: Search, page: Page, people: readonly Tagged[]): Found {
  const fits = people.filter(one => meets(search, one)).map(one => one.person);
  const places = fits.sort(inOrder).map(({ areaCode, name, elderId }) => ({ areaCode, name, elderId }));
  const { after, limit } = page;
  const rest = after ? places.filter(place => inOrder(place, after) > 0) : places;
  return { places: rest.slice(0, limit), counted: after ? null : { total: places.length, approximate: false } };
}

function meets({ conditions, born, status }: Search, { person, tags }: Tagged): boolean {
  if (born && (person.bornOn < born.from || person.bornOn > born.until)) return false;
  if (status && person.status !== status) return false;
  return conditions.every(c => c.alternatives.some(all => all.every(gram => hasGram(person, tags, gram))));
}

type All = { page: Page; community: boolean };

/** Everybody: a walk along the order. Counted to 10,000; above that the rolls keep the number. */
async function walkAll(ctx: Context, search: Search, { page, community }: All): Promise<Found> {
  const places = await pagePeople(ctx, search, page);
  if (page.after) return { places, counted: null };
  const { range } = search;
  const seated = community ? 0 : await countRolls(ctx, range);
  if (seated <= EXACT_UP_TO || search.status) return { places, counted: await countPeople(ctx, search) };
  const others = await countPeople(ctx, { range, conditions: [{ alternatives: [[ANYBODY]] }] });
  return { places, counted: { total: seated + others.total, approximate: true } };
}

/** Those in rolls and those in none, in one order. */
async function merged(ctx: Context, search: Search, page: Page): Promise<Found> {
  const rolls = await searchRolls(ctx, search, page);
  const narrow = mayBeNarrow(search, rolls.outside) ? await searchNarrow(ctx, search, page) : NONE;
  const places = [...rolls.places, ...narrow.places].sort(inOrder).slice(0, page.limit);
  if (page.after) return { places, counted: null };
  const total = rolls.total + narrow.total;
  return { places, counted: { total, approximate: narrow.approximate || rolls.approximate } };
}

const NONE = { places: [], total: 0, approximate: false };

/** Whoever is dead and not yet seated stands under other grams than 「anybody」. */
const mayBeNarrow = (search: Search, outside: boolean): boolean =>
  outside || search.conditions.some(c => c.alternatives.flat().some(gram => gram.startsWith(DEAD_MARK)));

async function searchNarrow(ctx: Context, search: Search, page: Page): Promise<Counted & { places: Place[] }> {
  const narrow = await rarestFirst(ctx, search);
  const places = await pagePeople(ctx, narrow, page);
  if (page.after || places.length < page.limit) return { places, total: places.length, approximate: false };
  return { places, ...(await countPeople(ctx, narrow)) };
}
