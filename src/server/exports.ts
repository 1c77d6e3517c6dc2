import type { AssessmentRow } from '#contracts/assessments/assessment.ts';
import { listAssessments } from '#contracts/assessments/endpoints.ts';
import { ASSESSMENT_STATUS_LABELS } from '#contracts/assessments/lifecycle.ts';
import { OFFERED_SCHEME_LABELS } from '#contracts/benefits/catalogue.ts';
import { listDeterminations, listOffers } from '#contracts/benefits/endpoints.ts';
import { OFFER_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import type { DeterminationRow, OfferRow } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import { DIFFERENCE_STATUS_LABELS } from '#contracts/comparison-lifecycle.ts';
import {
  type ComparisonDifferenceRow,
  type ComparisonRow,
  listComparisonRows,
  listDifferences,
  ROW_OUTCOME_LABELS,
} from '#contracts/comparisons.ts';
import { listElders } from '#contracts/elders/find.ts';
import { ABILITY_LABELS, ELDER_STATUS_LABELS, type ElderRow } from '#contracts/elders.ts';
import * as exported from '#contracts/exports.ts';
import { NOMINEE_STATUS_LABELS } from '#contracts/filial-lifecycle.ts';
import { listNominees, type NomineeRow } from '#contracts/filial-models.ts';
import { ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import { listOrders, type OrderRow } from '#contracts/orders.ts';
import type { Route } from '#platform/http/serve.ts';
import { type ExportColumn, serveExport } from '#platform/http/serve-export.ts';
import { subsidyExports } from './exports-subsidies.ts';

const ELDER_COLUMNS: readonly ExportColumn<ElderRow>[] = [
  { title: '姓名', value: row => row.name },
  { title: '性别', value: row => row.sex, width: 6 },
  { title: '年龄', value: row => row.age, width: 6 },
  { title: '出生日期', value: row => row.bornOn },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '区划代码', value: row => row.areaCode },
  { title: '道路', value: row => row.road },
  { title: '小区', value: row => row.compound },
  { title: '居住方式', value: row => row.living },
  {
    title: '能力',
    value: row => (row.abilityLevel === null ? '没评估过' : (ABILITY_LABELS[row.abilityLevel] ?? null)),
  },
  { title: '状态', value: row => ELDER_STATUS_LABELS[row.status] },
  { title: '标签', value: row => row.tags.map(tag => tag.label).join('、'), width: 30 },
];

const ASSESSMENT_COLUMNS: readonly ExportColumn<AssessmentRow>[] = [
  { title: '老人', value: row => row.elderName },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '原因', value: row => row.reason },
  { title: '进展', value: row => ASSESSMENT_STATUS_LABELS[row.status] },
  { title: '得分', value: row => row.total },
  { title: '结果', value: row => (row.level === null ? null : (ABILITY_LABELS[row.level] ?? null)) },
  { title: '评估员', value: row => row.assessors.join('、'), width: 20 },
  { title: '公布日期', value: row => row.publishedOn },
  { title: '有效至', value: row => row.validTo },
];

const yuan = (fen: number): number => Math.round(fen) / 100;

const OFFER_COLUMNS: readonly ExportColumn<OfferRow>[] = [
  { title: '老人', value: row => row.elderName },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '待遇', value: row => OFFERED_SCHEME_LABELS[row.scheme], width: 24 },
  { title: '月份', value: row => row.month },
  { title: '金额（元）', value: row => yuan(row.amountFen) },
  { title: '进展', value: row => OFFER_STATUS_LABELS[row.status] },
  { title: '说明', value: row => row.sentence, width: 50 },
];

const DETERMINATION_COLUMNS: readonly ExportColumn<DeterminationRow>[] = [
  { title: '老人', value: row => row.elderName },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '待遇', value: row => SCHEME_LABELS[row.scheme], width: 24 },
  { title: '月份', value: row => row.month },
  { title: '金额（元）', value: row => yuan(row.amountFen) },
  { title: '起发', value: row => row.from },
  { title: '发放', value: row => row.paidBy },
  { title: '文号', value: row => row.documentNumbers.join('、'), width: 40 },
];

