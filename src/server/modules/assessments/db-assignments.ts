import type { AssessmentReason, ScoreAnswers } from '#contracts/assessments/assessment.ts';
import type { Score } from '#contracts/assessments/scales.ts';
import type { Context } from '#platform/http/context.ts';

export type AssignmentRecord = {
  assignment_id: string;
  assessment_id: string;
  elder_id: string;
  area_code: string;
  assignee_id: string;
  position: number;
  medical: boolean;
  assessor_name: string;
  assessor_title: string;
  organisation_name: string | null;
  elder_name: string;
  sex: '男' | '女';
  born_on: string;
  road: string | null;
  compound: string | null;
  reason: AssessmentReason;
  scale: string;
  sealed_contact: Buffer | null;
  visit_at: string;
  draft: ScoreAnswers | null;
  draft_saved_at: string | null;
  signed: ScoreAnswers | null;
  signed_at: string | null;
  note: string | null;
  peer_name: string;
  peer_signed: ScoreAnswers | null;
  peer_signed_at: string | null;
  peer_note: string | null;
  returned_because: string | null;
  finished_at: string | null;
  sample_id: string | null;
  score: Score | null;
};

type NewAssignment = Omit<
  AssignmentRecord,
  | ('draft' | 'draft_saved_at' | 'signed' | 'signed_at' | 'note')
  | ('peer_signed' | 'peer_signed_at' | 'peer_note' | 'returned_because' | 'finished_at')
  | ('sample_id' | 'score')
> & { sample_id?: string };

export async function insertAssignment(ctx: Context, row: NewAssignment): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`).join(', ');
  await ctx.client.query(
    `insert into assessment_assignments (${names.join(', ')}) values (${places})`,
    Object.values(row),
  );
}

/** Under the way `assigned` only the actor's own sheets are there. */
export async function findAssignment(ctx: Context, id: string): Promise<AssignmentRecord | undefined> {
  const { rows } = await ctx.client.query<AssignmentRecord>(
    'select * from assessment_assignments where assignment_id = $1',
    [id],
  );
  return rows[0];
}

export async function listOwn(ctx: Context, finished: boolean | null): Promise<AssignmentRecord[]> {
  const { rows } = await ctx.client.query<AssignmentRecord>(
    `select * from assessment_assignments
     where assignee_id = $1 and ($2::boolean is null or (finished_at is not null) = $2)
     order by finished_at desc nulls first, visit_at limit 200`,
    [ctx.actor.accountId, finished],
  );
  return rows;
}

export async function listOfAssessment(ctx: Context, assessmentId: string): Promise<AssignmentRecord[]> {
  const { rows } = await ctx.client.query<AssignmentRecord>(
    'select * from assessment_assignments where assessment_id = $1 and sample_id is null order by position for update',
    [assessmentId],
  );
  return rows;
}

export async function saveDraft(ctx: Context, row: AssignmentRecord, draft: ScoreAnswers): Promise<void> {
  await ctx.client.query(
    'update assessment_assignments set draft = $3, draft_saved_at = $4 where elder_id = $1 and assignment_id = $2',
    [row.elder_id, row.assignment_id, draft, ctx.now],
  );
}

export type Signature = { answers: ScoreAnswers; note: string | null };

/** Signs one sheet and lays the signed answers beside the other's. */
export async function sign(ctx: Context, row: AssignmentRecord, signature: Signature): Promise<void> {
  const { answers, note } = signature;
  await ctx.client.query(
    `update assessment_assignments set signed = $3, signed_at = $4, note = $5, draft = $3, draft_saved_at = $4
     where elder_id = $1 and assignment_id = $2`,
    [row.elder_id, row.assignment_id, answers, ctx.now, note],
  );
  await ctx.client.query(
    `update assessment_assignments set peer_signed = $4, peer_signed_at = $5, peer_note = $6
     where elder_id = $1 and assessment_id = $2 and assignment_id <> $3 and sample_id is null`,
    [row.elder_id, row.assessment_id, row.assignment_id, answers, ctx.now, note],
  );
}

export async function finishAssignments(ctx: Context, assessmentId: string): Promise<void> {
  await ctx.client.query(
    'update assessment_assignments set finished_at = $2, returned_because = null where assessment_id = $1 and sample_id is null',
    [assessmentId, ctx.now],
  );
}

/** Takes the signatures back; the drafts stay, so that only the doubted item is filled anew. */
export async function reopenAssignments(ctx: Context, assessmentId: string, because: string): Promise<void> {
  await ctx.client.query(
    `update assessment_assignments set signed = null, signed_at = null, note = null, peer_signed = null,
       peer_signed_at = null, peer_note = null, finished_at = null, returned_because = $2 where assessment_id = $1 and sample_id is null`,
    [assessmentId, because],
  );
}

/** The address was lent for the visit; it goes with the published result or the withdrawn application. */
export async function closeAssignments(ctx: Context, assessmentId: string): Promise<void> {
  await ctx.client.query(
    'update assessment_assignments set sealed_contact = null, finished_at = coalesce(finished_at, $2) where assessment_id = $1 and sample_id is null',
    [assessmentId, ctx.now],
  );
}

/** A blind sheet is done with one signature: score and answers stay on it, the address goes. */
export async function finishBlind(ctx: Context, row: AssignmentRecord, signed: Signature & { score: Score }) {
  await ctx.client.query(
    `update assessment_assignments set signed = $3, signed_at = $4, note = $5, draft = $3, draft_saved_at = $4, score = $6,
       finished_at = $4, sealed_contact = null where elder_id = $1 and assignment_id = $2`,
    [row.elder_id, row.assignment_id, signed.answers, ctx.now, signed.note, signed.score],
  );
}

/** Open blind sheets of somebody who is gone: nobody is sent to the door. Answers their ids. */
export async function closeBlindOf(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ assignment_id: string }>(
    `update assessment_assignments set sealed_contact = null, finished_at = $2
     where elder_id = $1 and sample_id is not null and finished_at is null returning assignment_id`,
    [elderId, ctx.now],
  );
  return rows.map(row => row.assignment_id);
}
