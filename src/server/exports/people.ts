import { listReceipts, RECEIPT_OUTCOME_LABELS, SIGNATURE_LABELS } from '#contracts/comparison-feeds.ts';
import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import { DIFFERENCE_STATUS_LABELS } from '#contracts/comparison-lifecycle.ts';
import {
  BATCH_STATUS_LABELS,
  listComparisonRows,
  listComparisons,
  listDifferences,
  ROW_OUTCOME_LABELS,
} from '#contracts/comparisons.ts';
import { CORRECTION_SOURCE_LABELS, CORRECTION_STATUS_LABELS } from '#contracts/elders/correction-lifecycle.ts';
import { listCorrections } from '#contracts/elders/corrections.ts';
import { listElders } from '#contracts/elders/find.ts';
import { HANDOVER_STATUS_LABELS, listHandovers } from '#contracts/elders/handovers.ts';
import { IMPORT_STATUS_LABELS, listImports } from '#contracts/elders/imports.ts';
import { listUnconfirmed, readLedger } from '#contracts/elders/ledger.ts';
import { LOOK_STATUS_LABELS, listLookReviews } from '#contracts/elders/outside.ts';
import { ECONOMIC_CLASS_LABELS, ELDER_STATUS_LABELS } from '#contracts/elders.ts';
import { listHouseholds, sumHouseholds } from '#contracts/household-files.ts';
import { PAIR_STATUS_LABELS } from '#contracts/register-quality/lifecycle.ts';
import { listPairs } from '#contracts/register-quality/pairs.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { type Exported, saved } from '#platform/http/serve-export.ts';
import { ability, day, WIDE } from './cells.ts';

