import type { Definition } from './definition.ts';

/** Meals served and who is within reach of a meal point (助餐). */
export const MEALS: readonly Definition[] = [
  {
    code: 'meals-served',
    name: '助餐服务人次',
    unit: '人次',
    aliases: [],
    definition: '截至当日各助餐点已供餐的人次，按日计数相加',
    source: '助餐点就餐计数',
    aggregate: 'sum',
    over: 'day',
    // Counts are daily or monthly; a record here is one point's month, as far as it lies before the as-of day.
    records: `select facility_id || ':' || month as id, facility_name as title, month as detail, max(last_on) as on_date, area_code, sum(person_times) as measure
      from meals_v_counts where last_on <= $4::date and $3::date is not null and area_code >= $1 and area_code < $2
      group by facility_id, facility_name, month, area_code`,
    path: null,
    recognise: { subjects: ['助餐'], states: ['人次'], unit: ['人次'] },
  },
  {
    code: 'meal-community-coverage',
    name: '助餐覆盖城乡社区',
    unit: '%',
    aliases: ['助餐服务覆盖率'],
    definition: '截至当日在册的社区（村）中，至少有一个已开业、没有退出的养老助餐点登记服务的比例',
    source: '区划名册和助餐点服务社区台账',
    aggregate: 'share',
    over: 'day',
    records: `select a.code as id, a.name as title, coalesce(min(f.name), '没有助餐点') as detail, min(c.from_on) as on_date, a.code as area_code,
        case when count(f.facility_id) > 0 then 1 else 0 end as measure
      from areas_v_areas a
      left join facilities_v_coverage c on c.community_code = a.code and c.from_on <= $4::date and (c.to_on is null or c.to_on > $4::date)
      left join facilities_v_facts f on f.facility_id = c.facility_id and f.opened_on <= $4::date and (f.exited_on is null or f.exited_on > $4::date)
      where a.level = 'community' and a.valid_from <= $4::date and (a.valid_to is null or a.valid_to > $4::date) and $3::date is not null
        and a.code >= $1 and a.code < $2 group by a.code, a.name`,
    path: null,
    recognise: { subjects: ['助餐'], states: ['覆盖'], unit: ['%'] },
  },
];
