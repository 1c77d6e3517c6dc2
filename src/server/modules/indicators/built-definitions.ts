import type { Definition } from './definition.ts';

const PROJECTS = {
  centre: { programme: 'regional-centre', subjects: ['养老服务中心'], place: '区域养老服务中心' },
  aid: { programme: 'mutual-aid-point', subjects: ['互助'], place: '农村互助点' },
  barrier: { programme: 'barrier-free', subjects: ['无障碍'], place: '无障碍设施改造点位' },
} as const;
type Project = keyof typeof PROJECTS;

const reached = (name: string) =>
  `exists (select 1 from construction_v_stages s where s.project_id = p.project_id and s.stage = '${name}' and s.reached_on <= $4::date)`;

/** Projects of this year's plan that have reached `stage` by the as-of day, and not yet `before`. */
function projectStage(project: Project, stage: string | null, before: string | null): string {
  return projectRecords(project, [stage && reached(stage), before && `not ${reached(before)}`]);
}

/** All projects of the plan, counting 1 for those that have reached `stage` and not yet `before`. */
const projectShare = (project: Project, stage: string, before: string): string =>
  projectRecords(project, [], `case when ${reached(stage)} and not ${reached(before)} then 1 else 0 end`);

function projectRecords(project: Project, given: readonly (string | null)[], measure = '1'): string {
  const conditions = given.filter(Boolean);
  return `select p.project_id as id, p.name as title, coalesce(p.stage_label, '') as detail, p.latest_on as on_date, p.area_code, ${measure} as measure
    from construction_v_projects p
    where p.programme = '${PROJECTS[project].programme}' and p.plan_year = extract(year from $4::date) and $3::date is not null
      and p.area_code >= $1 and p.area_code < $2 ${conditions.map(c => `and ${c}`).join(' ')}`;
}

type ProjectFigure = {
  code: string;
  name: string;
  unit: string;
  states: string[];
  not?: string[];
  stage: string | null;
  before?: string;
};

const projectIndicator = (project: Project, figure: ProjectFigure): Definition => ({
  code: figure.code,
  name: figure.name,
  unit: figure.unit,
  aliases: [],
  definition: `当年计划内的${PROJECTS[project].place}，截至当日${figure.name.replace(/^.*?(?=已|在|未|计划)/, '')}的个数`,
  source: '建设台账的阶段记录',
  aggregate: 'sum',
  over: 'day',
  records: projectStage(project, figure.stage, figure.before ?? null),
  path: '/facilities/projects/{id}',
  recognise: {
    subjects: PROJECTS[project].subjects,
    states: figure.states,
    unit: ['个', '家'],
    ...(figure.not ? { not: figure.not } : {}),
  },
});

const facilityPeriod = (date: 'opened_on' | 'exited_on', from: string): string =>
  `select facility_id as id, name as title, coalesce(exit_reason, '') as detail, ${date} as on_date, area_code, 1 as measure
   from facilities_v_facts where kind = 'meal-point' and ${date} <= $4::date and ${from} and area_code >= $1 and area_code < $2`;

const MEAL = { unit: '个', source: '助餐点台账', aggregate: 'sum', path: '/facilities/{id}', aliases: [] } as const;

