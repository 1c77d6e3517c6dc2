import { BOOK_ACCOUNT_LABELS, listBookEntries } from '#contracts/books.ts';
import {
  CARD_BATCH_STATUS_LABELS,
  listCardUseBatches,
  MERCHANT_TYPE_LABELS,
  readCardUseReport,
} from '#contracts/card-uses.ts';
import { listCycles, listPaymentLines, listRecipientChecks, listStops } from '#contracts/payments/cycles.ts';
import {
  CHECK_STATUS_LABELS,
  CYCLE_STATUS_LABELS,
  LINE_CAUSE_LABELS,
  LINE_KIND_LABELS,
  LINE_STATUS_LABELS,
} from '#contracts/payments/lifecycle.ts';
import { listPayables, PAID_SCHEME_LABELS, PAYABLE_STATUS_LABELS } from '#contracts/payments/payables.ts';
import { listFindings, listRecoveries } from '#contracts/payments/recoveries.ts';
import {
  FINDING_RULE_LABELS,
  FINDING_STATUS_LABELS,
  RECOVERY_STATUS_LABELS,
} from '#contracts/payments/recovery-lifecycle.ts';
import { listSettleLines, SETTLE_LINE_KIND_LABELS } from '#contracts/payments.ts';
import { listPlaceUses, listStatementPeople, listStatements } from '#contracts/subsidies.ts';
import { STATEMENT_STATUS_LABELS, SUBSIDY_SCHEME_LABELS, USE_KIND_LABELS } from '#contracts/subsidy-lifecycle.ts';
import { type Exported, saved, savedReport } from '#platform/http/serve-export.ts';
import { ability, day, WIDE, yuan } from './cells.ts';

