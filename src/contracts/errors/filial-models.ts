/** Errors of the yearly selection; spread into ERRORS. */
export const FILIAL_MODELS_ERRORS = {
  'filial-models.year-taken': { status: 409, say: '这一年的评选已经开始了', doNext: '请从列表里打开那一年' },
  'filial-models.too-many-places': {
    status: 409,
    say: '名额多于文件规定的数',
    doNext: '请按文件的名额开始；文件改了，请先更新名额的配置',
  },
  'filial-models.nominated-already': {
    status: 409,
    say: '这一年已经提名过同名的人',
    doNext: '如果是另一个人，请写明住在哪里再提名',
  },
  'filial-models.full': { status: 409, say: '这一年的名额已经满了', doNext: '要换人，先撤下一位并写明原因' },
  'filial-models.same-person': { status: 409, say: '这份提名由您提出，不能由您核实', doNext: '请另一位同事核实' },
  'filial-models.needs-note': { status: 400, say: '请写明原因', doNext: '请写明原因后再提交' },
  'filial-models.nobody': { status: 409, say: '还没有评上的人', doNext: '请先从街道推荐的人里评选' },
  'filial-models.notice-runs': { status: 409, say: '公示还没有结束', doNext: '请在公示结束以后公布' },
} as const;
