import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const seeDevices = ifElderAgrees(
  'family-view',
  allow('本辖区的民政、街道、社区人员看设备，驿站和中心看自己管的设备', [
    'city',
    'district',
    'street',
    'community',
    'centre',
    'station',
    'elder',
    'family',
  ]),
);
export const keepDevices = allow('街道、社区、“区域养老服务中心”和驿站登记、拆除和检修设备', [
  'street',
  'community',
  'centre',
  'station',
]);
