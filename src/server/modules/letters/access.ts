import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readers = ifElderAgrees(
  'family-view',
  allow('本辖区的民政、资金、监管、审计人员看文书；老年人本人和家属看自己的', [
    ...OFFICIALS,
    ...(['finance', 'regulator', 'auditor', 'elder', 'family'] as const),
  ]),
);
export const issuers = allow('出具文书的街道（乡镇）、区可以重出', ['street', 'district']);
export const callers = allow('社区打电话或上门告知，街道可以代办', ['community', 'street']);
export const callReaders = allow('本辖区的民政人员看电话告知名单', OFFICIALS);
export const printers = allow('本辖区的民政、资金人员成批打印文书', [...OFFICIALS, 'finance']);
