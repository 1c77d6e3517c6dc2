/** Errors of vouchers; spread into ERRORS. */
export const VOUCHERS_ERRORS = {
  'vouchers.nobody': {
    status: 409,
    say: '按这个规则没有要发的老人',
    doNext: '请核对规则；这一期已经有券的不再发',
  },
  'vouchers.draft-open': {
    status: 409,
    say: '这一期已经有一份名单待复核',
    doNext: '请先复核或作废那一份',
  },
  'vouchers.same-person': {
    status: 409,
    say: '这是您自己列的，不能由您复核',
    doNext: '请另一位同事复核',
  },
  'vouchers.needs-note': { status: 400, say: '请写明原因', doNext: '请写明原因后再提交' },
  'vouchers.nothing-to-settle': {
    status: 409,
    say: '到这个月底没有要结算的用券',
    doNext: '用券在服务确认以后列出；已经结过的不再结',
  },
} as const;
