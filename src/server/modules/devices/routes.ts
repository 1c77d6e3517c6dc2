import * as endpoints from '#contracts/devices.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { keepDevices, seeDevices } from './access.ts';
import { closeTask } from './keep-upkeep.ts';
import { listDevices, listTasks } from './list-devices.ts';
import { registerDevice, removeDevice } from './register-device.ts';

export const routes: Route[] = [
  serve(endpoints.listDevices, { access: seeDevices, audit: 'devices.list' }, (ctx, { query }) =>
    listDevices(ctx, query),
  ),
  serve(endpoints.registerDevice, { access: keepDevices, audit: 'devices.register' }, (ctx, { body }) =>
    registerDevice(ctx, body),
  ),
  serve(endpoints.removeDevice, { access: keepDevices, audit: 'devices.remove' }, (ctx, { params, body }) =>
    removeDevice(ctx, params.id, body.reason),
  ),
  serve(endpoints.listDeviceTasks, { access: seeDevices, audit: 'devices.tasks' }, (ctx, { query }) =>
    listTasks(ctx, query),
  ),
  serve(endpoints.closeDeviceTask, { access: keepDevices, audit: 'devices.close-task' }, (ctx, { params, body }) =>
    closeTask(ctx, params.id, body.note),
  ),
];
