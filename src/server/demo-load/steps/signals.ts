import type { ComparedField, SignalTopic } from '#contracts/comparison-kinds.ts';
import type { Verdict } from '#contracts/relief-rules.ts';
import { insertComparison } from '#modules/comparisons/index.ts';
import {
  applyForRelief,
  keepProjectStage,
  listOpenReasons,
  listWarningsOf,
  stepWarning,
  takeSignals,
} from '#modules/relief/index.ts';
import type { Context } from '#platform/http/context.ts';
import type { DemoElder } from '../../demo/index.ts';
import type { StepContext } from '../step-context.ts';
import { actingAs, contextOf } from '../step-job.ts';
import { AS_OF, loadMeans, numberOf, SON } from './relief-means.ts';

const COSTS = ['46,800.00', '38,200.00', '12,300.00', '860.50'];

/** The exchange simulator's columns by topic: the same names a department's table has. */
const WHO = [
  ['身份证号', 'identityNumber'],
  ['姓名', 'name'],
] as const;
const COLUMNS: Record<SignalTopic, readonly (readonly [string, ComparedField])[]> = {
  insurance: [...WHO, ['个人自付金额', 'medicalCost'], ['年度', 'period']],
  unemployment: [...WHO, ['开始领取日期', 'startedOn'], ['停止领取日期', 'endedOn'], ['领取金额', 'amount']],
  employmentAid: [...WHO, ['援助类别', 'category'], ['援助开始日期', 'startedOn'], ['援助结束日期', 'endedOn']],
  seriousIllness: [...WHO, ['报销金额', 'amount'], ['结算年度', 'period']],
  medicalAid: [...WHO, ['医疗救助金额', 'amount'], ['年度', 'period']],
  subsidisedEnrolment: [...WHO, ['参保年度', 'period'], ['参保状态', 'enrolment'], ['资助类别', 'category']],
  incomeTax: [...WHO, ['申报收入', 'amount'], ['纳税年度', 'period']],
  educationAid: [...WHO, ['资助项目', 'category'], ['资助金额', 'amount'], ['年度', 'period']],
  housingAid: [...WHO, ['救助方式', 'category'], ['资助金额', 'amount'], ['年度', 'period']],
};
const SENDERS: Record<SignalTopic, string> = {
  ...{ insurance: '区医保局', unemployment: '区人社局', employmentAid: '区人社局', seriousIllness: '区医保局' },
  ...{ medicalAid: '区医保局', subsidisedEnrolment: '区医保局', incomeTax: '区税务局', educationAid: '区教委' },
  housingAid: '区住建委',
};

type Sent = { topic: SignalTopic; asOf: string; rows: readonly (readonly string[])[]; name: string };
const who = (one: DemoElder | undefined) => [one?.identityNumber ?? '', one?.name ?? ''];
/** The module's own clock of an earlier day. */
const onDay = (ctx: Context, day: string): Context => ({ ...ctx, today: day, now: `${day}T09:40:00+08:00` });

/** One batch on its day, as the exchange delivers it, and what the rules make of it. */
async function send(district: Context, { topic, asOf, rows, name }: Sent): Promise<number> {
  const ctx = onDay(district, asOf);
  const batchId = await insertComparison(ctx, {
    ...{ asOf, sender: SENDERS[topic], fileName: `${name}.csv`, kind: topic, columns: COLUMNS[topic], rows },
  });
  await takeSignals(ctx, { batchId, kind: topic, fromRow: 1, toRow: rows.length + 1 });
  return rows.length;
}

/**
 * What 人社, 医保, 税务, 教育 and 住房 sent about the login's community: warnings in every state, one visit for several reasons, one
 * that is late, a re-check of somebody whose income has risen; with its means and a relief waiting for the street.
 */
export async function loadSignals(
  step: StepContext,
  { district, people }: { district: Context; people: readonly DemoElder[] },
): Promise<number> {
  const street = actingAs(step, 'street');
  const poor = people.filter(one => one.economic === '低收入' && one.hukouArea.startsWith('11'));
  const plain = people.filter(one => one.economic === '普通' && one.living === '独居');
  const chosen = [...poor, ...plain].slice(0, COSTS.length);
  const [first] = chosen;
  if (!first) return 0;
  let rows = await loadMeans(street, first);
  rows += await sendEarlier({ district, street, plain, aided: people.filter(one => one.economic === '低保') });
  const costs = chosen.map((one, i) => [...who(one), COSTS[i] ?? '', '2024']);
  const stranger = [numberOf('1940-01-09', '002'), '外区一人', '52,000.00', '2024'];
  rows += await send(district, {
    ...{ topic: 'insurance', asOf: AS_OF, name: '2024年个人负担医疗费', rows: [...costs, stranger] },
  });
  rows += await visitFirst(street, first);
  rows += await sendSons(district);
  return rows + (await loadProject(contextOf(step)));
}

