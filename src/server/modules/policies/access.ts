import { allow } from '#platform/http/serve.ts';

export const readDocuments = allow('市、区民政人员和审计人员看本级的文件', ['city', 'district', 'auditor']);
export const reviewDocuments = allow('市、区民政的政策文书导入、审核和入账', ['city', 'district']);
