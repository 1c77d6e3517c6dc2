import { ROLES } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const readItems = allow('登录后都能看服务项目和价格', ROLES);
export const publishItems = allow('市级民政发布服务项目和价格', ['city']);
