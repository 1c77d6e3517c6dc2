import { addPerson, doVisit, leaveVisit, makeFestival, readVisits, stepFestival } from '#modules/festivals/index.ts';
import type { Context } from '#platform/http/context.ts';
import { eldersOf } from '../../demo/index.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import type { StepContext } from '../step-context.ts';
import { actingAs } from '../step-job.ts';

const GOODS = { gift: 'goods' as const, goods: '米面油一份', basis: '街道慰问老年人工作安排（演示数据）' };
const on = (ctx: Context, day: string): Context => ({ ...ctx, today: day, now: `${day}T02:00:00.000Z` });

/** Three lists of the login's street: one done with, one being visited, one waiting for its check with a person added by hand. */
export async function loadFestivals(step: StepContext): Promise<number> {
  const as = (role: 'street' | 'district' | 'community', day: string) => on(actingAs(step, role), day);
  // Some dozens of people in the street; in two communities hardly anybody is that old.
  const rule = { minAge: 95, economicClasses: [], familyPlanningSpecial: step.world.plan.size === 'small' };
  const spring = { ...GOODS, rule, occasion: 'spring' as const, name: '2025年春节', onDay: '2025-01-29' };
  const first = await makeFestival(as('street', '2025-01-13'), spring);
  await stepFestival(as('district', '2025-01-15'), first.id, { action: 'check' });
  await visit(step, first.id, { day: '2025-01-22', upTo: 1 });
  await stepFestival(as('street', '2025-01-27'), first.id, { action: 'close' });
  const dragon = { ...GOODS, rule, occasion: 'other' as const, name: '2025年端午节', onDay: '2025-05-31' };
  const second = await makeFestival(as('street', '2025-05-19'), dragon);
  await stepFestival(as('district', '2025-05-21'), second.id, { action: 'check' });
  await visit(step, second.id, { day: '2025-05-29', upTo: 0.6 });
  const ninth = { ...GOODS, rule, occasion: 'ninth' as const, name: '2025年重阳节', onDay: '2025-10-29' };
  const third = await makeFestival(actingAs(step, 'street'), ninth);
  const place = step.world.people.find(one => one.code === LOGIN_COMMUNITY);
  const people = place ? eldersOf(step.world.map.seed, place, step.world.codes) : [];
  const added = people.find(one => one.bornOn > '1940-01-01' && one.living === '独居' && !one.specialFamily);
  if (added) {
    const { identityNumber, name } = added;
    await addPerson(actingAs(step, 'street'), third.id, { identityNumber, name, because: '独居，上月刚出院' });
  }
  return first.listed + second.listed + third.listed;
}

/** Part of a list is visited; one in nine was not at home, and it is said why. */
async function visit(step: StepContext, listId: string, of: { day: string; upTo: number }): Promise<void> {
  const ctx = on(actingAs(step, 'community'), of.day);
  const { rows } = await readVisits(ctx, { listId, status: 'listed', limit: 500 });
  for (const [at, row] of rows.slice(0, Math.ceil(rows.length * of.upTo)).entries()) {
    if (at % 9 === 1) await leaveVisit(ctx, row.id, '住院，家属请节后再来');
    else
      await doVisit(ctx, row.id, {
        ...{ doneOn: of.day, receiver: at % 5 === 2 ? '女儿' : '本人', note: '演示数据不带照片，签收单在社区' },
      });
  }
}
