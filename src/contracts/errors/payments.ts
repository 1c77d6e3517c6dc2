/** Errors of payments; spread into ERRORS. */
export const PAYMENTS_ERRORS = {
  'payments.cycle-open': {
    status: 409,
    say: '这个区还有一个发放批次没有办完',
    doNext: '请先把它办到对账完成，或作废，再编制新的',
  },
  'payments.not-a-district': {
    status: 400,
    say: '发放由户籍所在的区办理，请选一个区',
    doNext: '请用区级岗位编制，或选定一个区',
  },
  'payments.month-out-of-range': {
    status: 400,
    say: '只能编制本月或下月的发放',
    doNext: '以前月份欠发的，会在这个批次里补发',
  },
  'payments.same-person': {
    status: 409,
    say: '编制、复核和授权要由三个人办，您已经办过其中一步',
    doNext: '请由另一位同事办理这一步',
  },
  'payments.needs-note': { status: 400, say: '请写明原因', doNext: '请写明原因后再提交，下一位同事看得到' },
  'payments.nothing-to-pay': {
    status: 409,
    say: '这个批次没有一笔能发的钱，不能锁定',
    doNext: '请看暂不能发的人，补登收款账户后退回重编',
  },
  'payments.content-changed': {
    status: 409,
    say: '发放内容与锁定时不一致，不能往下办',
    doNext: '请退回重编；已经送银行的，请联系系统管理员核对',
  },
  'payments.not-balanced': {
    status: 409,
    say: '送出的不等于发到的加退回的，还不能对账',
    doNext: '请看还没有结果的笔数，向银行要齐回盘文件',
  },
  'payments.not-a-result-file': {
    status: 400,
    say: '这不是这个批次的回盘文件',
    doNext: '请核对文件号和校验码，换银行给的原始文件再收',
  },
  'payments.already-drawn': {
    status: 409,
    say: '这个批次已经抽过人',
    doNext: '请先把抽到的人核实完；抽取的种子和名单都留着',
  },
  'payments.lines-not-paid': {
    status: 409,
    say: '只能对已经发到的明细立追缴',
    doNext: '请从发放明细里选已发到、还没有立追缴的',
  },
  'payments.more-than-paid': {
    status: 409,
    say: '要追的比发到、还没有追的多',
    doNext: '请核对金额；已经立过追缴的部分不能再追一次',
  },
  'payments.more-than-owed': {
    status: 409,
    say: '交回的钱比欠的多',
    doNext: '请核对金额；多交的请退给老人家属',
  },
} as const;
