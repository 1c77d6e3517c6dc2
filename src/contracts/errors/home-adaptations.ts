/** Errors of 居家适老化改造. */
export const HOME_ADAPTATIONS_ERRORS = {
  'home-adaptations.not-now': {
    status: 409,
    say: '现在不能申请适老化改造',
    doNext: '请看没有通过的那一条；已有一件在办的，接着办',
  },
  'home-adaptations.thin-class': {
    status: 409,
    say: '这一类目录里不到两种产品，不能进方案',
    doNext: '请区里先把这一类补到至少两种',
  },
  'home-adaptations.needs-photo': {
    status: 400,
    say: '还没有照片',
    doNext: '请先交照片；老人不同意拍照的不用交',
  },
} as const;
