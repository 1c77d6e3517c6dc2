export { listAssessors } from './db.ts';
export { insertAssignment as insertSheet } from './db-assignments.ts';
export { mergeAssessments } from './db-merge.ts';
export { endAssessmentsOf } from './end-assessments.ts';
export { assessmentsFollowElder } from './follow-elder.ts';
export { type BulkAssessment, insertAssessments } from './insert-assessments.ts';
export { resultLines } from './report-file.ts';
export { findFormId, loadScale, loadScaleForm } from './scales/load-scale.ts';
export { openVisitDuty } from './schedule-assessment.ts';
