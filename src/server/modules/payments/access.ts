import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readLines = ifElderAgrees(
  'family-money',
  allow('民政、资金、审计看本辖区，服务商看自己的，老人和家属看本人的结算', [
    ...([
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
    ] as const),
    ...(['elder', 'family'] as const),
  ]),
);
export const readCycles = allow('区、市民政和资金、监管、审计人员看发放批次', [
  'city',
  'district',
  'finance',
  'regulator',
  'auditor',
]);
export const makeCycles = allow('户籍所在的区编制发放，市里可以代编', ['district', 'city']);
export const stepCycles = allow('区、市复核，区锁定，资金管理授权、送银行、对账', ['district', 'city', 'finance']);
export const bankFiles = allow('资金管理下载送银行的文件', ['finance']);
export const takeResults = allow('资金管理和区里收回盘文件', ['finance', 'district']);
export const readPayments = allow('本辖区的民政、资金、监管、审计人员看发放明细', [
  ...(['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor'] as const),
]);
export const checkLines = allow('复核的区、市核减明细', ['district', 'city']);
export const drawChecks = allow('区里、资金管理和监管人员抽人核实', ['district', 'finance', 'regulator']);
export const answerChecks = allow('街道、社区问老人是否收到', ['street', 'community', 'district']);
export const own = ifElderAgrees('family-money', allow('老年人本人和家属看自己的钱', ['elder', 'family']));
export const keepAccounts = allow('社区、街道登记收款账户', ['community', 'street']);
export const keepPayeeAccounts = allow('社区、街道、区登记收款家属和机构的账户', ['community', 'street', 'district']);
export const compare = allow('区、市和资金、监管、审计人员核对发放', [
  'city',
  'district',
  'finance',
  'regulator',
  'auditor',
]);
export const decideFindings = allow('区里核实疑点、立追缴', ['district']);
export const repay = allow('街道、区和资金管理记交回的钱', ['street', 'district', 'finance']);
export const plan = allow('街道、区定分期', ['street', 'district']);
export const writeOff = allow('区里申请核销，资金管理决定', ['district', 'finance']);
