import type { z } from 'zod';
import type { ElderFilter, listElders } from '#contracts/elders/find.ts';
import { ElderStatus, TAG_LABELS } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaNames } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { addDays, addMonths, ageOn, type CivilDate } from '#shared/dates.ts';
import * as people from './db/people.ts';
import type { Condition, Place } from './db/search.ts';
import { birthYears, DEAD_MARK, wordsOf } from './rules/grams.ts';
import { type NumberWord, type PeopleSearch, searchPeople } from './search-people.ts';

type Filter = z.output<typeof ElderFilter>;
type Paging = { cursor?: string | undefined; limit: number };

/** 找人: one page of the people in the actor's area who meet the filter, in the one stable order. */
export async function findElders(ctx: Context, filter: Filter & Paging): Promise<OutputOf<typeof listElders>> {
  const after = filter.cursor === undefined ? undefined : readCursor(filter.cursor);
  const found = await searchPeople(ctx, searchOf(ctx, filter), { after, limit: filter.limit + 1 });
  const shown = found.places.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    rows: await rowsOf(ctx, shown),
    nextCursor: found.places.length > filter.limit && last ? writeCursor(last) : null,
    total: found.counted?.total ?? null,
    totalIsApproximate: found.counted?.approximate ?? false,
  };
}

async function rowsOf(ctx: Context, places: readonly Place[]) {
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

/** Turns what was typed and chosen into what is looked up. */
export function searchOf(ctx: Pick<Context, 'actor' | 'today'>, filter: Filter): PeopleSearch {
  const dead = filter.status === ElderStatus.enum.deceased;
  const gram = (text: string): string => (dead ? DEAD_MARK + text : text);
  const conditions: Condition[] = [];
  const numbers: NumberWord[] = [];
  for (const word of wordsOf(filter.q ?? '')) {
    if (word.kind === 'grams') conditions.push({ alternatives: word.alternatives.map(grams => grams.map(gram)) });
    else numbers.push(word);
  }
  if (filter.tag) conditions.push({ alternatives: [[gram(`t:${filter.tag}`)]] });
  if (filter.living) conditions.push({ alternatives: [[gram(`l:${filter.living}`)]] });
  if (filter.status && filter.status !== 'active') conditions.push({ alternatives: [[gram(`s:${filter.status}`)]] });
  const age = filter.age === undefined ? undefined : readAge(filter.age);
  if (age) {
    conditions.push({ alternatives: birthYears(age, ctx.today).map(year => [gram(year)]), leadOnly: true });
  }
  return {
    conditions,
    numbers,
    range: areaRange(filter.area ?? ctx.actor.areaCode),
    born: age && bornBetween(age, ctx.today),
    status: filter.status === 'active' ? 'active' : undefined,
  };
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

const writeCursor = (place: Place): string =>
  Buffer.from(JSON.stringify([place.areaCode, place.name, place.elderId])).toString('base64url');

function readCursor(cursor: string): Place {
  try {
    const [areaCode, name, elderId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (areaCode !== undefined && name !== undefined && elderId !== undefined) return { areaCode, name, elderId };
  } catch {
    // Falls through: a cursor is opaque, so whoever changed it only needs the way back.
  }
  throw new DomainError('platform.invalid-input', '翻页标记不对，请从第一页重新打开', { cursor: '请从第一页重新打开' });
}
