import { listAssessments } from '#contracts/assessments/endpoints.ts';
import { ASSESSMENT_STATUS_LABELS } from '#contracts/assessments/lifecycle.ts';
import { OFFERED_SCHEME_LABELS } from '#contracts/benefits/catalogue.ts';
import { listApplications, listDeterminations, listOffers } from '#contracts/benefits/endpoints.ts';
import { FUNERAL_STATUS_LABELS, listFunerals } from '#contracts/benefits/funeral.ts';
import { APPLICATION_STATUS_LABELS, OFFER_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { listSettingProposals, SETTING_STATUS_LABELS } from '#contracts/benefits/setting-proposals.ts';
import {
  FESTIVAL_STATUS_LABELS,
  FESTIVAL_VISIT_STATUS_LABELS,
  OCCASION_LABELS,
} from '#contracts/festival-lifecycle.ts';
import { listFestivals, listFestivalVisits } from '#contracts/festivals.ts';
import { listRehearsals, listRehearsedPeople } from '#contracts/rehearsals/endpoints.ts';
import { REHEARSAL_KIND_LABELS, REHEARSAL_STATUS_LABELS } from '#contracts/rehearsals/lifecycle.ts';
import { OUTCOME_LABELS } from '#contracts/rehearsals/result.ts';
import { type Exported, saved } from '#platform/http/serve-export.ts';
import { ability, day, WIDE, yuan } from './cells.ts';

/** Who may get what, who applied, what was decided. */
export const BENEFITS: readonly Exported[] = [
  saved(
    listAssessments,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      原因: row => row.reason,
      进展: row => ASSESSMENT_STATUS_LABELS[row.status],
      得分: row => row.total,
      结果: row => ability(row.level),
      评估员: row => row.assessors.join('、'),
      公布日期: row => row.publishedOn,
      有效至: row => row.validTo,
    },
    { '社区（村）': 24, 评估员: 20 },
  ),
  saved(
    listOffers,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      待遇: row => OFFERED_SCHEME_LABELS[row.scheme],
      月份: row => row.month,
      '金额（元）': row => yuan(row.amountFen),
      进展: row => OFFER_STATUS_LABELS[row.status],
      说明: row => row.sentence,
    },
    WIDE,
  ),
  saved(
    listApplications,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      待遇: row => SCHEME_LABELS[row.scheme],
      进展: row => APPLICATION_STATUS_LABELS[row.status],
      哪天申请的: row => row.appliedOn,
      谁申请的: row => row.appliedBy,
      期限: row => row.dueOn,
      谁决定的: row => row.decidedBy,
      说明: row => row.decisionNote,
    },
    WIDE,
  ),
  saved(
    listDeterminations,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      待遇: row => SCHEME_LABELS[row.scheme],
      月份: row => row.month,
      '金额（元）': row => yuan(row.amountFen),
      起发: row => row.from,
      发放: row => row.paidBy,
      文号: row => row.documentNumbers.join('、'),
    },
    WIDE,
  ),
  saved(
    listFunerals,
    {
      逝者: row => row.elderName,
      '社区（村）': row => row.areaName,
      去世日期: row => row.diedOn,
      进展: row => FUNERAL_STATUS_LABELS[row.status],
      '金额（元）': row => yuan(row.amountFen),
      哪天提醒的: row => day(row.offeredAt),
    },
    { ...WIDE, 进展: 20 },
  ),
  saved(
    listSettingProposals,
    {
      哪个区: row => row.areaName,
      待遇: row => row.schemeName,
      哪个值: row => row.label,
      现在: row => row.now,
      改成: row => row.words,
      从哪天起: row => row.from,
      文号: row => row.documentNumber,
      进展: row => SETTING_STATUS_LABELS[row.status],
      谁提的: row => row.proposedBy,
      谁核准的: row => row.decidedBy,
      说明: row => row.note,
    },
    WIDE,
  ),
  saved(
    listFestivals,
    {
      节日: row => OCCASION_LABELS[row.occasion],
      名称: row => row.name,
      日子: row => row.onDay,
      地方: row => row.areaName,
      进展: row => FESTIVAL_STATUS_LABELS[row.status],
      '每人（元）': row => yuan(row.amountFen),
      物品: row => row.goods,
      名单人数: row => row.counts.listed,
      已慰问: row => row.counts.done,
      还没有: row => row.counts.left,
      谁定的: row => row.madeBy,
    },
    { ...WIDE, 物品: 24 },
  ),
  saved(
    listFestivalVisits,
    {
      节日: row => row.occasionName,
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      住址: row => row.place,
      为什么在名单里: row => row.because,
      '金额（元）': row => yuan(row.amountFen),
      物品: row => row.goods,
      进展: row => FESTIVAL_VISIT_STATUS_LABELS[row.status],
      哪天慰问的: row => row.doneOn,
      谁去的: row => row.doneBy,
      谁收的: row => row.receiver,
      说明: row => row.note,
    },
    { ...WIDE, 为什么在名单里: 30, 物品: 24 },
  ),
  saved(
    listRehearsals,
    {
      名称: row => row.name,
      种类: row => REHEARSAL_KIND_LABELS[row.kind],
      地方: row => row.areaName,
      进展: row => REHEARSAL_STATUS_LABELS[row.status],
      从哪月起: row => row.startsMonth,
      几个月: row => row.months,
      变了多少人: row => row.changedPeople,
      '相差（元）': row => yuan(row.differenceFen),
      谁做的: row => row.madeBy,
      期限: row => row.dueOn,
    },
    WIDE,
  ),
  saved(
    listRehearsedPeople,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      出生日期: row => row.bornOn,
      结果: row => OUTCOME_LABELS[row.outcome],
      从哪月起变: row => row.firstMonth,
      '原来每月（元）': row => yuan(row.oldMonthFen),
      '以后每月（元）': row => yuan(row.newMonthFen),
      '原来一共（元）': row => yuan(row.oldFen),
      '以后一共（元）': row => yuan(row.newFen),
    },
    WIDE,
  ),
];
