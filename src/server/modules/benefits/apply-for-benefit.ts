import { applicationLifecycle } from '#contracts/benefits/lifecycle.ts';
import type { FormAnswers } from '#contracts/benefits/one-form.ts';
import type { Application, ApplicationRow } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS, type Scheme } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { tellHelped } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { dayWords, monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import {
  findApplication,
  getListed,
  insertApplication,
  type ListedApplication,
  listSteps,
  setDecision,
} from './db/applications.ts';
import { findOpenOffer, setOfferStatus } from './db/offers.ts';
import { evaluateOrRefuse } from './evaluate-person.ts';
import { getPerson } from './explain-benefits.ts';
import { markChanged } from './mark-changed.ts';
import { keepAnswers } from './one-form/keep-answers.ts';
import { disputedOf, saidOf } from './one-form/say-answers.ts';

/** 行政复议法 60 days, 行政诉讼法 6 months: from memory, shown as such. */
export const REMEDY = {
  text: '对决定不服的，可以自收到决定之日起六十日内申请行政复议，或在六个月内提起行政诉讼',
  confidence: 'memory' as const,
};

export const applicationRow = (row: ListedApplication): ApplicationRow => ({
  id: row.application_id,
  elderId: row.elder_id,
  elderName: row.elder_name,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  scheme: row.scheme,
  status: row.status,
  appliedOn: row.applied_on,
  appliedBy: row.applied_by_name,
  decidedBy: row.decided_by_name,
  decidedAt: row.decided_at,
  decisionNote: row.decision_note,
  dueOn: row.due_on,
});

export async function getApplication(ctx: Context, id: string): Promise<ListedApplication> {
  const row = await findApplication(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份申请，或不在您的辖区');
  return row;
}

/** The application with what the rules say this month, so that the decision and its reasons stand together. */
export async function readApplication(ctx: Context, id: string): Promise<Application> {
  const row = await getListed(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份申请，或不在您的辖区');
  ctx.saw(row.elder_id);
  const month = monthOf(ctx.today);
  const evaluation = evaluateOrRefuse(await getPerson(ctx, row.elder_id), month).find(
    each => each.scheme === row.scheme,
  );
  if (!evaluation) throw new DomainError('platform.internal');
  return {
    ...applicationRow(row),
    note: row.note,
    said: saidOf(row.answers),
    disputed: disputedOf(row.answers),
    month,
    evaluation,
    steps: await listSteps(ctx, id),
    nextActions: nextActions(applicationLifecycle, row.status, ctx.actor.role).map(action =>
      action.allowed && action.action !== 'withdraw' && row.applied_by === ctx.actor.accountId
        ? { ...action, allowed: false, disabledBecause: '申请由您提交，请另一位同事决定' }
        : action,
    ),
    remedy: REMEDY,
  };
}

type Wanted = { elderId: string; scheme: Scheme; note?: string | undefined; answers?: FormAnswers | undefined };

/** One application; a waiting offer of the same scheme counts as claimed by it. */
export async function applyForBenefit(ctx: Context, wanted: Wanted): Promise<Application> {
  const person = await getPerson(ctx, wanted.elderId);
  const id = newId();
  const { elder_id: elderId, area_code: areaCode } = person;
  const made = await insertApplication(ctx, {
    id,
    elderId,
    areaCode,
    scheme: wanted.scheme,
    note: wanted.note ?? null,
    answers: wanted.answers ?? null,
  });
  if (!made) throw new DomainError('benefits.already-applied');
  if (wanted.answers) await keepAnswers(ctx, { elderId, areaCode }, wanted.answers);
  await markChanged(ctx, { elderId, areaCode, because: '申请' });
  const subject = { kind: 'benefit-application', id, elderId, areaCode };
  await advance(ctx, {
    ...{ table: applicationLifecycle, subject, status: null, action: 'grant', note: wanted.note ?? null },
    duty: {
      forRole: 'street',
      kindLabel: '办待遇',
      title: `审核${person.name}的${SCHEME_LABELS[wanted.scheme]}申请`,
      reason: `${ctx.actor.name}于${dayWords(ctx.today)}提交`,
      actionLabel: '审核申请',
      path: `/desk/benefits/applications/${id}`,
      withinWorkingDays: 3,
    },
  });
  const offer = await findOpenOffer(ctx, elderId, wanted.scheme);
  if (offer) {
    await setOfferStatus(ctx, offer, { status: 'claimed', note: null });
    await closeDuties(ctx, offer.offer_id);
  }
  await record(ctx, { action: 'benefits.apply', subject, elderId, areaCode, note: SCHEME_LABELS[wanted.scheme] });
  await publish(ctx, { name: 'benefit.applied', elderId, areaCode, applicationId: id });
  const what = `申请${SCHEME_LABELS[wanted.scheme]}`;
  await tellHelped(ctx, { elderId, areaCode, what, path: '/elder/benefits', about: subject });
  return readApplication(ctx, id);
}

export async function withdrawApplication(ctx: Context, id: string, note?: string): Promise<Application> {
  const row = await getApplication(ctx, id);
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = { kind: 'benefit-application', id, elderId, areaCode };
  const step = {
    table: applicationLifecycle,
    subject,
    status: row.status,
    action: 'withdraw',
    note: note ?? null,
  } as const;
  await setDecision(ctx, row, { status: await advance(ctx, step), note: note ?? null });
  await markChanged(ctx, { elderId, areaCode, because: '撤回申请' });
  await record(ctx, { action: 'benefits.withdraw', subject, elderId, areaCode, ...(note ? { note } : {}) });
  return readApplication(ctx, id);
}
