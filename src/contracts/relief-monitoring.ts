import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, MonthText, PageQuery, page } from './nouns.ts';
import { WARNING_STATUSES, type WarningStatus } from './relief-lifecycle.ts';
import { SignalTopicName, WarningRule } from './relief-rules.ts';

/** Warnings by state; the sum is `warnings`. */
const States = z.object(
  Object.fromEntries(WARNING_STATUSES.map(status => [status, z.int()])) as Record<WarningStatus, z.ZodInt>,
);
const COUNTS = {
  /** Households with somebody on 低保, 低收入, 特困, or with a warning of the last twelve months. */
  households: z.int(),
  /** Of those, the ones some department sent a record about in the last twelve months. */
  covered: z.int(),
  signals: z.int(),
  warnings: z.int(),
  byState: States,
  /** Visits that are overdue today. */
  late: z.int(),
  rechecks: z.int(),
  /** From the warning to the visit, the middle one of the last twelve months; null = nobody has been anywhere. */
  medianHours: z.number().nullable(),
};
export const MonitoringCounts = z.object(COUNTS);
export type MonitoringCounts = z.infer<typeof MonitoringCounts>;
export const readMonitoring = endpoint({
  method: 'GET',
  path: '/api/relief-monitoring',
  savedAs: '动态监测合计',
  summary: '低收入人口动态监测：近十二个月监测多少户、来了哪些信号、预警办到哪一步、多久上门，按下一级辖区',
  query: z.object({ area: AreaCode.optional() }),
  response: z.object({
    areaCode: AreaCode,
    areaName: z.string(),
    fromOn: CivilDateText,
    toOn: CivilDateText,
    total: MonitoringCounts,
    /** By the next level; each sum is the total's. Empty at a community. */
    rows: z.array(z.object({ areaCode: AreaCode, areaName: z.string(), ...COUNTS })),
    /** Records by topic and month of the data. */
    topics: z.array(
      z.object({ topic: SignalTopicName, months: z.array(z.object({ month: MonthText, n: z.int() })), n: z.int() }),
    ),
    months: z.array(MonthText),
  }),
  errors: ['relief.outside-area'],
});

/** A record of a department as the monitoring keeps it: about whom and of what kind, not what it says. */
export const ReliefSignal = z.object({
  id: Id,
  topic: SignalTopicName,
  elderId: Id,
  elderName: z.string(),
  areaName: z.string(),
  /** Of a member of the household, not of the elder. */
  ofMember: z.boolean(),
  period: z.string(),
  asOf: CivilDateText,
  sender: z.string(),
  receivedAt: Instant,
  /** What it set off. */
  rules: z.array(WarningRule),
  warningId: Id.nullable(),
});
export type ReliefSignal = z.infer<typeof ReliefSignal>;
export const listSignals = endpoint({
  method: 'GET',
  path: '/api/relief-signals',
  savedAs: '监测信号',
  summary: '部门送来的信号：关于谁家、哪一类、哪个月的数据、引出了哪条预警；不显示金额',
  query: PageQuery.extend({
    topic: SignalTopicName.optional(),
    month: MonthText.optional(),
    area: AreaCode.optional(),
    warned: z.enum(['true', 'false']).optional(),
  }),
  response: page(ReliefSignal),
  errors: ['relief.outside-area'],
});
