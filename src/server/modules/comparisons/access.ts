import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const compareTables = allow('街道、区、市的民政人员把部门的表或数据和本辖区的档案比对', [
  'street',
  'district',
  'city',
]);
export const readDifferences = allow('本辖区的民政人员看和核对比对出来的差异', OFFICIALS);
export const decideDifferences = allow('社区、街道、区的民政人员核对归自己的差异', ['community', 'street', 'district']);
