import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, PageQuery, page } from './nouns.ts';

export const SETTLE_LINE_KINDS = ['charge', 'void'] as const;
export const SettleLineKind = z.enum(SETTLE_LINE_KINDS);
export const SETTLE_LINE_KIND_LABELS = { charge: '服务', void: '冲销' } as const satisfies Record<
  (typeof SETTLE_LINE_KINDS)[number],
  string
>;

/** One settlement line: a verified record's price split by the payers in their order; a void has the same amounts below zero. */
export const SettleLine = z.object({
  id: Id,
  kind: SettleLineKind,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  providerId: Id,
  providerName: z.string(),
  orderId: Id,
  recordId: Id,
  itemCode: z.string(),
  itemName: z.string(),
  servedOn: CivilDateText,
  ltcFen: Fen,
  subsidyFen: Fen,
  voucherFen: Fen,
  selfFen: Fen,
  totalFen: Fen,
  voidsLineId: Id.nullable(),
  reason: z.string(),
  madeAt: Instant,
  settledOn: CivilDateText.nullable(),
});
export type SettleLine = z.infer<typeof SettleLine>;

export const listSettleLines = endpoint({
  method: 'GET',
  path: '/api/settle-lines',
  savedAs: '结算明细',
  summary: '结算行：一条核实的服务记录一行，冲销为负',
  query: PageQuery.extend({
    month: MonthText.optional(),
    elderId: Id.optional(),
    orderId: Id.optional(),
    providerId: Id.optional(),
  }),
  response: page(SettleLine).extend({
    sums: z.object({ ltcFen: Fen, subsidyFen: Fen, voucherFen: Fen, selfFen: Fen, totalFen: Fen }),
  }),
});
