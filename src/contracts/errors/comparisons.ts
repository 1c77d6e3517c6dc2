/** Errors of comparisons; spread into ERRORS. */
export const COMPARISONS_ERRORS = {
  'comparisons.file': { status: 400, say: '这份文件不能比对', doNext: '请按提示处理后再传；档案没有变动' },
  'comparisons.mapping': {
    status: 400,
    say: '列还没有选好',
    doNext: '要有身份证号，或姓名加出生日期；还要有这类数据要比的那一列',
  },
  'comparisons.exchange': {
    status: 409,
    say: '市大数据平台连不上，或送来的数据不对',
    doNext: '已收的保留；请稍后再收，急用时改传文件',
  },
} as const;