/** What is owed, paid, asked back and written into the books. */
export const MONEY: readonly Exported[] = [
  saved(listCycles, {
    地方: row => row.areaName,
    月份: row => row.month,
    第几批: row => row.round,
    进展: row => CYCLE_STATUS_LABELS[row.status],
    人数: row => row.people,
    '金额（元）': row => yuan(row.totalFen),
    谁编的: row => row.preparedBy,
    哪天: row => day(row.preparedAt),
    期限: row => row.dueOn,
  }),
  saved(
    listPaymentLines,
    {
      收款人: row => row.elderName,
      '社区（村）': row => row.areaName,
      付款单位: row => row.payerName,
      待遇: row => PAID_SCHEME_LABELS[row.scheme],
      月份: row => row.month,
      种类: row => LINE_KIND_LABELS[row.kind],
      为什么: row => LINE_CAUSE_LABELS[row.cause],
      '金额（元）': row => yuan(row.amountFen),
      '原来（元）': row => yuan(row.formerFen),
      进展: row => LINE_STATUS_LABELS[row.status],
      原因: row => row.statusReason,
    },
    WIDE,
  ),
  saved(
    listStops,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      待遇: row => PAID_SCHEME_LABELS[row.scheme],
      '原来（元）': row => yuan(row.formerFen),
      原因: row => row.reason,
    },
    WIDE,
  ),
  saved(
    listRecipientChecks,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      '金额（元）': row => yuan(row.amountFen),
      进展: row => CHECK_STATUS_LABELS[row.status],
      谁核的: row => row.answeredBy,
      说明: row => row.note,
    },
    WIDE,
  ),
  saved(
    listPayables,
    {
      发给谁: row => row.payeeName,
      地方: row => row.areaName,
      付款单位: row => row.payerName,
      待遇: row => PAID_SCHEME_LABELS[row.scheme],
      月份: row => row.month,
      '金额（元）': row => yuan(row.amountFen),
      进展: row => PAYABLE_STATUS_LABELS[row.status],
      说明: row => row.says,
      谁送的: row => row.submittedBy,
      哪天送的: row => day(row.submittedAt),
      哪天发的: row => row.paidOn,
    },
    WIDE,
  ),
  saved(
    listFindings,
    {
      收款人: row => row.elderName,
      地方: row => row.areaName,
      怎么发现的: row => FINDING_RULE_LABELS[row.rule],
      待遇: row => PAID_SCHEME_LABELS[row.scheme],
      月份: row => row.months.map(one => one.month).join('、'),
      '金额（元）': row => yuan(row.amountFen),
      说明: row => row.sentence,
      进展: row => FINDING_STATUS_LABELS[row.status],
      谁核的: row => row.decidedBy,
      核实说明: row => row.note,
    },
    { ...WIDE, 怎么发现的: 24 },
  ),
  saved(
    listRecoveries,
    {
      向谁追: row => row.payeeName,
      地方: row => row.areaName,
      待遇: row => PAID_SCHEME_LABELS[row.scheme],
      怎么发现的: row => FINDING_RULE_LABELS[row.rule],
      原因: row => row.reason,
      进展: row => RECOVERY_STATUS_LABELS[row.status],
      '应追（元）': row => yuan(row.totalFen),
      '还差（元）': row => yuan(row.balanceFen),
      下一期: row => row.nextPartOn,
      期限: row => row.dueOn,
      谁立的: row => row.openedBy,
      哪天立的: row => day(row.openedAt),
    },
    { ...WIDE, 向谁追: 24, 怎么发现的: 24 },
  ),
  saved(
    listBookEntries,
    {
      哪天: row => day(row.postedAt),
      月份: row => row.month,
      地方: row => row.areaName,
      借方: row => BOOK_ACCOUNT_LABELS[row.debit],
      贷方: row => BOOK_ACCOUNT_LABELS[row.credit],
      '金额（元）': row => yuan(row.amountFen),
      说明: row => row.note,
      谁记的: row => row.postedBy,
    },
    { ...WIDE, 借方: 24, 贷方: 24 },
  ),
  saved(
    listStatements,
    {
      补贴: row => SUBSIDY_SCHEME_LABELS[row.scheme],
      哪一处: row => row.facilityName,
      发给谁: row => row.payeeName,
      '社区（村）': row => row.areaName,
      月份: row => row.month,
      进展: row => STATEMENT_STATUS_LABELS[row.status],
      期限: row => row.due?.dueOn ?? null,
      人数: row => row.people,
      '金额（元）': row => yuan(row.amountFen),
      '比上次（元）': row => yuan(row.differenceFen),
      谁算的: row => row.computedBy,
      哪天算的: row => day(row.computedAt),
    },
    { ...WIDE, 补贴: 24 },
  ),
  saved(
    listStatementPeople,
    {
      老人: row => row.elderName,
      天数: row => row.days,
      就餐补贴天数: row => row.dinerDays,
      能力: row => ability(row.abilityLevel),
      计入: row => (row.counted ? '计入' : '没有计入'),
      为什么: row => row.because,
      '金额（元）': row => yuan(row.amountFen),
    },
    { 为什么: 40 },
  ),
  saved(
    listPlaceUses,
    {
      老人: row => row.elderName,
      哪一处: row => row.facilityName,
      '社区（村）': row => row.areaName,
      种类: row => USE_KIND_LABELS[row.kind],
      开始: row => row.fromOn,
      最后一天: row => row.toOn,
      协议编号: row => row.number,
      '餐费（元）': row => yuan(row.billFen),
      谁登记的: row => row.enteredBy,
    },
    WIDE,
  ),
  saved(
    listSettleLines,
    {
      老人: row => row.elderName,
      服务商: row => row.providerName,
      项目: row => row.itemName,
      服务日期: row => row.servedOn,
      种类: row => SETTLE_LINE_KIND_LABELS[row.kind],
      '长护险（元）': row => yuan(row.ltcFen),
      '补贴（元）': row => yuan(row.subsidyFen),
      '自付（元）': row => yuan(row.selfFen),
      '合计（元）': row => yuan(row.totalFen),
      说明: row => row.reason,
      哪天结的: row => row.settledOn,
    },
    { ...WIDE, 服务商: 24 },
  ),
  saved(
    listCardUseBatches,
    {
      文件: row => row.fileName,
      来源: row => row.sender,
      进展: row => CARD_BATCH_STATUS_LABELS[row.status],
      行数: row => row.rows,
      收了: row => row.taken,
      '收了（元）': row => yuan(row.takenFen),
      以前收过: row => row.repeated,
      没收: row => row.refused,
      谁传的: row => row.by,
      哪天: row => day(row.at),
    },
    WIDE,
  ),
  savedReport(
    readCardUseReport,
    ({ cells, areas }) =>
      cells.map(cell => ({ ...cell, areaName: areas.find(one => one.areaCode === cell.areaCode)?.areaName ?? '' })),
    {
      月份: row => row.month,
      商户类型: row => MERCHANT_TYPE_LABELS[row.type],
      商户在哪里: row => row.areaName,
      笔数: row => row.uses,
      '金额（元）': row => yuan(row.fen),
    },
  ),
];
