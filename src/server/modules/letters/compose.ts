import { OFFERED_SCHEME_LABELS } from '#contracts/benefits/catalogue.ts';
import type { Reason } from '#contracts/benefits/determination.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import type { Confidence } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import type { LetterKind } from '#contracts/letters.ts';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import { areaName } from '#modules/areas/index.ts';
import { resultLines } from '#modules/assessments/index.ts';
import { explainBenefits, REMEDY, readApplication, readFuneral } from '#modules/benefits/index.ts';
import { readRecovery } from '#modules/payments/index.ts';
import { readDecision } from '#modules/relief/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { voucherPaper } from './compose-voucher.ts';
import { findOffered, listStops } from './db.ts';
import { documentMonth, officeOf } from './rules.ts';

/** The matter a letter is about. `elderId` tells apart the people of one month's payment. */
export type Matter = { kind: LetterKind; elderId: string; areaCode: string; subject: { kind: string; id: string } };
export type Composed = {
  issuer: string;
  /** One line for lists. */
  about: string;
  values: Record<string, string>;
  /** Whom the paper addresses, where it is not the elder. */
  to?: string;
  remedies: { text: string; confidence: Confidence; source: string }[];
};

const street = (code: string): string => areaAt(code, 'street');
const monthly = (fen: number): string => `每月${fenToYuanText(fen)}元`;
/** Without the scheme's name in front and the clause behind: both stand on the paper once. */
const sentences = (reasons: readonly Reason[]): string =>
  reasons
    .map(each =>
      (each.sentence ?? each.code)
        .replace(/^[^：，]{4,16}：/, '')
        .replace(/，依据[^，]*$/, '')
        .replace(/[。；]$/, ''),
    )
    .join('；') || '没有其他情况';
const clauses = (reasons: readonly Reason[]): string =>
  [...new Set(reasons.map(each => `${each.documentNumber}${each.clause}`))].join('，') || '见办理依据';

const remedies = [{ ...REMEDY, source: '行政复议法、行政诉讼法' }];

/** Every paper of 丧葬补贴: addressed to the family. */
async function ofFuneral(ctx: Context, { subject }: Matter): Promise<Composed> {
  const data = await readFuneral(ctx, subject.id);
  const { outcome } = data;
  const grounds = outcome.state === 'yes' ? outcome.lines : outcome.refusals;
  return {
    issuer: street(data.areaCode),
    about: '丧葬补贴',
    to: data.claimant ?? `${data.elderName}的家属`,
    remedies,
    values: {
      scheme: '丧葬补贴',
      appliedOn: dayWords(data.claimedOn ?? ctx.today),
      appliedBy: data.claimant ? `${data.claimant}（${data.relation}）` : '',
      dueOn: data.dueOn ? dayWords(data.dueOn) : '规定时限',
      amount: `一次${fenToYuanText(data.amountFen)}元`,
      from: '一次发放',
      payer: '户籍所在区',
      reasons: grounds.map(each => each.sentence).join('；') || '没有其他情况',
      clauses: grounds.map(each => `${each.documentNumber}${each.clause}`).join('，') || '见办理依据',
      note: (data.note ?? '').replace(/[。；]$/, ''),
      nearest:
        data.status === 'offered'
          ? `申请时请说明：${outcome.missing.map(each => each.label).join('、')}；并带死亡证明、火化证明。`
          : '情况有变化的，可以再来说明。',
    },
  };
}

const DAYS = ['surveyWorkingDays', 'appraiseWorkingDays', 'noticeDays', 'decideWorkingDays'] as const;

/** 低保, 低收入, 特困: the decision as it was taken, its amount by the rules; what would change a no. */
async function ofRelief(ctx: Context, { kind, subject }: Matter): Promise<Composed> {
  const { row, procedure, byStreet, label, outcome, from, change } = await readDecision(ctx, subject.id);
  const decided = kind !== 'receipt' && kind !== 'stop';
  const lines = kind === 'refuse' ? (outcome?.refusals ?? []) : (outcome?.lines ?? []);
  const amount = row.amount_fen ?? 0;
  const days = Object.fromEntries(DAYS.map(key => [key, String(procedure[key])]));
  return {
    issuer: street(row.responsible_area),
    ...(kind === 'receipt' && { issuer: street(row.applied_area) }),
    ...(decided && !byStreet && { issuer: areaAt(row.responsible_area, 'district') }),
    about: label,
    remedies,
    values: {
      ...days,
      scheme: label,
      number: row.number,
      appliedOn: dayWords(row.applied_at.slice(0, 10)),
      appliedBy: row.applicant === 'community' ? '社区代为提出' : '本人或家属',
      amount:
        amount > 0 ? `${monthly(amount)}${from ? `，从${documentMonth(from)}起` : ''}` : '认定资格，没有按月的现金',
      decidedOn: dayWords(row.decided_on ?? ctx.today),
      reasons: lines.map(each => each.sentence).join('；') || '见办理意见',
      clauses: [...new Set(lines.map(each => `${each.documentNumber}${each.clause}`))].join('，') || '见办理依据',
      note: (row.outcome ?? row.decision_note ?? '').replace(/[。；]$/, ''),
      ...(change && {
        before: `${monthly(change.beforeFen)}${change.receiver ? `，由${change.receiver}领取` : ''}`,
        after: `${monthly(change.afterFen)}${change.receiver ? `，由${row.elder_name}领取` : ''}`,
        from: documentMonth(change.fromMonth),
        why: change.why,
      }),
      nearest: outcome?.nearestYes ? `${outcome.nearestYes}的，可以再次申请。` : '情况有变化的，可以再次申请。',
    },
  };
}

