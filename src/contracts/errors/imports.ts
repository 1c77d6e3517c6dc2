/** Errors of imports; spread into ERRORS. */
export const IMPORTS_ERRORS = {
  'imports.file': { status: 400, say: '这份文件不能导入', doNext: '请按提示处理后再传；原来的数据没有变动' },
  'imports.mapping': { status: 400, say: '列还没有选好', doNext: '至少要有姓名、身份证号两列，同一项不能选两列' },
} as const;
