/** Errors of tasks, indicators and publications; spread into ERRORS. */
export const TASKS_ERRORS = {
  'tasks.period-unknown': { status: 400, say: '期次要写成 2025-Q2 的样子', doNext: '请写年份加季度，例如 2025-Q2' },
  'tasks.nothing-to-report': {
    status: 409,
    say: '这一期还没有任务可以成表',
    doNext: '请先在“落任务”里导入任务分工或进展情况文件',
  },
  'indicators.unknown': { status: 404, say: '没有这个指标', doNext: '请从指标目录里选' },
  'publications.locked': {
    status: 409,
    say: '这份进展表已经锁定',
    doNext: '要改数据请先“修订”，写明原因后会生成新的一版',
  },
  'publications.checks-fail': {
    status: 409,
    say: '表里有数字对不上，不能送审',
    doNext: '请按核对结果逐条改正，或写明口径后再送审',
  },
} as const;
