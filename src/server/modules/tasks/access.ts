import { allow } from '#platform/http/serve.ts';

export const readTasks = allow('市、区和街道的民政人员、审计人员看本辖区的任务', [
  'city',
  'district',
  'street',
  'auditor',
  'regulator',
]);
export const readParts = allow('责任单位看本单位的任务，民政人员看本辖区的任务', [
  'department',
  'street',
  'district',
  'city',
  'auditor',
  'regulator',
]);
export const workOnParts = allow('责任单位接办和反馈，市、区民政部门审核', [
  'department',
  'street',
  'district',
  'city',
]);
