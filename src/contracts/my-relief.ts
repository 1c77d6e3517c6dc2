import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Fen, Id, Instant, MonthText } from './nouns.ts';
import { ReliefKind, ReliefStatus, WarningStatus } from './relief-lifecycle.ts';

/** One application as the person sees it: where it is, what comes next and by when, what was decided. No means, no findings. */
export const MyApplication = z.object({
  id: Id,
  number: z.string(),
  kind: ReliefKind,
  status: ReliefStatus,
  appliedAt: Instant,
  reason: z.string(),
  /** The offices that carry it. */
  officeName: z.string(),
  steps: z.array(
    z.object({ label: z.string(), on: CivilDateText.nullable(), state: z.enum(['done', 'now', 'later']) }),
  ),
  /** What the office does next and until when; null once it is decided. */
  next: z.object({ says: z.string(), dueOn: CivilDateText.nullable() }).nullable(),
  /** The decision or end in words; null before. */
  result: z.string().nullable(),
  decidedOn: CivilDateText.nullable(),
  reviewOn: CivilDateText.nullable(),
  /** By month, newest first; empty where it is not paid by month. */
  money: z.array(z.object({ fromMonth: MonthText, toMonth: MonthText.nullable(), amountFen: Fen, why: z.string() })),
});
export type MyApplication = z.infer<typeof MyApplication>;

/** Why somebody of the street comes to see the household, in the elder's words; no amount, nobody named. */
export const MyVisit = z.object({
  id: Id,
  number: z.string(),
  why: z.array(z.string()),
  status: WarningStatus,
  warnedAt: Instant,
  visitedAt: Instant.nullable(),
  /** Until when they come; null once they have been. */
  untilOn: CivilDateText.nullable(),
  officeName: z.string(),
});
export type MyVisit = z.infer<typeof MyVisit>;

export const listMyRelief = endpoint({
  method: 'GET',
  path: '/api/relief-mine',
  summary: '本人的救助申请办到哪一步，社区为什么上门；家属经老人同意看',
  response: z.object({ elderName: z.string().nullable(), rows: z.array(MyApplication), visits: z.array(MyVisit) }),
});
