import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { RECOGNISED_CLASS, RELIEF_KIND_LABELS, recognitionLifecycle } from '#contracts/relief-lifecycle.ts';
import type { Evaluation, stepRecognition as endpoint } from '#contracts/relief-recognitions.ts';
import type { Procedure } from '#modules/benefits/catalogue/index.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { addMonths } from '#shared/dates.ts';
import * as db from '../db/applications.ts';
import { listMembers } from '../db/members.ts';
import { findElder } from '../means/db.ts';
import { ceaseRecognition } from './end-recognition.ts';
import { beginGrant, endGrants, isPaidByMonth } from './grants.ts';
import {
  deciderName,
  deciderOf,
  enterClass,
  evaluateNow,
  getRecognition,
  onBothSides,
  openEvaluation,
  procedureOf,
  sealEvaluation,
  subjectOf,
} from './load.ts';
import { elderMembers, enterMembers, enterMembersAgain, leaveMembers, refuseTwoHouseholds } from './members.ts';
import { sameResult, whyNotEnd, whyNotSubmit, whyNotYes } from './rules.ts';
import { continuedFrom, settleSuccession } from './succession.ts';
import { keep, needResponsible } from './survey.ts';

type Body = z.output<typeof endpoint.body>;
type Verb = (
  ctx: Context,
  row: db.RecognitionRow,
  of: Body & { procedure: Procedure },
) => Promise<db.RecognitionRow['status']>;

const VERBS: Record<Body['action'], Verb> = {
  submit,
  approve: decide,
  refuse: decide,
  withdraw,
  end: endByOfficer,
  record: recordAgain,
};

/** One step of an application after survey and notice; the amount is never typed. */
export async function stepRecognition(ctx: Context, id: string, body: Body) {
  const row = await getRecognition(ctx, id, true);
  if (body.action !== 'withdraw') needResponsible(row);
  const procedure = await procedureOf(ctx, row);
  const status = await VERBS[body.action](ctx, row, { ...body, procedure });
  await keep(ctx, row, { action: `relief.${body.action}-recognition`, note: body.note, after: { status } });
  return { id, status };
}

const stepOf = (row: db.RecognitionRow, of: { action: Body['action']; note: string; duty?: Duty }) =>
  ({
    ...{ table: recognitionLifecycle, subject: subjectOf(row, row.responsible_area), status: row.status },
    ...{ action: of.action as Exclude<Body['action'], 'record'>, note: of.note, duty: of.duty },
  }) as const;

function submit(ctx: Context, row: db.RecognitionRow, { note, procedure }: Body & { procedure: Procedure }) {
  return onBothSides(ctx, async inner => {
    const evaluation = await evaluateNow(inner, row);
    const until = row.notice?.until ?? null;
    const goesOn = row.continues_id !== null;
    const fault = whyNotSubmit({ status: row.status, evaluation, until, today: ctx.today, goesOn });
    if (fault) throw new DomainError('platform.wrong-state', `现在还不能报送：${fault}`);
    if (evaluation.outcome.state === 'yes') await refuseTwoHouseholds(inner, row);
    const duty: Duty = {
      ...{ forRole: deciderOf(procedure), kindLabel: RELIEF_KIND_LABELS[row.kind], actionLabel: '去决定' },
      title: `决定${row.elder_name}的${RELIEF_KIND_LABELS[row.kind]}申请`,
      ...{
        reason: whyNotYes(evaluation) ?? (goesOn ? '接着领，按现在的人口核算' : '核算符合，已公示'),
        withinWorkingDays: procedure.decideWorkingDays,
      },
      path: `/desk/relief/recognitions/${row.application_id}`,
    };
    const status = await advance(inner, stepOf(row, { action: 'submit', note, duty }));
    const submission = { on: ctx.today, by: ctx.actor.name, accountId: ctx.actor.accountId, note };
    await db.setApplication(inner, row.application_id, {
      ...{ status, submission, sealed: sealEvaluation(inner, row, evaluation) },
    });
    return status;
  });
}

