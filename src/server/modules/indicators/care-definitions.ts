import type { Definition } from './definition.ts';

const IN_AREA = 'area_code >= $1 and area_code < $2';

/** People, visits and alarms: the figures a street opens its day with. */
export const CARE: readonly Definition[] = [
  {
    code: 'home-care-beds-built',
    name: '家庭养老床位（本期建成）',
    unit: '张',
    aliases: ['养老家庭床位', '家床'],
    definition: '本期内经街道验收通过的家庭养老床位；以验收日期计，之后暂停或终止不减',
    source: '家庭养老床位台账',
    aggregate: 'sum',
    over: 'period',
    records: `select bed_id as id, '家庭养老床位' as title, status as detail, accepted_on as on_date, area_code, 1 as measure
      from home_care_beds_v_facts where accepted_on >= $3::date and accepted_on <= $4::date and area_code >= $1 and area_code < $2`,
    path: '/home-care-beds/{id}',
    recognise: { subjects: ['床位'], states: ['新建', '建成'], unit: ['张'] },
  },
  {
    code: 'oldest-old-registered',
    name: '在册“老老人”',
    unit: '人',
    aliases: ['80岁以上老人'],
    definition: '截至当日在册、健在、满 80 周岁的老年人',
    source: '老年人名册',
    aggregate: 'sum',
    over: 'day',
    records: `select elder_id as id, name as title, '' as detail, born_on as on_date, area_code, 1 as measure
      from elders_v_brief where died_on is null and born_on <= ($4::date - interval '80 years')::date and $3::date is not null and ${IN_AREA}`,
    path: '/elders/{id}',
    recognise: null,
  },
  {
    code: 'visit-coverage',
    name: '探访覆盖率',
    unit: '%',
    aliases: ['巡视探访覆盖率'],
    definition: '有探访意愿、列入探访计划的老年人中，本期内至少探访到一次的比例；不愿意被探访的不计入分母',
    source: '探访计划和探访记录',
    aggregate: 'share',
    over: 'period',
    records: `select p.elder_id as id, p."group" as title, '' as detail, max(v.visited_on) as on_date, p.area_code,
        case when max(v.visited_on) is null then 0 else 1 end as measure
      from visit_plans_v_facts p
      left join visits_v_facts v on v.elder_id = p.elder_id and v.result <> 'no-answer' and v.visited_on >= $3::date and v.visited_on <= $4::date
      where p.wish and p.status = 'active' and p.area_code >= $1 and p.area_code < $2 group by p.elder_id, p."group", p.area_code`,
    path: '/elders/{id}',
    recognise: { subjects: ['探访'], states: ['覆盖率', '探访率'], unit: ['%'] },
  },
  {
    code: 'alarm-response-median',
    name: '告警到场时间中位数',
    unit: '分钟',
    aliases: ['告警响应时间'],
    definition: '本期内发出并有人到场的告警，从发出到到场的分钟数的中位数',
    source: '告警记录',
    aggregate: 'median',
    over: 'period',
    records: `select alarm_id as id, '告警' as title, status as detail, (raised_at at time zone 'Asia/Shanghai')::date as on_date, area_code,
        round(extract(epoch from on_site_at - raised_at) / 60) as measure
      from alarms_v_facts where on_site_at is not null and (raised_at at time zone 'Asia/Shanghai')::date between $3::date and $4::date and ${IN_AREA}`,
    path: '/alarms/{id}',
    recognise: { subjects: ['告警', '报警'], states: ['中位数'], unit: ['分钟'] },
  },
];
