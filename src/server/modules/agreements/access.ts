import { allow } from '#platform/http/serve.ts';

export const readAgreements = allow('市、区民政人员和审计看合作协议', ['city', 'district', 'auditor']);
export const keepAgreements = allow('市、区民政人员登记本级的合作协议', ['city', 'district']);
