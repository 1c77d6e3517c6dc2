/** Errors of benefits; spread into ERRORS. */
export const BENEFITS_ERRORS = {
  'benefits.already-applied': {
    status: 409,
    say: '这项待遇已有申请在办，或已经批准',
    doNext: '请打开原来的申请查看进度，不用重复申请',
  },
  'benefits.same-person': {
    status: 409,
    say: '申请由您提交，不能由您自己决定',
    doNext: '请由另一位同事审核决定（经办和审核要分开）',
  },
  'benefits.setting-open': {
    status: 409,
    say: '这个值已有一条等核准，先办完那一条',
    doNext: '请在“区定的值”里核准、不核准或撤回以后再提',
  },
  'benefits.setting-same-person': {
    status: 409,
    say: '这个值由您提出，不能由您自己核准',
    doNext: '请由本区另一位同事核准；想改的请先撤回再提',
  },
  'benefits.not-entitled': {
    status: 409,
    say: '按现有资料核定不通过，不能批准',
    doNext: '请看不符合的条件；资料有误的先改资料，确实不符合的请决定不予批准',
  },
  'benefits.needs-note': {
    status: 400,
    say: '不予批准或提请区里决定，要写明理由',
    doNext: '请把理由写清楚，老人看得到',
  },
  'benefits.batch-running': {
    status: 409,
    say: '本辖区这个月的核定正在进行',
    doNext: '请等它办完再看结果，不用重复发起',
  },
  'benefits.month-out-of-range': {
    status: 400,
    say: '只能核定 2019-10 到下个月之间的月份',
    doNext: '请改选月份；办法自 2019 年 10 月起施行',
  },
  'benefits.scheme-unknown': {
    status: 404,
    say: '没有这项待遇',
    doNext: '请从“待遇一览”里选',
  },
  'benefits.not-the-districts': {
    status: 409,
    say: '这个值全市一样，区里不能另定',
    doNext: '请看“待遇一览”里哪些值由区里定',
  },
  'benefits.elder-not-here': {
    status: 404,
    say: '没有找到这位老人，或不在您的辖区',
    doNext: '请从“找人”里重新打开',
  },
} as const;
