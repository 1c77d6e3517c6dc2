/** Errors of festivals; spread into ERRORS. */
export const FESTIVALS_ERRORS = {
  'festivals.amount-unset': {
    status: 409,
    say: '这个节日的慰问金区里没有定',
    doNext: '请区里先在“待遇政策”的节日慰问里设置，或改送慰问品',
  },
  'festivals.nobody': {
    status: 409,
    say: '按这个规则没有要列的老人',
    doNext: '请放宽规则；这个节日已在别的名单里的不重复列',
  },
  'festivals.same-person': {
    status: 409,
    say: '这份名单由您列出，不能由您复核',
    doNext: '请另一位同事复核',
  },
  'festivals.listed-already': {
    status: 409,
    say: '这位老人已经在这个节日的名单里',
    doNext: '一个节日一人只慰问一次，不用再添',
  },
  'festivals.needs-photo': {
    status: 400,
    say: '还没有照片，也没有写为什么没有',
    doNext: '请拍一张送达的照片，或在说明里写为什么没有',
  },
  'festivals.needs-note': { status: 400, say: '请写明原因', doNext: '请写明原因后再提交' },
  'festivals.left-over': {
    status: 409,
    say: '还有老人没有慰问，也没有写原因，不能办结',
    doNext: '请逐位记慰问，或写明没有慰问的原因',
  },
} as const;
