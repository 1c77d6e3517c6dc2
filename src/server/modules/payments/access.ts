import { allow } from '#platform/http/serve.ts';

export const readLines = allow('民政、资金、审计看本辖区，服务商看自己的，老人和家属看本人的结算', [
  'city',
  'district',
  'street',
  'community',
  'finance',
  'regulator',
  'auditor',
  'centre',
  'station',
  'provider',
  'elder',
  'family',
]);
