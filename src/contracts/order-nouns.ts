import { z } from 'zod';
import { Payer, SkillLevel } from './catalogue.ts';
import { ofClass, Withheld } from './data-classes.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, NextAction, Sex, Step } from './nouns.ts';
import { OfferAnswer, OrderSource, OrderStatus } from './order-lifecycle.ts';

/** What a list row and the head of a record show; no door and no phone. */
export const OrderRow = z.object({
  id: Id,
  /** Number that people say on the phone: FW + day + six characters of the id. */
  number: z.string(),
  elderId: Id,
  elderName: z.string(),
  elderAge: z.int(),
  elderSex: Sex,
  /** Road and compound, without the door. */
  place: z.string(),
  areaCode: AreaCode,
  itemCode: z.string(),
  itemName: z.string(),
  status: OrderStatus,
  source: OrderSource,
  wantedOn: CivilDateText,
  wantedTime: z.string().nullable(),
  priceFen: Fen,
  providerId: Id.nullable(),
  providerName: z.string().nullable(),
  caregiverName: z.string().nullable(),
  orderedAt: Instant,
  answerBy: Instant.nullable(),
  startedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  score: z.int().nullable(),
});
export type OrderRow = z.infer<typeof OrderRow>;

const measured = (name: string, low: number, high: number) =>
  z
    .number({ error: `${name}请填数字` })
    .min(low, { error: `${name}不会低于 ${low}，请核对` })
    .max(high, { error: `${name}不会高于 ${high}，请核对` });

export const Measurements = z.object({
  temperature: measured('体温', 34, 43).optional(),
  systolic: measured('收缩压', 50, 260).optional(),
  diastolic: measured('舒张压', 30, 180).optional(),
  pulse: measured('脉搏', 30, 220).optional(),
  glucose: measured('血糖', 1, 40).optional(),
});
export type Measurements = z.infer<typeof Measurements>;

export const ServiceRecord = z.object({
  id: Id,
  startedAt: Instant,
  endedAt: Instant,
  minutes: z.int(),
  startMetres: z.int().nullable(),
  itemsDone: z.array(z.string()),
  measurements: ofClass('health-measured', Measurements),
  withheld: Withheld,
  evidence: z.array(Id),
  note: z.string().nullable(),
  recordedAt: Instant,
  recordedBy: z.string(),
  correctsRecordId: Id.nullable(),
  correctionReason: z.string().nullable(),
  /** False once a correction has replaced it. */
  current: z.boolean(),
});
export type ServiceRecord = z.infer<typeof ServiceRecord>;

export const Offer = z.object({
  attempt: z.int(),
  caregiverName: z.string(),
  providerName: z.string(),
  answer: OfferAnswer,
  offeredAt: Instant,
  answerBy: Instant,
  answeredAt: Instant.nullable(),
  refusal: z.string().nullable(),
  reasons: z.array(z.string()),
});

export const Order = OrderRow.extend({
  itemVersion: z.int(),
  steps: z.array(z.string()),
  minutes: z.int().nullable(),
  need: z.string().nullable(),
  note: z.string().nullable(),
  /** In whose order the price is paid: the item's configuration. */
  payerOrder: z.array(Payer),
  ltcFen: Fen,
  subsidyFen: Fen,
  voucherFen: Fen,
  selfFen: Fen,
  orderedBy: z.string(),
  acceptedAt: Instant.nullable(),
  /** Metres from the home where the caregiver checked in; shown, never blocking. */
  startMetres: z.int().nullable(),
  confirmedAt: Instant.nullable(),
  confirmedBy: z.string().nullable(),
  evaluation: z.string().nullable(),
  cancelReason: z.string().nullable(),
  hasAddress: z.boolean(),
  records: z.array(ServiceRecord),
  offers: z.array(Offer),
  actions: z.array(NextAction),
  history: z.array(Step),
});
export type Order = z.infer<typeof Order>;

export const Candidate = z.object({
  caregiverId: Id,
  caregiverName: z.string(),
  providerId: Id,
  providerName: z.string(),
  level: SkillLevel,
  metres: z.int().nullable(),
  priceFen: Fen,
  rating: z.number().nullable(),
  ordersThatDay: z.int(),
  /** 0–100; only orders the list, the reasons say why. */
  score: z.int(),
  reasons: z.array(z.string()),
  excludedBecause: z.string().nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

export const OrderForm = z.object({
  elderId: Id,
  itemCode: z.string({ error: '请选服务项目' }).min(1, { error: '请选服务项目' }).max(40),
  wantedOn: CivilDateText,
  wantedTime: z.string().trim().max(20).nullable().default(null),
  need: z.string().trim().max(200, { error: '最多 200 字' }).nullable().default(null),
  /** The need on the list for which it is made. */
  needId: Id.nullable().default(null),
  note: z.string().trim().max(200, { error: '最多 200 字' }).nullable().default(null),
});

export const CheckInForm = z.object({
  /** WGS-84; null when the phone gives no position. */
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
});

export const RecordForm = z.object({
  itemsDone: z.array(z.string().trim().min(1).max(60)).min(1, { error: '请勾选做了哪些' }).max(20),
  endedAt: Instant.optional(),
  measurements: Measurements.default({}),
  evidence: z.array(Id).max(10).default([]),
  note: z.string().trim().max(500, { error: '最多 500 字' }).nullable().default(null),
});
export type RecordForm = z.infer<typeof RecordForm>;
