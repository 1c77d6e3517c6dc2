import { z } from 'zod';
import { EconomicClass } from './benefits/schemes.ts';
import { Confidence } from './confidence.ts';
import { AbilityLevel, TagCode } from './elders.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, NextAction, Step } from './nouns.ts';
import * as life from './voucher-lifecycle.ts';

/** Every group that names something must hold; within a group any one of its values does. */
export const VoucherRule = z.object({
  minAge: z.int().min(60, { error: '年龄应在60以上' }).max(120).nullable(),
  abilityLevels: z.array(AbilityLevel),
  economicClasses: z.array(EconomicClass.exclude(['none'])),
  tags: z.array(TagCode),
});
export type VoucherRule = z.infer<typeof VoucherRule>;

const Item = z.object({ code: z.string(), name: z.string() });

export const VoucherSchemeRow = z.object({
  id: Id,
  name: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: life.VoucherSchemeStatus,
  rule: VoucherRule,
  valueFen: Fen,
  period: life.VoucherPeriod,
  keepMonths: z.int(),
  items: z.array(Item),
  validFrom: CivilDateText,
  validTo: CivilDateText,
  basis: z.string(),
  /** Null: no document gives the value; it is the district's own configuration. */
  documentNumber: z.string().nullable(),
  confidence: Confidence,
  /** Issued so far, spent of it (less what was given back), and by how many persons and providers. */
  sums: z.object({ people: z.int(), issuedFen: Fen, redeemedFen: Fen, redeemers: z.int(), providers: z.int() }),
  madeBy: z.string(),
  madeAt: Instant,
});
export type VoucherSchemeRow = z.infer<typeof VoucherSchemeRow>;

export const VoucherIssue = z.object({
  id: Id,
  schemeId: Id,
  /** 2025-06, or once. */
  periodKey: z.string(),
  validFrom: CivilDateText,
  validTo: CivilDateText,
  status: life.VoucherIssueStatus,
  people: z.int(),
  removed: z.int(),
  totalFen: Fen,
  note: z.string().nullable(),
  madeBy: z.string(),
  madeAt: Instant,
  checkedBy: z.string().nullable(),
  nextActions: z.array(NextAction),
});
export type VoucherIssue = z.infer<typeof VoucherIssue>;

export const VoucherScheme = VoucherSchemeRow.extend({
  checkedBy: z.string().nullable(),
  note: z.string().nullable(),
  issues: z.array(VoucherIssue),
  /** Periods a list may be made for today: months, or once. */
  periods: z.array(z.string()),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type VoucherScheme = z.infer<typeof VoucherScheme>;

export const Voucher = z.object({
  id: Id,
  schemeId: Id,
  issueId: Id,
  schemeName: z.string(),
  periodKey: z.string(),
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  /** The district that pays. */
  payerName: z.string(),
  because: z.string(),
  items: z.array(Item),
  valueFen: Fen,
  balanceFen: Fen,
  validFrom: CivilDateText,
  validTo: CivilDateText,
  confidence: Confidence,
  documentNumber: z.string().nullable(),
  status: life.VoucherStatus,
  state: life.VoucherState,
  note: z.string().nullable(),
});
export type Voucher = z.infer<typeof Voucher>;

export const VoucherRedemption = z.object({
  id: Id,
  kind: life.RedemptionKind,
  voucherId: Id,
  schemeName: z.string(),
  elderId: Id,
  elderName: z.string(),
  providerId: Id,
  providerName: z.string(),
  orderId: Id,
  itemName: z.string(),
  servedOn: CivilDateText,
  amountFen: Fen,
  reason: z.string(),
  madeAt: Instant,
  /** On the way to the provider: with which statement; null = not put to payment yet. */
  statementId: Id.nullable(),
});
export type VoucherRedemption = z.infer<typeof VoucherRedemption>;

export const ElderVouchers = z.object({
  elderId: Id,
  elderName: z.string(),
  /** What can be spent today, over all vouchers. */
  balanceFen: Fen,
  vouchers: z.array(Voucher),
  redemptions: z.array(VoucherRedemption),
  /** Providers of the catalogue that offer what the usable vouchers buy, the nearest first. */
  places: z.array(
    z.object({ providerId: Id, name: z.string(), items: z.array(z.string()), metres: z.int().nullable() }),
  ),
});
export type ElderVouchers = z.infer<typeof ElderVouchers>;

export const VoucherStatement = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  providerId: Id,
  providerName: z.string(),
  month: MonthText,
  amountFen: Fen,
  redemptions: z.int(),
  status: life.VoucherStatementStatus,
  madeBy: z.string(),
  madeAt: Instant,
  paidOn: CivilDateText.nullable(),
});
export type VoucherStatement = z.infer<typeof VoucherStatement>;
