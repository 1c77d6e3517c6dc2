import { ALARM_RULE_LABELS, ALARM_STATUS_LABELS } from '#contracts/alarm-nouns.ts';
import { ABILITY_LEVEL_LABELS, AbilityLevel } from '#contracts/assessments/scales.ts';
import { CONTACT_WAY_LABELS, CONTRACT_STATUS_LABELS } from '#contracts/doctors.ts';
import { FACILITY_KIND_LABELS } from '#contracts/facility-nouns.ts';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { BED_STATUS_LABELS } from '#contracts/home-care-bed-lifecycle.ts';
import { ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import type { OverviewItem } from '#contracts/overviews.ts';
import { VISIT_METHOD_LABELS, VISIT_RESULT_LABELS } from '#contracts/visits.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type * as db from './db.ts';

type Said = Pick<OverviewItem, 'label' | 'value' | 'source'> & Partial<OverviewItem>;
export const item = (said: Said): OverviewItem => ({ asOf: null, confidence: null, path: null, ...said });

const wordOf = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key;
export const levelWords = (level: number): string => ABILITY_LEVEL_LABELS[AbilityLevel.parse(level)] ?? `${level}级`;
/** Officials have the screens of the records; who only serves the person has not. */
export type Paths = { official: boolean };
const only = (paths: Paths, path: string): string | null => (paths.official ? path : null);

export function levelItems(person: db.PersonRow, results: readonly db.ResultRow[], paths: Paths): OverviewItem[] {
  const newest = results.find(row => row.level === person.ability_level && row.status === 'published');
  const level = person.ability_level;
  return [
    item({
      label: '能力等级',
      value:
        level === null
          ? '没有评估'
          : `${levelWords(level)}${person.ability_valid_to ? `，有效到${dayWords(person.ability_valid_to)}` : ''}`,
      source: newest ? '能力评估（GB/T 42195-2022）' : '人员台账',
      asOf: newest?.published_on ?? null,
      path: newest ? only(paths, `/desk/assessments/${newest.assessment_id}`) : null,
    }),
  ];
}

export const resultItems = (rows: readonly db.ResultRow[], paths: Paths): OverviewItem[] =>
  rows.flatMap(row => {
    const path = only(paths, `/desk/assessments/${row.assessment_id}`);
    const common = { source: '能力评估（GB/T 42195-2022）', asOf: row.published_on, path };
    const raised = (row.score?.raisedBy ?? []).map(one => one.nameZh);
    const said = [
      row.total === null ? null : `${row.total}分`,
      levelWords(row.level),
      ...raised.map(name => `等级调整：${name}`),
    ];
    const risk = row.risk_events ?? 0;
    return [
      item({ ...common, label: '能力评估', value: said.filter(Boolean).join('，') }),
      ...(risk > 0 ? [item({ ...common, label: '照护风险', value: `评估前30天内有${risk}次跌倒、走失等事件` })] : []),
    ];
  });

export const fillingItem = (row: db.FillingRow, title: string, paths: Paths): OverviewItem =>
  item({
    label: title,
    value: [`${row.result.total}分`, row.result.outcomes[0]?.levelLabel].filter(Boolean).join('，'),
    source: `其他量表，${row.filled_by_name}填`,
    asOf: row.filled_on,
    path: only(paths, `/desk/assessments/forms/${row.form}?filling=${row.filling_id}`),
  });

const READINGS = { systolic: '收缩压', diastolic: '舒张压', pulse: '脉搏' } as const;
export const contactItem = (row: db.ContactRow, path: string | null): OverviewItem => {
  const measured = Object.entries(row.measurements).map(([key, value]) => `${wordOf(READINGS, key)}${value}`);
  return item({
    label: `家庭医生${CONTACT_WAY_LABELS[row.way]}随访`,
    value: [row.findings, ...measured, `建议：${row.advice}`].join('，'),
    source: `家庭医生${row.doctor_name}`,
    asOf: row.contacted_on,
    path,
  });
};

export const stayItem = (row: db.StayRow, path: string | null): OverviewItem =>
  item({
    label: '住院',
    value: [row.place ?? '没有写哪家医院', row.note, row.until_on && `预计到${dayWords(row.until_on)}`]
      .filter(Boolean)
      .join('，'),
    source: '人生变动',
    asOf: row.happened_on,
    path,
  });

type MedicalCost = { period: string; costFen: number; sender: string; asOf: string };
export const costItem = (row: MedicalCost): OverviewItem =>
  item({
    label: '个人负担医疗费',
    value: `${row.period}年${fenToYuanText(row.costFen)}元`,
    source: row.sender,
    asOf: row.asOf,
    path: '/desk/relief/warnings',
  });

const SERVICES: Record<
  db.ServiceRow['kind'],
  (row: db.ServiceRow) => { label: string; value: string; path: string | null }
> = {
  order: row => ({
    label: '服务单',
    value: `${row.what ?? ''}，${wordOf(ORDER_STATUS_LABELS, row.status)}`,
    path: `/desk/orders/${row.record_id}`,
  }),
  bed: row => ({
    label: '家庭养老床位',
    value: wordOf(BED_STATUS_LABELS, row.status),
    path: `/desk/beds/${row.record_id}`,
  }),
  adaptation: row => ({
    label: '适老化改造',
    value: wordOf(ADAPTATION_STATUS_LABELS, row.status),
    path: `/desk/adaptations/${row.record_id}`,
  }),
  alarm: row => ({
    label: '告警',
    value: `${wordOf(ALARM_RULE_LABELS, row.what ?? '')}，${wordOf(ALARM_STATUS_LABELS, row.status)}`,
    path: `/desk/alarms/${row.record_id}`,
  }),
  visit: row => ({
    label: '探访',
    value: `${wordOf(VISIT_METHOD_LABELS, row.what ?? '')}，${wordOf(VISIT_RESULT_LABELS, row.status)}`,
    path: null,
  }),
  meal: row => ({ label: '就餐', value: row.what ?? '', path: null }),
  doctor: row => ({
    label: '家庭医生签约',
    value: `${wordOf(CONTRACT_STATUS_LABELS, row.status)}${row.what ? `，下次随访${dayWords(row.what)}` : ''}`,
    path: null,
  }),
};
const SERVICE_SOURCES: Record<db.ServiceRow['kind'], string> = {
  ...{ order: '服务单', bed: '家庭养老床位', adaptation: '适老化改造', alarm: '告警', visit: '探访' },
  ...{ meal: '就餐记录', doctor: '家庭医生签约' },
};

export const serviceItem = (row: db.ServiceRow, { elderId, official }: Paths & { elderId: string }): OverviewItem => {
  const said = SERVICES[row.kind](row);
  const visits = row.kind === 'visit' && official ? `/desk/visits/${elderId}` : null;
  return item({
    ...said,
    path: said.path ?? visits,
    source: [SERVICE_SOURCES[row.kind], row.by_whom].filter(Boolean).join('，'),
    asOf: row.on_day,
  });
};

export const placeItem = (row: db.PlaceRow, paths: Paths): OverviewItem =>
  item({
    label: row.kind === 'stay' ? '住的养老机构' : '签约的驿站',
    value: row.facility_name,
    source: '签约入住就餐记录',
    asOf: row.from_on,
    path: only(paths, `/desk/facilities/${row.facility_id}`) ?? `/places/${row.facility_id}`,
  });

export const nearItem = (row: db.NearRow): OverviewItem =>
  item({
    label: `服务本社区的${wordOf(FACILITY_KIND_LABELS, row.kind)}`,
    value: `${row.name}${row.star ? `，${row.star}星` : ''}`,
    source: '养老设施名录',
    asOf: row.from_on,
    path: `/places/${row.facility_id}`,
  });
