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
  'assessments.change-needs-note': {
    status: 400,
    say: '即时评估要写明老人的身体发生了什么变化',
    doNext: '请在情况说明里写清，如“骨折出院后不能下床”',
  },
  'assessments.recognised-expired': {
    status: 409,
    say: '这份外地评估结果已经过期，不能再认定',
    doNext: '请申请在本市重新评估',
  },
  'assessments.recognition-needs-note': {
    status: 400,
    say: '文件只写了京津冀互认，认定其他省市的结果要写明依据',
    doNext: '请写明区民政局同意认定的依据',
  },
  'assessments.nothing-to-sample': {
    status: 409,
    say: '这段时间没有公布的评估结果可抽',
    doNext: '请换一段时间',
  },
  'assessments.not-in-sample': { status: 404, say: '抽样名单里没有这一次评估', doNext: '请从名单里重新打开' },
  'assessments.not-assigned-to-you': {
    status: 403,
    say: '这位老人没有派给您评估，不能记量表',
    doNext: '请从“我的评估”里打开派给您的老人',
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
