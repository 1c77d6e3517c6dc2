import type { RecognitionKind } from '#contracts/relief-lifecycle.ts';
import {
  addMeansEntry,
  applyForRecognition,
  authoriseMeans,
  insertStanding,
  judgeMeans,
  postRecognition,
  type RecognitionRow,
  runReviews,
  stepRecognition,
  surveyRecognition,
  takeInRecognition,
} from '#modules/relief/index.ts';
import type { Context } from '#platform/http/context.ts';
import type { DemoElder } from '../../demo/index.ts';
import { relatedId } from '../lookup.ts';
import type { StepContext } from '../step-context.ts';
import { actingAs, contextOf } from '../step-job.ts';

/** Days of the steps in order; a case has as many as it has come. */
type Case = {
  kind: RecognitionKind;
  incomeFen: number;
  applied: string;
  surveyed?: string;
  posted?: string;
  submitted?: string;
  decided?: string;
  withdrawn?: string;
  ended?: string;
};

/** Of people whose file says nothing yet: one of each state, the older the further. */
const UNDER_WAY: readonly Case[] = [
  { kind: 'minimumLiving', incomeFen: 88_000, applied: '2025-06-17' },
  { kind: 'lowIncomeFamily', incomeFen: 205_000, applied: '2025-06-09', surveyed: '2025-06-13' },
  { kind: 'minimumLiving', incomeFen: 96_000, applied: '2025-05-28', surveyed: '2025-06-04', posted: '2025-06-11' },
  {
    ...{ kind: 'lowIncomeFamily', incomeFen: 212_000, applied: '2025-05-26', surveyed: '2025-05-30' },
    ...{ posted: '2025-06-04', submitted: '2025-06-16' },
  },
  {
    ...{ kind: 'minimumLiving', incomeFen: 72_000, applied: '2025-05-06', surveyed: '2025-05-09' },
    ...{ posted: '2025-05-14', submitted: '2025-05-26', decided: '2025-06-06' },
  },
  {
    ...{ kind: 'minimumLiving', incomeFen: 235_000, applied: '2025-05-12', surveyed: '2025-05-15' },
    ...{ submitted: '2025-05-19', decided: '2025-05-28' },
  },
  { kind: 'lowIncomeFamily', incomeFen: 0, applied: '2025-06-03', withdrawn: '2025-06-06' },
];
/** Of one whose file says so since: it has ended. */
const ENDED: Omit<Case, 'kind' | 'incomeFen'> = {
  ...{ applied: '2025-01-06', surveyed: '2025-01-10', posted: '2025-01-15', submitted: '2025-02-05' },
  ...{ decided: '2025-02-18', ended: '2025-06-12' },
};
const INCOMES = { minimumLiving: 88_000, lowIncomeFamily: 201_000 } as const;

/** 低保 and 低收入 of the login's community in every state and a re-check that is due, by the product's own steps on their days. */
export async function loadRecognitions(step: StepContext, people: readonly DemoElder[]): Promise<number> {
  const here = people.filter(one => one.hukouArea === one.areaCode);
  // From the end: the first ones stand in the departments' tables and the relief case.
  const plain = here.filter(one => one.economic === '普通').toReversed();
  const known = here.filter(one => one.economic === '低收入' || one.economic === '低保').toReversed();
  for (const [i, one] of UNDER_WAY.entries()) await walk(step, { one, elder: plain[i], isKnown: false });
  const [standing, former] = known;
  if (former) {
    const kind = kindOf(former);
    await walk(step, { one: { ...ENDED, kind, incomeFen: INCOMES[kind] }, elder: former, isKnown: true });
  }
  if (standing) await insertStanding(step.client, [standingOf(standing)]);
  const ctx = contextOf(step);
  const inArea = <T>(_area: string, _why: string, work: (inner: Context) => Promise<T>) => work(ctx);
  await runReviews({ inArea, progress: async () => true });
  return UNDER_WAY.length + 2;
}

const kindOf = (one: DemoElder) => (one.economic === '低保' ? 'minimumLiving' : 'lowIncomeFamily');

