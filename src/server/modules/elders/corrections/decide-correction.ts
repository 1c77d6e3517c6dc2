import type { z } from 'zod';
import { correctionLifecycle, FEED_SOURCES } from '#contracts/elders/correction-lifecycle.ts';
import type { CorrectionChange, decideCorrection as endpoint } from '#contracts/elders/corrections.ts';
import type { FactOrigin } from '#contracts/elders/facts.ts';
import { labelOfField } from '#contracts/elders/fields.ts';
import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import { shanghai } from '#platform/clock/business-date.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { open } from '#platform/secrets/seal.ts';
import { dayWords } from '#shared/dates.ts';
import { applyChanges } from '../change-elder.ts';
import { listChangesSince, updateElder } from '../db/change.ts';
import * as db from '../db/corrections.ts';
import { keepOrigins } from '../db/facts.ts';
import * as imports from '../db/imports.ts';
import { redateDeath } from '../db/life-events.ts';
import { lockElder } from '../db/people.ts';
import { lastChanges, type Meanwhile, settleChoices } from '../rules/corrections.ts';
import { recordDeath } from '../step-elder.ts';
import type { SealedCorrection } from './propose-correction.ts';

type Body = z.output<typeof endpoint.body>;
type Open = { elder: Elder; row: db.CorrectionRow };

/** The person first, then the correction: the order in which every write of a person takes its locks. */
async function load(ctx: Context, id: string): Promise<Open> {
  const found = await db.findCorrection(ctx, id);
  const elder = found && (await lockElder(ctx, found.elder_id));
  const row = elder && (await db.findCorrection(ctx, id, true));
  if (!elder || !row) throw new DomainError('platform.not-found', '没有找到这件更正，或不在您的辖区');
  return { elder, row };
}

/** The second person: writes what was proposed by the rules of a single edit, or says why not. */
export async function decideCorrection(ctx: Context, id: string, body: Body) {
  const { elder, row } = await load(ctx, id);
  if (row.proposed_by === ctx.actor.accountId) throw new DomainError('elders.same-person');
  const note = body.note || null;
  if (!body.approve) {
    if (!note)
      throw new DomainError('platform.invalid-input', undefined, { note: '请写明为什么不更正，提出的人看得到' });
    return close(ctx, { elder, row }, { action: 'refuse', note });
  }
  const meanwhile = await changedMeanwhile(ctx, row);
  const settled = settleChoices(row.fields, meanwhile, body);
  if (settled.open.length > 0) throw refuseUnseen(settled.open);
  if (settled.taken.length === 0)
    throw new DomainError('elders.correction', '各项都选了保留现在的，没有要更正的；请选“不更正”并写理由');
  const done = await close(ctx, { elder, row }, { action: 'approve', note, kept: settled.kept });
  await apply(ctx, { elder, row }, settled.taken);
  return done;
}

/** A record of a trusted source: written at once, with the rule and who allowed it as the decision's note. */
export async function approveByRule(ctx: Context, id: string, basis: string) {
  const { elder, row } = await load(ctx, id);
  const done = await close(ctx, { elder, row }, { action: 'approve-by-rule', note: basis });
  await apply(ctx, { elder, row }, row.fields);
  return done;
}

