import type { listUnconfirmed, readLedger as readEndpoint } from '#contracts/elders/ledger.ts';
import { TAG_LABELS, type TagCode } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName, areaNames, readDivisions } from '#modules/areas/index.ts';
import { upkeepOf } from '#modules/benefits/catalogue/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { AREA_DIGITS, AREA_LEVELS, areaAt, areaLevel, areaRange, isInArea, parentArea } from '#shared/area-codes.ts';
import { addDays, daysBetween } from '#shared/dates.ts';
import { listElders, listTags } from './db/people.ts';
import { countLedger, countOverdue, type Limit, listOverdue } from './db/upkeep.ts';
import { bornBetween } from './find-elders.ts';

const OLDEST_OLD = { from: 80, to: 150 };

/** The area asked for, the actor's own without one; never more than the actor's own. */
function areaAsked(ctx: Context, area: string | undefined): string {
  const { areaCode } = ctx.actor;
  if (area && !isInArea(area, areaCode)) throw new DomainError('elders.outside-area', '这个地方不在您的辖区');
  return area ?? areaCode;
}

/** Limits of the districts that the area has a part in. */
async function limitsIn(ctx: Context, area: string) {
  const inCity = areaLevel(area) === 'city';
  const districts = inCity ? childrenOf(area).map(one => one.code) : [areaAt(area, 'district')];
  const upkeep = await upkeepOf(ctx, districts);
  const limits = upkeep.map(
    ({ district, days }): Limit => ({ ...areaRange(district), before: addDays(ctx.today, -days) }),
  );
  return { upkeep, limits };
}

const childrenOf = (area: string) => readDivisions().filter(one => one.parentCode === area);

/** 人员台账: how many people each place below has. The total is counted from all rows, not from the lines. */
export async function readLedger(ctx: Context, asked: string | undefined): Promise<OutputOf<typeof readEndpoint>> {
  const area = areaAsked(ctx, asked);
  const { upkeep, limits } = await limitsIn(ctx, area);
  const below = AREA_LEVELS[AREA_LEVELS.indexOf(areaLevel(area)) + 1] ?? 'community';
  const { until: bornUntil } = bornBetween(OLDEST_OLD, ctx.today);
  const counted = await countLedger(ctx, { range: areaRange(area), digits: AREA_DIGITS[below], bornUntil, limits });
  const none = { people: 0, oldestOld: 0, waiting: 0, overdue: 0 };
  const byCode = new Map(counted.map(({ prefix, ...counts }) => [prefix?.padEnd(12, '0') ?? '', counts]));
  const places = below === areaLevel(area) ? [area] : childrenOf(area).map(one => one.code);
  // People whose place is no longer in the list of divisions count too.
  const codes = [...new Set([...places, ...[...byCode.keys()].filter(Boolean)])].sort();
  const path = pathTo(area, ctx.actor.areaCode);
  const nameOf = areaName;
  return {
    ...{ areaCode: area, areaName: nameOf(area), total: byCode.get('') ?? none },
    path: path.map(code => ({ code, name: nameOf(code) })),
    rows: codes.map(code => ({ areaCode: code, areaName: nameOf(code), ...(byCode.get(code) ?? none) })),
    limits: upkeep.map(({ district, ...limit }) => ({ areaName: nameOf(district), ...limit })),
  };
}

function pathTo(area: string, from: string): string[] {
  const parent = area === from ? null : parentArea(area);
  return parent ? [...pathTo(parent, from), area] : [area];
}

type Asked = { area?: string | undefined; tag?: TagCode | undefined; cursor?: string | undefined; limit: number };

/** Records that nobody has confirmed within the limit of their district. */
export async function readUnconfirmed(ctx: Context, asked: Asked): Promise<OutputOf<typeof listUnconfirmed>> {
  const area = areaAsked(ctx, asked.area);
  const { limits } = await limitsIn(ctx, area);
  const filter = { range: areaRange(area), limits, tag: asked.tag };
  const found = await listOverdue(ctx, filter, { after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.confirmed_on, row.elder_id]);
  const ids = kept.map(row => row.elder_id);
  const [elders, tags] = [await listElders(ctx, ids), await listTags(ctx, ids)];
  const byId = new Map(elders.map(elder => [elder.elderId, elder]));
  const names = await areaNames(
    ctx,
    elders.map(elder => elder.areaCode),
  );
  const rows = kept.flatMap(({ elder_id: elderId, confirmed_on: confirmedOn, confirmed_by: confirmedBy }) => {
    const elder = byId.get(elderId);
    if (!elder) return [];
    const { name, sex, age, road, compound, status } = elder;
    const own = tags.filter(tag => tag.elderId === elderId);
    return {
      ...{ elderId, name, sex, age, road, compound, status, confirmedOn, confirmedBy },
      areaName: names.get(elder.areaCode) ?? elder.areaCode,
      tags: own.map(({ code, reason }) => ({ code, label: TAG_LABELS[code], reason })),
      days: daysBetween(confirmedOn, ctx.today),
    };
  });
  const total = asked.cursor ? null : await countOverdue(ctx, filter);
  return { rows, nextCursor, total, totalIsApproximate: false };
}
