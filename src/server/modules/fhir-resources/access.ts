import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录：能力声明里没有任何人的信息', []);
export const readers = ifElderAgrees(
  'family-health',
  allow('看能力评估的人，按 FHIR 读本辖区的老年人和评估结果', [
    ...(['city', 'district', 'street', 'community', 'regulator', 'auditor', 'elder', 'family'] as const),
  ]),
);
