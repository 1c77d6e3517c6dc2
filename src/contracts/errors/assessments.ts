/** Errors of assessments; spread into ERRORS. */
export const ASSESSMENTS_ERRORS = {
  'assessments.already-open': {
    status: 409,
    say: '这位老人已有一次没办完的能力评估',
    doNext: '请打开那一次继续办，或先撤回它',
  },
  'assessments.elder-not-active': {
    status: 409,
    say: '这位老人已去世或已迁出，不能申请评估',
    doNext: '请核对人员档案；迁出的由迁入地申请',
  },
  'assessments.same-assessor': { status: 400, say: '两名评估员不能是同一个人', doNext: '请另选一名评估员' },
  'assessments.not-an-assessor': {
    status: 400,
    say: '所选的人今天没有本辖区的评估员岗位',
    doNext: '请从可派评估员名单里选',
  },
  'assessments.no-medical-assessor': {
    status: 400,
    say: '两名评估员里至少一名应有医疗护理背景',
    doNext: '请换一名有医护背景的评估员（此要求凭经验设置，待核对文件后可改）',
  },
  'assessments.took-part-before': {
    status: 409,
    say: '复评要由另外两名评估员做，所选的人参加过原来的评估',
    doNext: '请另选评估员',
  },
  'assessments.return-needs-note': { status: 400, say: '退回重评要写明理由', doNext: '请写清哪一项要重评' },
  'assessments.too-late-to-object': {
    status: 409,
    say: '已过提出异议的期限',
    doNext: '老人情况有变化的，可以申请“即时评估”',
  },
  'assessments.incomplete': {
    status: 400,
    say: '评估表还没填完整',
    doNext: '请按每一项下面的提示补齐，26 项都要评；草稿已保存',
  },
  'assessments.already-signed': {
    status: 409,
    say: '这份评估表已经签字评分，不能再改',
    doNext: '确需修改的，请联系街道退回重评',
  },
} as const;
