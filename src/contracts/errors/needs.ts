/** Errors of the list of service needs; spread into ERRORS. */
export const NEEDS_ERRORS = {
  'needs.open-already': {
    status: 409,
    say: '这位老人同样的需求还没有办完',
    doNext: '请在原来那一项上记进展；情况变了可以先把它办结',
  },
  'needs.outside-area': { status: 400, say: '这个地方不在您的辖区', doNext: '请选本辖区的街道或社区' },
} as const;
