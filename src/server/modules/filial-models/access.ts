import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录：公示和公布的名单是公开信息', []);
export const readModels = allow('本辖区的民政人员和审计看评选', [...OFFICIALS, 'auditor']);
export const nominateModels = allow('社区、街道提名', ['community', 'street']);
export const decideModels = allow('社区、街道、区的民政人员核实、评选、撤下', ['community', 'street', 'district']);
export const runYears = allow('区民政开始评选、公示、公布', ['district']);