/** Whoever proposed may take it back while nobody has decided. */
export async function withdrawCorrection(ctx: Context, id: string) {
  const row = await db.findCorrection(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found');
  if (row.proposed_by !== ctx.actor.accountId)
    throw new DomainError('elders.correction', `这件更正由${row.proposed_by_name}提出，只能由本人收回`);
  return close(ctx, { row }, { action: 'withdraw', note: null });
}

/** Changes by others of the same fields since it was proposed. */
export const changedMeanwhile = async (ctx: Context, row: db.CorrectionRow): Promise<Meanwhile[]> =>
  lastChanges(row.fields, await listChangesSince(ctx, row.elder_id, row.base_version));

function refuseUnseen(open: readonly Meanwhile[]): DomainError {
  const fields = open.map(({ field, by, at }): [string, string] => {
    const [date, time] = shanghai(new Date(at));
    return [
      `choices.${field}`,
      `${by}在${dayWords(date)} ${time.slice(0, 5)} 已改过${labelOfField(field)}，请选留哪一个`,
    ];
  });
  return new DomainError(
    'elders.changed-meanwhile',
    fields.map(([, said]) => said).join('；'),
    Object.fromEntries(fields),
  );
}

type Step = {
  action: 'approve' | 'approve-by-rule' | 'refuse' | 'withdraw';
  note: string | null;
  kept?: readonly string[];
};

async function close(ctx: Context, { row }: { elder?: Elder; row: db.CorrectionRow }, step: Step) {
  const { elder_id: elderId, area_code: areaCode, correction_id: id } = row;
  const subject = { kind: 'correction', id, elderId, areaCode };
  const status = await advance(ctx, {
    ...{ table: correctionLifecycle, subject, status: row.status, action: step.action, note: step.note },
    asSystem: step.action === 'approve-by-rule',
  });
  await db.decideRow(ctx, row, { status, note: step.note, ...(step.kept && { kept: step.kept }) });
  const note = [row.fields.map(labelOfField).join('、'), step.note].filter(Boolean).join('：');
  await record(ctx, { action: `elders.${step.action}-correction`, subject, elderId, areaCode, note });
  // A table's proposer is told once, of the whole.
  if (row.proposed_by !== ctx.actor.accountId && row.import_id === null)
    await tellProposer(ctx, row, { status, note: step.note });
  if (row.import_id) await settleImport(ctx, row.import_id);
  await publish(ctx, {
    name: 'correction.decided',
    elderId,
    areaCode,
    correctionId: id,
    applied: status === 'applied',
  });
  return { id, status };
}

async function tellProposer(
  ctx: Context,
  row: db.CorrectionRow,
  of: { status: db.CorrectionRow['status']; note: string | null },
) {
  const what = row.fields.map(labelOfField).join('、');
  const ours = row.proposed_role === 'elder' || row.proposed_role === 'family';
  await notify(ctx, {
    ...{ toAccountId: row.proposed_by, template: 'correction.decided' as const },
    values: {
      what,
      result: of.status === 'applied' ? '已经更正' : '没有更正',
      next: of.note ? `说明：${of.note}` : '',
      path: ours ? '/elder/file' : `/desk/corrections/${row.correction_id}`,
    },
    about: { kind: 'correction', id: row.correction_id },
    ...{ elderId: row.elder_id, areaCode: row.area_code },
  });
}

/** The last open correction of a table settles what was owed on it; a table just being decided settles itself. */
async function settleImport(ctx: Context, importId: string): Promise<void> {
  if (await imports.settleChanges(ctx, importId)) await closeDuties(ctx, importId);
}

const isFeed = (row: db.CorrectionRow): boolean => (FEED_SOURCES as readonly string[]).includes(row.source_kind);

async function apply(ctx: Context, { elder, row }: Open, fields: readonly string[]): Promise<void> {
  const hidden = row.sealed
    ? (open(ctx.keys, { table: 'elder_corrections', elderId: row.elder_id }, row.sealed) as SealedCorrection).after
    : {};
  const values: Record<string, unknown> = { ...row.after, ...hidden };
  const { diedOn, ...changes } = Object.fromEntries(fields.map(f => [f, values[f]])) as CorrectionChange;
  const how: FactOrigin = {
    // What a table brought names the table, however it was agreed on.
    source: row.import_id ? 'import' : isFeed(row) ? 'comparison' : 'correction',
    ...{ asOf: row.as_of, confidence: isFeed(row) ? 'matched' : 'checked', reference: row.evidence },
  };
  if (Object.keys(changes).length > 0) await applyChanges(ctx, elder, { changes, reason: `更正：${row.reason}`, how });
  if (diedOn) await applyDeath(ctx, elder, { diedOn, how, note: row.reason });
}

/** A death reported by correction is recorded as any other; of a person known dead only the day changes. */
async function applyDeath(ctx: Context, elder: Elder, of: { diedOn: string; how: FactOrigin; note: string }) {
  const { elderId, areaCode } = elder;
  const { diedOn, how } = of;
  if (elder.status !== 'deceased') {
    await recordDeath(ctx, elderId, { diedOn, note: of.note });
    return keepOrigins(ctx, elder, { fields: ['diedOn'], how });
  }
  await keepOrigins(ctx, elder, { fields: ['diedOn'], how });
  const version = await updateElder(ctx, elderId, { diedOn });
  await redateDeath(ctx, elderId, diedOn);
  await record(ctx, {
    action: 'elders.change',
    subject: { kind: 'elder', id: elderId },
    ...{ elderId, areaCode, note: `更正：${of.note}` },
    ...{ before: { diedOn: elder.diedOn }, after: { diedOn, version } },
  });
  // What is owed back hangs on the day: the reactions to a death look again, with this one.
  await publish(ctx, { name: 'elder.died', elderId, areaCode, diedOn });
}
