import { OUTSIDE_ROLES } from '#contracts/elders/outside.ts';
import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const findElders = allow('市、区、街道、社区的民政人员和监管、审计、资金管理在本辖区找人', [
  ...OFFICIALS,
  'finance',
  'regulator',
  'auditor',
]);
export const readElder = ifElderAgrees(
  'family-view',
  allow('本辖区的民政人员和监管、审计、资金管理，以及老人本人和家属', [
    ...OFFICIALS,
    'finance',
    'regulator',
    'auditor',
    'elder',
    'family',
  ]),
);
export const writeElder = allow('市、区、街道、社区的民政人员登记和修改本辖区的老年人', OFFICIALS);
export const confirmElders = allow('社区、街道的民政人员核实本辖区的档案', ['community', 'street']);
export const revealElder = allow('本辖区的民政人员写明用途后查看，本人和家属看得到', OFFICIALS);
export const importElders = allow('市、区、街道、社区的民政人员批量导入本辖区的老年人', OFFICIALS);
export const proposeCorrection = ifElderAgrees(
  'family-view',
  allow('本辖区的民政人员，以及老人本人和家属，提出更正；由另一人核对', [...OFFICIALS, 'elder', 'family']),
);
export const checkCorrection = allow('街道、区、市的民政人员核对本辖区的更正，不能核对自己提出的', [
  'street',
  'district',
  'city',
]);
export const trustSources = allow('区、市民政人员定哪些部门的数据可信，接收部门送来的记录', ['district', 'city']);
export const lookOutside = allow(
  '社区、街道、区的民政人员和养老服务中心、驿站，写明理由后看辖区外的一位老人',
  OUTSIDE_ROLES,
);
export const reviewLooks = allow('街道、区、市的民政人员复核外区看过本辖区老人的记录', ['street', 'district', 'city']);
