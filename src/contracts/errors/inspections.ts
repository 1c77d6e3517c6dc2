/** Errors of inspections; spread into ERRORS. */
export const INSPECTIONS_ERRORS = {
  'inspections.dates': { status: 400, say: '抽查的起止日期不对', doNext: '请核对：止不早于起，且不晚于今天' },
  'inspections.nothing-to-draw': {
    status: 409,
    say: '这段时间本辖区没有已结算的服务记录可抽',
    doNext: '请换一段时间再发起抽查',
  },
  'inspections.found-not-short': {
    status: 400,
    say: '核实的分钟数不少于记录的分钟数',
    doNext: '一致请选“属实”；确实少了请核对分钟数',
  },
  'inspections.already-corrected': {
    status: 409,
    say: '这条记录已被更正过，抽中的不再是现行记录',
    doNext: '请打开更正后的记录核对，再办结这次检查',
  },
} as const;
