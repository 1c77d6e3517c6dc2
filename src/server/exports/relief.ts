import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import { listReliefApplications, listWarningNotices, listWarnings } from '#contracts/relief.ts';
import {
  RECHECK_CAUSE_LABELS,
  RECHECK_RESULT_LABELS,
  RELIEF_KIND_LABELS,
  sayReliefStatus,
  WARNING_STATUS_LABELS,
} from '#contracts/relief-lifecycle.ts';
import { listSignals, readMonitoring } from '#contracts/relief-monitoring.ts';
import { listRechecks } from '#contracts/relief-rechecks.ts';
import { listReliefRules, RULE_LABELS } from '#contracts/relief-rules.ts';
import { type Exported, saved } from '#platform/http/serve-export.ts';
import { day, WIDE, yes, yuan } from './cells.ts';

/** 社会救助: who asked for help, who may need it, how well the rules find them. */
export const RELIEF: readonly Exported[] = [
  saved(
    listReliefApplications,
    {
      编号: row => row.number,
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      申请什么: row => RELIEF_KIND_LABELS[row.kind],
      进展: row => sayReliefStatus(row.kind, row.status),
      哪天申请的: row => day(row.appliedAt),
      谁申请的: row => row.appliedName,
      由谁负责: row => row.responsibleName,
      期限: row => row.due?.dueOn ?? null,
      '花了（元）': row => yuan(row.spentFen),
      '金额（元）': row => yuan(row.amountFen),
    },
    { ...WIDE, 编号: 18 },
  ),
  saved(
    listWarnings,
    {
      编号: row => row.number,
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      进展: row => WARNING_STATUS_LABELS[row.status],
      为什么预警: row => row.sentence,
      哪天: row => day(row.warnedAt),
      期限: row => row.due?.dueOn ?? null,
      哪天上门: row => day(row.visitedAt),
    },
    { ...WIDE, 编号: 18, 为什么预警: 40 },
  ),
  saved(
    listWarningNotices,
    {
      编号: row => row.number,
      老人: row => row.elderName,
      住在: row => row.homeName,
      为什么预警: row => row.rules.map(rule => RULE_LABELS[rule]).join('；'),
      进展: row => WARNING_STATUS_LABELS[row.status],
      哪天: row => day(row.warnedAt),
    },
    { ...WIDE, 编号: 18, 为什么预警: 40 },
  ),
  saved(
    listSignals,
    {
      哪一类: row => COMPARISON_KIND_LABELS[row.topic],
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      关于谁: row => (row.ofMember ? '家里共同生活的人' : '本人'),
      期间: row => row.period,
      数据到哪天: row => row.asOf,
      谁送的: row => row.sender,
      引出的预警: row => row.rules.map(rule => RULE_LABELS[rule]).join('；'),
    },
    { ...WIDE, 引出的预警: 40 },
  ),
  saved(
    listRechecks,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      身份: row => row.economicClass,
      为什么复核: row => RECHECK_CAUSE_LABELS[row.cause],
      哪天列入: row => day(row.drawnAt),
      结果: row => RECHECK_RESULT_LABELS[row.result],
      期限: row => row.due?.dueOn ?? null,
      谁复核的: row => row.decidedBy,
      说明: row => row.note,
    },
    WIDE,
  ),
  saved(
    listReliefRules,
    {
      规则: row => row.label,
      看什么: row => row.looks,
      单位: row => (row.unit === 'fen' ? '元' : row.unit === 'percent' ? '%' : ''),
      线: row => (row.unit === 'fen' ? yuan(row.now.line) : row.unit === 'percent' ? row.now.line : null),
      '数据多久以内（月）': row => row.now.windowMonths,
      在用: row => yes(row.now.active),
      谁定的: row => row.now.setBy,
      依据: row => [row.now.documentNumber, row.now.basis].filter(Boolean).join('，'),
      可信程度: row => CONFIDENCE_LABELS[row.now.confidence],
      预警: row => row.raised,
      还没核实: row => row.open,
      属实有困难: row => row.helped,
      属实不用救助: row => row.noNeed,
      不属实: row => row.wrong,
      '属实率（%）': row => row.precisionPercent,
    },
    { 规则: 26, 看什么: 50, 依据: 40 },
  ),
  saved(
    readMonitoring,
    {
      地方: row => row.areaName,
      监测的家庭: row => row.households,
      有部门数据的: row => row.covered,
      信号: row => row.signals,
      预警: row => row.warnings,
      待上门核实: row => row.byState.warned,
      '属实，待救助': row => row.byState.verified,
      '已救助，待办结': row => row.byState.aided,
      核实后排除: row => row.byState.excluded,
      已办结: row => row.byState.closed,
      超期没上门: row => row.late,
      信号复核: row => row.rechecks,
      '上门用时（中位数，小时）': row => row.medianHours,
    },
    { 地方: 24 },
  ),
];
