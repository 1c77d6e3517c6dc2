import type pg from 'pg';
import { newId } from '#shared/ids.ts';

export const STREET = '110115005000';
export const CITY = '110000000000';

type Due = readonly [
  kind: string,
  label: string,
  title: string,
  reason: string,
  act: string,
  due: string,
  community?: string,
];

/** What a street owes on 2025-06-20 (a Friday). */
const DUES: readonly Due[] = [
  [
    'home-care-bed',
    '床位签约',
    '87岁老人的家庭养老床位，验收后一直没有签约',
    '高龄独居、重度失能，女儿5月30日已同意，等服务商盖章',
    '催办签约',
    '2025-06-18',
  ],
  [
    'quarterly-review',
    '津贴复核',
    '3位老人失能护理补贴的季度复核没有结论',
    '评估结果与残疾人证等级不一致',
    '逐人核对',
    '2025-06-19',
    '110115005002',
  ],
  [
    'task-assignment',
    '任务反馈',
    '助餐空白点排查表还差4个社区没有报',
    '区民政局6月3日下达',
    '通知社区',
    '2025-06-19',
    '110115005000',
  ],
  [
    'assessment',
    '评估派单',
    '给82岁老人指派两名评估员上门',
    '中风出院，家属申请复评',
    '选评估员',
    '2025-06-20T23:59:59.998+08:00',
  ],
  [
    'order',
    '改派',
    '2张助浴单的护理员请假，要换人或改期',
    '系统排出4名持证护理员',
    '换人',
    '2025-06-20T23:59:59.999+08:00',
    '110115005002',
  ],
  [
    'home-care-bed',
    '床位验收',
    '床位改造已完工，约好今天验收',
    '助浴椅、扶手、智能水表3项',
    '打开验收单',
    '2025-06-20',
  ],
  [
    'benefit-batch',
    '待我审批',
    '高龄津贴新增6人、停发2人',
    '6人本月满80岁；2人户籍迁出，自7月起停发',
    '审批',
    '2025-06-20',
    '110115005000',
  ],
  ['visit', '探访升级', '91岁老人两次电话无人接，须当天入户', '责任人9:05已出门', '看进展', '2025-06-20'],
  ['assessment', '结果公示', '2人评估结果公示期满', '无人提出异议', '发布结果', '2025-06-23'],
  ['provider', '资料核对', '一家服务商换了负责人，材料待核', '执照和备案回执已传', '核对', '2025-06-24'],
];

const insertDue = `insert into due_items (due_id, subject_kind, subject_id, area_code, organisation_id, assignee_id, elder_id, for_role,
    kind_label, title, reason, action_label, path, from_date, within_working_days, due_on, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '2025-06-10', 5, $14::text::date, $15::timestamptz)`;

type For = { role: string; elderId?: string; assigneeId?: string };

export async function oweDues(
  admin: pg.Client,
  who: For = { role: 'street' },
  dues: readonly Due[] = DUES,
): Promise<void> {
  for (const [kind, label, title, reason, act, due, community] of dues) {
    const hasHour = due.includes('T');
    await admin.query(insertDue, [
      newId(),
      kind,
      newId(),
      community ?? '110115005001',
      null,
      who.assigneeId ?? null,
      who.elderId ?? null,
      who.role,
      label,
      title,
      reason,
      act,
      '/desk/figures/home-care-beds-built',
      hasHour ? null : due,
      hasHour ? due : null,
    ]);
  }
}

const AID = [
  ['110111', 28, 6, 10],
  ['110118', 22, 6, 12],
  ['110119', 18, 5, 14],
  ['110116', 14, 5, 9],
  ['110117', 12, 4, 9],
  ['110114', 6, 2, 3],
  ['110109', 4, 1, 3],
  ['110113', 2, 1, 1],
  ['110112', 1, 0, 0],
  ['110115', 1, 0, 1],
] as const;

/** Two hundred mutual-aid points of the year's plan: 108 done, 30 under construction, 62 not started. */
export async function buildProjects(admin: pg.Client): Promise<void> {
  const insert = `with made as (
      insert into projects (project_id, programme, plan_year, name, area_code, planned_on, stage, latest_on)
      select gen_random_uuid(), 'mutual-aid-point', 2025, $1 || '第' || n || '号互助点', $2, '2025-01-15', $3, '2025-05-20'
      from generate_series(1, $4::int) n returning project_id)
    insert into project_stages (stage_id, project_id, area_code, stage, reached_on)
    select gen_random_uuid(), project_id, $2, stage, '2025-05-20' from made, unnest($5::text[]) as stage`;
  for (const [district, done, going, waiting] of AID) {
    const area = `${district}100000`;
    const kinds = [
      ['完工', done, ['not-started', 'under-construction', 'completed']],
      ['在施', going, ['not-started', 'under-construction']],
      ['未开工', waiting, ['not-started']],
    ] as const;
    for (const [label, count, stages] of kinds) {
      await admin.query(insert, [`${district}${label}`, area, stages.at(-1), count, stages]);
    }
  }
}

