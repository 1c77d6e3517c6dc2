import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readRelief = allow('本辖区的民政人员看困难预警和临时救助', OFFICIALS);
export const ownRelief = ifElderAgrees(
  'family-money',
  allow('老年人本人和家属看自己的救助申请办到哪一步', ['elder', 'family']),
);
export const workRelief = allow('社区、街道核实预警、受理救助、记服务，街道、区审核和办结', [
  'community',
  'street',
  'district',
]);
export const setRules = allow('区、市民政人员定预警线、抽人复核', ['district', 'city']);
export const keepProject = allow('市民政人员记平台的项目阶段', ['city']);
export const tryStandards = allow('市、区民政人员测算低保标准', ['district', 'city']);
/** Narrower than the rest: who carries the case, not the city, nor supervision. */
export const readMeans = allow('社区、街道、区的民政人员看和记家庭经济状况', ['community', 'street', 'district']);
export const judgeMeans = allow('街道、区的民政人员认定家庭情况', ['street', 'district']);
