/** Errors of the register of people; spread into ERRORS. */
export const ELDERS_ERRORS = {
  'elders.identity-taken': {
    status: 409,
    say: '这个身份证号已在册，不能重复登记',
    doNext: '本辖区的请打开已有档案；其他区的请联系该区办理迁入',
  },
  'elders.probable-duplicate': {
    status: 409,
    say: '本辖区有很像同一个人的档案',
    doNext: '请逐一核对：是同一人就打开已有档案，不是就写明理由再登记',
  },
  'elders.identity-mismatch': { status: 400, say: '填写的内容与身份证号不一致', doNext: '请核对身份证原件后修改' },
  'elders.changed-meanwhile': {
    status: 409,
    say: '这份档案刚被别人改过',
    doNext: '请先看新内容；您填的还在，确认后可以再提交',
  },
  'elders.deceased': { status: 409, say: '这位老人已登记去世，档案不能再改', doNext: '如果登记有误，请联系街道更正' },
  'elders.reveal-expired': {
    status: 409,
    say: '查看完整信息的时间已到（10 分钟）',
    doNext: '仍需要查看，请重新说明用途',
  },
  'elders.life-event': {
    status: 409,
    say: '这件变动现在不能登记',
    doNext: '请核对日期和老人现在的情况后再登记',
  },
  'elders.handover-open': {
    status: 409,
    say: '这位老人正在移交，等迁入地接收',
    doNext: '请先收回移交，或等对方接收后再办',
  },
  'elders.same-person': {
    status: 409,
    say: '更正由您提出，不能由您自己核准',
    doNext: '请由另一位同事核准（涉及钱的更正要两个人）',
  },
  'elders.needs-correction': {
    status: 409,
    say: '这几项关系到身份或待遇，要由另一人核对',
    doNext: '请在档案上点“提出更正”，写明依据；其余各项可以直接保存',
  },
  'elders.correction': {
    status: 409,
    say: '这件更正现在不能办',
    doNext: '请刷新后看它现在的情况',
  },
  'elders.outside-not-found': {
    status: 409,
    say: '没有找到唯一的一位老人',
    doNext: '请核对号码；电话登记在几位老人名下的，请用身份证号。这次查找已经记下',
  },
  'elders.outside-own': {
    status: 409,
    say: '这位老人在您的辖区，不用跨区查看',
    doNext: '请在“找人”里打开档案',
  },
  'elders.outside-closed': {
    status: 409,
    say: '这次跨区查看已经到时或被收回',
    doNext: '仍需要看的，请重新写明理由',
  },
  'elders.card': { status: 409, say: '这张卡证现在不能这样登记', doNext: '请看清卡面和现在的状态后再登记' },
  'elders.outside-area': { status: 400, say: '这个社区不在您的辖区', doNext: '请选本辖区的社区；外区的请由该区登记' },
} as const;
