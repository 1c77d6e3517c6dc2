/** Errors of 社会救助. */
export const RELIEF_ERRORS = {
  'relief.no-authorisation': {
    status: 409,
    say: '还没有本人签的核对授权书',
    doNext: '请先登记授权书，再记家庭经济状况',
  },
} as const;
