/** Errors of the service catalogue. */
export const CATALOGUE_ERRORS = {
  'catalogue.starts-in-the-past': {
    status: 400,
    say: '新版本的生效日不能早于今天',
    doNext: '请把生效日改为今天或以后，已下的单仍按原版本和原价',
  },
  'catalogue.later-version-exists': {
    status: 409,
    say: '这个项目已有同一天或更晚生效的版本',
    doNext: '请先看各版本，再选更晚的生效日',
  },
  'catalogue.not-in-use': { status: 409, say: '这个服务项目现在不在用', doNext: '请从在用的服务项目里另选一个' },
} as const;
