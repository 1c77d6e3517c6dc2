import { allow } from '#platform/http/serve.ts';

export const readMealCounts = allow('民政、监管、资金和审计人员看本辖区的就餐人次，助餐点看自己的', [
  'city',
  'district',
  'street',
  'community',
  'regulator',
  'finance',
  'auditor',
  'meal-point',
]);
export const ownMealPoint = allow('助餐点报自己的就餐人次', ['meal-point']);
