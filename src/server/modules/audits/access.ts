import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readAudit = ifElderAgrees(
  'family-view',
  allow('审计和民政人员看本辖区的查看、办理记录；老人和家属看自己的', [
    'auditor',
    'regulator',
    'city',
    'district',
    'elder',
    'family',
  ]),
);
