import type { Definition } from './definition.ts';

/** Records that a check found to stand for no service are corrected too, and their correction counts nothing. */
const TOOK_PLACE = `current and served_on >= $3::date and served_on <= $4::date and area_code >= $1 and area_code < $2
  and not exists (select from inspections_v_facts i where i.corrected_record_id = r.record_id and i.result = 'not-found')`;

/** Services at home and what is owed for them; both follow a correction, for only current records and all lines count. */
export const SERVICES: readonly Definition[] = [
  {
    code: 'services-done',
    name: '上门服务次数',
    unit: '次',
    aliases: [],
    definition: '本期内做完并有记录的上门服务，一条现行服务记录一次；被更正的旧记录、核查认定没有的服务不计',
    source: '服务记录',
    aggregate: 'sum',
    over: 'period',
    records: `select record_id as id, item_code as title, minutes || ' 分钟' as detail, served_on as on_date, area_code, 1 as measure
      from service_records_v_facts r where ${TOOK_PLACE}`,
    path: null,
    recognise: null,
  },
  {
    code: 'service-minutes',
    name: '上门服务时长',
    unit: '分钟',
    aliases: [],
    definition: '本期内现行服务记录的时长之和；被更正的旧记录、核查认定没有的服务不计',
    source: '服务记录',
    aggregate: 'sum',
    over: 'period',
    records: `select record_id as id, item_code as title, '' as detail, served_on as on_date, area_code, minutes as measure
      from service_records_v_facts r where ${TOOK_PLACE}`,
    path: null,
    recognise: null,
  },
  {
    code: 'service-settled',
    name: '上门服务应结算金额',
    unit: '元',
    aliases: [],
    definition: '服务日期在本期内的结算行之和，冲销行为负',
    source: '结算行',
    aggregate: 'sum',
    over: 'period',
    records: `select line_id as id, item_code as title, kind as detail, served_on as on_date, area_code, total_fen / 100.0 as measure
      from settle_lines_v_facts where served_on >= $3::date and served_on <= $4::date and area_code >= $1 and area_code < $2`,
    path: null,
    recognise: null,
  },
];
