import type pg from 'pg';
import type { AssessmentReason } from '#contracts/assessments/assessment.ts';
import type { AssessmentStatus } from '#contracts/assessments/lifecycle.ts';
import type { AssessorMark } from './db.ts';
import { SCALE_IDS } from './scales/load-scale.ts';

/** A past or running assessment as an import or the demo brings it; instants ISO UTC, days civil dates. */
export type BulkAssessment = {
  assessmentId: string;
  elderId: string;
  areaCode: string;
  reason: AssessmentReason;
  status: AssessmentStatus;
  appliedAt: string;
  appliedBy: { accountId: string; name: string };
  visitAt: string | null;
  assessors: AssessorMark[];
  answers: Record<string, unknown> | null;
  score: Record<string, unknown> | null;
  total: number | null;
  level: number | null;
  assessedOn: string | null;
  publishedOn: string | null;
  validTo: string | null;
};

/** Inserts many in one statement; `client` runs as batch in an area that holds them all. Events are not published. */
export async function insertAssessments(client: pg.ClientBase, rows: readonly BulkAssessment[]): Promise<void> {
  await client.query(
    `insert into assessments (elder_id, assessment_id, area_code, happened_area, scale, reason, status, applied_at,
       applied_by, applied_by_name, visit_at, assessors, answers, score, total, level, assessed_on, published_on, valid_to)
     select r."elderId", r."assessmentId", r."areaCode", r."areaCode", $2, r.reason, r.status, r."appliedAt",
       r."byId", r."byName", r."visitAt", r.assessors, r.answers, r.score, r.total, r.level, r."assessedOn", r."publishedOn", r."validTo"
     from jsonb_to_recordset($1::jsonb) as r ("elderId" uuid, "assessmentId" uuid, "areaCode" text, reason text, status text,
       "appliedAt" timestamptz, "byId" uuid, "byName" text, "visitAt" timestamptz, assessors jsonb, answers jsonb, score jsonb,
       total smallint, level smallint, "assessedOn" date, "publishedOn" date, "validTo" date)`,
    [
      JSON.stringify(
        rows.map(({ appliedBy, ...row }) => ({ ...row, byId: appliedBy.accountId, byName: appliedBy.name })),
      ),
      SCALE_IDS[0],
    ],
  );
}