const ORDER_COLUMNS: readonly ExportColumn<OrderRow>[] = [
  { title: '单号', value: row => row.number, width: 18 },
  { title: '老人', value: row => row.elderName },
  { title: '年龄', value: row => row.elderAge, width: 6 },
  { title: '住址', value: row => row.place, width: 24 },
  { title: '项目', value: row => row.itemName },
  { title: '状态', value: row => ORDER_STATUS_LABELS[row.status] },
  { title: '服务日期', value: row => row.wantedOn },
  { title: '价格（元）', value: row => yuan(row.priceFen) },
  { title: '机构', value: row => row.providerName, width: 24 },
  { title: '护理员', value: row => row.caregiverName },
];

const COMPARISON_ROW_COLUMNS: readonly ExportColumn<ComparisonRow>[] = [
  { title: '表里第几行', value: row => row.row },
  { title: '结果', value: row => ROW_OUTCOME_LABELS[row.outcome] },
  { title: '姓名', value: row => row.name },
  { title: '身份证号（隐去中间）', value: row => row.identityMasked, width: 24 },
  { title: '原因', value: row => row.because, width: 50 },
];

const DIFFERENCE_COLUMNS: readonly ExportColumn<ComparisonDifferenceRow>[] = [
  { title: '老人', value: row => row.elderName },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '数据', value: row => COMPARISON_KIND_LABELS[row.kind] },
  { title: '来源', value: row => row.sender, width: 20 },
  { title: '不一致的项', value: row => row.fieldLabels.join('、'), width: 24 },
  { title: '进展', value: row => DIFFERENCE_STATUS_LABELS[row.status], width: 20 },
  { title: '期限', value: row => row.due?.dueOn ?? null },
  { title: '谁核的', value: row => row.decidedBy },
];

/** Nominees are not on the register: nobody's file was looked at. */
const NOMINEE_COLUMNS: readonly ExportColumn<NomineeRow & { elderId?: null }>[] = [
  { title: '年份', value: row => row.year, width: 6 },
  { title: '姓名', value: row => row.name },
  { title: '街道（乡镇）', value: row => row.streetName, width: 16 },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '事迹', value: row => row.deeds, width: 80 },
  { title: '进展', value: row => NOMINEE_STATUS_LABELS[row.status], width: 20 },
  { title: '本人同意公开', value: row => (row.consented ? '同意' : '不同意') },
  { title: '说明', value: row => row.note, width: 30 },
];

/** Table of contents of exports: a list, the name of its file, its columns; masked as on the screen. */
export const exportRoutes = (routes: readonly Route[]): Route[] => [
  serveExport(routes, {
    endpoint: exported.exportElders,
    list: listElders,
    fileName: '老年人名单',
    audit: 'elders.export',
    columns: ELDER_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportAssessments,
    list: listAssessments,
    fileName: '能力评估',
    audit: 'assessments.export',
    columns: ASSESSMENT_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportOffers,
    list: listOffers,
    fileName: '待遇提醒',
    audit: 'benefits.export-offers',
    columns: OFFER_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportDeterminations,
    list: listDeterminations,
    fileName: '核定结果',
    audit: 'benefits.export-determinations',
    columns: DETERMINATION_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportOrders,
    list: listOrders,
    fileName: '服务单',
    audit: 'orders.export',
    columns: ORDER_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportComparisonRows,
    list: listComparisonRows,
    fileName: '比对结果',
    audit: 'comparisons.export-rows',
    columns: COMPARISON_ROW_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportDifferences,
    list: listDifferences,
    fileName: '比对差异',
    audit: 'comparisons.export-differences',
    columns: DIFFERENCE_COLUMNS,
  }),
  serveExport(routes, {
    endpoint: exported.exportNominees,
    list: listNominees,
    fileName: '孝顺榜样名单',
    audit: 'filial-models.export',
    columns: NOMINEE_COLUMNS,
  }),
  ...subsidyExports(routes),
];
