import { allow } from '#platform/http/serve.ts';

export const readBooks = allow('区、市民政和资金、监管、审计人员看本辖区的账', [
  'district',
  'city',
  'finance',
  'regulator',
  'auditor',
]);
