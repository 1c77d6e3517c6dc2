import { AGREEMENT_STATUS_LABELS, AGREEMENT_SUBJECT_LABELS, listAgreements } from '#contracts/agreements.ts';
import {
  CREDIT_KIND_LABELS,
  CREDIT_SUBJECT_LABELS,
  listCreditBatches,
  listCreditRecords,
  SHARING_SCOPE_LABELS,
} from '#contracts/credit-records.ts';
import { DIRECTORY_LABELS, listDirectoryChanges } from '#contracts/directory-changes.ts';
import { NOMINEE_STATUS_LABELS } from '#contracts/filial-lifecycle.ts';
import { listNominees } from '#contracts/filial-models.ts';
import {
  REDEMPTION_KIND_LABELS,
  VOUCHER_PERIOD_LABELS,
  VOUCHER_SCHEME_STATUS_LABELS,
  VOUCHER_STATE_LABELS,
  VOUCHER_STATEMENT_STATUS_LABELS,
} from '#contracts/voucher-lifecycle.ts';
import {
  listVoucherRedemptions,
  listVoucherSchemes,
  listVoucherStatements,
  listVouchers,
} from '#contracts/vouchers.ts';
import { type Exported, saved } from '#platform/http/serve-export.ts';
import { day, WIDE, yes, yuan } from './cells.ts';

/** What offices keep: models, agreements, credit, changes of the directories, vouchers. */
export const OFFICES: readonly Exported[] = [
  saved(
    listNominees,
    {
      年份: row => row.year,
      姓名: row => row.name,
      '街道（乡镇）': row => row.streetName,
      '社区（村）': row => row.areaName,
      事迹: row => row.deeds,
      进展: row => NOMINEE_STATUS_LABELS[row.status],
      本人同意公开: row => yes(row.consented),
      说明: row => row.note,
    },
    { ...WIDE, 事迹: 80 },
  ),
  saved(
    listAgreements,
    {
      名称: row => row.title,
      主题: row => AGREEMENT_SUBJECT_LABELS[row.subject],
      签约单位: row => row.parties.map(party => `${party.name}（${party.region}）`).join('、'),
      签订: row => row.signedOn,
      到期: row => row.endsOn,
      会议: row => row.meeting,
      任务: row => row.tasks.map(task => `${task.title}（${task.unitName}）`).join('；'),
      状态: row => AGREEMENT_STATUS_LABELS[row.status],
    },
    { ...WIDE, 签约单位: 40, 任务: 50 },
  ),
  saved(
    listCreditRecords,
    {
      来源部门: row => row.department,
      来源编号: row => row.sourceNumber,
      类型: row => CREDIT_KIND_LABELS[row.kind],
      主体类型: row => CREDIT_SUBJECT_LABELS[row.subjectKind],
      主体: row => row.subjectName,
      内容: row => row.content,
      日期: row => row.happenedOn,
      哪天归集: row => day(row.collectedAt),
      共享范围: row => SHARING_SCOPE_LABELS[row.scope],
    },
    { ...WIDE, 主体: 30, 来源部门: 24 },
  ),
  saved(listCreditBatches, {
    来源部门: row => row.department,
    文件: row => row.fileName,
    行数: row => row.rows,
    收了: row => row.taken,
    没收: row => row.refused,
    谁办的: row => row.by,
    哪天: row => day(row.at),
  }),
  saved(
    listDirectoryChanges,
    {
      名录: row => DIRECTORY_LABELS[row.directory],
      名称: row => row.subjectName,
      '社区（村）': row => row.areaName,
      变了什么: row => row.what,
      来源: row => row.source,
      谁改的: row => row.by,
      哪天: row => day(row.at),
    },
    { ...WIDE, 变了什么: 40 },
  ),
  saved(
    listVoucherSchemes,
    {
      名称: row => row.name,
      哪个区: row => row.areaName,
      状态: row => VOUCHER_SCHEME_STATUS_LABELS[row.status],
      '面值（元）': row => yuan(row.valueFen),
      怎样发: row => VOUCHER_PERIOD_LABELS[row.period],
      可以买: row => row.items.map(item => item.name).join('、'),
      从哪天: row => row.validFrom,
      到哪天: row => row.validTo,
      依据: row => row.basis,
      文号: row => row.documentNumber,
      发了几人: row => row.sums.people,
      '发了（元）': row => yuan(row.sums.issuedFen),
      '用了（元）': row => yuan(row.sums.redeemedFen),
    },
    { ...WIDE, 依据: 40, 可以买: 40 },
  ),
  saved(
    listVouchers,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      方案: row => row.schemeName,
      期: row => row.periodKey,
      '面值（元）': row => yuan(row.valueFen),
      '余额（元）': row => yuan(row.balanceFen),
      从哪天: row => row.validFrom,
      到哪天: row => row.validTo,
      为什么发: row => row.because,
      状态: row => VOUCHER_STATE_LABELS[row.state],
      说明: row => row.note,
    },
    { ...WIDE, 方案: 30, 为什么发: 40 },
  ),
  saved(
    listVoucherRedemptions,
    {
      老人: row => row.elderName,
      方案: row => row.schemeName,
      服务商: row => row.providerName,
      买了什么: row => row.itemName,
      服务日期: row => row.servedOn,
      种类: row => REDEMPTION_KIND_LABELS[row.kind],
      '金额（元）': row => yuan(row.amountFen),
      原因: row => row.reason,
    },
    { ...WIDE, 方案: 30, 服务商: 30 },
  ),
  saved(
    listVoucherStatements,
    {
      服务商: row => row.providerName,
      月份: row => row.month,
      '金额（元）': row => yuan(row.amountFen),
      用券次数: row => row.redemptions,
      状态: row => VOUCHER_STATEMENT_STATUS_LABELS[row.status],
      谁结的: row => row.madeBy,
      哪天发到: row => row.paidOn,
    },
    { ...WIDE, 服务商: 30 },
  ),
];
