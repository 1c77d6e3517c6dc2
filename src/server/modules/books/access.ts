import { allow } from '#platform/http/serve.ts';

export const readBooks = allow('区、市民政和资金、监管、审计人员看本辖区的账', [
  'district',
  'city',
  'finance',
  'regulator',
  'auditor',
]);
export const enterMoney = allow('资金管理登记拨入补贴专户的钱', ['finance']);
