/** Errors of consents; spread into ERRORS. */
export const CONSENTS_ERRORS = {
  'consents.withheld': {
    status: 403,
    say: '老人没有同意给您看这些内容',
    doNext: '请老人本人在“我的同意”里打开，或请社区上门记下他的同意',
  },
  'consents.family-withheld': {
    status: 403,
    say: '老人没有同意给家属看这些内容',
    doNext: '请老人本人登录后在“我的同意”里点“我同意”，或请社区上门记下他的同意；您是法定监护人的，带证明到社区登记',
  },
  'consents.state': { status: 409, say: '这一项现在不能这样办', doNext: '请刷新后看它现在的情况' },
} as const;
