import { allow } from '#platform/http/serve.ts';

export const readReports = allow('市、区民政和审计人员看本级的进展表', ['city', 'district', 'auditor']);
export const writeReports = allow('市、区民政人员起草、送审、批准和修订本级的进展表', ['city', 'district']);