/** 受理单 and both decisions: the application beside what the rules said. */
async function ofApplication(ctx: Context, { kind, subject }: Matter): Promise<Composed> {
  const data = await readApplication(ctx, subject.id);
  const { evaluation } = data;
  const byDistrict = data.steps.some(step => step.to === 'disputed') && kind !== 'receipt';
  const issuer = byDistrict ? areaAt(data.areaCode, 'district') : street(data.areaCode);
  const scheme = SCHEME_LABELS[data.scheme];
  return {
    issuer,
    about: scheme,
    remedies,
    values: {
      scheme,
      appliedOn: dayWords(data.appliedOn),
      appliedBy: data.appliedBy,
      dueOn: data.dueOn ? dayWords(data.dueOn) : '规定时限',
      amount: monthly(evaluation.amountFen),
      from: evaluation.from ? documentMonth(evaluation.from) : '',
      payer: evaluation.paidBy ? `${evaluation.paidBy}（户籍所在区）` : '户籍所在区',
      reasons: sentences(evaluation.reasons),
      clauses: clauses(evaluation.reasons),
      note: (data.decisionNote ?? '').replace(/[。；]$/, ''),
      nearest: evaluation.nearestYes?.sentence ? `${evaluation.nearestYes.sentence}。` : '情况变化后可以再次申请。',
    },
  };
}

async function ofOffer(ctx: Context, { subject, elderId, areaCode }: Matter): Promise<Composed> {
  const offer = await findOffered(ctx, subject.id);
  if (!offer) throw new DomainError('platform.not-found', '没有找到这条待遇提醒');
  const scheme = OFFERED_SCHEME_LABELS[offer.scheme];
  const monthlyOne = (await explainBenefits(ctx, elderId)).schemes.find(each => each.scheme === offer.scheme);
  const nearest = monthlyOne?.nearestYes?.sentence ?? offer.sentence;
  return {
    issuer: street(areaCode),
    about: scheme,
    remedies,
    values: {
      scheme,
      amount: offer.amount_fen > 0 ? monthly(offer.amount_fen) : '见下文',
      nearest: `${nearest.replace(/[。；]$/, '')}。`,
      clauses: monthlyOne ? clauses(monthlyOne.reasons) : '见上文所注文件',
    },
  };
}

async function ofAssessment(ctx: Context, { subject, areaCode }: Matter): Promise<Composed> {
  const { closing, ...lines } = await resultLines(ctx, subject.id);
  return {
    issuer: street(areaCode),
    about: lines.result,
    remedies: [],
    values: {
      closing: closing.join(''),
      result: lines.result,
      assessedOn: dayWords(lines.assessedOn),
      publishedOn: dayWords(lines.publishedOn),
      validTo: dayWords(lines.validTo),
    },
  };
}

async function ofStops(ctx: Context, { subject, elderId }: Matter): Promise<Composed> {
  const stops = await listStops(ctx, subject.id, elderId);
  const [first] = stops;
  if (!first) throw new DomainError('platform.not-found', '没有找到停发的待遇');
  const names = stops.map(each => PAID_SCHEME_LABELS[each.scheme]);
  return {
    issuer: first.payer_code,
    about: names.join('、'),
    remedies,
    values: {
      schemes: names.join('、'),
      month: documentMonth(first.month),
      reasons: stops
        .map((each, at) => `${names[at]}（原${monthly(each.former_fen)}）：${each.reason.replace(/[。；]$/, '')}`)
        .join('；'),
    },
  };
}

async function ofRecovery(ctx: Context, { subject }: Matter): Promise<Composed> {
  const data = await readRecovery(ctx, subject.id);
  const scheme = PAID_SCHEME_LABELS[data.scheme];
  const values = { scheme, amount: `${fenToYuanText(data.totalFen)}元`, reason: data.reason.replace(/[。；]$/, '') };
  const to = data.payeeName === data.elderName ? {} : { to: data.payeeName };
  return { issuer: data.payerCode, about: scheme, remedies, values, ...to };
}

const COMPOSERS: Readonly<Record<LetterKind, (ctx: Context, matter: Matter) => Promise<Composed>>> = {
  receipt: ofApplication,
  grant: ofApplication,
  refuse: ofApplication,
  found: ofOffer,
  result: ofAssessment,
  stop: ofStops,
  recover: ofRecovery,
};

/** Matters that say everything themselves, whatever the paper. */
const BY_MATTER: Readonly<Record<string, (typeof COMPOSERS)[LetterKind]>> = {
  'funeral-claim': ofFuneral,
  'relief-application': ofRelief,
  voucher: async (ctx, { subject }) => ({ ...(await voucherPaper(ctx, subject.id)), remedies }),
};

/** Everything a template may want on this matter, read from the records as they stand now. */
export async function compose(ctx: Context, matter: Matter & { elder: string }): Promise<Composed> {
  const composer = BY_MATTER[matter.subject.kind] ?? COMPOSERS[matter.kind];
  const composed = await composer(ctx, matter);
  const office = officeOf(composed.issuer, areaName);
  return {
    ...composed,
    values: { ...composed.values, elder: matter.elder, office: office.full, counter: office.counter },
  };
}
