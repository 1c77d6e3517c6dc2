import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: every assessment stands, under the person who stays. The grade in force is the register's field. */
export const mergeAssessments = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [
    { table: 'assessments', sealed: { column: 'sealed_contact', key: 'assessment_id' } },
    { table: 'assessment_assignments', sealed: { column: 'sealed_contact', key: 'assignment_id' } },
    { table: 'assessment_fillings' },
    { table: 'assessment_sample_members' },
  ]);