/** By another than who sent it up, of what was sent up: other means need another look. */
async function decide(ctx: Context, row: db.RecognitionRow, of: Body & { procedure: Procedure }) {
  const { action, note, procedure } = of;
  if (row.status === 'submitted' && ctx.actor.role !== deciderOf(procedure))
    throw new DomainError('platform.wrong-state', `由${deciderName(row, procedure)}决定`);
  if (row.submission?.accountId === ctx.actor.accountId) throw new DomainError('relief.same-person');
  const former = openEvaluation(ctx, row);
  const status = await onBothSides(ctx, async inner => {
    const evaluation = await evaluateNow(inner, row);
    if (former && !sameResult(former, evaluation)) throw new DomainError('relief.means-changed');
    const fault = action === 'approve' ? whyNotYes(evaluation) : null;
    if (fault) throw new DomainError('platform.wrong-state', `按规则不能认定：${fault}`);
    if (action === 'approve') await refuseTwoHouseholds(inner, row);
    const next = await advance(inner, stepOf(row, { action, note }));
    await db.setApplication(inner, row.application_id, {
      ...{ status: next, decided_by: ctx.actor.name, decided_on: ctx.today, decision_note: note },
      sealed: sealEvaluation(inner, row, evaluation),
    });
    if (action === 'approve') await grant(inner, row, { evaluation, procedure });
    await settleSuccession(inner, row, { how: action === 'approve' ? 'approved' : 'refused', note });
    return next;
  });
  const { elder_id: elderId, responsible_area: areaCode, application_id: applicationId } = row;
  const yes = row.continues_id && isPaidByMonth(row) ? ('changed' as const) : ('approved' as const);
  const step = action === 'approve' ? yes : ('refused' as const);
  await publish(ctx, { name: 'relief.stepped', elderId, areaCode, applicationId, step });
  return status;
}

/** The amount of the rules and its months, the status for every file, the day of the next look; a former recognition ends. */
async function grant(inner: Context, row: db.RecognitionRow, of: { evaluation: Evaluation; procedure: Procedure }) {
  const to = RECOGNISED_CLASS[row.kind];
  const { outcome } = of.evaluation;
  const goesOn = await continuedFrom(inner, row);
  const from = await beginGrant(inner, row, { outcome, procedure: of.procedure, goesOn });
  const except = (await elderMembers(inner, row)).map(each => each.elder_id);
  for (const other of await db.listOfElder(inner, row.elder_id))
    if (!db.isTemporaryRow(other) && other.application_id !== row.application_id && other.status === 'approved')
      await ceaseRecognition(inner, other, { note: `改为${to}（${row.number}）`, before: from, except });
  const why = `${RELIEF_KIND_LABELS[row.kind]}已认定`;
  const entered = await enterClass(inner, row, { to, why });
  await enterMembers(inner, row, why);
  await db.setApplication(inner, row.application_id, {
    ...{ amount_fen: outcome.amountFen, ...entered },
    review_on: addMonths(inner.today, of.procedure.reviewMonths),
  });
}

function withdraw(ctx: Context, row: db.RecognitionRow, { note }: Body) {
  return onBothSides(ctx, async inner => {
    const status = await advance(inner, stepOf(row, { action: 'withdraw', note }));
    await db.setApplication(inner, row.application_id, { status, outcome: note });
    await settleSuccession(inner, row, { how: 'withdrawn', note });
    return status;
  });
}

async function endByOfficer(
  ctx: Context,
  row: db.RecognitionRow,
  { note, procedure }: Body & { procedure: Procedure },
) {
  const early = whyNotEnd([row, ...(await listMembers(ctx, row.application_id))]);
  if (early) throw new DomainError('platform.wrong-state', early);
  const status = await onBothSides(ctx, async inner => {
    const next = await advance(inner, stepOf(row, { action: 'end', note }));
    const why = `${RELIEF_KIND_LABELS[row.kind]}终止：${note}`;
    // Another source may have changed the file since: what it says now is not this application's to take away.
    const still = (await findElder(inner, row.elder_id))?.economic_class === RECOGNISED_CLASS[row.kind];
    const entered = still ? await enterClass(inner, row, { to: 'none', why }) : {};
    await leaveMembers(inner, row, { to: 'none', why });
    await endGrants(inner, row, { on: inner.today, why: note, procedure });
    await db.setApplication(inner, row.application_id, { status: next, outcome: note, review_on: null, ...entered });
    return next;
  });
  const { elder_id: elderId, responsible_area: areaCode, application_id: applicationId } = row;
  await publish(ctx, { name: 'relief.stepped', elderId, areaCode, applicationId, step: 'ended' });
  return status;
}

/** The correction was refused or taken back: the file is proposed to be put right once more. */
function recordAgain(ctx: Context, row: db.RecognitionRow, { note }: Body) {
  return onBothSides(ctx, async inner => {
    const to = row.status === 'approved' ? RECOGNISED_CLASS[row.kind] : ('none' as const);
    const again = await enterMembersAgain(inner, row, { to, why: note });
    if (row.fact !== 'refused' && again === 0)
      throw new DomainError('platform.wrong-state', '档案的更正没有被退回，不用再提');
    if (row.fact === 'refused')
      await db.setApplication(inner, row.application_id, await enterClass(inner, row, { to, why: note }));
    return row.status;
  });
}
