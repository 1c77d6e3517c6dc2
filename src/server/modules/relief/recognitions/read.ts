import { nextActions } from '#contracts/lifecycle.ts';
import { recognitionLifecycle } from '#contracts/relief-lifecycle.ts';
import type { Evaluation, Grant, Recognition } from '#contracts/relief-recognitions.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from '../db/applications.ts';
import { type GrantRow, listGrants } from '../db/grants.ts';
import { listMembers, type MemberRow } from '../db/members.ts';
import { listParts } from '../db/parts.ts';
import { findElder, findFile } from '../means/db.ts';
import { applicationOf, checkOf } from '../say-application.ts';
import { deciderName, deciderOf, getRecognition, openEvaluation, procedureOf } from './load.ts';
import { whyNotEnd, whyNotSubmit, whyNotYes } from './rules.ts';
import { candidatesOf } from './succession.ts';
import { whyNotHere } from './survey.ts';

/** Who carries the case sees what the household's means come to; the city and supervision see how it goes. */
const CARRIERS: readonly string[] = ['community', 'street', 'district'];

export async function readRecognition(ctx: Context, id: string): Promise<Recognition> {
  const row = await getRecognition(ctx, id);
  ctx.saw(row.elder_id);
  const carries = CARRIERS.includes(ctx.actor.role);
  const reaches = carries && (await findElder(ctx, row.elder_id)) !== undefined;
  const file = reaches ? await findFile(ctx, row.elder_id) : undefined;
  const evaluation = openEvaluation(ctx, row);
  const procedure = await procedureOf(ctx, row);
  const { checks } = await listParts(ctx, id);
  const members = await listMembers(ctx, id);
  ctx.saw(...members.map(each => each.elder_id));
  return {
    ...applicationOf(ctx, { ...row, ...(await db.dueOf(ctx, id)) }),
    ...{ kind: row.kind, status: row.status, applicant: row.applicant, reason: row.reason, appliedBy: row.applied_by },
    ...{ authorised: file !== undefined || row.survey !== null, evaluation: carries ? evaluation : null },
    ...{ survey: row.survey, notice: row.notice, procedure: procedure.values, reviewOn: row.review_on },
    submission: row.submission && { on: row.submission.on, by: row.submission.by, note: row.submission.note },
    ...{ deciderName: deciderName(row, procedure), decidedOn: row.decided_on, decidedBy: row.decided_by },
    ...{ decisionNote: row.decision_note, outcome: row.outcome, seesMeans: reaches },
    fact: row.fact && { state: row.fact, correctionId: row.correction_id },
    members: members.map(each => ({
      ...{ elderId: each.elder_id, name: each.name, relation: each.relation },
      fact: each.fact && { state: each.fact, correctionId: each.correction_id },
    })),
    succession: row.succession && { state: row.succession, ...(await goingOn(ctx, row)) },
    continues: await former(ctx, row),
    grants: (await listGrants(ctx, id)).map(grantOf),
    checks: checks.map(checkOf),
    steps: await readSteps(ctx, id),
    actions: actionsOf(ctx, row, {
      evaluation,
      decider: deciderOf(procedure),
      by: deciderName(row, procedure),
      members,
    }),
  };
}

/** Who may go on receiving, and the application by which one does. */
async function goingOn(ctx: Context, row: db.RecognitionRow) {
  const candidates = row.succession === 'open' ? await candidatesOf(ctx, row) : [];
  const [by] = await db.listContinued(ctx, row.application_id);
  return {
    candidates: candidates.map(each => ({ elderId: each.elder_id, name: each.name, relation: each.relation })),
    by: by ? { id: by.application_id, number: by.number, elderName: by.elder_name } : null,
  };
}

async function former(ctx: Context, row: db.RecognitionRow) {
  const found = row.continues_id ? await db.findApplication(ctx, row.continues_id) : undefined;
  return found ? { id: found.application_id, number: found.number, elderName: found.elder_name } : null;
}

const grantOf = (row: GrantRow): Grant => ({
  ...{ id: row.grant_id, fromMonth: row.from_month, toMonth: row.to_month, amountFen: row.amount_fen },
  ...{ cause: row.cause, why: row.why, endedWhy: row.ended_why },
});

type With = { evaluation: Evaluation | null; decider: string; by: string; members: readonly MemberRow[] };

/** The lifecycle's actions with the sentences of this application: whose it is, who decides, what is still missing. */
function actionsOf(ctx: Context, row: db.RecognitionRow, { evaluation, decider, by, members }: With) {
  const because = (action: string): string | null => {
    const isDeciding = action === 'approve' || action === 'refuse';
    if (action !== 'survey' && action !== 'withdraw' && whyNotHere(row)) return whyNotHere(row);
    if (isDeciding && ctx.actor.role !== decider) return `由${by}决定`;
    if (isDeciding && row.submission?.accountId === ctx.actor.accountId) return '报送的人不能决定';
    if (action === 'end') return whyNotEnd([row, ...members]);
    if (!evaluation) return null;
    if (action === 'post' || action === 'approve') return whyNotYes(evaluation);
    const until = row.notice?.until ?? null;
    const goesOn = row.continues_id !== null;
    return action === 'submit'
      ? whyNotSubmit({ status: row.status, evaluation, until, today: ctx.today, goesOn })
      : null;
  };
  return nextActions(recognitionLifecycle, row.status, ctx.actor.role).map(action => {
    const why = because(action.action) ?? action.disabledBecause;
    return { ...action, allowed: why === null, disabledBecause: why };
  });
}
