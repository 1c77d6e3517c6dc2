import { ALARM_LEVEL_LABELS, ALARM_RULE_LABELS, ALARM_STATUS_LABELS, listAlarms } from '#contracts/alarms.ts';
import {
  DEVICE_KIND_LABELS,
  DEVICE_STATUS_LABELS,
  DEVICE_TASK_STATUS_LABELS,
  listDevices,
  listDeviceTasks,
} from '#contracts/devices.ts';
import { CONTRACT_STATUS_LABELS, listDoctorContracts } from '#contracts/doctors.ts';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { listAdaptations } from '#contracts/home-adaptations.ts';
import { BED_STATUS_LABELS } from '#contracts/home-care-bed-lifecycle.ts';
import { listBeds } from '#contracts/home-care-beds.ts';
import { CHECK_LABELS, CHECK_RESULT_LABELS, DRAW_LABELS } from '#contracts/inspection-lifecycle.ts';
import { listChecks, listDraws } from '#contracts/inspections.ts';
import { NEED_STATUS_LABELS, NEED_STATUSES } from '#contracts/need-lifecycle.ts';
import { listNeeds, NEED_SOURCE_LABELS, sumNeeds } from '#contracts/needs.ts';
import { ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import { listOrders } from '#contracts/orders.ts';
import { listServed, SERVED_KIND_LABELS } from '#contracts/overviews.ts';
import { FOUND_NEED_LABELS, listVisitPlans, PLAN_STATUS_LABELS, VISIT_GROUP_LABELS } from '#contracts/visits.ts';
import { type Exported, saved, savedReport } from '#platform/http/serve-export.ts';
import { ability, day, WIDE, yes, yuan } from './cells.ts';

/** What people need and what is done for them. */
export const CARE: readonly Exported[] = [
  saved(
    listServed,
    {
      老人: row => row.name,
      年龄: row => row.age,
      服务: row => row.services.map(one => `${SERVED_KIND_LABELS[one.kind]}：${one.what}`).join('；'),
      从哪天起: row => row.since,
      健康信息: row => (row.healthOpen ? '同意看' : '没有同意'),
      医疗数据: row => (row.medicalOpen ? '同意看' : '没有同意'),
    },
    { ...WIDE, 服务: 40 },
  ),
  saved(
    listNeeds,
    {
      老人: row => row.elderName,
      '社区（村）': row => row.areaName,
      需要什么: row => FOUND_NEED_LABELS[row.kind],
      服务项目: row => row.item?.name ?? null,
      内容: row => row.text,
      急: row => yes(row.urgent),
      来源: row => NEED_SOURCE_LABELS[row.source],
      哪天发现的: row => row.foundOn,
      谁发现的: row => row.foundBy,
      进展: row => NEED_STATUS_LABELS[row.status],
      说明: row => row.note,
      谁办的: row => row.steppedBy,
    },
    { ...WIDE, 急: 6 },
  ),
  savedReport(
    sumNeeds,
    ({ areas, kinds }) => [
      ...areas.map(row => ({ by: '地方', name: row.areaName, counts: row.counts })),
      ...kinds.map(row => ({ by: '类别', name: FOUND_NEED_LABELS[row.kind], counts: row.counts })),
    ],
    {
      按什么: row => row.by,
      名称: row => row.name,
      ...Object.fromEntries(
        NEED_STATUSES.map(status => [
          NEED_STATUS_LABELS[status],
          (row: { counts: Record<(typeof NEED_STATUSES)[number], number> }) => row.counts[status],
        ]),
      ),
    },
  ),
  saved(
    listOrders,
    {
      单号: row => row.number,
      老人: row => row.elderName,
      年龄: row => row.elderAge,
      住址: row => row.place,
      项目: row => row.itemName,
      状态: row => ORDER_STATUS_LABELS[row.status],
      服务日期: row => row.wantedOn,
      '价格（元）': row => yuan(row.priceFen),
      机构: row => row.providerName,
      护理员: row => row.caregiverName,
    },
    { ...WIDE, 单号: 18, 年龄: 6 },
  ),
  saved(
    listVisitPlans,
    {
      老人: row => row.name,
      年龄: row => row.age,
      '社区（村）': row => row.areaName,
      住址: row => row.place,
      居住方式: row => row.living,
      探访对象: row => VISIT_GROUP_LABELS[row.group],
      '隔几天（天）': row => row.frequencyDays,
      计划: row => PLAN_STATUS_LABELS[row.status],
      上次探访: row => row.lastVisitedOn,
      下次探访: row => row.nextDueOn,
      谁去: row => row.assigneeName,
    },
    { ...WIDE, 计划: 24 },
  ),
  saved(
    listBeds,
    {
      老人: row => row.elderName,
      年龄: row => row.elderAge,
      住址: row => row.place,
      进展: row => BED_STATUS_LABELS[row.status],
      建成: row => yes(row.built),
      服务商: row => row.providerName,
      哪天申请的: row => row.appliedOn,
      哪天验收的: row => row.acceptedOn,
      下一步: row => row.nextLabel,
      期限: row => row.dueOn,
    },
    { ...WIDE, 服务商: 24 },
  ),
  saved(
    listAdaptations,
    {
      编号: row => row.number,
      老人: row => row.elderName,
      年龄: row => row.elderAge,
      '社区（村）': row => row.areaName,
      住址: row => row.place,
      进展: row => ADAPTATION_STATUS_LABELS[row.status],
      哪天申请的: row => row.appliedOn,
      评估员: row => row.assessorName,
      服务商: row => row.providerName,
      '造价（元）': row => yuan(row.costFen),
      '补贴（元）': row => yuan(row.subsidyFen),
      下一步: row => row.nextLabel,
      期限: row => row.dueOn,
    },
    { ...WIDE, 编号: 18, 服务商: 24 },
  ),
  saved(
    listAlarms,
    {
      告警号: row => row.number,
      老人: row => row.person.name,
      年龄: row => row.age,
      '社区（村）': row => row.areaName,
      住址: row => row.person.place,
      规则: row => ALARM_RULE_LABELS[row.rule],
      级别: row => ALARM_LEVEL_LABELS[row.level],
      进展: row => ALARM_STATUS_LABELS[row.status],
      哪天: row => day(row.raisedAt),
      '多久到场（分钟）': row => row.responseMinutes,
      属实: row => (row.isTrue === null ? null : yes(row.isTrue)),
      原因: row => row.cause,
    },
    { ...WIDE, 告警号: 20 },
  ),
  saved(
    listDevices,
    {
      设备编号: row => row.serial,
      种类: row => DEVICE_KIND_LABELS[row.kind],
      状态: row => DEVICE_STATUS_LABELS[row.status],
      老人: row => row.elderName,
      哪天装的: row => row.installedOn,
      最近读数: row => day(row.lastReadingAt),
      近7天没收的: row => row.rejected,
      为什么没收: row => row.rejectedReason,
    },
    { 设备编号: 20, 为什么没收: 40 },
  ),
  saved(
    listDeviceTasks,
    {
      设备编号: row => row.serial,
      几只: row => row.deviceCount,
      进展: row => DEVICE_TASK_STATUS_LABELS[row.status],
      原因: row => row.reason,
      哪天报的: row => day(row.openedAt),
      哪天修好的: row => day(row.closedAt),
    },
    WIDE,
  ),
  saved(
    listDoctorContracts,
    {
      老人: row => row.name,
      年龄: row => row.age,
      '社区（村）': row => row.areaName,
      住址: row => row.place,
      能力: row => ability(row.abilityLevel),
      家庭养老床位: row => row.bed,
      医生: row => row.doctorName,
      机构: row => row.organisationName,
      签约: row => CONTRACT_STATUS_LABELS[row.status],
      哪天签的: row => row.signedOn,
      上次随访: row => row.lastContactOn,
      下次随访: row => row.nextContactOn,
    },
    WIDE,
  ),
  saved(
    listDraws,
    {
      名称: row => row.title,
      地方: row => row.areaName,
      从哪天: row => row.from,
      到哪天: row => row.to,
      抽几条: row => row.wanted,
      进展: row => DRAW_LABELS[row.status],
      公布的种子: row => row.seed,
      一共多少条: row => row.population,
      已查: row => row.done,
      谁发起的: row => row.madeBy,
    },
    { ...WIDE, 公布的种子: 30 },
  ),
  saved(
    listChecks,
    {
      抽查: row => row.drawTitle,
      第几条: row => row.position,
      '社区（村）': row => row.areaName,
      项目: row => row.itemName,
      服务商: row => row.providerName,
      服务日期: row => row.servedOn,
      '记的（分钟）': row => row.recordedMinutes,
      '核实（分钟）': row => row.foundMinutes,
      '金额（元）': row => yuan(row.lineFen),
      进展: row => CHECK_LABELS[row.status],
      结果: row => (row.result === null ? null : CHECK_RESULT_LABELS[row.result]),
    },
    { ...WIDE, 抽查: 30, 服务商: 24 },
  ),
];
