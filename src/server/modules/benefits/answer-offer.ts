import { isAllowance } from '#contracts/benefits/catalogue.ts';
import { offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import type { OfferRow } from '#contracts/benefits/records.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { applyForBenefit } from './apply-for-benefit.ts';
import { findOffer, type OfferRecord, setOfferStatus } from './db/offers.ts';
import { arrangeDuty, passFoundDuty } from './offer-duties.ts';

export const offerRow = (ctx: Context, row: OfferRecord): OfferRow => ({
  id: row.offer_id,
  elderId: row.elder_id,
  elderName: row.elder_name,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  scheme: row.scheme,
  status: row.status,
  month: row.month,
  amountFen: row.amount_fen,
  sentence: row.sentence,
  foundAt: row.found_at,
  note: row.note,
  nextActions: offerActions(ctx, row),
});

/** A service is arranged by hand; a monthly allowance goes on as an application. */
export const offerActions = (ctx: Context, row: Pick<OfferRecord, 'scheme' | 'status'>) =>
  nextActions(offerLifecycle, row.status, ctx.actor.role).filter(
    each => each.action !== 'lapse' && (each.action !== 'arrange' || !isAllowance(row.scheme)),
  );

type Answer = { answer: 'notify' | 'claim' | 'decline' | 'arrange'; note?: string | undefined };

/** The elder is told, applies, or does not wish to; 自愿申请 (160号四（一）), so nothing is paid without that word. */
export async function answerOffer(ctx: Context, id: string, { answer, note }: Answer): Promise<OfferRow> {
  const row = await findOffer(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条待遇提醒，或不在您的辖区');
  if (answer === 'decline' && !note)
    throw new DomainError('benefits.needs-note', '老人不申请，请记下原因', { note: '请记下原因' });
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = { kind: 'benefit-offer', id, elderId, areaCode };
  if (answer === 'arrange' && isAllowance(row.scheme))
    throw new DomainError('platform.wrong-state', '每月的补贴津贴按申请办理，请打开申请');
  const duty = answer === 'claim' && !isAllowance(row.scheme) ? arrangeDuty(row) : undefined;
  const step = {
    table: offerLifecycle,
    subject,
    status: row.status,
    action: answer,
    note: note ?? null,
    duty,
  } as const;
  const status = await advance(ctx, step);
  if (answer === 'claim' && isAllowance(row.scheme)) await applyForBenefit(ctx, { elderId, scheme: row.scheme, note });
  await setOfferStatus(ctx, row, { status, note: note ?? null });
  if (!isAllowance(row.scheme)) await passFoundDuty(ctx, elderId);
  await record(ctx, { action: `benefits.offer-${answer}`, subject, elderId, areaCode, ...(note ? { note } : {}) });
  return offerRow(ctx, { ...row, status, note: note ?? row.note });
}
