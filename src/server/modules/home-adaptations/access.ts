import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

const HOME = ['elder', 'family'] as const;

export const readAdaptations = ifElderAgrees(
  'family-view',
  allow('民政人员看本辖区，评估员和服务商看自己的，老人和家属看本人的适老化改造', [
    ...OFFICIALS,
    ...(['finance', 'regulator', 'auditor'] as const),
    ...(['assessor', 'provider'] as const),
    ...HOME,
  ]),
);
export const applyForAdaptations = allow('老人、家属、社区、街道都能申请', ['community', 'street', ...HOME]);
export const stepAdaptations = allow('各步由区、街道、社区、评估员、服务商、家里和资金管理分别办', [
  ...(['district', 'street', 'community', 'assessor', 'provider', 'finance'] as const),
  ...HOME,
]);
export const sendAssessors = allow('区、街道派评估员', ['district', 'street']);
export const takePhotos = allow('评估员、服务商交照片', ['assessor', 'provider']);
export const readCatalogue = allow('办改造的各方看目录', [
  ...OFFICIALS,
  ...(['finance', 'regulator', 'auditor'] as const),
  ...(['assessor', 'provider'] as const),
  ...HOME,
]);
export const setCatalogue = allow('区级民政定本区的改造目录', ['district']);
