/** Errors of 社会救助. */
export const RELIEF_ERRORS = {
  'relief.no-authorisation': {
    status: 409,
    say: '还没有本人签的核对授权书',
    doNext: '请先登记授权书，再记家庭经济状况',
  },
  'relief.outside-area': {
    status: 400,
    say: '这个地方不在您的辖区',
    doNext: '请选本辖区的街道或社区',
  },
  'relief.same-person': {
    status: 409,
    say: '报送的人不能决定',
    doNext: '请换一位工作人员决定',
  },
  'relief.means-changed': {
    status: 409,
    say: '报送以后家庭经济状况变了，核算结果和报送时不同',
    doNext: '请先重新核算，看过新的结果再决定',
  },
} as const;
