import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录，谁都可以查', []);
export const readers = allow('本辖区的民政人员和资金、监管、审计人员看待遇', [
  ...(['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor'] as const),
]);
export const listReaders = ifElderAgrees(
  'family-money',
  allow('本辖区的民政人员看待遇；老年人本人和家属看自己的', [
    ...(['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor', 'elder', 'family'] as const),
  ]),
);
export const valueSetters = allow('区里提出、核准由本区定的值，提出的人不能自己核准', ['district']);
export const valueReaders = allow('区、市和监管、审计人员看区定的值', ['district', 'city', 'regulator', 'auditor']);
export const finders = allow('社区、街道核对一位老人该享受什么', ['community', 'street']);
export const owners = ifElderAgrees('family-money', allow('老年人本人和家属看自己的待遇', ['elder', 'family']));
export const appliers = ifElderAgrees(
  'family-money',
  allow('老年人本人、家属申请，社区、街道可以代办', ['community', 'street', 'elder', 'family']),
);
export const formReaders = ifElderAgrees(
  'family-money',
  allow('代办的社区、街道和申请人看申请表', ['community', 'street', 'elder', 'family']),
);
export const deciders = allow('街道审核决定，有疑义的由区决定', ['street', 'district']);
export const factKeepers = allow('社区、街道登记核定要用的其他情况', ['community', 'street']);
export const batchRunners = allow('街道、区、市核定本辖区的待遇', ['street', 'district', 'city']);
export const funeralReaders = allow('本辖区的民政人员看丧葬补贴；逝者的家属看自己的', [
  ...(['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor', 'elder', 'family'] as const),
]);
export const mourners = allow('家属申请丧葬补贴，社区、街道可以代办', ['community', 'street', 'family']);
export const funeralDeciders = allow('街道审核丧葬补贴', ['street']);
