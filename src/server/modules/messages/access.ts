import { ROLES } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const ownMessages = allow('每个人只看、只改自己的消息和联系方式', ROLES);
export const administratorOnly = allow('系统管理员看短信怎样发', ['administrator']);