/** Months before: what the visits made of it stands in the rules' feedback. */
async function sendEarlier(of: {
  district: Context;
  street: Context;
  plain: readonly DemoElder[];
  aided: readonly DemoElder[];
}): Promise<number> {
  const { district, street, plain, aided } = of;
  const [lapsed, unlisted, ill, helped, pupil, housed] = plain.slice(6);
  const enrolled = aided.slice(0, 6).map(one => [...who(one), '2025', '正常参保', '低保']);
  const gone = [...who(lapsed), '2025', '停保', ''];
  const odd = [...who(unlisted), '2025', '正常参保', '低收入'];
  const batches: Sent[] = [
    { topic: 'subsidisedEnrolment', asOf: '2025-02-26', name: '2025年资助参保', rows: [...enrolled, gone, odd] },
    {
      ...{ topic: 'seriousIllness', asOf: '2025-03-14', name: '2024年大病保险报销' },
      rows: [[...who(ill), '28,640.00', '2024'], ...aided.slice(0, 2).map(one => [...who(one), '9,300.00', '2024'])],
    },
    {
      ...{ topic: 'medicalAid', asOf: '2025-03-20', name: '2024年医疗救助' },
      rows: [
        [...who(helped), '3,500.00', '2024'],
        [...who(ill), '6,000.00', '2024'],
      ],
    },
    {
      topic: 'educationAid',
      asOf: '2025-04-18',
      name: '2024年教育资助',
      rows: [[...who(pupil), '助学金', '2,400.00', '2024']],
    },
    {
      topic: 'housingAid',
      asOf: '2025-05-16',
      name: '2024年住房救助',
      rows: [[...who(housed), '公租房租金补贴', '7,200.00', '2024']],
    },
    {
      topic: 'incomeTax',
      asOf: '2025-05-30',
      name: '2024年申报收入',
      rows: [[...who(aided[6] ?? aided[0]), '62,400.00', '2024']],
    },
  ];
  let rows = 0;
  for (const batch of batches) rows += await send(district, batch);
  rows += await visit(street, lapsed, { on: '2025-03-03', verdict: 'false', note: '医保上月已经续上，数据晚了' });
  rows += await visit(street, unlisted, {
    on: '2025-03-05',
    verdict: 'no-need',
    note: '去年退出低收入，资助按旧名单，生活可以',
  });
  rows += await visit(street, ill, { on: '2025-03-26', verdict: 'true', note: '手术后要长期吃药，积蓄不多' });
  return (
    rows +
    (await visit(street, pupil, { on: '2025-04-23', verdict: 'false', note: '同住的孙子已经工作，数据是前年的' }))
  );
}

async function visit(
  street: Context,
  one: DemoElder | undefined,
  of: { on: string; verdict: Verdict; note: string },
): Promise<number> {
  const [warning] = one ? await listWarningsOf(street, one.elderId) : [];
  if (!warning) return 0;
  const ctx = onDay(street, of.on);
  const verdicts = (await listOpenReasons(ctx, warning.warning_id)).map(reasonId => ({
    reasonId,
    verdict: of.verdict,
  }));
  const action = of.verdict === 'true' ? 'verify' : 'exclude';
  await stepWarning(ctx, warning.warning_id, { action, note: of.note, verdicts });
  if (action === 'exclude') return verdicts.length;
  const given = { action: 'give' as const, note: '街道社工站送药上门，帮助办了门诊慢特病', verdicts: [] };
  await stepWarning(onDay(street, '2025-04-10'), warning.warning_id, given);
  const close = { action: 'close' as const, note: '吃药有着落，每月回访一次', verdicts: [] };
  await stepWarning(onDay(street, '2025-04-30'), warning.warning_id, close);
  return verdicts.length + 2;
}

/** The relief of the first: visited, taken in, waiting for the street's decision. */
async function visitFirst(street: Context, first: DemoElder): Promise<number> {
  const [warning] = await listWarningsOf(street, first.elderId);
  if (!warning) return 0;
  const note = '上门看过住院票据和报销单，积蓄已经花完，确有困难';
  const verdicts = (await listOpenReasons(street, warning.warning_id)).map(reasonId => ({
    ...{ reasonId, verdict: 'true' as const },
  }));
  await stepWarning(street, warning.warning_id, { action: 'verify', note, verdicts });
  const asked = { elderId: first.elderId, warningId: warning.warning_id, spentFen: 4_680_000 };
  const reason = '一年住院两次，自己负担的部分超过全家积蓄';
  await applyForRelief(street, { ...asked, severelyDisabled: false, reason });
  return 2;
}

/** The son of the first household lost his work: three records of two departments, one visit. */
async function sendSons(district: Context): Promise<number> {
  const son = [SON.number, SON.name];
  let rows = await send(district, {
    ...{ topic: 'incomeTax', asOf: '2025-06-12', name: '2023年申报收入', rows: [[...son, '84,000.00', '2023']] },
  });
  rows += await send(district, {
    ...{
      topic: 'unemployment',
      asOf: '2025-06-16',
      name: '失业金领取2025年6月',
      rows: [[...son, '2025-05-06', '', '2,124.00']],
    },
  });
  rows += await send(district, {
    ...{ topic: 'employmentAid', asOf: '2025-06-16', name: '就业援助2025年6月' },
    rows: [[...son, '公益性岗位', '2024-05-01', '2025-04-30']],
  });
  return (
    rows +
    (await send(district, {
      topic: 'incomeTax',
      asOf: '2025-06-18',
      name: '2024年申报收入第2批',
      rows: [[...son, '31,500.00', '2024']],
    }))
  );
}

/** 初步验收 is passed, 试运行 runs: that it is so stands in the city's ledger of tasks; the days here are of the demo. */
async function loadProject(ctx: Context): Promise<number> {
  const city = { ...ctx, actor: { ...ctx.actor, name: '市民政局社会救助处（演示）', areaCode: '110000000000' } };
  await keepProjectStage(onDay(city, '2025-05-23'), {
    ...{ stage: 'preliminary-acceptance', state: 'passed', on: '2025-05-22' },
    ...{ opinion: '专家组同意（日期为演示）', document: '初步验收评审意见' },
  });
  await keepProjectStage(onDay(city, '2025-06-03'), {
    ...{ stage: 'trial-run', state: 'running', on: '2025-06-03', opinion: '进入试运行（日期为演示）' },
    document: '试运行方案',
  });
  return 2;
}
