import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const judgePairs = allow(
  '市、区、街道、社区的民政人员判断本辖区的疑似重复；跨辖区的由共同的上级判断',
  OFFICIALS,
);
