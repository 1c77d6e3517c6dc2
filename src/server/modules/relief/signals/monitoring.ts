import { SIGNAL_TOPICS, type SignalTopic } from '#contracts/comparison-kinds.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { WARNING_STATUSES, type WarningStatus } from '#contracts/relief-lifecycle.ts';
import type { readMonitoring as endpoint, MonitoringCounts, ReliefSignal } from '#contracts/relief-monitoring.ts';
import type { WarningRule } from '#contracts/relief-rules.ts';
import { areaName, readDivisions } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { AREA_DIGITS, AREA_LEVELS, areaLevel, areaRange } from '#shared/area-codes.ts';
import { addDays, addMonths, monthOf } from '#shared/dates.ts';
import { type SumRow, sumMonitoring, sumTopics } from '../db/monitoring.ts';
import * as db from '../db/signals.ts';
import { areaAsked } from './read-warnings.ts';

const MONTHS = 12;
/** From the first day of the month eleven months ago: twelve months with this one. */
const spanOf = (ctx: Context) => ({ fromOn: `${monthOf(addMonths(ctx.today, 1 - MONTHS))}-01`, toOn: ctx.today });

const countsOf = (row: SumRow | undefined): MonitoringCounts => ({
  ...{ households: row?.households ?? 0, covered: row?.covered ?? 0, signals: row?.signals ?? 0 },
  ...{ warnings: row?.warnings ?? 0, late: row?.late ?? 0, rechecks: row?.rechecks ?? 0 },
  medianHours: row?.medianHours ?? null,
  byState: Object.fromEntries(WARNING_STATUSES.map(one => [one, row?.[one] ?? 0])) as Record<WarningStatus, number>,
});

/** One look at an area and the places below it; each number opens the list with the same rows. */
export async function readMonitoring(ctx: Context, asked: string | undefined): Promise<OutputOf<typeof endpoint>> {
  const area = areaAsked(ctx, asked);
  const level = areaLevel(area);
  const below = AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level;
  const span = spanOf(ctx);
  const sums = await sumMonitoring(ctx, { range: areaRange(area), digits: AREA_DIGITS[below], ...span });
  const byCode = new Map(sums.map(row => [row.prefix?.padEnd(12, '0') ?? '', row]));
  const listed =
    level === below
      ? []
      : readDivisions()
          .filter(one => one.parentCode === area)
          .map(one => one.code);
  const more = level === below ? [] : [...byCode.keys()].filter(Boolean);
  const codes = [...new Set([...listed, ...more])].sort();
  const months = Array.from({ length: MONTHS }, (_, i) => monthOf(addMonths(span.fromOn, i)));
  const topics = Map.groupBy(await sumTopics(ctx, { range: areaRange(area), ...span }), one => one.topic);
  return {
    ...{ areaCode: area, areaName: areaName(area), ...span, months, total: countsOf(byCode.get('')) },
    rows: codes.map(code => ({ areaCode: code, areaName: areaName(code), ...countsOf(byCode.get(code)) })),
    topics: SIGNAL_TOPICS.map(topic => {
      const found = topics.get(topic) ?? [];
      const n = found.reduce((sum, one) => sum + one.n, 0);
      return { topic, n, months: months.map(month => ({ month, n: found.find(one => one.month === month)?.n ?? 0 })) };
    }),
  };
}

type Asked = {
  topic?: SignalTopic | undefined;
  month?: string | undefined;
  area?: string | undefined;
  warned?: 'true' | 'false' | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The records behind the sums, without what they say. */
export async function listSignals(ctx: Context, asked: Asked) {
  const span = spanOf(ctx);
  const first = asked.month ? `${asked.month}-01` : span.fromOn;
  const filter = {
    ...{ topic: asked.topic ?? null, warned: asked.warned ? asked.warned === 'true' : null, fromOn: first },
    range: areaRange(areaAsked(ctx, asked.area)),
    beforeOn: asked.month ? addMonths(first, 1) : addDays(span.toOn, 1),
  };
  const found = await db.listSignals(ctx, { ...filter, before: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.as_of, row.signal_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return {
    rows: kept.map(
      (row): ReliefSignal => ({
        ...{ id: row.signal_id, topic: row.topic, elderId: row.elder_id, areaName: areaName(row.area_code) },
        ...{ elderName: row.elder_name ?? '（已不在册）', ofMember: row.person_id !== row.elder_id },
        ...{ period: row.period, asOf: row.as_of, sender: row.sender, receivedAt: row.received_at },
        ...{ rules: row.rules as WarningRule[], warningId: row.warning_id },
      }),
    ),
    nextCursor,
    total: asked.cursor ? null : await db.countSignals(ctx, filter),
  };
}
