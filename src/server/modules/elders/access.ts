import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const findElders = allow('市、区、街道、社区的民政人员和监管、审计、资金管理在本辖区找人', [
  ...OFFICIALS,
  'finance',
  'regulator',
  'auditor',
]);
export const readElder = allow('本辖区的民政人员和监管、审计、资金管理，以及老人本人和家属', [
  ...OFFICIALS,
  'finance',
  'regulator',
  'auditor',
  'elder',
  'family',
]);
export const writeElder = allow('市、区、街道、社区的民政人员登记和修改本辖区的老年人', OFFICIALS);
export const revealElder = allow('本辖区的民政人员写明用途后查看，本人和家属看得到', OFFICIALS);
export const importElders = allow('市、区、街道、社区的民政人员批量导入本辖区的老年人', OFFICIALS);
