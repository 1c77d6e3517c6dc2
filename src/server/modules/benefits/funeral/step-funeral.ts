import { funeralLifecycle } from '#contracts/benefits/funeral.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { dayWords, monthOf } from '#shared/dates.ts';
import { type ListedFuneral, setFuneral } from '../db/funerals.ts';
import { getFuneral, outcomeOf, readFuneral } from './read-funerals.ts';

const ofRow = (row: ListedFuneral) => ({ elderId: row.elder_id, areaCode: row.area_code });
const subjectOf = (row: ListedFuneral) => ({ kind: 'funeral-claim', id: row.claim_id, ...ofRow(row) });

type Step = { action: 'claim' | 'decline' | 'grant' | 'refuse'; note?: string | null; duty?: Duty };

async function take(ctx: Context, row: ListedFuneral, { action, note = null, duty }: Step) {
  const step = { table: funeralLifecycle, subject: subjectOf(row), status: row.status, action, note, duty };
  return advance(ctx, step);
}

const duty = (
  row: ListedFuneral,
  what: Pick<Duty, 'forRole' | 'title' | 'actionLabel' | 'withinWorkingDays'>,
): Duty => ({
  ...{ kindLabel: '办待遇', reason: `${dayWords(row.died_on)}去世`, path: `/desk/benefits/funerals/${row.claim_id}` },
  ...what,
});

type Claim = { claimant: string; relation: string; certificate: string; otherFuneralBenefit: boolean };

/** The family asks for it, saying whether another funeral benefit exists. */
export async function claimFuneral(ctx: Context, id: string, claim: Claim) {
  const row = await getFuneral(ctx, id, true);
  const title = `审核${row.elder_name}的丧葬补贴申请`;
  const next = duty(row, { forRole: 'street', title, actionLabel: '审核申请', withinWorkingDays: 3 });
  const status = await take(ctx, row, { action: 'claim', duty: next });
  await setFuneral(ctx, row, {
    ...{ status, claimant: claim.claimant, relation: claim.relation, certificate: claim.certificate },
    ...{ other_funeral_benefit: claim.otherFuneralBenefit, claimed_on: ctx.today },
    ...{ claimed_by: ctx.actor.accountId, claimed_by_name: ctx.actor.name, note: null },
  });
  await record(ctx, { action: 'benefits.claim-funeral', subject: subjectOf(row), ...ofRow(row) });
  await publish(ctx, { name: 'funeral.stepped', ...ofRow(row), claimId: id, step: 'claimed' });
  return readFuneral(ctx, id);
}

export async function declineFuneral(ctx: Context, id: string, note: string) {
  const row = await getFuneral(ctx, id, true);
  const status = await take(ctx, row, { action: 'decline', note });
  await setFuneral(ctx, row, { status, note });
  await record(ctx, { action: 'benefits.decline-funeral', subject: subjectOf(row), ...ofRow(row), note });
  return readFuneral(ctx, id);
}

/** Granted only where the rule says yes; refused with the rule's own reason beside the note. */
export async function decideFuneral(
  ctx: Context,
  id: string,
  given: { decision: 'grant' | 'refuse'; note?: string | undefined },
) {
  const row = await getFuneral(ctx, id, true);
  const { decision, note = null } = given;
  if (row.claimed_by === ctx.actor.accountId) throw new DomainError('benefits.same-person');
  if (decision === 'refuse' && !note) throw new DomainError('benefits.needs-note', undefined, { note: '请写明理由' });
  const outcome = outcomeOf(row);
  const status = await take(ctx, row, { action: decision, note });
  if (decision === 'grant' && outcome.state !== 'yes')
    throw new DomainError('benefits.not-entitled', outcome.refusals.map(each => each.sentence).join('；'));
  const decided = { decided_by: ctx.actor.accountId, decided_by_name: ctx.actor.name, decided_at: ctx.now };
  await setFuneral(ctx, row, { status, note, ...decided });
  const action = `benefits.${decision}-funeral`;
  await record(ctx, { action, subject: subjectOf(row), ...ofRow(row), ...(note ? { note } : {}) });
  const step = decision === 'grant' ? 'granted' : 'refused';
  await publish(ctx, { name: 'funeral.stepped', ...ofRow(row), claimId: id, step });
  return readFuneral(ctx, id);
}

/** A granted claim as it is put to payment: by the district of 户籍, to the family's own account for this claim. */
export async function funeralToPay(ctx: Context, id: string) {
  const row = await getFuneral(ctx, id);
  return {
    ...({ source: { kind: 'funeral-claim', id }, scheme: 'funeral', elderId: row.elder_id, otherPayeeId: id } as const),
    ...{ payeeName: row.claimant ?? row.elder_name, areaCode: row.hukou_area_code, month: monthOf(ctx.today) },
    ...{ amountFen: row.amount_fen, sentence: `${row.elder_name}的丧葬补贴，领款人${row.claimant ?? ''}` },
  };
}

/** Reaction to payable.paid, as batch over the city. A claim that lapsed meanwhile stays lapsed: the money is asked back. */
export async function funeralPaid(
  ctx: Context,
  of: { sourceId: string; paidOn: string; voucher: string },
): Promise<void> {
  const row = await getFuneral(ctx, of.sourceId, true);
  if (row.status !== 'granted') return;
  const step = { table: funeralLifecycle, subject: subjectOf(row), status: row.status, note: of.voucher } as const;
  const status = await advance(ctx, { ...step, action: 'pay', asSystem: true });
  await setFuneral(ctx, row, { status, paid_on: of.paidOn, voucher: of.voucher, paid_by_name: ctx.actor.name });
  await record(ctx, { action: 'benefits.pay-funeral', subject: subjectOf(row), ...ofRow(row), note: of.voucher });
}
