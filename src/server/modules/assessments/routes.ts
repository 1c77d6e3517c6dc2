import * as endpoints from '#contracts/assessments/endpoints.ts';
import * as fillings from '#contracts/assessments/fillings.ts';
import * as quality from '#contracts/assessments/quality.ts';
import { DomainError } from '#contracts/errors.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { applyForAssessment, objectToAssessment } from './apply-for-assessment.ts';
import { assignBlind, listBlindAssessors } from './assign-blind.ts';
import { readCalendar } from './calendar.ts';
import { publishAssessment, reviewAssessment } from './publish-assessment.ts';
import { readList, readOne } from './read-assessments.ts';
import { recogniseResult } from './recognise-result.ts';
import { getForm, listBriefs, listFillings, readFilling, recordFilling } from './record-filling.ts';
import { reportFile } from './report-file.ts';
import { draw, listSamples, readSample } from './sample-results.ts';
import { loadScale, SCALE_IDS } from './scales/load-scale.ts';
import { cancelAssessment, listAvailable, scheduleAssessment } from './schedule-assessment.ts';
import { listMine, readMine, saveDraft, signAssignment } from './sign-assignment.ts';

const { appliers, assessorsOnly, objectors, readers, scaleReaders, schedulers } = access;

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
  serve(fillings.listForms, { access: access.formReaders, audit: 'assessments.forms' }, async () => listBriefs()),
  serve(fillings.readForm, { access: access.formReaders, audit: 'assessments.form' }, async (_, { params }) =>
    getForm(params.form),
  ),
  serve(fillings.listFillings, { access: access.fillingReaders, audit: 'assessments.fillings' }, (ctx, { query }) =>
    listFillings(ctx, query.elderId),
  ),
  serve(fillings.readFilling, { access: access.fillingReaders, audit: 'assessments.filling' }, (ctx, { params }) =>
    readFilling(ctx, params.id),
  ),
  serve(fillings.recordFilling, { access: access.fillers, audit: 'assessments.fill-form' }, (ctx, { body }) =>
    recordFilling(ctx, body),
  ),
  serve(quality.recogniseResult, { access: access.recognisers, audit: 'assessments.recognise' }, (ctx, { body }) =>
    recogniseResult(ctx, body),
  ),
  serve(quality.readCalendar, { access: access.calendarReaders, audit: 'assessments.calendar' }, (ctx, { query }) =>
    readCalendar(ctx, query),
  ),
  serve(quality.listSamples, { access: access.sampleReaders, audit: 'assessments.samples' }, ctx => listSamples(ctx)),
  serve(quality.readSample, { access: access.sampleReaders, audit: 'assessments.sample' }, (ctx, { params }) =>
    readSample(ctx, params.id),
  ),
  serve(quality.drawSample, { access: access.samplers, audit: 'assessments.draw-sample' }, (ctx, { body }) =>
    draw(ctx, body),
  ),
  serve(
    quality.listBlindAssessors,
    { access: access.samplers, audit: 'assessments.blind-assessors' },
    (ctx, { params }) => listBlindAssessors(ctx, { sampleId: params.id, assessmentId: params.assessmentId }),
  ),
  serve(quality.assignBlind, { access: access.samplers, audit: 'assessments.assign-blind' }, (ctx, { params, body }) =>
    assignBlind(ctx, { sampleId: params.id, assessmentId: params.assessmentId }, body),
  ),
  serve(quality.assessmentReport, { access: readers, audit: 'assessments.report' }, (ctx, { params, query }) =>
    reportFile(ctx, params.id, query.format),
  ),
];