/** Recognised a year ago, before there were letters here: its time to be looked at again comes this month. */
function standingOf(elder: DemoElder): RecognitionRow {
  const [id, areaCode] = [relatedId(elder.elderId, 'recognition'), elder.areaCode];
  const [by, place] = ['演示数据', '社区公示栏'];
  return {
    ...{ elder_id: elder.elderId, application_id: id, elder_name: elder.name, number: 'JZ240527-000001' },
    ...{ area_code: areaCode, responsible: true, responsible_area: areaCode, applied_area: areaCode },
    ...{ warning_id: null, economic_class: 'none', severely_disabled: false, reason: '退休金少，生活有困难' },
    ...{ kind: kindOf(elder), status: 'approved', applicant: 'self', spent_fen: null, sealed: null },
    ...{ applied_by: by, applied_at: '2024-05-27T10:00:00+08:00', outcome: null, correction_id: null, fact: 'applied' },
    amount_fen: kindOf(elder) === 'minimumLiving' ? 57_000 : 0,
    survey: { on: '2024-05-31', surveyors: '陈岚、赵敏', finding: '一人独住，家里陈设简单', enteredBy: by },
    notice: {
      ...{ appraisedOn: '2024-06-05', agreed: 9, against: 0, postedOn: '2024-06-05', until: '2024-06-12' },
      ...{ place, enteredBy: by },
    },
    submission: { on: '2024-06-14', by, accountId: '', note: '公示没有异议' },
    ...{
      decided_by: by,
      decision_note: '核查属实，予以认定',
      decided_on: '2024-07-02',
      succession: null,
      continues_id: null,
      review_on: '2025-07-02',
    },
  };
}

type Walk = { one: Case; elder: DemoElder | undefined; isKnown: boolean };

async function walk(step: StepContext, { one, elder, isKnown }: Walk): Promise<void> {
  if (!elder) return;
  const on = (role: 'community' | 'street' | 'district', day: string): Context => ({
    ...actingAs(step, role),
    ...{ today: day, now: `${day}T10:00:00+08:00` },
  });
  const { elderId } = elder;
  const asked = { elderId, kind: one.kind, applicant: 'self' as const, reason: '退休金少，没有别的收入，生活有困难' };
  // What the file says since was applied for before.
  const apply = isKnown ? takeInRecognition : applyForRecognition;
  const { id } = await apply(on('street', one.applied), asked);
  const go = (role: 'street' | 'district', day: string, body: Parameters<typeof stepRecognition>[2]) =>
    stepRecognition(on(role, day), id, body);
  if (one.withdrawn) await go('street', one.withdrawn, { action: 'withdraw', note: '子女接去同住，本人不再申请' });
  if (!one.surveyed) return;
  await tellMeans(on('street', one.surveyed), { elder, incomeFen: one.incomeFen });
  const finding = '一人独住，家里陈设简单，和申报的一致';
  await surveyRecognition(on('street', one.surveyed), id, { on: one.surveyed, surveyors: '陈岚、赵敏', finding });
  if (one.posted) {
    const votes = { agreed: 9, against: 0, appraisedOn: one.posted };
    await postRecognition(on('street', one.posted), id, { ...votes, postedOn: one.posted, place: '社区公示栏' });
  }
  if (one.submitted)
    await go('street', one.submitted, { action: 'submit', note: one.posted ? '公示没有异议' : '收入超过标准' });
  if (one.decided) {
    const action = one.posted ? ('approve' as const) : ('refuse' as const);
    await go('district', one.decided, { action, note: one.posted ? '核查属实，予以认定' : '收入超过标准' });
  }
  if (one.ended) await go('district', one.ended, { action: 'end', note: '女儿接走同住，家庭收入超过标准' });
}

/** One income, verified, and the street's judgement of the property. */
async function tellMeans(
  street: Context,
  { elder, incomeFen }: { elder: DemoElder; incomeFen: number },
): Promise<void> {
  const { elderId, name } = elder;
  await authoriseMeans(street, elderId, { signedBy: name, signedOn: street.today });
  await addMeansEntry(street, elderId, {
    ...{ fact: { part: 'income', of: '', kind: 'pension', fen: incomeFen } as const, asOf: street.today },
    ...{ source: 'check', confidence: 'verified' },
  });
  await judgeMeans(street, elderId, {
    ...{ propertyWithinRule: true, singleParent: false, supporterIs60: false, severelyIll: false },
    ...{ severelyDisabled: false, noSupporter: false, note: '核对报告：没有别的房产，存款不多' },
  });
}
