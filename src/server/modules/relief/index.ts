import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveRelief } from './db/warnings.ts';
import { moveMeans } from './means/db.ts';

export { applyForRelief } from './apply-for-relief.ts';
export { insertStanding, type RecognitionRow } from './db/applications.ts';
export { listOpenReasons } from './db/reasons.ts';
export { listOfElder as listWarningsOf } from './db/warnings.ts';
export { mergeRelief } from './db-merge.ts';
export { endReliefOf, reopenReliefOf } from './end-relief.ts';
export { addMeansEntry, authoriseMeans, judgeMeans } from './means/keep-means.ts';
export { applyForRecognition, takeInRecognition } from './recognitions/apply.ts';
export { readDecision } from './recognitions/decision.ts';
export { followFact } from './recognitions/end-recognition.ts';
export { runReviews } from './recognitions/review.ts';
export { stepRecognition } from './recognitions/step.ts';
export { postRecognition, surveyRecognition } from './recognitions/survey.ts';
export { listMedicalCosts } from './signals/medical-costs.ts';
export { keepProjectStage } from './signals/project-stages.ts';
export { takeSignals } from './signals/take-signals.ts';
export { stepWarning } from './step-warning.ts';

/** Reaction to elder.moved: warnings and re-checks are the new area's; an application stays with the streets that have it. */
export const reliefFollowsElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '困难预警随人换辖区' }, async inner => {
    await moveRelief(inner, event);
    await moveMeans(inner, event);
  });
