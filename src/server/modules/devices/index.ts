export { type DemoDevice, type DemoReadings, insertDevices, insertReadings } from './db/bulk.ts';
export { lockDevice } from './db/devices.ts';
export { readReadings } from './db/intake.ts';
export { mergeDevices } from './db/merge.ts';
export { type Ingest, startIngest } from './ingest/start-ingest.ts';
export { moveDevices } from './register-device.ts';
export { newSecret } from './secret.ts';
