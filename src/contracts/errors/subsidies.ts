/** Errors of subsidies; spread into ERRORS. */
export const SUBSIDIES_ERRORS = {
  'subsidies.wrong-place': {
    status: 409,
    say: '这一处不登记这类记录',
    doNext: '签约在驿站登记，入住在养老机构登记，就餐在助餐点、驿站登记',
  },
  'subsidies.month-not-over': {
    status: 400,
    say: '这个月还没有过完，不能算',
    doNext: '请选已经过完的月份',
  },
  'subsidies.same-person': {
    status: 409,
    say: '这张核算单由您算出，不能由您核对',
    doNext: '请另一位同事核对',
  },
  'subsidies.needs-note': { status: 400, say: '请写明原因', doNext: '请写明原因后再提交' },
  'subsidies.not-payable': {
    status: 409,
    say: '这张核算单现在不能送发放',
    doNext: '请按页面上列出的原因办理后重算',
  },
} as const;