/** Beds, meal points, stations and the year's building projects: the figures of the official progress table. */
export const BUILT: readonly Definition[] = [
  {
    ...MEAL,
    code: 'meal-points-opened',
    name: '新增养老助餐点',
    definition: '本期内开业的养老助餐点，本期又退出的也算',
    over: 'period',
    records: facilityPeriod('opened_on', 'opened_on >= $3::date'),
    recognise: { subjects: ['助餐点'], states: ['新增'], unit: ['个', '家'] },
  },
  {
    ...MEAL,
    code: 'meal-points-exited',
    name: '退出养老助餐点',
    definition: '本期内退出的养老助餐点',
    over: 'period',
    records: facilityPeriod('exited_on', 'exited_on >= $3::date'),
    recognise: { subjects: ['助餐点'], states: ['退出'], unit: ['个', '家'] },
  },
  {
    ...MEAL,
    code: 'meal-points-net',
    name: '净增养老助餐点',
    definition: '本期新增减本期退出',
    over: 'period',
    records: `${facilityPeriod('opened_on', 'opened_on >= $3::date')} union all
      ${facilityPeriod('exited_on', 'exited_on >= $3::date').replace('1 as measure', '-1 as measure')}`,
    recognise: { subjects: ['助餐点'], states: ['净增'], unit: ['个', '家'] },
  },
  {
    ...MEAL,
    code: 'meal-points-built',
    name: '累计建成养老助餐点',
    definition: '截至当日开过业的养老助餐点，已退出的也算（文件没有写明口径，按“累计建成”字面）',
    over: 'day',
    records: facilityPeriod('opened_on', '$3::date is not null'),
    recognise: { subjects: ['助餐点'], states: ['累计建成'], unit: ['个', '家'] },
  },
  projectIndicator('centre', {
    code: 'centres-planned',
    name: '区域养老服务中心计划点位',
    unit: '个',
    states: ['全部'],
    stage: null,
  }),
  projectIndicator('centre', {
    code: 'centres-operator-recruited',
    name: '已招募运营主体的区域中心',
    unit: '家',
    states: ['已招募'],
    stage: 'operator-recruited',
  }),
  projectIndicator('centre', {
    code: 'centres-acceptance-started',
    name: '已开展验收的区域中心',
    unit: '个',
    states: ['验收'],
    not: ['通过'],
    stage: 'acceptance-started',
  }),
  projectIndicator('centre', {
    code: 'centres-accepted',
    name: '已通过验收的区域中心',
    unit: '家',
    states: ['通过验收'],
    stage: 'accepted',
  }),
  {
    code: 'stations-linked',
    name: '区域中心链接的驿站',
    unit: '家',
    aliases: [],
    definition: '截至当日由建成的区域中心链接运营、没有退出的社区养老服务驿站',
    source: '机构设施台账',
    aggregate: 'sum',
    over: 'day',
    records: `select facility_id as id, name as title, '' as detail, linked_on as on_date, area_code, 1 as measure
      from facilities_v_facts where kind = 'station' and linked_on <= $4::date and (exited_on is null or exited_on > $4::date)
        and $3::date is not null and area_code >= $1 and area_code < $2`,
    path: '/facilities/{id}',
    recognise: { subjects: ['驿站'], states: ['链接'], unit: ['家', '个'] },
  },
  projectIndicator('aid', {
    code: 'mutual-aid-planned',
    name: '农村互助养老服务点计划数',
    unit: '个',
    states: ['全部'],
    stage: null,
  }),
  projectIndicator('aid', {
    code: 'mutual-aid-completed',
    name: '农村互助养老服务点已完工',
    unit: '个',
    states: ['已完工'],
    not: ['未完工'],
    stage: 'completed',
  }),
  projectIndicator('aid', {
    code: 'mutual-aid-operating',
    name: '农村互助养老服务点已开展服务',
    unit: '个',
    states: ['已开展服务'],
    stage: 'operating',
  }),
  projectIndicator('aid', {
    code: 'mutual-aid-under-construction',
    name: '农村互助养老服务点在施',
    unit: '个',
    states: ['正在建设', '在施'],
    stage: 'under-construction',
    before: 'completed',
  }),
  projectIndicator('aid', {
    code: 'mutual-aid-not-started',
    name: '农村互助养老服务点未开工',
    unit: '个',
    states: ['未开工', '将尽快'],
    stage: null,
    before: 'under-construction',
  }),
  {
    code: 'mutual-aid-under-construction-share',
    name: '在施农村互助养老服务点占比',
    unit: '%',
    aliases: [],
    definition: '当年计划内在施的农村互助点除以当年计划数',
    source: '建设台账的阶段记录',
    aggregate: 'share',
    over: 'day',
    // one pass over the plan: joining the plan to its own stages took seconds
    records: projectShare('aid', 'under-construction', 'completed'),
    path: '/facilities/projects/{id}',
    recognise: { subjects: ['互助'], states: ['占比'], unit: ['%'] },
  },
  {
    code: 'mutual-aid-built',
    name: '累计建设邻里互助点',
    unit: '个',
    aliases: [],
    definition: '截至当日历年完工的农村互助点',
    source: '建设台账的阶段记录',
    aggregate: 'sum',
    over: 'day',
    records: `select p.project_id as id, p.name as title, p.plan_year::text as detail, s.reached_on as on_date, p.area_code, 1 as measure
      from construction_v_projects p join construction_v_stages s on s.project_id = p.project_id and s.stage = 'completed'
      where p.programme = 'mutual-aid-point' and s.reached_on <= $4::date and $3::date is not null and p.area_code >= $1 and p.area_code < $2`,
    path: '/facilities/projects/{id}',
    recognise: { subjects: ['互助'], states: ['累计'], unit: ['个', '家'] },
  },
  projectIndicator('barrier', {
    code: 'barrier-free-planned',
    name: '无障碍设施改造计划点位',
    unit: '个',
    states: ['已明确'],
    stage: null,
  }),
  projectIndicator('barrier', {
    code: 'barrier-free-completed',
    name: '无障碍设施改造已完成',
    unit: '个',
    states: ['完成改造'],
    stage: 'completed',
  }),
  projectIndicator('barrier', {
    code: 'barrier-free-under-construction',
    name: '无障碍设施改造在施工',
    unit: '个',
    states: ['正在进行施工', '正在施工', '在施'],
    stage: 'under-construction',
    before: 'completed',
  }),
  projectIndicator('barrier', {
    code: 'barrier-free-to-start',
    name: '无障碍设施改造未开工',
    unit: '个',
    states: ['开工'],
    not: ['已开工'],
    stage: null,
    before: 'under-construction',
  }),
];
