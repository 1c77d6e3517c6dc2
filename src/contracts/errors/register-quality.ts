/** Errors of duplicates in the register; spread into ERRORS. */
export const REGISTER_QUALITY_ERRORS = {
  'register-quality.not-now': {
    status: 409,
    say: '这两份档案现在不能合并',
    doNext: '请先办完上面说的事，再来合并；什么都没有改动',
  },
  'register-quality.field': { status: 400, say: '有一项不能从另一份档案取', doNext: '请重新选择后再提交' },
  'register-quality.same-person': {
    status: 409,
    say: '是您提出的，不能由您自己核准',
    doNext: '请由另一位同事核准（关系到钱的要两个人）',
  },
  'register-quality.cannot-undo': {
    status: 409,
    say: '合并后又有变动，不能自动撤销',
    doNext: '请按上面说的先处理，或联系上级；什么都没有改动',
  },
} as const;
