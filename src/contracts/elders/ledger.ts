import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { ElderStatus, TagCode } from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, PageQuery, page, Sex } from '../nouns.ts';

/** How somebody made sure that the record is right. */
export const CONFIRM_WAYS = ['home', 'phone', 'met'] as const;
export const ConfirmWay = z.enum(CONFIRM_WAYS, { error: '请选怎样核实的' });
export type ConfirmWay = z.infer<typeof ConfirmWay>;
export const CONFIRM_WAY_LABELS = {
  home: '上门核实',
  phone: '电话核实',
  met: '当面核实（来办事、活动）',
} as const satisfies Record<ConfirmWay, string>;

/** People on the register of a place: not those who died or left the city. */
const COUNTS = {
  people: z.int(),
  /** 80 and over (老老人). */
  oldestOld: z.int(),
  /** Entered, not yet visited by anybody (已登记，待核实). */
  waiting: z.int(),
  /** Not confirmed within the district's limit. */
  overdue: z.int(),
};
export const LedgerCounts = z.object(COUNTS);
export type LedgerCounts = z.infer<typeof LedgerCounts>;
export const LedgerRow = z.object({ areaCode: AreaCode, areaName: z.string(), ...COUNTS });
export type LedgerRow = z.infer<typeof LedgerRow>;

/** The limit of a district, and how sure we are of it. */
export const UpkeepLimit = z.object({
  areaName: z.string(),
  days: z.int(),
  confidence: Confidence,
  basis: z.string(),
});

export const readLedger = endpoint({
  method: 'GET',
  path: '/api/elder-ledger',
  savedAs: '人员台账',
  summary: '人员台账合计：一个辖区的下一级各有多少人、80岁及以上、待核实、超期没有核实',
  query: z.object({ area: AreaCode.optional() }),
  response: z.object({
    areaCode: AreaCode,
    areaName: z.string(),
    /** From the reader's own area down to the one asked for. */
    path: z.array(z.object({ code: AreaCode, name: z.string() })),
    /** Counted apart from the rows, which add up to it. */
    total: LedgerCounts,
    rows: z.array(LedgerRow),
    limits: z.array(UpkeepLimit),
  }),
  errors: ['elders.outside-area'],
});

export const UnconfirmedRow = z.object({
  elderId: Id,
  name: z.string(),
  sex: Sex,
  age: z.int(),
  areaName: z.string(),
  road: z.string().nullable(),
  compound: z.string().nullable(),
  status: ElderStatus,
  tags: z.array(z.object({ code: TagCode, label: z.string(), reason: z.string() })),
  confirmedOn: CivilDateText,
  /** Null: nobody since it was entered on that day. */
  confirmedBy: z.string().nullable(),
  days: z.int(),
});
export type UnconfirmedRow = z.infer<typeof UnconfirmedRow>;

export const listUnconfirmed = endpoint({
  method: 'GET',
  path: '/api/elder-ledger/unconfirmed',
  savedAs: '台账待核实',
  summary: '超过期限没有核实的档案，最久的在前',
  query: PageQuery.extend({ area: AreaCode.optional(), tag: TagCode.optional() }),
  response: page(UnconfirmedRow),
  errors: ['elders.outside-area'],
});

export const confirmElders = endpoint({
  method: 'POST',
  path: '/api/elder-ledger/confirmations',
  summary: '记下一位或几位老人的档案已核实：谁、哪天、怎样核实的',
  body: z.object({
    elderIds: z
      .array(Id)
      .min(1, { error: '请先勾选老人' })
      .max(100, { error: '一次最多100人' })
      .refine(ids => new Set(ids).size === ids.length, { error: '同一位老人只能勾一次' }),
    way: ConfirmWay,
    note: z.string().trim().max(200, { error: '最多200字' }).optional(),
  }),
  response: z.object({
    confirmed: z.int(),
    /** Who could not be confirmed this way, and why; the others are. */
    refused: z.array(z.object({ elderId: Id, name: z.string(), because: z.string() })),
  }),
  errors: ['platform.not-found'],
});
