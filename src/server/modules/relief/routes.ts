import { listMyRelief as mine } from '#contracts/my-relief.ts';
import * as contract from '#contracts/relief.ts';
import * as later from '#contracts/relief-rechecks.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { ownRelief, readRelief, setRules, tryStandards, workRelief } from './access.ts';
import { applyForRelief } from './apply-for-relief.ts';
import { askCheck } from './check-elsewhere.ts';
import { meansRoutes } from './means/routes.ts';
import { listMyRelief } from './my-relief.ts';
import * as read from './read-relief.ts';
import { answerRecheck, drawRechecks } from './recheck.ts';
import { recognitionRoutes } from './recognitions/routes.ts';
import { signalRoutes } from './signals/routes.ts';
import { addService, stepApplication } from './step-application.ts';

const reading = (audit: string) => ({ access: readRelief, audit });
const working = (audit: string) => ({ access: workRelief, audit });
const ruling = (audit: string) => ({ access: setRules, audit });

export const routes: readonly Route[] = [
  ...meansRoutes,
  ...recognitionRoutes,
  serve(mine, { access: ownRelief, audit: 'relief.mine' }, ctx => listMyRelief(ctx)),
  ...signalRoutes,
  serve(contract.applyForRelief, working('relief.apply'), (ctx, { body }) => applyForRelief(ctx, body)),
  serve(contract.listReliefApplications, reading('relief.applications'), (ctx, { query }) =>
    read.listReliefApplications(ctx, query),
  ),
  serve(contract.readReliefApplication, reading('relief.application'), (ctx, { params }) =>
    read.readReliefApplication(ctx, params.id),
  ),
  serve(contract.stepReliefApplication, working('relief.step-application'), (ctx, { params, body }) =>
    stepApplication(ctx, params.id, body),
  ),
  serve(contract.addReliefService, working('relief.serve'), (ctx, { params, body }) =>
    addService(ctx, params.id, body),
  ),
  serve(contract.askReliefCheck, working('relief.ask-check'), (ctx, { params, body }) =>
    askCheck(ctx, params.id, body.region),
  ),
  serve(later.tryStandard, { access: tryStandards, audit: 'relief.try-standard' }, (ctx, { query }) =>
    read.tryStandard(ctx, query),
  ),
  serve(later.drawRechecks, ruling('relief.draw'), (ctx, { body }) => drawRechecks(ctx, body)),
  serve(later.listRechecks, reading('relief.rechecks'), (ctx, { query }) => read.listRechecks(ctx, query)),
  serve(later.answerRecheck, ruling('relief.recheck'), (ctx, { params, body }) => answerRecheck(ctx, params.id, body)),
];
