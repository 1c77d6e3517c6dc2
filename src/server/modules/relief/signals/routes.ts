import * as contract from '#contracts/relief.ts';
import * as monitoring from '#contracts/relief-monitoring.ts';
import * as project from '#contracts/relief-project.ts';
import * as rules from '#contracts/relief-rules.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { keepProject, readRelief, setRules, workRelief } from '../access.ts';
import { stepWarning } from '../step-warning.ts';
import { setLine } from './lines.ts';
import { listSignals, readMonitoring } from './monitoring.ts';
import { keepProjectStage, listProjectStages } from './project-stages.ts';
import { readRules, tryRule } from './read-rules.ts';
import { listWarningNotices, listWarnings, readWarning } from './read-warnings.ts';

const reading = (audit: string) => ({ access: readRelief, audit });
const ruling = (audit: string) => ({ access: setRules, audit });

export const signalRoutes: readonly Route[] = [
  serve(contract.listWarnings, reading('relief.warnings'), (ctx, { query }) => listWarnings(ctx, query)),
  serve(contract.readWarning, reading('relief.warning'), (ctx, { params }) => readWarning(ctx, params.id)),
  serve(contract.stepWarning, { access: workRelief, audit: 'relief.step-warning' }, (ctx, { params, body }) =>
    stepWarning(ctx, params.id, body),
  ),
  serve(contract.listWarningNotices, reading('relief.notices'), (ctx, { query }) => listWarningNotices(ctx, query)),
  serve(rules.listReliefRules, reading('relief.rules'), ctx => readRules(ctx)),
  serve(rules.setReliefRule, ruling('relief.set-rule'), (ctx, { params, body }) => setLine(ctx, params.rule, body)),
  serve(rules.tryReliefRule, ruling('relief.try-rule'), (ctx, { params, query }) => tryRule(ctx, params.rule, query)),
  serve(monitoring.readMonitoring, reading('relief.monitoring'), (ctx, { query }) => readMonitoring(ctx, query.area)),
  serve(monitoring.listSignals, reading('relief.signals'), (ctx, { query }) => listSignals(ctx, query)),
  serve(project.listProjectStages, reading('relief.project'), ctx => listProjectStages(ctx)),
  serve(project.keepProjectStage, { access: keepProject, audit: 'relief.project-stage' }, (ctx, { body }) =>
    keepProjectStage(ctx, body),
  ),
];
