import { ACCOUNT_STATE_LABELS, listAccounts } from '#contracts/account-administration.ts';
import { AUDIT_KIND_LABELS, listAudit } from '#contracts/audits.ts';
import { SKILL_LEVEL_LABELS } from '#contracts/catalogue.ts';
import { listProjects, PROGRAMME_LABELS, PROJECT_STAGE_LABELS } from '#contracts/construction.ts';
import { listFacilities, listMealBlanks } from '#contracts/facilities.ts';
import { FACILITY_KIND_LABELS, FACILITY_STATUS_LABELS } from '#contracts/facility-nouns.ts';
import { listFigureRecords } from '#contracts/indicators.ts';
import { LETTER_KIND_LABELS, listLetters, listTellings, TELLING_STATUS_LABELS } from '#contracts/letters.ts';
import { listMealCounts } from '#contracts/meals.ts';
import { listOrganisations, ORGANISATION_KIND_LABELS } from '#contracts/organisations.ts';
import { listProviders, PROVIDER_CLASS_LABELS, PROVIDER_STATUS_LABELS } from '#contracts/providers.ts';
import { listRecognisedRatings, RATING_SCALE_LABELS } from '#contracts/recognised-ratings.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { ASSIGNMENT_LABELS, listAssignments, listTasks } from '#contracts/tasks.ts';
import { CAREGIVER_STATUS_LABELS, listCaregivers } from '#contracts/workforce.ts';
import { type Exported, saved } from '#platform/http/serve-export.ts';
import { day, WIDE } from './cells.ts';

