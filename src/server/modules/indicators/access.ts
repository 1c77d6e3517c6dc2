import { allow } from '#platform/http/serve.ts';

export const readFigures = allow('民政、监管、资金和审计人员看本辖区的指标', [
  'community',
  'street',
  'district',
  'city',
  'regulator',
  'finance',
  'auditor',
]);
