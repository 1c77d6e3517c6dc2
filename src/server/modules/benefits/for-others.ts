import type { Outcome } from '#contracts/benefits/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { decideOn, evaluateScheme } from './catalogue/evaluate.ts';
import { lawOn, valueOn } from './catalogue/law-on.ts';
import { fileOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { listSettings } from './db/settings.ts';
import { consumptionRatio } from './schemes/consumption-ratio/rule.ts';
import { destituteSupport } from './schemes/destitute-support/rule.ts';
import { homeAdaptation } from './schemes/home-adaptation/rule.ts';
import { homeCareBed } from './schemes/home-care-bed/rule.ts';
import { lowIncomeFamily } from './schemes/low-income-family/rule.ts';
import { ltcCoordination } from './schemes/ltc-coordination/rule.ts';
import { minimumLiving } from './schemes/minimum-living/rule.ts';
import type { GroupFacts } from './schemes/person-groups.ts';
import { registerUpkeep } from './schemes/register-upkeep/rule.ts';
import { temporaryRelief } from './schemes/temporary-relief/rule.ts';

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

/** Within how many days a record of the register is looked at again, in each of the districts, with how sure we are of it. */
export async function upkeepOf(ctx: Context, districts: readonly string[]) {
  const settings = await listSettings(ctx);
  const file = fileOf(registerUpkeep);
  return districts.map(district => {
    const applied = valueOn(file, 'withinDays', { on: ctx.today, district, settings });
    const basis = applied?.documentNumber ?? '';
    return { district, days: Number(applied?.value), confidence: applied?.confidence ?? ('uncertain' as const), basis };
  });
}

type Adapted = { areaCode: string; costFen: number; beforeFen: number; assessedOn: string; acceptedOn: string };

/** 居家适老化改造 of one household by the district's standard on the day of acceptance; amounts in fen. */
export async function adaptationSubsidy(ctx: Context, { areaCode, ...facts }: Adapted): Promise<Outcome> {
  const place = { on: facts.acceptedOn, district: areaAt(areaCode, 'district'), settings: await listSettings(ctx) };
  const outcome = evaluateScheme(homeAdaptation, facts, place);
  if ('problems' in outcome) throw new DomainError('platform.invalid-input', outcome.problems[0]?.message);
  return outcome;
}

/** What the district gives, each value with how sure we are of it. */
export async function adaptationStandard(ctx: Context, areaCode: string) {
  const place = { on: ctx.today, district: areaAt(areaCode, 'district'), settings: await listSettings(ctx) };
  const file = fileOf(homeAdaptation);
  return (['sharePercent', 'capFen'] as const).map(key => {
    const applied = valueOn(file, key, place);
    const value = Number(applied?.value ?? 0);
    return {
      ...{ label: file.parameters[key]?.label ?? key, confidence: applied?.confidence ?? 'uncertain' },
      ...{ value: key === 'capFen' ? `${fenToYuanText(value)}元` : `${value}%` },
      basis: applied?.documentNumber ?? '',
    };
  });
}

/** 临时救助 of one event on a day; the sentence of each line names its document. */
export const reliefOf = (
  facts: { economicClass: string; spentFen: number; severelyDisabled: boolean },
  on: CivilDate,
): Outcome => outcomeOf(temporaryRelief, facts, on);

const HOUSEHOLD_SCHEMES = [minimumLiving, lowIncomeFamily, destituteSupport, temporaryRelief] as const;
type HouseholdFacts = Record<'minimumLiving' | 'lowIncomeFamily' | 'destituteSupport' | 'temporaryRelief', object>;

/** The four schemes of social assistance for one household on a day, from facts as relief has them on file. */
export function evaluateHousehold(facts: HouseholdFacts, on: CivilDate) {
  return HOUSEHOLD_SCHEMES.map(scheme => {
    const { state, amountFen, lines, refusals, missing } = outcomeOf(
      scheme,
      facts[scheme.key as keyof HouseholdFacts],
      on,
    );
    const lacks = missing.map(each => each.label);
    return { scheme: scheme.key, name: fileOf(scheme).nameZh, state, amountFen, lines, refusals, missing: lacks };
  });
}

/** A 低保 standard by 消费支出比例法, beside the standards it is coordinated with. */
export const standardByConsumption = (
  facts: { consumptionFen: number; sharePercent: number },
  on: CivilDate,
): Outcome => outcomeOf(consumptionRatio, facts, on);

/** The 低保 standard of a day, in fen a head and month; null where none is known. */
export function minimumStandard(on: CivilDate): number | null {
  const fen = lawOn(minimumLiving, fileOf(minimumLiving), { on }).standardFen;
  return typeof fen === 'number' ? fen : null;
}

/** The income a head and month that a class of 社会救助 is measured against on a day, in fen; null where none is known. */
export function incomeStandard(economicClass: string, on: CivilDate): number | null {
  if (economicClass !== '低收入') return minimumStandard(on);
  const fen = lawOn(lowIncomeFamily, fileOf(lowIncomeFamily), { on }).incomeLimitFen;
  return typeof fen === 'number' ? fen : null;
}

function outcomeOf(scheme: SchemeDefinition, facts: object, on: CivilDate): Outcome {
  const outcome = evaluateScheme(scheme, facts, { on });
  if ('problems' in outcome) throw new DomainError('platform.invalid-input', outcome.problems[0]?.message);
  return outcome;
}
