import * as endpoints from '#contracts/alarms.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { endAlarm, keepDuty, pressButton, sayAway, seeAlarms, seeAway, seeWall, standAtDoor } from './access.ts';
import { endAway, fileAway, listAwayNotices } from './file-away.ts';
import { acknowledge, arrive, close, dispatch, openContact, recordCall } from './handle-alarm.ts';
import { pressCall } from './press-call.ts';
import { listAlarms, listFieldWorkers, readAlarm, readDutySummary, readWall } from './read-alarms.ts';
import { streamAlarms } from './stream-alarms.ts';

export const routes: Route[] = [
  serve(endpoints.listAlarms, { access: seeAlarms, audit: 'alarms.list' }, (ctx, { query }) => listAlarms(ctx, query)),
  serve(endpoints.streamAlarms, { access: seeAlarms, audit: 'alarms.stream' }, async ctx => streamAlarms(ctx) as never),
  serve(endpoints.readAlarmWall, { access: seeWall, audit: 'alarms.wall' }, ctx => readWall(ctx)),
  serve(endpoints.readAlarmSummary, { access: seeAlarms, audit: 'alarms.summary' }, ctx => readDutySummary(ctx)),
  serve(endpoints.getAlarm, { access: seeAlarms, audit: 'alarms.read' }, (ctx, { params }) =>
    readAlarm(ctx, params.id),
  ),
  serve(endpoints.listFieldWorkers, { access: keepDuty, audit: 'alarms.workers' }, (ctx, { params }) =>
    listFieldWorkers(ctx, params.id),
  ),
  serve(endpoints.acknowledgeAlarm, { access: keepDuty, audit: 'alarms.acknowledge' }, (ctx, { params }) =>
    acknowledge(ctx, params.id),
  ),
  serve(endpoints.recordAlarmCall, { access: keepDuty, audit: 'alarms.call' }, (ctx, { params, body }) =>
    recordCall(ctx, params.id, body),
  ),
  serve(endpoints.openAlarmContact, { access: endAlarm, audit: 'alarms.open-contact' }, (ctx, { params }) =>
    openContact(ctx, params.id),
  ),
  serve(endpoints.dispatchAlarm, { access: keepDuty, audit: 'alarms.dispatch' }, (ctx, { params, body }) =>
    dispatch(ctx, params.id, body),
  ),
  serve(endpoints.arriveAtAlarm, { access: standAtDoor, audit: 'alarms.arrive' }, (ctx, { params, body }) =>
    arrive(ctx, params.id, body.note),
  ),
  serve(endpoints.closeAlarm, { access: endAlarm, audit: 'alarms.close' }, (ctx, { params, body }) =>
    close(ctx, params.id, body),
  ),
  serve(endpoints.listAwayNotices, { access: seeAway, audit: 'alarms.away-notices' }, (ctx, { params }) =>
    listAwayNotices(ctx, params.elderId),
  ),
  serve(endpoints.fileAwayNotice, { access: sayAway, audit: 'alarms.file-away' }, (ctx, { params, body }) =>
    fileAway(ctx, params.elderId, body),
  ),
  serve(endpoints.endAwayNotice, { access: sayAway, audit: 'alarms.end-away' }, (ctx, { params }) =>
    endAway(ctx, params.id),
  ),
  serve(endpoints.pressCall, { access: pressButton, audit: 'alarms.press-call' }, (ctx, { body }) =>
    pressCall(ctx, body.note),
  ),
];
