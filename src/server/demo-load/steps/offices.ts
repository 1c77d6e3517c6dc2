import { registerAgreement } from '#modules/agreements/index.ts';
import { sentOf, writeBatch } from '#modules/credit-records/index.ts';
import { nominate, openYear, stepNominee, stepYear } from '#modules/filial-models/index.ts';
import { stepProvider } from '#modules/providers/index.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { DemoOrganisation } from '../../demo/index.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';
import { actingAs, contextOf } from '../step-job.ts';

const DAXING = '110115';
const CITY = '110000000000';
const on = (ctx: Context, day: string): Context => ({ ...ctx, today: day, now: `${day}T02:00:00.000Z` });
const asCity = (step: StepContext): Context => {
  const ctx = contextOf(step);
  return { ...ctx, actor: { ...ctx.actor, name: DEMO_BY, role: 'city', areaCode: CITY } };
};

/** What offices do beside services: the yearly selection, agreements with other regions, credit records, changed entries. */
export async function loadOffices(step: StepContext): Promise<number> {
  return (
    (await loadModels(step)) + (await loadAgreements(step)) + (await loadCredit(step)) + (await loadDirectory(step))
  );
}

const PEOPLE = [
  ['孙桂芝', '照顾卧床的婆婆十二年，翻身、喂饭、擦洗没有间断，婆婆没有生过褥疮。'],
  ['李志强', '下班后每天给独居的叔叔送晚饭、量血压，节假日接到家里住。'],
  ['何秀琴', '带着孩子照护失智的母亲，在楼里张罗照护者互助小组，教邻居怎么应对走失。'],
  ['田文海', '退休后回村照顾父母，还轮流接送村里三位老人去镇卫生院复诊。'],
] as const;

/** Last year's list is published, one of three not named in public; this year's stands at every step. */
async function loadModels(step: StepContext): Promise<number> {
  const as = (role: 'community' | 'street' | 'district', day: string) => on(actingAs(step, role), day);
  const bring = async (yearId: string, of: (typeof PEOPLE)[number], day: string) => {
    const [name, deeds] = of;
    const given = { yearId, areaCode: LOGIN_COMMUNITY, name, deeds, livesAt: '', consented: name !== '李志强' };
    return (await nominate(as('community', day), { ...given, consentNote: '本人签字，演示数据' })).id;
  };
  const basis = '区里的评选通知（演示数据）';
  const last = await openYear(as('district', '2024-04-10'), { year: 2024, places: 50, basis });
  for (const one of PEOPLE.slice(0, 3)) {
    const id = await bring(last.id, one, '2024-04-20');
    await stepNominee(as('street', '2024-05-08'), id, { action: 'recommend' });
    await stepNominee(as('district', '2024-06-03'), id, { action: 'select' });
  }
  await stepYear(as('district', '2024-06-05'), last.id, { action: 'notice', noticeTo: '2024-06-14' });
  await stepYear(as('district', '2024-06-17'), last.id, { action: 'publish' });
  const year = await openYear(as('district', '2025-05-12'), { year: 2025, places: 50, basis });
  const ids: string[] = [];
  for (const [i, one] of PEOPLE.entries()) ids.push(await bring(year.id, one, i < 3 ? '2025-06-10' : '2025-06-18'));
  const [selected = '', recommended = '', refused = ''] = ids;
  await stepNominee(as('street', '2025-06-12'), selected, { action: 'recommend' });
  await stepNominee(as('street', '2025-06-13'), recommended, { action: 'recommend' });
  await stepNominee(as('street', '2025-06-13'), refused, { action: 'refuse', note: '去年已评上，把机会让给别人' });
  await stepNominee(as('district', '2025-06-18'), selected, { action: 'select' });
  return PEOPLE.length + 3;
}

const THREE = [
  { name: '北京市民政局', region: '北京市' },
  { name: '天津市民政局', region: '天津市' },
  { name: '河北省民政厅', region: '河北省' },
];

