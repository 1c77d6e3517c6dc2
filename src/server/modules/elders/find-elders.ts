import type { z } from 'zod';
import type { ElderFilter, listElders } from '#contracts/elders/find.ts';
import { ElderStatus, TAG_LABELS } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaNames } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { blindIndexes } from '#platform/secrets/blind-index.ts';
import { areaRange } from '#shared/area-codes.ts';
import { addDays, addMonths, ageOn, type CivilDate } from '#shared/dates.ts';
import * as people from './db/people.ts';
import * as search from './db/search.ts';
import { birthYears, DEAD_MARK, type Word, wordsOf } from './rules/grams.ts';

type Filter = z.output<typeof ElderFilter>;
type Paging = { cursor?: string | undefined; limit: number };

/** 找人: one page of the people in the actor's area who meet the filter, in the one stable order. */
export async function findElders(ctx: Context, filter: Filter & Paging): Promise<OutputOf<typeof listElders>> {
  const wanted = await search.rarestFirst(ctx, await searchOf(ctx, filter));
  const after = filter.cursor === undefined ? undefined : readCursor(filter.cursor);
  const places = await search.pagePeople(ctx, wanted, { after, limit: filter.limit + 1 });
  const shown = places.slice(0, filter.limit);
  const counted = after ? null : await search.countPeople(ctx, wanted);
  const last = shown.at(-1);
  return {
    rows: await rowsOf(ctx, shown),
    nextCursor: places.length > filter.limit && last ? writeCursor(last) : null,
    total: counted?.total ?? null,
    totalIsApproximate: counted?.approximate ?? false,
  };
}

async function rowsOf(ctx: Context, places: readonly search.Place[]) {
  const ids = places.map(place => place.elderId);
  const [elders, tags] = [await people.listElders(ctx, ids), await people.listTags(ctx, ids)];
  const names = await areaNames(
    ctx,
    places.map(place => place.areaCode),
  );
  const byId = new Map(elders.map(elder => [elder.elderId, elder]));
  return places.flatMap(({ elderId }) => {
    const elder = byId.get(elderId);
    if (!elder) return [];
    const own = tags.filter(tag => tag.elderId === elderId);
    return {
      ...elder,
      areaName: names.get(elder.areaCode) ?? elder.areaCode,
      tags: own.map(({ code, reason }) => ({ code, label: TAG_LABELS[code], reason })),
    };
  });
}

/** Turns what was typed and chosen into index conditions. */
export async function searchOf(ctx: Context, filter: Filter): Promise<search.Search> {
  const dead = filter.status === ElderStatus.enum.deceased;
  const gram = (text: string): search.Source => ({
    table: 'elder_grams',
    column: 'gram',
    value: dead ? DEAD_MARK + text : text,
  });
  const conditions: search.Condition[] = [];
  for (const word of wordsOf(filter.q ?? '')) conditions.push(await conditionOf(ctx, word, gram));
  if (filter.tag) conditions.push({ alternatives: [[{ table: 'elder_tags', column: 'code', value: filter.tag }]] });
  if (filter.living) conditions.push({ alternatives: [[gram(`l:${filter.living}`)]] });
  if (filter.status && filter.status !== 'active') conditions.push({ alternatives: [[gram(`s:${filter.status}`)]] });
  const age = filter.age === undefined ? undefined : readAge(filter.age);
  if (age) {
    conditions.push({ alternatives: birthYears(age, ctx.today).map(year => [gram(year)]), leadOnly: true });
  }
  return {
    conditions,
    range: areaRange(filter.area ?? ctx.actor.areaCode),
    born: age && bornBetween(age, ctx.today),
    status: filter.status === 'active' ? 'active' : undefined,
  };
}

type Gram = (text: string) => search.Source;

async function conditionOf(ctx: Context, word: Word, gram: Gram): Promise<search.Condition> {
  if (word.kind === 'grams') return { alternatives: word.alternatives.map(grams => grams.map(gram)) };
  if (word.kind === 'last-four') {
    const columns = [
      ['identity_last4_index', 'identity-number'],
      ['phone_last4_index', 'phone'],
    ] as const;
    const alternatives = columns.flatMap(([column, field]) =>
      blindIndexes(ctx.keys, { field, part: 'last-four' }, word.value).map(value => [
        { table: 'elder_sealed' as const, column, value },
      ]),
    );
    return { alternatives };
  }
  const indexes = blindIndexes(ctx.keys, { field: word.kind, part: 'whole' }, word.value);
  const ids = await people.findByNumber(ctx, word.kind, indexes);
  // Nobody: a person with the nil id, so that the rest of the search stays the same.
  const nobody = '00000000-0000-0000-0000-000000000000';
  const sources = (ids.length > 0 ? ids : [nobody]).map(value => [
    { table: 'elders' as const, column: 'elder_id', value },
  ]);
  return { alternatives: sources };
}

const OLDEST = 125;

function readAge(text: string): { from: number; to: number } {
  const [from, to] = text.split('-') as [string, string];
  return { from: Number(from), to: to === '' ? OLDEST : Math.min(Number(to), OLDEST) };
}

/** Born on these days means: at least `from` and at most `to` full years old today. */
export function bornBetween(age: { from: number; to: number }, today: CivilDate) {
  const until = addMonths(today, -12 * age.from);
  const from = addDays(addMonths(today, -12 * (age.to + 1)), 1);
  // 29 February: who was born on it comes of age on 1 March of a common year (dates.ts), hence the correction.
  return { from, until: ageOn(until, today) < age.from ? addDays(until, -1) : until };
}

const writeCursor = (place: search.Place): string =>
  Buffer.from(JSON.stringify([place.areaCode, place.name, place.elderId])).toString('base64url');

function readCursor(cursor: string): search.Place {
  try {
    const [areaCode, name, elderId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (areaCode !== undefined && name !== undefined && elderId !== undefined) return { areaCode, name, elderId };
  } catch {
    // Falls through: a cursor is opaque, so whoever changed it only needs the way back.
  }
  throw new DomainError('platform.invalid-input', '翻页标记不对，请从第一页重新打开', { cursor: '请从第一页重新打开' });
}
