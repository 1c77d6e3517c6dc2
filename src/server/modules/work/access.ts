import { ROLES } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const ownWork = allow(
  '除系统管理员外，登录后都能看自己岗位的待办；看得到哪些由行规则决定',
  ROLES.filter(role => role !== 'administrator'),
);
