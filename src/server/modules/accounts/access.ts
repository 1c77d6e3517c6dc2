import { ROLES } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录', []);
export const anyPost = allow('登录后都能办自己的账号', ROLES);
export const administratorOnly = allow('系统管理员', ['administrator']);
export const openForFamily = allow('社区、街道给本辖区的老人和家属开账号', ['community', 'street']);
