import * as contract from '#contracts/relief-recognitions.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readRelief, workRelief } from '../access.ts';
import { applyForRecognition } from './apply.ts';
import { readRecognition } from './read.ts';
import { stepRecognition } from './step.ts';
import { leaveSuccession, nameSuccessor } from './succession.ts';
import { evaluateAgain, postRecognition, surveyRecognition } from './survey.ts';

const working = (audit: string) => ({ access: workRelief, audit });

export const recognitionRoutes: Route[] = [
  serve(contract.applyForRecognition, working('relief.apply-recognition'), (ctx, { body }) =>
    applyForRecognition(ctx, body),
  ),
  serve(contract.readRecognition, { access: readRelief, audit: 'relief.recognition' }, (ctx, { params }) =>
    readRecognition(ctx, params.id),
  ),
  serve(contract.surveyRecognition, working('relief.survey'), (ctx, { params, body }) =>
    surveyRecognition(ctx, params.id, body),
  ),
  serve(contract.evaluateRecognition, working('relief.evaluate'), (ctx, { params }) => evaluateAgain(ctx, params.id)),
  serve(contract.postRecognition, working('relief.post'), (ctx, { params, body }) =>
    postRecognition(ctx, params.id, body),
  ),
  serve(contract.nameSuccessor, working('relief.name-successor'), (ctx, { params, body }) =>
    nameSuccessor(ctx, params.id, body),
  ),
  serve(contract.leaveSuccession, working('relief.no-successor'), (ctx, { params, body }) =>
    leaveSuccession(ctx, params.id, body.note),
  ),
  serve(contract.stepRecognition, working('relief.step-recognition'), (ctx, { params, body }) =>
    stepRecognition(ctx, params.id, body),
  ),
];
