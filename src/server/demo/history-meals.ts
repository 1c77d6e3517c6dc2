import { addDays, addMonths, civilDateToDays, daysBetween } from '#shared/dates.ts';
import type { Random } from '#shared/random.ts';
import { demoId, msOf } from './demo-ids.ts';
import type { DemoFacility } from './facility-types.ts';
import type { DemoMeal } from './history-types.ts';
import type { MealCount } from './meal-points.ts';
import { DEMO_START } from './model.ts';
import type { DemoElder } from './people-types.ts';

/** Price of a standard lunch and the subsidy of a hard-up person's, in fen (design default until the catalogue sets them). */
const [PRICE_FEN, SUBSIDY_FEN] = [1_800, 500];

/**
 * Single meals of one point whose months add up exactly to its counts. A person has one meal per slot and day: diners are
 * taken in turn, and when there are more meals than diners on a day the rest have supper.
 */
export function* mealsOf(
  r: Random,
  point: DemoFacility,
  from: { counts: readonly MealCount[]; diners: readonly DemoElder[] },
): Generator<DemoMeal> {
  const { counts, diners } = from;
  if (diners.length === 0) return;
  let turn = r.below(diners.length);
  for (const { month, personTimes } of counts) {
    const days = servingDays(point, month);
    for (let d = 0; d < days.length; d++) {
      const today = Math.floor((personTimes * (d + 1)) / days.length) - Math.floor((personTimes * d) / days.length);
      for (let k = 0; k < today; k++) {
        const elder = diners[turn++ % diners.length] as DemoElder;
        yield meal(r, { point, elder, servedOn: days[d] as string, slot: k < diners.length ? '午餐' : '晚餐' });
      }
    }
  }
}

/** All days open in the month, Sundays included; June 2025 ends before the demo's first day. */
function servingDays(point: DemoFacility, month: string): string[] {
  const first = `${month}-01`;
  const next = addMonths(first, 1);
  const start = point.openedOn && point.openedOn > first ? point.openedOn : first;
  const ends = [next, DEMO_START, point.exitedOn ?? next].sort();
  return Array.from({ length: Math.max(0, daysBetween(start, ends[0] as string)) }, (_, i) => addDays(start, i));
}

function meal(
  r: Random,
  of: { point: DemoFacility; elder: DemoElder; servedOn: string; slot: DemoMeal['slot'] },
): DemoMeal {
  const { point, elder, servedOn, slot } = of;
  return {
    kind: 'meal',
    mealId: demoId(r, msOf(civilDateToDays(servedOn), 690)),
    elderId: elder.elderId,
    areaCode: elder.areaCode,
    facilityId: point.facilityId,
    servedOn,
    slot,
    mode: elder.ability === '能力完好' && r.next() < 0.9 ? '堂食' : '送餐',
    priceFen: PRICE_FEN,
    subsidyFen: elder.economic === '普通' && elder.bornOn > addMonths(servedOn, -80 * 12) ? 0 : SUBSIDY_FEN,
  };
}
