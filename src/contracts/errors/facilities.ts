/** Errors of facilities, construction and meals; spread into ERRORS. */
export const FACILITIES_ERRORS = {
  'facilities.not-a-community': {
    status: 400,
    say: '这个区划不是社区（村），或不在您的辖区',
    doNext: '请选到社区（村）一级',
  },
  'facilities.name-taken': { status: 409, say: '本社区已有同名同类的设施', doNext: '请核对是否重复登记，或写清区别' },
  'facilities.rating-taken': {
    status: 409,
    say: '这家机构的这份评定文件已经登记过',
    doNext: '请在名单里看那一条；登记错的先撤下',
  },
  'facilities.date': { status: 400, say: '日期不对', doNext: '请核对日期的先后，不能晚于今天' },
  'facilities.reason-missing': { status: 400, say: '请写明原因', doNext: '原因会写进台账和审计记录' },
  'facilities.not-linkable': {
    status: 409,
    say: '不能这样链接',
    doNext: '只有运营中的驿站能链接到本区建成的“区域养老服务中心”',
  },
  'facilities.not-a-meal-point': { status: 409, say: '只有助餐点登记服务的社区', doNext: '请打开一个助餐点' },
  'facilities.too-many-beds': { status: 400, say: '空床数比床位总数还多', doNext: '请核对空床数' },
  'construction.not-next': { status: 409, say: '阶段要按先后登记', doNext: '请先登记前一个阶段' },
  'construction.date': { status: 400, say: '阶段日期不对', doNext: '请核对：不能早于前一阶段，不能晚于今天' },
  'meals.not-serving': {
    status: 409,
    say: '这一天助餐点没有营业',
    doNext: '请核对日期：要在开业以后、退出以前，不晚于今天',
  },
  'meals.already-entered': { status: 409, say: '这一天的人次已经报过', doNext: '要改请写明更正原因' },
} as const;
