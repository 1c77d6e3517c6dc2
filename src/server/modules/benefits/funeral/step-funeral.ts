import { funeralLifecycle } from '#contracts/benefits/funeral.ts';
import { DomainError } from '#contracts/errors.ts';
import { post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { areaAt } from '#shared/area-codes.ts';
import { monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { type ListedFuneral, setFuneral } from '../db/funerals.ts';
import { getFuneral, outcomeOf, readFuneral } from './read-funerals.ts';

const ofRow = (row: ListedFuneral) => ({ elderId: row.elder_id, areaCode: row.area_code });
const subjectOf = (row: ListedFuneral) => ({ kind: 'funeral-claim', id: row.claim_id, ...ofRow(row) });

type Step = { action: 'claim' | 'decline' | 'grant' | 'refuse' | 'pay'; note?: string | null; duty?: Duty };

async function take(ctx: Context, row: ListedFuneral, { action, note = null, duty }: Step) {
  const step = { table: funeralLifecycle, subject: subjectOf(row), status: row.status, action, note, duty };
  return advance(ctx, step);
}

const duty = (
  row: ListedFuneral,
  what: Pick<Duty, 'forRole' | 'title' | 'actionLabel' | 'withinWorkingDays'>,
): Duty => ({
  ...{ kindLabel: '办待遇', reason: `${row.died_on}去世`, path: `/desk/benefits/funerals/${row.claim_id}` },
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
  const payable = duty(row, {
    ...{ forRole: 'finance', actionLabel: '登记发放', withinWorkingDays: 5 },
    title: `发放${row.elder_name}的丧葬补贴${fenToYuanText(row.amount_fen)}元`,
  });
  const status = await take(ctx, row, { action: decision, note, ...(decision === 'grant' && { duty: payable }) });
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

/** Paid once, outside the monthly cycle: the bank's voucher is kept, and the paying office's books follow. */
export async function payFuneral(ctx: Context, id: string, given: { paidOn: string; voucher: string }) {
  const row = await getFuneral(ctx, id, true);
  if (given.paidOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { paidOn: '发放日期不能晚于今天' });
  const status = await take(ctx, row, { action: 'pay', note: `凭证 ${given.voucher}` });
  await setFuneral(ctx, row, { status, paid_on: given.paidOn, voucher: given.voucher, paid_by_name: ctx.actor.name });
  const of = {
    ...{ areaCode: areaAt(ctx.actor.areaCode, 'district'), month: monthOf(given.paidOn) },
    ...{ subjectKind: 'funeral-claim', subjectId: id, step: 'pay' },
  };
  const note = `丧葬补贴，凭证 ${given.voucher}`;
  await post(ctx, of, [{ debit: 'expense.funeral', credit: 'funds', fen: row.amount_fen, note }]);
  await record(ctx, { action: 'benefits.pay-funeral', subject: subjectOf(row), ...ofRow(row), note });
  return readFuneral(ctx, id);
}
