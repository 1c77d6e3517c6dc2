import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { NEED_STATUSES, type NeedStatus, needLifecycle } from '#contracts/need-lifecycle.ts';
import type { ServiceNeed, sumNeeds as sumEndpoint } from '#contracts/needs.ts';
import type { Role } from '#contracts/roles.ts';
import { FOUND_NEEDS, type FoundNeed } from '#contracts/visits.ts';
import { areaName, readDivisions } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { AREA_DIGITS, AREA_LEVELS, areaLevel, areaRange, isInArea } from '#shared/area-codes.ts';
import * as db from './db.ts';
import { areaOf } from './reach.ts';

/** As orders let in; a station matches a need and asks the desk or the centre for the order. */
const ORDERERS: readonly Role[] = ['community', 'street', 'centre'];
const isOpen = (status: NeedStatus): boolean => status === 'unmet' || status === 'matching';

export const needOf = (ctx: Context, row: db.NeedRow): ServiceNeed => ({
  ...{ id: row.need_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  areaName: areaName(row.area_code),
  kind: row.kind,
  item: row.item_code && row.item_name ? { code: row.item_code, name: row.item_name } : null,
  ...{ text: row.text, urgent: row.urgent, source: row.source, foundOn: row.found_on, foundBy: row.found_by },
  ...{ status: row.status, note: row.note, steppedBy: row.stepped_by, orderId: row.order_id },
  actions: nextActions(needLifecycle, row.status, ctx.actor.role),
  mayOrder: isOpen(row.status) && row.order_id === null && ORDERERS.includes(ctx.actor.role),
});

/** The area asked for, the actor's own without one. */
function areaAsked(ctx: Context, area: string | undefined): string {
  const own = areaOf(ctx);
  if (area && !isInArea(area, own)) throw new DomainError('needs.outside-area');
  return area ?? own;
}

type Asked = {
  area?: string | undefined;
  status?: NeedStatus | undefined;
  kind?: FoundNeed | undefined;
  elderId?: string | undefined;
};

export async function listNeeds(ctx: Context, asked: Asked & { cursor?: string | undefined; limit: number }) {
  const { area, cursor, limit, ...rest } = asked;
  const filter = { ...rest, range: areaRange(areaAsked(ctx, area)) };
  const found = await db.listNeeds(ctx, filter, { after: readCursor(cursor), limit: limit + 1 });
  const { kept, nextCursor } = pageOf(found, limit, row => [row.place, row.need_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const total = cursor ? null : await db.countNeeds(ctx, filter);
  return { rows: kept.map(row => needOf(ctx, row)), nextCursor, total, totalIsApproximate: false };
}

type Counts = Record<NeedStatus, number>;
const countsOf = (rows: readonly db.NeedSum[]): Counts =>
  Object.fromEntries(NEED_STATUSES.map(status => [status, rows.find(row => row.status === status)?.n ?? 0])) as Counts;

/** How many needs each place below and each kind has, by status; the whole is counted for itself. */
export async function sumNeeds(
  ctx: Context,
  asked: Pick<Asked, 'area' | 'kind'>,
): Promise<OutputOf<typeof sumEndpoint>> {
  const area = areaAsked(ctx, asked.area);
  const level = areaLevel(area);
  const below = AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level;
  const sums = await db.sumNeeds(ctx, { kind: asked.kind, range: areaRange(area) }, AREA_DIGITS[below]);
  const found = sums.flatMap(row => row.prefix?.padEnd(12, '0') ?? []);
  const listed =
    level === below
      ? [area]
      : readDivisions()
          .filter(one => one.parentCode === area)
          .map(one => one.code);
  const codes = [...new Set([...listed, ...found])].sort();
  return {
    ...{ areaCode: area, areaName: areaName(area) },
    total: countsOf(sums.filter(row => row.prefix === null && row.kind === null)),
    areas: codes.map(code => ({
      ...{ areaCode: code, areaName: areaName(code) },
      counts: countsOf(sums.filter(row => row.prefix?.padEnd(12, '0') === code)),
    })),
    kinds: FOUND_NEEDS.map(kind => ({ kind, counts: countsOf(sums.filter(row => row.kind === kind)) })),
  };
}
