import { allow } from '#platform/http/serve.ts';

// Nobody else sees a result: small groups are shown in full, because all of these may open each person anyway.
export const readers = allow('区、市民政和资金、审计人员看草案、预演结果和背后的人（本辖区）', [
  'district',
  'city',
  'finance',
  'auditor',
]);
export const makers = allow('区、市民政起草、预演、提交和签批，签批的是另一个人', ['district', 'city']);
export const budgetKeepers = allow('资金管理登记预算', ['finance']);
export const forecasters = allow('区、市民政和资金管理重新测算经费', ['district', 'city', 'finance']);
