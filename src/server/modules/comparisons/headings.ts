import { COMPARED_FIELD_LABELS, COMPARED_FIELDS, type ComparedField } from '#contracts/comparison-kinds.ts';
import { vocabularyOf } from '#platform/tables/headings.ts';

/** Headings as departments write them, beside the field's own label. */
const SYNONYMS: Record<ComparedField, readonly string[]> = {
  identityNumber: ['身份证号码', '身份证', '公民身份号码', '证件号码', '证件号', '身份号码'],
  name: ['人员姓名', '老人姓名', '参保人姓名', '死者姓名', '持证人姓名', '户主姓名'],
  bornOn: ['出生年月日', '出生时间', '生日'],
  hukouAreaCode: ['户籍地', '户口所在地', '户籍区划代码', '户籍社区代码', '户籍地代码'],
  diedOn: ['死亡日期', '死亡时间', '死亡年月日'],
  disabilities: ['残疾', '残疾类别等级', '残疾类别', '残疾类型', '残疾情况'],
  economicClass: ['困难类型', '救助类型', '低保类型', '困难类别', '对象类别', '救助类别'],
  living: ['居住情况', '居住状况'],
  medicalCost: [
    '个人负担',
    '个人自付',
    '个人自付费用',
    '个人自付金额',
    '个人负担费用',
    '自付金额',
    '个人负担医疗费',
    '个人支付金额',
  ],
  period: ['年度', '费用年度', '费用所属年度', '结算年度', '参保年度', '纳税年度', '申报年度'],
  startedOn: ['开始时间', '开始领取日期', '领取开始日期', '失业金开始日期', '援助开始日期', '认定日期'],
  endedOn: ['停止时间', '停止领取日期', '结束日期', '终止日期', '失业金停止日期', '援助结束日期', '停保日期'],
  amount: [
    ...['金额', '报销金额', '大病保险报销金额', '救助金额', '医疗救助金额', '资助金额', '补助金额', '申报收入'],
    ...['年收入', '收入额', '申报收入（元）', '领取金额'],
  ],
  category: ['援助类别', '资助类别', '项目', '资助项目', '救助方式', '类型'],
  enrolment: ['参保情况', '缴费状态', '医保状态'],
  sourceNumber: ['编号', '记录编号', '流水号', '证号', '业务编号'],
};

export const COMPARED_WORDS = vocabularyOf(
  COMPARED_FIELDS.map(field => [field, [COMPARED_FIELD_LABELS[field], field, ...SYNONYMS[field]]]),
);
