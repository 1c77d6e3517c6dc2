/** Errors of credit records; spread into ERRORS. */
export const CREDIT_RECORDS_ERRORS = {
  'credit-records.file': { status: 400, say: '这份信用信息表读不了', doNext: '请照提示改好再传，以前收的都在' },
  'credit-records.exchange': {
    status: 409,
    say: '没有从市大数据平台收到',
    doNext: '请稍后再收；急用的，上传部门给的表',
  },
} as const;
