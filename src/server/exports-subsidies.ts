import { ABILITY_LABELS } from '#contracts/elders.ts';
import * as exported from '#contracts/exports.ts';
import { listPlaceUses, listStatementPeople, type PlaceUse, type StatementPerson } from '#contracts/subsidies.ts';
import { USE_KIND_LABELS } from '#contracts/subsidy-lifecycle.ts';
import type { Route } from '#platform/http/serve.ts';
import { type ExportColumn, serveExport } from '#platform/http/serve-export.ts';

const yuan = (fen: number): number => Math.round(fen) / 100;

const USES: readonly ExportColumn<PlaceUse>[] = [
  { title: '老人', value: row => row.elderName },
  { title: '哪一处', value: row => row.facilityName, width: 30 },
  { title: '社区（村）', value: row => row.areaName, width: 24 },
  { title: '种类', value: row => USE_KIND_LABELS[row.kind] },
  { title: '开始', value: row => row.fromOn },
  { title: '最后一天', value: row => row.toOn },
  { title: '协议编号', value: row => row.number },
  { title: '餐费（元）', value: row => (row.billFen === null ? null : yuan(row.billFen)) },
  { title: '谁登记的', value: row => row.enteredBy },
];

const PEOPLE: readonly ExportColumn<StatementPerson>[] = [
  { title: '老人', value: row => row.elderName },
  { title: '天数', value: row => row.days },
  { title: '就餐补贴天数', value: row => row.dinerDays },
  { title: '能力', value: row => (row.abilityLevel === null ? null : (ABILITY_LABELS[row.abilityLevel] ?? null)) },
  { title: '计入', value: row => (row.counted ? '计入' : '没有计入') },
  { title: '为什么', value: row => row.because, width: 40 },
  { title: '金额（元）', value: row => yuan(row.amountFen) },
];

/** What a subsidy of an organisation is made of, as files for who checks it. */
export const subsidyExports = (routes: readonly Route[]): Route[] => [
  serveExport(routes, {
    endpoint: exported.exportPlaceUses,
    list: listPlaceUses,
    fileName: '签约入住就餐记录',
    audit: 'subsidies.export-uses',
    columns: USES,
  }),
  serveExport(routes, {
    endpoint: exported.exportStatementPeople,
    list: listStatementPeople,
    fileName: '核算单的人',
    audit: 'subsidies.export-people',
    columns: PEOPLE,
  }),
];
