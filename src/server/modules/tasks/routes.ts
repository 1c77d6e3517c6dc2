import * as endpoints from '#contracts/tasks.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readParts, readTasks, workOnParts } from './access.ts';
import { getAssignment, getTask, listAssignments, listTasks } from './read-tasks.ts';
import { takeStep } from './take-step.ts';

export const routes: Route[] = [
  serve(endpoints.listTasks, { access: readTasks, audit: 'tasks.list' }, (ctx, { query }) => listTasks(ctx, query)),
  serve(endpoints.getTask, { access: readTasks, audit: 'tasks.get' }, (ctx, { params }) => getTask(ctx, params.id)),
  serve(endpoints.listAssignments, { access: readParts, audit: 'tasks.list-parts' }, (ctx, { query }) =>
    listAssignments(ctx, query),
  ),
  serve(endpoints.getAssignment, { access: readParts, audit: 'tasks.get-part' }, (ctx, { params }) =>
    getAssignment(ctx, params.id),
  ),
  serve(endpoints.takeAssignmentStep, { access: workOnParts, audit: 'tasks.step' }, (ctx, { params, body }) =>
    takeStep(ctx, params.id, body),
  ),
];
