import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const seeNeeds = allow('民政人员看本辖区的服务需求清单，中心看本街道的，驿站看归它负责的', [
  ...OFFICIALS,
  'centre',
  'station',
]);
export const surveyNeeds = allow('社区、街道登记服务需求', ['community', 'street']);
export const stepNeeds = allow('社区、街道、中心和驿站对接服务需求，记办得怎样', [
  'community',
  'street',
  'centre',
  'station',
]);
