import { z } from 'zod';
import { AreaCode, CivilDateText, Fen, Id } from './nouns.ts';

/**
 * Typed events between modules. A module publishes in its write's transaction; src/server/reactions.ts lists which
 * module's verb answers, in stated order.
 */
export const DomainEvent = z.discriminatedUnion('name', [
  z.object({ name: z.literal('elder.registered'), elderId: Id, areaCode: AreaCode }),
  z.object({ name: z.literal('elder.changed'), elderId: Id, areaCode: AreaCode, fields: z.array(z.string()) }),
  z.object({ name: z.literal('elder.died'), elderId: Id, areaCode: AreaCode, diedOn: CivilDateText }),
  z.object({
    name: z.literal('elder.moved'),
    elderId: Id,
    fromArea: AreaCode,
    areaCode: AreaCode,
    movedOn: CivilDateText,
  }),
  z.object({ name: z.literal('elder.moved-out'), elderId: Id, areaCode: AreaCode, movedOn: CivilDateText }),
  z.object({
    name: z.literal('elder.away'),
    elderId: Id,
    areaCode: AreaCode,
    why: z.enum(['hospital', 'institution', 'travel']),
    fromOn: CivilDateText,
    untilOn: CivilDateText.nullable(),
  }),
  z.object({ name: z.literal('elder.returned'), elderId: Id, areaCode: AreaCode, returnedOn: CivilDateText }),
  /** Two records of one person became one: every module takes its rows over from `fromElderId`. */
  z.object({
    name: z.literal('elder.merged'),
    elderId: Id,
    areaCode: AreaCode,
    fromElderId: Id,
    /** Fields whose value is taken from the record that goes. */
    fields: z.array(z.string()),
  }),
  /** The merge was a mistake: both records are back, told to each once. */
  z.object({ name: z.literal('elder.separated'), elderId: Id, areaCode: AreaCode }),
  /** A death or a move out of the city was recorded by mistake: the person is on the register again. */
  z.object({
    name: z.literal('elder.restored'),
    elderId: Id,
    areaCode: AreaCode,
    after: z.enum(['death', 'move-out']),
    stoppedOn: CivilDateText,
  }),
  z.object({
    name: z.literal('assessment.published'),
    elderId: Id,
    areaCode: AreaCode,
    assessmentId: Id,
    level: z.int().min(0).max(4),
    validFrom: CivilDateText,
    validTo: CivilDateText,
  }),
  z.object({
    name: z.literal('home-care-bed.accepted'),
    elderId: Id,
    areaCode: AreaCode,
    bedId: Id,
    acceptedOn: CivilDateText,
  }),
  /** An order made for a need on the list. */
  z.object({
    name: z.literal('order.made'),
    elderId: Id,
    areaCode: AreaCode,
    orderId: Id,
    needId: Id,
    what: z.string(),
  }),
  z.object({ name: z.literal('order.cancelled'), elderId: Id, areaCode: AreaCode, orderId: Id, reason: z.string() }),
  z.object({ name: z.literal('order.confirmed'), elderId: Id, areaCode: AreaCode, orderId: Id, recordId: Id }),
  z.object({
    name: z.literal('service-record.corrected'),
    elderId: Id,
    areaCode: AreaCode,
    recordId: Id,
    formerRecordId: Id,
  }),
  z.object({
    name: z.literal('home-care-bed.suspended'),
    elderId: Id,
    areaCode: AreaCode,
    bedId: Id,
    fromOn: CivilDateText,
    pause: z.enum(['hospital', 'institution', 'respite', 'away']),
    reason: z.string(),
  }),
  z.object({
    name: z.literal('home-care-bed.resumed'),
    elderId: Id,
    areaCode: AreaCode,
    bedId: Id,
    onDate: CivilDateText,
  }),
  z.object({ name: z.literal('provider.exited'), providerId: Id, areaCode: AreaCode, reason: z.string() }),
  z.object({ name: z.literal('readings.recorded'), deviceIds: z.array(Id) }),
  z.object({ name: z.literal('alarm.raised'), elderId: Id, areaCode: AreaCode, alarmId: Id }),
  z.object({ name: z.literal('alarm.closed'), elderId: Id, areaCode: AreaCode, alarmId: Id, isTrue: z.boolean() }),
  z.object({
    name: z.literal('visit.recorded'),
    elderId: Id,
    areaCode: AreaCode,
    visitId: Id,
    /** `reached`: somebody answered. */
    method: z.enum(['home', 'phone']),
    reached: z.boolean(),
    needs: z.array(z.string()),
    note: z.string().nullable(),
  }),
  z.object({ name: z.literal('benefit.applied'), elderId: Id, areaCode: AreaCode, applicationId: Id }),
  z.object({
    name: z.literal('benefit.decided'),
    elderId: Id,
    areaCode: AreaCode,
    applicationId: Id,
    granted: z.boolean(),
  }),
  /** The elder was told of a benefit that they have not applied for. */
  z.object({ name: z.literal('benefit.told'), elderId: Id, areaCode: AreaCode, offerId: Id }),
  z.object({
    name: z.literal('funeral.stepped'),
    elderId: Id,
    areaCode: AreaCode,
    claimId: Id,
    step: z.enum(['offered', 'claimed', 'granted', 'refused']),
  }),
  /** 低保, 低收入, 特困: taken in, decided, ended. */
  z.object({
    name: z.literal('relief.stepped'),
    elderId: Id,
    areaCode: AreaCode,
    applicationId: Id,
    /** changed = another amount from a month on, or another of the household who receives it. */
    step: z.enum(['applied', 'approved', 'refused', 'ended', 'changed']),
  }),
  z.object({ name: z.literal('recovery.opened'), elderId: Id, areaCode: AreaCode, recoveryId: Id }),
  /** A decision put to payment has arrived at its payee; `sourceKind` is of contracts/payments/payables.ts. */
  z.object({
    name: z.literal('payable.paid'),
    payableId: Id,
    sourceKind: z.string(),
    sourceId: Id,
    /** Null: an organisation's. */
    elderId: Id.nullable(),
    amountFen: Fen,
    areaCode: AreaCode,
    paidOn: CivilDateText,
    voucher: z.string(),
  }),
  /** A list of vouchers was checked: they are given out. */
  z.object({ name: z.literal('voucher.issued'), issueId: Id, areaCode: AreaCode }),
  /** One voucher is about to run out with money in it, or was stopped by hand. */
  z.object({
    name: z.literal('voucher.told'),
    elderId: Id,
    areaCode: AreaCode,
    voucherId: Id,
    what: z.enum(['expiring', 'ended']),
  }),
  z.object({ name: z.literal('payment.authorised'), cycleId: Id, areaCode: AreaCode }),
  z.object({
    name: z.literal('correction.decided'),
    elderId: Id,
    areaCode: AreaCode,
    correctionId: Id,
    applied: z.boolean(),
  }),
  /** A table or a feed has been compared with the register; `kind` is of contracts/comparisons.ts. */
  z.object({ name: z.literal('comparison.done'), batchId: Id, areaCode: AreaCode, kind: z.string() }),
  /** A page of rows of a signal topic has been compared, in the page's own transaction. */
  z.object({
    name: z.literal('comparison.signals'),
    ...{ batchId: Id, areaCode: AreaCode, kind: z.string(), fromRow: z.int(), toRow: z.int() },
  }),
  z.object({ name: z.literal('policy.recorded'), documentId: Id, areaCode: AreaCode }),
]);
export type DomainEvent = z.infer<typeof DomainEvent>;
