import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录：区划是公开信息', []);