/** Three of the city, one of the district that ends soon. */
async function loadAgreements(step: StepContext): Promise<number> {
  const city = on(asCity(step), '2025-03-03');
  const of = {
    parties: THREE,
    signedOn: '2023-11-16',
    endsOn: '2026-11-15',
    meeting: '三地民政联席会议',
    meetingNumber: 7,
  };
  const task = (title: string, unitName: string, dueOn: string | null) => ({ title, unitName, dueOn });
  await registerAgreement(city, {
    ...{ ...of, title: '三地骨灰撒海合作协议（演示）', subject: 'sea-burial' },
    tasks: [task('共用撒海船期，统一预约', '市殡葬管理处', '2025-12-31'), task('撒海补贴互通', '市殡葬管理处', null)],
  });
  await registerAgreement(city, {
    ...{
      ...of,
      title: '三地社会救助核对合作协议（演示）',
      subject: 'means-check',
      meeting: '三地核对联席会议',
      meetingNumber: 8,
    },
    tasks: [task('核对请求五个工作日内答复', '市社会救助核对中心', '2025-09-30')],
  });
  await registerAgreement(city, { ...of, title: '三地养老服务合作协议（演示）', subject: 'elder-care', tasks: [] });
  const parties = [
    { name: '大兴区民政局', region: '北京市' },
    { name: '廊坊市民政局', region: '河北省' },
  ];
  await registerAgreement(actingAs(step, 'district'), {
    ...{ parties, title: '大兴与廊坊养老服务合作框架（演示）', subject: 'elder-care', tasks: [] },
    ...{ signedOn: '2022-08-01', endsOn: '2025-07-31' },
  });
  return 4;
}

const firmsOf = ({ world }: StepContext): DemoOrganisation[] =>
  world.supply.organisations.filter(
    one => one.kind === 'provider' && one.services.length > 0 && one.areaCode.startsWith(DAXING),
  );

/** One table of the district with a row that came before, and one of the city that only the city sees. */
async function loadCredit(step: StepContext): Promise<number> {
  const [first, second] = firmsOf(step);
  const place = step.world.supply.facilities.find(f => f.kind === 'institution' && f.areaCode.startsWith(DAXING));
  if (!first || !second) return 0;
  const row = (number: string, name: string, more: Record<string, string>) => ({
    ...{ number, name, subjectKind: '服务商', happenedOn: '2025-03-18', scope: '向社会公开', ...more },
  });
  const rows = [
    row('演示-XK-2024-118', first.name, { kind: '登记许可', content: '养老服务经营登记', happenedOn: '2024-02-06' }),
    row('演示-CF-2025-007', first.name, { kind: '行政处罚', content: '没有公示收费标准，警告', scope: '市、区共享' }),
    row('演示-BZ-2025-021', second.name, { kind: '表彰奖励', content: '区级居家养老服务示范单位' }),
    row('演示-CF-2025-007', first.name, { kind: '行政处罚', content: '同一份处罚又送了一次' }),
    ...(place
      ? [
          row('演示-PJ-2024-063', place.name, {
            kind: '评级评估',
            subjectKind: '养老机构',
            content: '等级评定复核合格',
            scope: '市、区、街道共享',
          }),
        ]
      : []),
  ];
  const bring = (ctx: Context, department: string, given: Record<string, string>[]) =>
    writeBatch(ctx, { id: newId(), department, name: '信用信息.xlsx', sm3: '演示', sequence: null }, sentOf(given));
  await bring(actingAs(step, 'district'), '区市场监管局', rows);
  const inner = row('演示-HJ-2025-002', second.name, { kind: '其他', content: '信访件正在核查', scope: '仅市级' });
  await bring(asCity(step), '市信访办', [inner]);
  return rows.length + 1;
}

/** A firm was warned and has mended: two changes of the directory with the district as their source. */
async function loadDirectory(step: StepContext): Promise<number> {
  const firm = firmsOf(step)[0];
  if (!firm) return 0;
  const as = (day: string) => on(actingAs(step, 'district'), day);
  await stepProvider(as('2025-03-20'), firm.organisationId, { action: 'warn', reason: '没有公示收费标准' });
  await stepProvider(as('2025-04-11'), firm.organisationId, { action: 'correct', reason: '收费标准已公示，复查合格' });
  return 2;
}
