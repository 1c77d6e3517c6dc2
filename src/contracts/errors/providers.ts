/** Errors of providers and their staff. */
export const PROVIDERS_ERRORS = {
  'providers.not-operating': { status: 409, say: '这家服务商现在不能接单', doNext: '请换一家在运营的服务商' },
  'workforce.identity-unverified': {
    status: 409,
    say: '这名护理员还没有实名核验',
    doNext: '请先核验身份和证书，再让其上岗',
  },
} as const;
