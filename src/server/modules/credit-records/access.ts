import { ROLES } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const readRecords = allow('市、区、街道的民政人员和监管、审计看共享给本级的信用信息', [
  ...(['city', 'district', 'street', 'regulator', 'auditor'] as const),
]);
export const readOf = allow('登录后都能看一家机构向社会公开的信用信息，共享给本级或涉及本单位的一并列出', ROLES);
export const bringRecords = allow('市、区民政人员归集信用信息', ['city', 'district']);
