/** Errors of service orders. */
export const ORDERS_ERRORS = {
  'orders.elder-not-found': { status: 404, say: '没有找到这位老人，或不在您的辖区', doNext: '请从“找人”里重新打开' },
  'orders.elder-not-served': { status: 409, say: '这位老人现在不能下上门服务单', doNext: '请核对老人档案的状态' },
  'orders.candidate-excluded': {
    status: 409,
    say: '这名护理员不能派这张单',
    doNext: '请看不能派的原因，从可派的人里另选',
  },
  'orders.evidence-missing': { status: 400, say: '服务凭据不全', doNext: '请补上项目要求的凭据再提交' },
  'orders.no-address': { status: 409, say: '这张单没有存门牌和电话', doNext: '请联系派单的街道或社区' },
} as const;
