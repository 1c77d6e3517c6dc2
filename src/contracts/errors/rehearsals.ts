/** Errors of rehearsals; spread into ERRORS. */
export const REHEARSALS_ERRORS = {
  'rehearsals.month-out-of-range': {
    status: 400,
    say: '草案的开始月份只能在本月到三年之内',
    doNext: '请改选开始月份；以前的月份已经核定，不再预演',
  },
  'rehearsals.wrong-changes': {
    status: 400,
    say: '草案里有的值不对',
    doNext: '请按每一项下面的提示修改，其他内容都还在',
  },
  'rehearsals.running': {
    status: 409,
    say: '这份草案正在预演',
    doNext: '请等它办完，或先停止，再修改或重新预演',
  },
  'rehearsals.same-person': {
    status: 409,
    say: '起草或提交的人不能自己签批',
    doNext: '请由另一位同事看过预演结果后签批',
  },
  'rehearsals.needs-note': {
    status: 400,
    say: '签批、退回或废弃要写明决定或原因',
    doNext: '请把决定写清楚，它和预演结果一起留存',
  },
  'rehearsals.stale': {
    status: 409,
    say: '预演以后现行规定有变化，结果不能再用',
    doNext: '请退回并重新预演，看了新的结果再提交或签批',
  },
  'rehearsals.not-a-district': {
    status: 400,
    say: '预算按户籍所在的区登记，请选一个区',
    doNext: '请选本辖区内的一个区',
  },
} as const;
