export { type BulkAssessment, insertAssessments } from './insert-assessments.ts';
