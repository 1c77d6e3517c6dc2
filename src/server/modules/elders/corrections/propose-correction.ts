import type { z } from 'zod';
import { type CorrectionSource, correctionLifecycle } from '#contracts/elders/correction-lifecycle.ts';
import type { CorrectionChange, proposeCorrection as endpoint } from '#contracts/elders/corrections.ts';
import { isSealedField, labelOfField } from '#contracts/elders/fields.ts';
import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { tellHelped } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { tidyPhone } from '#shared/phone.ts';
import { agreed, changedFields } from '../change-elder.ts';
import * as db from '../db/corrections.ts';
import { findElder } from '../db/people.ts';
import { readSealed } from '../db/sealed.ts';
import { dateFault } from '../keep-event.ts';

type Body = z.output<typeof endpoint.body>;
export type SealedCorrection = { before: Record<string, string | null>; after: Record<string, string | null> };
export const CHECK_WORKING_DAYS = 3;

/** By a person, at the desk or from the elder's own pages; always checked by another. */
export async function proposeCorrection(ctx: Context, elderId: string, body: Body) {
  const source = ctx.actor.role === 'family' || ctx.actor.role === 'elder' ? 'family' : 'desk';
  const made = await propose(ctx, elderId, {
    ...{ changes: body.changes, reason: body.reason, evidence: body.evidence, asOf: body.asOf ?? ctx.today },
    ...{ source, number: null, version: body.version },
  });
  if (!made) throw new DomainError('platform.invalid-input', '这几项和档案里的一样，没有要更正的');
  const what = `提出更正${made.fields.map(labelOfField).join('、')}`;
  const about = { kind: 'correction', id: made.id };
  await tellHelped(ctx, { elderId, areaCode: made.areaCode, what, path: '/elder/file', about });
  return { id: made.id, status: made.status };
}

export type Proposal = {
  changes: CorrectionChange;
  reason: string;
  evidence: string;
  asOf: string;
  source: CorrectionSource;
  /** The source's own number of its record. */
  number: string | null;
  /** The version that the proposer had before them; left out = now. */
  version?: number;
  /** The table that brings it: its corrections are one thing to check, so none is owed by itself. */
  importId?: string;
};

/** Answers nothing when the record already says so. */
export async function propose(ctx: Context, elderId: string, given: Proposal) {
  const elder = await findElder(ctx, elderId);
  const sealed = await readSealed(ctx, elderId);
  if (!elder || !sealed) throw new DomainError('platform.not-found');
  refuseDates(ctx, elder, given);
  const changes = agreed(tidy(given.changes), sealed, ctx.today);
  const fields = changedFields(elder, sealed, changes);
  if (fields.length === 0) return undefined;
  const asked = await db.findOpen(ctx, elderId, fields);
  if (asked) throw new DomainError('elders.correction', `${asked}已经对其中一项提出更正，正等核对，请先看那一件`);
  const id = newId();
  const { clear, hidden } = parted(fields, { ...elder, ...sealed }, changes);
  const status = await open(ctx, elder, { id, fields, reason: given.reason, alone: given.importId === undefined });
  const row = {
    ...{ elder_id: elderId, correction_id: id, area_code: elder.areaCode, elder_name: elder.name, status, fields },
    ...{ before: clear.before, after: clear.after },
    sealed: hidden && seal(ctx.keys, { table: 'elder_corrections', elderId }, hidden),
    ...{ base_version: given.version ?? elder.version, reason: given.reason, evidence: given.evidence },
    ...{ source_kind: given.source, source_number: given.number, as_of: given.asOf },
    import_id: given.importId ?? null,
  };
  if (!(await db.insertCorrection(ctx, row)))
    return { id, status, duplicate: true as const, fields, areaCode: elder.areaCode };
  await record(ctx, {
    action: 'elders.propose-correction',
    subject: { kind: 'correction', id },
    ...{ elderId, areaCode: elder.areaCode, note: `${given.reason}；依据：${given.evidence}` },
    ...{ before: hide(fields, clear.before), after: hide(fields, clear.after) },
  });
  return { id, status, duplicate: false as const, fields, areaCode: elder.areaCode };
}

type Opening = { id: string; fields: readonly string[]; reason: string; alone: boolean };

function open(ctx: Context, elder: Elder, made: Opening) {
  const { elderId, areaCode } = elder;
  const labels = made.fields.map(labelOfField).join('、');
  return advance(ctx, {
    table: correctionLifecycle,
    subject: { kind: 'correction', id: made.id, elderId, areaCode },
    status: null,
    action: 'propose',
    note: `${labels}：${made.reason}`,
    duty: made.alone ? checkDuty(ctx, elder, made) : undefined,
  });
}

const checkDuty = (ctx: Context, elder: Elder, made: Opening): Duty => ({
  ...{ forRole: 'street', kindLabel: '核对更正', actionLabel: '去核对', withinWorkingDays: CHECK_WORKING_DAYS },
  title: `核对${elder.name}的更正：${made.fields.map(labelOfField).join('、')}`,
  reason: `${ctx.actor.name}提出：${made.reason}`,
  path: `/desk/corrections/${made.id}`,
});

function refuseDates(ctx: Context, elder: Elder, { changes, asOf }: Proposal): void {
  if (asOf > ctx.today) throw new DomainError('platform.invalid-input', undefined, { asOf: '日期在今天之后，请核对' });
  if (!changes.diedOn) return;
  const fault = dateFault(elder, changes.diedOn, ctx.today)?.replace('日期', '去世日期');
  if (fault) throw new DomainError('platform.invalid-input', fault, { 'changes.diedOn': fault });
}

const tidy = (changes: CorrectionChange): CorrectionChange =>
  changes.phone ? { ...changes, phone: tidyPhone(changes.phone) } : changes;

type Values = Record<string, unknown>;

/** Clear values for the row, sealed ones apart; null when nothing sealed is touched. */
function parted(fields: readonly string[], now: Values, changes: Values) {
  const pick = (from: Values, sealed: boolean) =>
    Object.fromEntries(fields.filter(f => isSealedField(f) === sealed).map(f => [f, (from[f] as never) ?? null]));
  const clear = { before: pick(now, false), after: pick(changes, false) };
  const hidden: SealedCorrection | null = fields.some(isSealedField)
    ? { before: pick(now, true), after: pick(changes, true) }
    : null;
  return { clear, hidden };
}

const hide = (fields: readonly string[], clear: Values): Values =>
  Object.fromEntries(fields.map(field => [field, isSealedField(field) ? '已隐去' : (clear[field] ?? null)]));
