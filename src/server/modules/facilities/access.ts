import { KEEPERS } from '#contracts/facility-nouns.ts';
import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录：养老设施是公开信息', []);
export const readFacilities = allow('民政、监管、资金和审计人员看本辖区的设施台账', [
  'city',
  'district',
  'street',
  'community',
  'regulator',
  'finance',
  'auditor',
]);
export const ownFacilities = allow('机构、驿站、中心和助餐点看本单位的设施', [
  'institution',
  'station',
  'centre',
  'meal-point',
]);
export const keepFacilities = allow('街道、区、市的民政人员登记本辖区的设施', KEEPERS);
export const keepRatings = allow('区、市的民政人员登记外地评的等级', ['district', 'city']);
export const reportVacancy = allow('养老机构报自己的空床，街道、区、市可以代报', ['institution', ...KEEPERS]);
