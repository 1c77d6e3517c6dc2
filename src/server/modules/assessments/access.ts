import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readers = ifElderAgrees(
  'family-health',
  allow('本辖区的民政人员和监管、审计人员，以及老年人本人和家属，看能力评估', [
    ...(['city', 'district', 'street', 'community', 'regulator', 'auditor', 'finance', 'elder', 'family'] as const),
  ]),
);
export const appliers = ifElderAgrees(
  'family-health',
  allow('社区、街道、老年人本人和家属申请能力评估', ['community', 'street', 'elder', 'family']),
);
export const schedulers = allow('街道、区安排评估员，审核并公布结果', ['street', 'district']);
export const objectors = ifElderAgrees(
  'family-health',
  allow('老年人本人、家属和社区对结果提出异议', ['community', 'elder', 'family']),
);
export const assessorsOnly = allow('评估员看、填派给自己的评估表', ['assessor']);
export const scaleReaders = allow('登录后能看评估量表的，是办理和申请评估的人', [
  ...(['city', 'district', 'street', 'community', 'assessor', 'regulator', 'auditor', 'finance'] as const),
  ...(['elder', 'family', 'doctor', 'centre', 'institution', 'station'] as const),
]);
export const formReaders = scaleReaders;
export const fillers = allow('社区、街道的人给本辖区老人记量表，评估员给派给自己的老人记', [
  'community',
  'street',
  'assessor',
]);
export const fillingReaders = ifElderAgrees(
  'family-health',
  allow('看能力评估的人，和记量表的评估员', [
    ...(['city', 'district', 'street', 'community', 'regulator', 'auditor', 'finance'] as const),
    ...(['elder', 'family', 'assessor'] as const),
  ]),
);
export const calendarReaders = allow('街道、区看评估员日历，安排上门', ['street', 'district']);
export const recognisers = allow('街道、区登记外地的评估结果', ['street', 'district']);
export const samplers = allow('区抽盲评、派盲评的评估员', ['district']);
export const sampleReaders = allow('区、市和监管、审计人员看盲评抽样', ['district', 'city', 'regulator', 'auditor']);