/** Beds accepted this year in the street and in several districts. */
export async function acceptBeds(admin: pg.Client): Promise<void> {
  const areas = [
    [`${STREET.slice(0, 9)}001`, 37],
    ['110108100001', 412],
    ['110105100001', 380],
    ['110101001001', 96],
    ['110106100001', 265],
    ['110111100001', 144],
    ['110118100001', 58],
    ['110114100001', 190],
  ] as const;
  for (const [area, count] of areas) {
    await admin.query(
      `insert into home_care_beds (bed_id, elder_id, area_code, happened_area, status, elder_name, elder_sex, elder_born_on,
         applied_on, applied_by, accepted_on, changed_at)
       select gen_random_uuid(), gen_random_uuid(), $1, $1, 'accepted', '样例', '女', '1938-01-01', '2025-02-01', '样例',
         date '2025-03-01' + n % 90, now() from generate_series(1, $2::int) n`,
      [area, count],
    );
  }
}

type Item = readonly [number: number, pieces: readonly (string | readonly [code: string, written: string])[]];
const ROWS: readonly (readonly [number: number, task: string, items: readonly Item[]])[] = [
  [
    7,
    '优化家庭养老床位政策，新建2000张家庭养老床位。',
    [
      [1, ['截至5月底，2025年新建家庭养老床位', ['home-care-beds-built', '2273'], '张。']],
      [2, ['研究制定家庭养老床位服务管理有关政策。']],
    ],
  ],
  [
    8,
    '补齐农村养老服务短板，新建200个农村邻里互助养老服务点，实现1000个互助点建设任务目标。',
    [
      [1, ['赴平谷、密云、延庆等生态涵养区调研农村养老现状，形成五种模式和问题清单。']],
      [
        2,
        [
          '截至5月底，2025年计划建设200个邻里互助点，已完工',
          ['mutual-aid-completed', '108'],
          '个，',
          ['mutual-aid-under-construction', '30'],
          '个在施，',
          ['mutual-aid-not-started', '62'],
          '个未开工。',
        ],
      ],
    ],
  ],
  [
    13,
    '新建养老服务中心50个；新建农村邻里互助服务点200个。',
    [
      [
        1,
        [
          '截至5月底，已完工',
          ['mutual-aid-completed', '108'],
          '个，在施',
          ['mutual-aid-under-construction', '30'],
          '个，占比',
          ['mutual-aid-under-construction-share', '15'],
          '%；未开工',
          ['mutual-aid-not-started', '62'],
          '个。',
        ],
      ],
    ],
  ],
];

/** Tasks with their progress sentences of the second quarter, cut into words and figures. */
export async function writeProgress(admin: pg.Client): Promise<void> {
  const document = newId();
  for (const [number, task, items] of ROWS) {
    const taskId = newId();
    await admin.query(
      `insert into tasks (task_id, area_code, document_id, document_title, document_number, kind, number, sort_no, title, body, made_at)
       values ($1, $2, $3, '2025年重点任务进展情况', null, 'progress-row', $4, $5, '', $6, now())`,
      [taskId, CITY, document, String(number), number, task],
    );
    for (const [index, pieces] of items) {
      const segments = pieces.map(piece =>
        typeof piece === 'string'
          ? { kind: 'text', text: piece }
          : { kind: 'figure', code: piece[0], style: 'plain', written: piece[1] },
      );
      await admin.query(
        `insert into progress_items (item_id, task_id, area_code, period, number, segments, entered_at, entered_by)
         values ($1, $2, $3, '2025-Q2', $4, $5, now(), '样例')`,
        [newId(), taskId, CITY, index, JSON.stringify(segments)],
      );
    }
  }
}

/** One measure of a district's document with a street's part, and that part's unit. Answers the part's id. */
export async function assignTask(admin: pg.Client): Promise<string> {
  const [task, part] = [newId(), newId()];
  const text = '各街镇完成辖区助餐空白点排查，6月20日前报送排查表，9月底前新增养老助餐点不少于3个。';
  await admin.query(
    `insert into tasks (task_id, area_code, document_id, document_title, document_number, kind, number, sort_no, title, body, made_at)
     values ($1, '110115000000', $2, '大兴区2025年养老服务重点任务分工', '京兴民发〔2025〕12号', 'measure', '4', 4, '排查助餐空白点', $3, now())`,
    [task, newId(), text],
  );
  await admin.query(
    `insert into task_targets (target_id, task_id, area_code, quote, value, unit, operator, deadline, indicator_code)
     values ($1, $2, '110115000000', '新增养老助餐点不少于3个', 3, '个', '>=', '2025-09-30', 'meal-points-opened')`,
    [newId(), task],
  );
  const units = [
    [part, STREET, '清源街道', '各街镇', 'assigned', '2025-06-20'],
    [newId(), '110115001000', '兴丰街道', '各街镇', 'done', '2025-06-20'],
    [newId(), '110115002000', '林校路街道', '各街镇', 'in-progress', '2025-06-18'],
  ];
  for (const [id, area, name, group, status, due] of units) {
    await admin.query(
      `insert into task_assignments (assignment_id, task_id, area_code, unit_name, group_name, number, sort_no, title, body,
         document_title, document_number, status, due_on, updated_at)
       values ($1, $2, $3, $4, $5, '4', 4, '排查助餐空白点', $6, '大兴区2025年养老服务重点任务分工', '京兴民发〔2025〕12号', $7, $8, now())`,
      [id, task, area, name, group, text, status, due],
    );
  }
  return part;
}
