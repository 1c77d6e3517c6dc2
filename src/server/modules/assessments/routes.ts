import * as endpoints from '#contracts/assessments/endpoints.ts';
import { DomainError } from '#contracts/errors.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { appliers, assessorsOnly, objectors, readers, scaleReaders, schedulers } from './access.ts';
import { applyForAssessment, objectToAssessment } from './apply-for-assessment.ts';
import { publishAssessment, reviewAssessment } from './publish-assessment.ts';
import { readList, readOne } from './read-assessments.ts';
import { loadScale, SCALE_IDS } from './scales/load-scale.ts';
import { cancelAssessment, listAvailable, scheduleAssessment } from './schedule-assessment.ts';
import { listMine, readMine, saveDraft, signAssignment } from './sign-assignment.ts';

export const routes: Route[] = [
  serve(endpoints.readScale, { access: scaleReaders, audit: 'assessments.scale' }, async (_, { params }) => {
    const id = SCALE_IDS.find(each => each === params.scale);
    if (!id) throw new DomainError('platform.not-found', `没有量表 ${params.scale}`);
    return loadScale(id);
  }),
  serve(endpoints.listAssessments, { access: readers, audit: 'assessments.list' }, (ctx, { query }) =>
    readList(ctx, query),
  ),
  serve(endpoints.readAssessment, { access: readers, audit: 'assessments.read' }, (ctx, { params }) =>
    readOne(ctx, params.id),
  ),
  serve(endpoints.applyForAssessment, { access: appliers, audit: 'assessments.apply' }, (ctx, { body }) =>
    applyForAssessment(ctx, body),
  ),
  serve(endpoints.listAvailableAssessors, { access: schedulers, audit: 'assessments.assessors' }, (ctx, { params }) =>
    listAvailable(ctx, params.id),
  ),
  serve(endpoints.scheduleAssessment, { access: schedulers, audit: 'assessments.schedule' }, (ctx, { params, body }) =>
    scheduleAssessment(ctx, params.id, body),
  ),
  serve(endpoints.reviewAssessment, { access: schedulers, audit: 'assessments.review' }, (ctx, { params, body }) =>
    reviewAssessment(ctx, params.id, body),
  ),
  serve(endpoints.publishAssessment, { access: schedulers, audit: 'assessments.publish' }, (ctx, { params }) =>
    publishAssessment(ctx, params.id),
  ),
  serve(endpoints.objectToAssessment, { access: objectors, audit: 'assessments.object' }, (ctx, { params, body }) =>
    objectToAssessment(ctx, params.id, body.reason),
  ),
  serve(endpoints.cancelAssessment, { access: appliers, audit: 'assessments.cancel' }, (ctx, { params, body }) =>
    cancelAssessment(ctx, params.id, body.note),
  ),
  serve(endpoints.listAssignments, { access: assessorsOnly, audit: 'assessments.assignments' }, (ctx, { query }) =>
    listMine(ctx, query.finished),
  ),
  serve(endpoints.readAssignment, { access: assessorsOnly, audit: 'assessments.assignment' }, (ctx, { params }) =>
    readMine(ctx, params.id),
  ),
  serve(
    endpoints.saveAssignmentDraft,
    { access: assessorsOnly, audit: 'assessments.save-draft' },
    (ctx, { params, body }) => saveDraft(ctx, params.id, body),
  ),
  serve(endpoints.signAssignment, { access: assessorsOnly, audit: 'assessments.sign' }, (ctx, { params, body }) =>
    signAssignment(ctx, params.id, body),
  ),
];
