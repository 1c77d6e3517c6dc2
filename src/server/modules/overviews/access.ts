import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const readOverviews = allow('本辖区的民政人员和监管、审计、资金管理看一位老人的四类数据，每一类另有权限', [
  ...OFFICIALS,
  'finance',
  'regulator',
  'auditor',
]);
export const readServed = allow('机构、中心、驿站、服务商看自己正在服务的老人', [
  ...(['institution', 'centre', 'station', 'provider'] as const),
]);
