import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readOrders = ifElderAgrees(
  'family-view',
  allow('民政人员看本辖区，中心看本街道，服务商看自己的，护理员看派给自己的，老人和家属看本人的', [
    'city',
    'district',
    'street',
    'community',
    'finance',
    'regulator',
    'auditor',
    'centre',
    'station',
    'provider',
    'caregiver',
    'elder',
    'family',
  ]),
);
export const makeOrders = allow('老人、家属、社区、街道和中心都能下单', [
  'elder',
  'family',
  'community',
  'street',
  'centre',
]);
export const dispatchOrders = allow('社区、街道、中心和服务商派单', [
  'community',
  'street',
  'centre',
  'station',
  'provider',
]);
export const serveOrders = allow('只有被派到的护理员', ['caregiver']);
export const confirmOrders = allow('老人或家属确认，社区、街道可以回访代为确认', [
  'elder',
  'family',
  'community',
  'street',
]);
export const evaluateOrders = allow('老人或家属评价', ['elder', 'family']);
export const cancelOrders = allow('下单的一方或社区、街道、中心取消', [
  'elder',
  'family',
  'community',
  'street',
  'centre',
  'station',
]);
