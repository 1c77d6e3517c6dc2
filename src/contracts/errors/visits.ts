/** Errors of visit plans and visits; spread into ERRORS. */
export const VISITS_ERRORS = {
  'visits.no-plan': {
    status: 404,
    say: '没有找到这位老年人的探访计划，或不在您的辖区',
    doNext: '请先核对档案；纳入重点对象后计划当天生成',
  },
  'visits.items-missing': {
    status: 400,
    say: '探访单还有必填项没填',
    doNext: '见到人时，精神、身体、居家安全三项都要填',
  },
} as const;
