import { CREDIT_READERS } from '#contracts/credit-records.ts';
import { allow } from '#platform/http/serve.ts';

export const readRecords = allow('市、区、街道的民政人员和监管、审计看共享给本级的信用信息', [
  ...(['city', 'district', 'street', 'regulator', 'auditor'] as const),
]);
export const readOf = allow(
  '管机构的人看一家机构或一个人的信用信息：向社会公开的、共享给本级的、涉及本单位的',
  CREDIT_READERS,
);
export const bringRecords = allow('市、区民政人员归集信用信息', ['city', 'district']);
