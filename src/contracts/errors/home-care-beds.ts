/** Errors of home care beds. */
export const HOME_CARE_BEDS_ERRORS = {
  'home-care-beds.not-eligible': {
    status: 409,
    say: '还不符合家庭养老床位的条件',
    doNext: '请看每一条核验结果；能力评估过期的请先做评估',
  },
  'home-care-beds.already-open': {
    status: 409,
    say: '这位老人已有一张办理中或服务中的家庭养老床位',
    doNext: '请打开已有的床位接着办',
  },
  'home-care-beds.confirmation-wrong': {
    status: 400,
    say: '确认文字不对，没有签成',
    doNext: '请按合同下面的原话一字不差地输入',
  },
  'home-care-beds.already-signed': { status: 409, say: '您这一方已经签过了', doNext: '等另一方签完，合同就生效' },
  'home-care-beds.contract-changed': { status: 409, say: '合同内容与您看到的不一致', doNext: '请刷新，看过新内容再签' },
} as const;
