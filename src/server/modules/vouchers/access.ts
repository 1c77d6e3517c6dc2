import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

const MONEY = ['finance', 'regulator', 'auditor'] as const;

export const readSchemes = allow('区、市和资金、监管、审计人员看服务券方案', ['district', 'city', ...MONEY]);
export const keepSchemes = allow('区里定方案、列名单，另一人复核', ['district']);
export const readHolders = allow('本辖区的民政、资金、监管、审计人员看老人的服务券', [...OFFICIALS, ...MONEY]);
export const own = ifElderAgrees('family-money', allow('老年人本人和家属看自己的服务券', ['elder', 'family']));
export const readRedemptions = allow('民政、资金、监管、审计看本辖区的用券，服务商看在自己这里用的', [
  ...OFFICIALS,
  ...MONEY,
  ...(['provider', 'centre', 'station'] as const),
]);
export const settle = allow('区里把用券结成单送发放', ['district']);
