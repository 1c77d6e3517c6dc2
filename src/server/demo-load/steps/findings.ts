import { insertComparison } from '#modules/comparisons/index.ts';
import { insertElders, type NewElder } from '#modules/elders/index.ts';
import { runCheck } from '#modules/register-quality/index.ts';
import type { Context } from '#platform/http/context.ts';
import { identityCheck } from '#shared/identity-number.ts';
import { newElderOf } from '../../demo/elder-rows.ts';
import { type DemoElder, eldersOf } from '../../demo/index.ts';
import { relatedId } from '../lookup.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';
import { actingAs, contextOf } from '../step-job.ts';
import { loadAdaptations } from './adaptations.ts';
import { loadElsewhere } from './elsewhere.ts';
import { loadRecognitions } from './recognitions.ts';
import { loadSignals } from './signals.ts';

const AS_OF = '2025-06-10';
const TWICE = 4;

/**
 * What other departments' tables and a check of the register found in the login's community: differences to judge, two
 * warnings of medical cost, one of them with its relief waiting for the street, homes to be adapted, records of one
 * person entered twice, recognitions in every state, and what the insurer and other regions decided.
 */
export async function loadFindings(step: StepContext): Promise<number> {
  const place = step.world.people.find(one => one.code === LOGIN_COMMUNITY);
  if (!place) return 0;
  const ctx = contextOf(step);
  const people = eldersOf(step.world.map.seed, place, step.world.codes).filter(one => one.living !== '住养老机构');
  const district = actingAs(step, 'district');
  let rows = await loadDifferences(district, people);
  rows += await loadSignals(step, { district, people });
  rows += await loadAdaptations(step, people);
  rows += await loadRecognitions(step, people);
  rows += await loadElsewhere(step, people);
  return rows + (await loadTwice(step, { ctx, people }));
}

const WHO = [
  ['身份证号', 'identityNumber'],
  ['姓名', 'name'],
] as const;
const who = (one: DemoElder) => [one.identityNumber, one.name];

/** 残联 and 社会救助: some as on file, some not. */
async function loadDifferences(ctx: Context, people: readonly DemoElder[]): Promise<number> {
  const certified = people.filter(one => one.disability && one.disability.kind !== '多重').slice(0, 6);
  const disabled = certified.map((one, i) => {
    const { kind = '肢体', grade = 2 } = one.disability ?? {};
    return [...who(one), `${kind}${'一二三四'.charAt((i < 3 ? grade : 5 - grade) - 1)}级`];
  });
  const unknown = people.filter(one => !one.disability).slice(0, 2);
  const table = { asOf: AS_OF, sender: '区残联', fileName: '持证残疾老年人.csv' };
  await insertComparison(ctx, {
    ...{ ...table, kind: 'disability', columns: [...WHO, ['残疾类别等级', 'disabilities']] },
    rows: [...disabled, ...unknown.map(one => [...who(one), '肢体二级'])],
  });
  const aided = people.filter(one => one.economic === '低保' || one.economic === '低收入').slice(0, 6);
  const hardship = aided.map((one, i) => [
    ...who(one),
    i < 4 ? one.economic : one.economic === '低保' ? '低收入' : '低保',
  ]);
  await insertComparison(ctx, {
    ...{ asOf: AS_OF, sender: '区社会救助中心', fileName: '低保低收入名单.csv', kind: 'hardship' },
    ...{ columns: [...WHO, ['救助类别', 'economicClass']], rows: hardship },
  });
  return disabled.length + unknown.length + hardship.length;
}

/** The same person entered again, as a street does in a hurry: a digit of the number wrong, another building. */
async function loadTwice(step: StepContext, of: { ctx: Context; people: readonly DemoElder[] }): Promise<number> {
  const { keys, today, now } = step;
  const again = of.people.filter(one => one.phone && one.living === '独居').slice(0, TWICE);
  await insertElders(step.client, again.map(secondRecord), { keys, today, now, by: DEMO_BY });
  const inArea = <T>(_area: string, _why: string, work: (ctx: Context) => Promise<T>) => work(of.ctx);
  const checked = await runCheck({ inArea, progress: async () => true }, { areaCode: LOGIN_COMMUNITY });
  return again.length + (checked?.found ?? 0);
}

function secondRecord(one: DemoElder): NewElder {
  const plain = newElderOf(one);
  // Places 90 and above are nobody's in the generated numbers.
  const first17 = `${one.identityNumber.slice(0, 4)}9${one.identityNumber.slice(5, 17)}`;
  return {
    ...plain,
    ...{ elderId: relatedId(one.elderId, 'twice'), householdId: relatedId(one.householdId, 'twice') },
    ...{ identityNumber: first17 + identityCheck(first17), door: '1号楼1单元101', contacts: [] },
    ...{ disabilities: [], diseases: [], economicClass: 'none', abilityLevel: null, abilityValidTo: null },
  };
}
