import { allow } from '#platform/http/serve.ts';

const ORGANISATIONS = ['centre', 'institution', 'station', 'meal-point'] as const;

export const readSubsidies = allow('本辖区的民政、资金、监管、审计人员和机构自己看机构补贴', [
  ...(['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor'] as const),
  ...ORGANISATIONS,
]);
export const enterUses = allow('社区、街道、区和机构自己登记签约、入住、就餐', [
  ...(['community', 'street', 'district'] as const),
  ...ORGANISATIONS,
]);
export const computeSubsidies = allow('街道、区按记录算机构补贴', ['street', 'district']);
export const stepSubsidies = allow('街道、区作废重算，区里核对送发放', ['street', 'district']);
export const setStations = allow('街道、区定农村驿站', ['street', 'district']);
