import { z } from 'zod';
import { OutcomeLine } from './benefits/catalogue.ts';
import { DueState } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, PageQuery, page } from './nouns.ts';
import { RECHECK_CAUSES, RECHECK_RESULTS } from './relief-lifecycle.ts';
import { WarningReason } from './relief-rules.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().min(4, { error: '请写明情况，至少 4 个字' }).max(300, { error: '最多 300 字' });

/** 低保标准测算: what a standard by 消费支出比例法 would mean, month by month; the law itself is not changed. */
export const StandardTrial = z.object({
  computedFen: Fen,
  nowFen: Fen.nullable(),
  fromOn: CivilDateText,
  lines: z.array(OutcomeLine),
  refusals: z.array(z.object({ sentence: z.string(), documentNumber: z.string() })),
  /** People now on 低保 in the register of this area. */
  people: z.int(),
  /** At most this much more a month: everybody by the whole difference. */
  mostMoreFen: Fen,
  months: z.array(z.object({ month: z.string(), standardFen: Fen.nullable(), isNew: z.boolean() })),
});
export const tryStandard = endpoint({
  method: 'GET',
  path: '/api/relief-standard-trials',
  summary: '测算新的低保标准：按消费支出比例法，从哪天起，影响多少人；只测算，不改标准',
  query: z.object({
    consumptionFen: z.coerce.number().int().min(1, { error: '请填人均消费支出' }),
    sharePercent: z.coerce.number().min(1, { error: '请填比例' }).max(100),
    fromOn: CivilDateText,
  }),
  response: StandardTrial,
});

const Recheck = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  economicClass: z.string(),
  cause: z.enum(RECHECK_CAUSES),
  /** Of a sample; a periodic one has the number of the application here, one by a signal what the signal says. */
  seed: z.string(),
  drawnAt: Instant,
  result: z.enum(RECHECK_RESULTS),
  due: DueState.nullable(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  correctionId: Id.nullable(),
  /** Of 困难补贴. */
  recoveryId: Id.nullable(),
  /** What the signals say, where it was opened by one. */
  reasons: z.array(WarningReason),
  /** Of 低保金 or 特困供养金. */
  grantRecoveryId: Id.nullable(),
});
export type Recheck = z.infer<typeof Recheck>;
export const drawRechecks = endpoint({
  method: 'POST',
  path: '/api/relief-rechecks',
  summary: '在本辖区的低保、低收入、特困老年人里随机抽人复核；种子留着，可以重抽验证',
  body: z.object({
    count: z.int().min(1, { error: '请填抽几人' }).max(500),
    seed: z.string().trim().min(1).max(40).optional(),
  }),
  response: z.object({ seed: z.string(), drawn: z.int() }),
  errors: ['platform.wrong-state'],
});
export const listRechecks = endpoint({
  method: 'GET',
  path: '/api/relief-rechecks',
  savedAs: '资格复核',
  summary: '随机复核：抽到的人和结果',
  query: PageQuery.extend({ result: z.enum(RECHECK_RESULTS).optional() }),
  response: page(Recheck),
});
export const answerRecheck = endpoint({
  method: 'POST',
  path: '/api/relief-rechecks/:id/answer',
  summary: '记复核结果；保留的按规则重新核定金额，不再符合的停发、提出更正，多发的月份立追缴',
  params: ById,
  body: z.object({
    result: z.enum(['kept', 'changed', 'stopped']),
    note: Note,
    economicClass: z.enum(['none', '低收入', '低保', '特困']).optional(),
    /** Kept, with other means: the first month they hold for; left out = as the scheme says. */
    amountFrom: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '请写成 2025-03 的样子' })
      .optional(),
    /** The first month that should not have been paid, YYYY-MM. */
    wrongSince: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '请写成 2025-03 的样子' })
      .optional(),
  }),
  response: z.object({
    ...{ id: Id, correctionId: Id.nullable(), recoveryId: Id.nullable(), grantRecoveryId: Id.nullable() },
    /** What is paid from when on, where a kept recognition comes to another amount now. */
    changed: z.object({ fromMonth: MonthText, amountFen: Fen }).nullable(),
  }),
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input', 'elders.correction'],
});
