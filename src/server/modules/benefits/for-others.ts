import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { decideOn } from './catalogue/evaluate.ts';
import { lawOn } from './catalogue/law-on.ts';
import { fileOf } from './catalogue/register.ts';
import { listSettings } from './db/settings.ts';
import { homeCareBed } from './schemes/home-care-bed/rule.ts';
import { ltcCoordination } from './schemes/ltc-coordination/rule.ts';
import type { GroupFacts } from './schemes/person-groups.ts';

/** The group by which an elder may have a 家庭养老床位 where he lives (null = none), and which groups there are. */
export async function bedTargetOf(
  ctx: Context,
  of: { facts: GroupFacts; areaCode: string },
): Promise<{ group: string | null; groups: string }> {
  const place = { on: ctx.today, district: areaAt(of.areaCode, 'district'), settings: await listSettings(ctx) };
  const { lines, refusals } = decideOn(homeCareBed, { ...of.facts }, place);
  const none = refusals.find(said => said.code === 'no-group');
  const group = lines.find(line => line.code === 'in-group')?.values?.group;
  return { group: none ? null : String(group ?? ''), groups: String(none?.values?.groups ?? '') };
}

/** Does an ability level reach the benefit of the long-term care insurance on a day? */
export function reachesInsurance(abilityLevel: number | null, on: CivilDate): boolean {
  const least = lawOn(ltcCoordination, fileOf(ltcCoordination), { on }).minLevel;
  return abilityLevel !== null && typeof least === 'number' && abilityLevel >= least;
}
