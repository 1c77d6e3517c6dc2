import { ROLES } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const readProviders = allow('登录后都能看服务商名录', ROLES);
export const superviseProviders = allow('市、区民政和监管人员管服务商准入和退出', ['city', 'district', 'regulator']);
