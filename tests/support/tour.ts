import { writeFileSync } from 'node:fs';
import type { Role } from '#contracts/roles.ts';

/** One stop of the tour: a screen of the path table, opened as a role, and what a reader should notice. */
export type Stop = {
  name: string;
  screen: string;
  role: Role | null;
  caption: string;
  /** A query for the id of a record worth showing, where the first one met would say little. */
  telling?: string;
};

/** In the order of the work: a document, a person, an assessment, a benefit, a bed, an order, an alarm, a check, a figure, a report. */
export const TOUR: readonly Stop[] = [
  { name: 'public-home', screen: '/', role: null, caption: '公众首页：不登录也能找服务，市民热线和便民窗口一直在。' },
  { name: 'login', screen: '/login', role: null, caption: '一个入口，演示账号点一下就进。' },
  {
    name: 'desk-today',
    screen: '/desk',
    role: 'street',
    caption: '街道养老专干早上打开的第一页：超期的、今天到期的、正在处理的告警。',
  },
  { name: 'policies', screen: '/desk/policies', role: 'city', caption: '文件导入：上传或粘贴，逐份审核。' },
  {
    name: 'policy-review',
    screen: '/desk/policies/:id',
    role: 'city',
    caption: '一份文件逐条核对：单位、指标、期限在原文上标出，拿不准的标问号。',
  },
  {
    name: 'tasks',
    screen: '/desk/tasks',
    role: 'city',
    caption: '任务台账：入账后的每一条，牵头单位、期限、办到哪一步。',
  },
  {
    name: 'task-assignments',
    screen: '/desk/task-assignments',
    role: 'department',
    caption: '责任部门只看到自己的任务。',
  },
  { name: 'elders', screen: '/desk/elders', role: 'community', caption: '找人：姓名、拼音、小区、证件尾号都能找。' },
  { name: 'elder-register', screen: '/desk/elders/new', role: 'community', caption: '登记老人：边填边查重。' },
  {
    name: 'elder-file',
    screen: '/desk/elders/:id',
    role: 'community',
    caption: '一位老人的档案：标签带理由，谁看过写在同一页。',
    telling: `select e.elder_id id from elders e join home_care_beds b using (elder_id)
       join posts p on p.area_code = e.area_code and p.role = 'community'
       where e.status = 'active' and b.status = 'in-service' order by e.born_on limit 1`,
  },
  {
    name: 'assessments',
    screen: '/desk/assessments',
    role: 'street',
    caption: '能力评估：谁该评、派给谁、什么时候到期。',
  },
  {
    name: 'assessment',
    screen: '/desk/assessments/:id',
    role: 'street',
    caption: '一次评估：两名评估员、26项、结论和公示。',
  },
  {
    name: 'benefits',
    screen: '/desk/benefits/offers',
    role: 'street',
    caption: '待遇：能享受什么、为什么、还差什么。',
  },
  { name: 'beds', screen: '/desk/beds', role: 'street', caption: '家庭养老床位：验收通过才计入建成数。' },
  { name: 'bed', screen: '/desk/beds/:id', role: 'street', caption: '一张床位从申请到服务，每一步谁在什么时候办的。' },
  { name: 'orders', screen: '/desk/orders', role: 'street', caption: '派服务：等派的、进行中的、完成的。' },
  {
    name: 'order',
    screen: '/desk/orders/:id',
    role: 'street',
    caption: '一张服务单：谁能去、为什么能去，价格怎么分担。',
  },
  { name: 'alarms', screen: '/desk/alarms', role: 'street', caption: '守平安：每条告警走到哪一步、用了几分钟。' },
  { name: 'visits', screen: '/desk/visits', role: 'community', caption: '走访：该去谁家、多久去一次、为什么。' },
  { name: 'facilities', screen: '/desk/facilities', role: 'district', caption: '养老服务机构和驿站。' },
  {
    name: 'inspections',
    screen: '/desk/inspections',
    role: 'regulator',
    caption: '随机抽查：抽到的记录、查实的缩水、更正。',
  },
  { name: 'figures', screen: '/desk/figures', role: 'district', caption: '指标目录：一个指标只有一种算法。' },
  { name: 'figure', screen: '/desk/figures/:code', role: 'district', caption: '一个指标点开就是构成它的记录。' },
  { name: 'reports', screen: '/desk/reports', role: 'city', caption: '季度进展：一期一张表。' },
  {
    name: 'report',
    screen: '/desk/reports/:id',
    role: 'city',
    caption: '进展表：每个数有出处，核对通过才能批准、锁定。',
  },
  { name: 'audit', screen: '/desk/audit', role: 'auditor', caption: '谁看过、谁办过。' },
  { name: 'elder-home', screen: '/elder', role: 'elder', caption: '老人端：字大，一键呼一直在。' },
  { name: 'elder-orders', screen: '/elder/orders', role: 'family', caption: '家属看老人的服务，确认、评价。' },
  { name: 'field-today', screen: '/field', role: 'caregiver', caption: '护理员的一天：按路线排，一个按钮办下一步。' },
  { name: 'wall', screen: '/screen', role: 'district', caption: '值守大屏：只有数和告警，没有姓名。' },
];

/** Where `npm run tour` keeps the pictures; a test run opens every stop and takes none. */
export const TOUR_FOLDER = process.env.YINIAN_TOUR;

/** README.md beside the pictures. */
export function writeTour(folder: string): void {
  const parts = TOUR.map(
    ({ name, caption }, index) =>
      `## ${index + 1}. ${caption}\n\n![${caption}](${name}-1440.png)\n\n手机上：[${name}-390.png](${name}-390.png)\n`,
  );
  const text = `# 走一遍颐年\n\n图由浏览器测试在演示城市里截取（1440 和 390 像素宽），人员和业务都是合成的。重新生成：\`npm run tour\`。\n\n${parts.join('\n')}`;
  writeFileSync(`${folder}/README.md`, text);
}
