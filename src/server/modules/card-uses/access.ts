import { allow } from '#platform/http/serve.ts';

export const seeUses = allow('市、区、街道的民政人员和资金管理、审计看用卡情况', [
  'city',
  'district',
  'street',
  'finance',
  'auditor',
]);
export const bringUses = allow('市、区民政人员导入刷卡记录', ['city', 'district']);
