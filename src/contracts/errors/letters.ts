/** Errors of letters; spread into ERRORS. */
export const LETTERS_ERRORS = {
  'letters.replaced': { status: 409, say: '这一版已经由后来的一版代替', doNext: '请打开最新的一版再重出' },
  'letters.not-issuer': { status: 403, say: '文书由出具的单位重出', doNext: '请联系文书上写的单位' },
  'letters.needs-note': { status: 422, say: '请写明告诉了谁、怎么说的', doNext: '补上再提交' },
  'letters.too-many': { status: 422, say: '这一批打印不了', doNext: '请按种类、出具日期筛选后再打印' },
} as const;
