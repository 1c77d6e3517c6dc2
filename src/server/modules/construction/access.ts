import { KEEPERS } from '#contracts/facility-nouns.ts';
import { allow } from '#platform/http/serve.ts';

export const readProjects = allow('民政、监管、资金和审计人员看本辖区的建设项目', [
  'city',
  'district',
  'street',
  'community',
  'regulator',
  'finance',
  'auditor',
]);
export const keepProjects = allow('街道、区、市的民政人员登记本辖区的建设阶段', KEEPERS);