/** The register of people, its upkeep and what other departments say. */
export const PEOPLE: readonly Exported[] = [
  saved(
    listElders,
    {
      姓名: row => row.name,
      性别: row => row.sex,
      年龄: row => row.age,
      出生日期: row => row.bornOn,
      '社区（村）': row => row.areaName,
      区划代码: row => row.areaCode,
      道路: row => row.road,
      小区: row => row.compound,
      居住方式: row => row.living,
      能力: row => ability(row.abilityLevel) ?? '没评估过',
      状态: row => ELDER_STATUS_LABELS[row.status],
      标签: row => row.tags.map(tag => tag.label).join('、'),
    },
    { ...WIDE, 性别: 6, 年龄: 6 },
  ),
  saved(
    listUnconfirmed,
    {
      姓名: row => row.name,
      性别: row => row.sex,
      年龄: row => row.age,
      '社区（村）': row => row.areaName,
      道路: row => row.road,
      小区: row => row.compound,
      标签: row => row.tags.map(tag => tag.label).join('、'),
      上次核实: row => row.confirmedOn,
      谁核实的: row => row.confirmedBy ?? '登记以后没有核实过',
      '已过（天）': row => row.days,
      状态: row => ELDER_STATUS_LABELS[row.status],
    },
    WIDE,
  ),
  saved(
    readLedger,
    {
      地方: row => row.areaName,
      区划代码: row => row.areaCode,
      人数: row => row.people,
      '80岁及以上': row => row.oldestOld,
      待核实: row => row.waiting,
      超期没有核实: row => row.overdue,
    },
    { 地方: 24 },
  ),
  saved(
    listHouseholds,
    {
      困难老人: row =>
        row.people.map(one => `${one.name}（${one.age}岁，${ECONOMIC_CLASS_LABELS[one.economicClass]}）`).join('、'),
      '社区（村）': row => row.areaName,
      住址: row => row.place,
      责任人: row => row.responsible ?? '没有责任人',
      定下的措施: row => row.measures,
      正在享受: row => row.running,
    },
    { ...WIDE, 困难老人: 40, 责任人: 24 },
  ),
  saved(
    sumHouseholds,
    {
      地方: row => row.areaName,
      困难户: row => row.households,
      没有措施: row => row.noMeasure,
      没有责任人: row => row.noPerson,
      都有了: row => row.complete,
    },
    { 地方: 24 },
  ),
  saved(
    listCorrections,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      更正的项: row => row.fieldLabels.join('、'),
      来源: row => CORRECTION_SOURCE_LABELS[row.source],
      进展: row => CORRECTION_STATUS_LABELS[row.status],
      谁提的: row => row.proposedBy,
      哪天提的: row => day(row.proposedAt),
      期限: row => row.due?.dueOn ?? null,
      谁定的: row => row.decidedBy,
      哪天定的: row => day(row.decidedAt),
    },
    { ...WIDE, 更正的项: 24 },
  ),
  saved(
    listHandovers,
    {
      老人: row => row.name,
      性别: row => row.sex,
      年龄: row => row.age,
      从哪里: row => row.fromName,
      到哪里: row => row.toName,
      哪天迁的: row => row.movedOn,
      进展: row => HANDOVER_STATUS_LABELS[row.status],
      谁移交的: row => row.offeredBy,
      谁办的: row => row.decidedBy,
      说明: row => row.decisionNote ?? row.note,
    },
    { ...WIDE, 从哪里: 24, 到哪里: 24 },
  ),
  saved(
    listLookReviews,
    {
      老人: row => row.elderName,
      谁看的: row => row.by,
      岗位: row => ROLE_LABELS[row.role],
      他的辖区: row => row.byArea,
      目的: row => row.purpose,
      原因: row => row.reason,
      哪天: row => day(row.from),
      复核: row => LOOK_STATUS_LABELS[row.status],
      期限: row => row.due?.dueOn ?? null,
      谁复核的: row => row.reviewedBy,
      复核说明: row => row.reviewNote,
    },
    WIDE,
  ),
  saved(
    listImports,
    {
      文件: row => row.fileName,
      来源: row => row.sender,
      地方: row => row.areaName,
      进展: row => IMPORT_STATUS_LABELS[row.status],
      谁传的: row => row.by,
      哪天: row => day(row.uploadedAt),
    },
    WIDE,
  ),
  saved(
    listPairs,
    {
      这一位: row => row.a.name,
      他的社区: row => row.a.areaName,
      那一位: row => row.b.name,
      那位的社区: row => row.b.areaName,
      '可能是同一人（%）': row => Math.round(row.probability * 100),
      依据: row => row.reasons.map(one => `${one.label}${one.word}`).join('；'),
      进展: row => PAIR_STATUS_LABELS[row.status],
      谁定的: row => row.decidedBy,
      理由: row => row.reason,
    },
    { 他的社区: 24, 那位的社区: 24, 依据: 50 },
  ),
  saved(
    listComparisons,
    {
      数据: row => COMPARISON_KIND_LABELS[row.kind],
      来源: row => row.sender,
      截至: row => row.asOf,
      文件: row => row.fileName,
      进展: row => BATCH_STATUS_LABELS[row.status],
      行数: row => row.counts.rows,
      一致: row => row.counts.matched,
      不一致: row => row.counts.differs,
      没找到: row => row.counts.notFound,
      不止一人: row => row.counts.ambiguous,
      读不懂: row => row.counts.unreadable,
      没办完的差异: row => row.openDifferences,
      谁传的: row => row.by,
      哪天: row => day(row.uploadedAt),
    },
    WIDE,
  ),
  saved(
    listComparisonRows,
    {
      表里第几行: row => row.row,
      结果: row => ROW_OUTCOME_LABELS[row.outcome],
      姓名: row => row.name,
      '身份证号（隐去中间）': row => row.identityMasked,
      原因: row => row.because,
    },
    { ...WIDE, '身份证号（隐去中间）': 24 },
  ),
  saved(
    listDifferences,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      数据: row => COMPARISON_KIND_LABELS[row.kind],
      来源: row => row.sender,
      不一致的项: row => row.fieldLabels.join('、'),
      进展: row => DIFFERENCE_STATUS_LABELS[row.status],
      期限: row => row.due?.dueOn ?? null,
      谁核的: row => row.decidedBy,
    },
    { ...WIDE, 来源: 20, 不一致的项: 24, 进展: 20 },
  ),
  saved(
    listReceipts,
    {
      数据: row => COMPARISON_KIND_LABELS[row.kind],
      结果: row => RECEIPT_OUTCOME_LABELS[row.outcome],
      签名: row => SIGNATURE_LABELS[row.signature],
      批次: row => row.sequence,
      来源: row => row.sender,
      行数: row => row.rows,
      不一致: row => row.differs,
      没办完的差异: row => row.openDifferences,
      原因: row => row.because,
      哪天: row => day(row.at),
      谁收的: row => row.by,
    },
    WIDE,
  ),
];