/** Places, organisations, tasks, papers and who did what. */
export const UPKEEP: readonly Exported[] = [
  saved(
    listFacilities,
    {
      名称: row => row.name,
      种类: row => FACILITY_KIND_LABELS[row.kind],
      状态: row => FACILITY_STATUS_LABELS[row.status],
      '社区（村）': row => row.areaName,
      谁运营: row => row.operatorName,
      床位: row => row.beds,
      星级: row => row.star,
      开办: row => row.openedOn,
      退出: row => row.exitedOn,
      退出原因: row => row.exitReason,
    },
    { ...WIDE, 谁运营: 24 },
  ),
  saved(
    listMealBlanks,
    {
      '社区（村）': row => row.name,
      街道: row => row.streetName,
      '80岁及以上': row => row.oldest,
      区划代码: row => row.code,
    },
    WIDE,
  ),
  saved(
    listMealCounts,
    {
      助餐点: row => row.facilityName,
      '社区（村）': row => row.areaName,
      从哪天: row => row.from,
      到哪天: row => row.to,
      人次: row => row.personTimes,
      谁报的: row => row.enteredBy,
      哪天报的: row => day(row.enteredAt),
      为什么更正: row => row.correctedBecause,
    },
    { ...WIDE, 助餐点: 30 },
  ),
  saved(
    listProjects,
    {
      名称: row => row.name,
      任务: row => PROGRAMME_LABELS[row.programme],
      年度: row => row.planYear,
      '社区（村）': row => row.areaName,
      阶段: row => PROJECT_STAGE_LABELS[row.stage],
      哪天到的: row => row.latestOn,
    },
    WIDE,
  ),
  saved(
    listRecognisedRatings,
    {
      机构: row => row.institution,
      省市: row => row.region,
      地方: row => row.place,
      标准: row => RATING_SCALE_LABELS[row.scale],
      等级: row => row.grade,
      谁评的: row => row.ratedBy,
      文号: row => row.documentNo,
      哪天评的: row => row.ratedOn,
      有效至: row => row.validTo,
      谁登记的: row => row.recordedBy,
      为什么撤回: row => row.withdrawnNote,
    },
    { ...WIDE, 标准: 24, 谁评的: 24 },
  ),
  saved(
    listOrganisations,
    {
      名称: row => row.name,
      种类: row => ORGANISATION_KIND_LABELS[row.kind],
      地方: row => row.areaName,
      统一社会信用代码: row => row.creditCode,
      岗位: row => row.posts,
      停用: row => row.closedOn,
    },
    { ...WIDE, 统一社会信用代码: 24 },
  ),
  saved(
    listProviders,
    {
      名称: row => row.name,
      类别: row => PROVIDER_CLASS_LABELS[row.class],
      状态: row => PROVIDER_STATUS_LABELS[row.status],
      统一社会信用代码: row => row.creditCode,
      项目: row => row.items.length,
      '一天能接（单）': row => row.capacityPerDay,
      评分: row => row.rating,
      哪天入库: row => row.admittedOn,
      哪天退出: row => row.exitedOn,
    },
    { ...WIDE, 统一社会信用代码: 24 },
  ),
  saved(
    listCaregivers,
    {
      姓名: row => row.name,
      性别: row => row.sex,
      等级: row => SKILL_LEVEL_LABELS[row.level as keyof typeof SKILL_LEVEL_LABELS],
      状态: row => CAREGIVER_STATUS_LABELS[row.status],
      服务商: row => row.providerName,
      从业: row => row.startedOn,
      核验: row => row.verifiedOn,
      为什么停: row => row.negativeReason,
    },
    { 服务商: 24, 为什么停: 40 },
  ),
  saved(
    listTasks,
    {
      序号: row => row.number,
      任务: row => row.title,
      文件: row => row.documentTitle,
      文号: row => row.documentNumber,
      单位: row => row.units.map(one => one.name).join('、'),
      办完: row => row.done,
      一共: row => row.total,
      超期: row => row.overdue,
    },
    { ...WIDE, 任务: 40, 单位: 40 },
  ),
  saved(
    listAssignments,
    {
      序号: row => row.number,
      任务: row => row.title,
      单位: row => row.unitName,
      进展: row => ASSIGNMENT_LABELS[row.status],
      期限: row => row.dueOn ?? row.dueWords,
      反馈: row => row.progress,
      文件: row => row.documentTitle,
    },
    { ...WIDE, 任务: 40, 单位: 24, 反馈: 50 },
  ),
  saved(
    listFigureRecords,
    {
      是什么: row => row.title,
      说明: row => row.detail,
      哪天: row => row.on,
      地方: row => row.areaName,
    },
    { ...WIDE, 是什么: 30 },
  ),
  saved(
    listLetters,
    {
      文书: row => LETTER_KIND_LABELS[row.kind],
      文号: row => row.number,
      第几版: row => row.version,
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      事由: row => row.about,
      哪天出的: row => row.issuedOn,
      谁出的: row => row.issuedBy,
      送达: row => row.told,
    },
    { ...WIDE, 文号: 24, 事由: 40, 送达: 30 },
  ),
  saved(
    listTellings,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      文书: row => row.letters.map(one => `${LETTER_KIND_LABELS[one.kind]}${one.number}`).join('、'),
      有没有电话: row => (row.hasPhone ? '有' : '没有'),
      进展: row => TELLING_STATUS_LABELS[row.status],
      期限: row => row.dueOn,
    },
    { ...WIDE, 文书: 40 },
  ),
  saved(
    listAccounts,
    {
      账号: row => row.login,
      姓名: row => row.name,
      状态: row => ACCOUNT_STATE_LABELS[row.state],
      岗位: row =>
        row.posts
          .filter(one => one.inForce)
          .map(one => `${ROLE_LABELS[one.role]}（${one.title}，${one.areaName}）`)
          .join('、'),
    },
    { 岗位: 60 },
  ),
  saved(
    listAudit,
    {
      什么时候: row => row.at,
      哪一类: row => AUDIT_KIND_LABELS[row.kind],
      做了什么: row => row.actionLabel,
      谁: row => row.actorName,
      岗位: row => (row.role === null ? null : ROLE_LABELS[row.role]),
      地方: row => row.areaName,
      老人档案编号: row => row.elderId,
      改了哪几项: row => row.changed.join('、'),
      说明: row => row.note,
    },
    { ...WIDE, 什么时候: 26, 做了什么: 40, 老人档案编号: 38 },
  ),
];
