import type { Outcome, OutcomeLine } from '#contracts/benefits/catalogue.ts';
import type { Confidence } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { decideOn, evaluateScheme, sayLine } from './catalogue/evaluate.ts';
import { lawOn, type Place, valueOn } from './catalogue/law-on.ts';
import { fileOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { listSettings } from './db/settings.ts';
import { basicService } from './schemes/basic-service/rule.ts';
import { festivalVisit } from './schemes/festival-visit/rule.ts';
import { share } from './schemes/household-means.ts';
import { institutionBeds } from './schemes/institution-beds/rule.ts';
import { institutionOperating } from './schemes/institution-operating/rule.ts';
import { meal } from './schemes/meal/rule.ts';
import type { GroupFacts } from './schemes/person-groups.ts';
import { station } from './schemes/station/rule.ts';

/** What the subsidies of organisations look at in a person. */
export type PersonFacts = GroupFacts & { hukouInBeijing: boolean };
/** Day and district, with the values that districts have set. */
export type SubsidyPlace = Place & { on: CivilDate };

export const subsidyPlace = async (ctx: Context, of: { on: CivilDate; areaCode: string }): Promise<SubsidyPlace> => ({
  on: of.on,
  district: areaAt(of.areaCode, 'district'),
  settings: await listSettings(ctx),
});

function outcomeOf(scheme: SchemeDefinition, facts: object, place: Place): Outcome {
  const outcome = evaluateScheme(scheme, facts, place);
  if ('problems' in outcome) throw new DomainError('platform.invalid-input', outcome.problems[0]?.message);
  return outcome;
}

const groupFacts = ({ hukouInBeijing: _, ...facts }: PersonFacts): GroupFacts => facts;

/** 基本养老服务对象 or not, with the group or the refusal in words. */
export function basicServiceOf(facts: PersonFacts, place: SubsidyPlace): { yes: boolean; because: string } {
  const { state, lines, refusals } = outcomeOf(basicService, groupFacts(facts), place);
  const said = state === 'yes' ? lines : refusals;
  return { yes: state === 'yes', because: said.map(each => each.sentence).join('；') || '出生日期不全' };
}

/** 驿站运营扶持 of one station and month. */
export const stationOf = (facts: { rural: boolean; signed: number; stars: number }, place: SubsidyPlace): Outcome =>
  outcomeOf(station, facts, place);

/** 机构运营补贴 of one institution and month, or of one of its residents. */
export const institutionOf = (
  residents: readonly { days: number; hukouInBeijing: boolean; abilityLevel: number | null }[],
  place: SubsidyPlace,
): Outcome => outcomeOf(institutionOperating, { residents }, place);

/** 养老机构床位补贴 of one institution and month, by the beds it has registered. */
export const bedsOf = (beds: number, place: SubsidyPlace): Outcome => outcomeOf(institutionBeds, { beds }, place);

export type Diner = { diner: boolean; operator: boolean; because: string };

/**
 * One meal of one person: does the diner get the subsidy, does the point get its own? 运营补贴 counts every elder living at
 * home, whether or not a 基本养老服务对象 (2022 年 69 号).
 */
export function judgeDiner(facts: PersonFacts, billFen: number, place: SubsidyPlace): Diner {
  const { refusals, missing } = decideOn(meal, { ...groupFacts(facts), billFen }, place);
  const codes: readonly string[] = refusals.map(said => said.code);
  const outside = ['no-law', 'not-at-home', 'below-age'].some(code => codes.includes(code)) || missing.length > 0;
  const sentences = outcomeOf(meal, { ...groupFacts(facts), billFen }, place).refusals.map(each => each.sentence);
  return {
    diner: codes.length === 0 && missing.length === 0,
    operator: !outside,
    because: missing.length > 0 ? '出生日期不全' : sentences.join('；'),
  };
}

/** The two lines of a meal point's month, in person-days, city and district halves said. */
export function sayMeals(days: { diner: number; operator: number }, place: SubsidyPlace) {
  const law = lawOn(meal, fileOf(meal), place);
  const rates = { diner: Number(law.dinerFen ?? 0), operator: Number(law.operatorFen ?? 0) };
  const percent = Number(law.citySharePercent ?? 0);
  const lines = (['operator', 'diner'] as const).flatMap((code): OutcomeLine[] => {
    if (days[code] === 0) return [];
    const amountFen = days[code] * rates[code];
    const cityFen = share(amountFen, percent);
    const group = '基本养老服务对象，由助餐点垫付';
    const values = { group, cityFen, districtFen: amountFen - cityFen };
    const line = sayLine(meal, { code, values, amountFen, per: 'month', payee: 'provider' }, place);
    return [{ ...line, sentence: `${days[code]} 人天：${line.sentence}` }];
  });
  return { rates, lines };
}

/** What the district has set for a festival, and whom the scheme's own default names. */
export async function festivalLawOf(ctx: Context, of: { occasion: 'spring' | 'ninth' | 'other'; onDay: CivilDate }) {
  const file = fileOf(festivalVisit);
  const place = await subsidyPlace(ctx, { on: of.onDay, areaCode: ctx.actor.areaCode });
  const key = { spring: 'springFen', ninth: 'ninthFen', other: null }[of.occasion];
  const set = key ? valueOn(file, key, place) : undefined;
  const groups = (lawOn(festivalVisit, file, place).groups ?? []) as { nameZh: string }[];
  return {
    amountFen: typeof set?.value === 'number' ? set.value : null,
    documentNumber: set?.documentNumber ?? null,
    groups: groups.map(group => group.nameZh),
  };
}

/** The latest city value of a parameter of 机构运营补贴, for the rehearsal's worked example: one source for both. */
export function institutionParameter(key: string): { value: number | boolean; confidence: Confidence } {
  const latest = fileOf(institutionOperating).parameters[key]?.values.at(-1);
  if (typeof latest?.value !== 'number' && typeof latest?.value !== 'boolean') throw new Error(`没有参数 ${key}`);
  return { value: latest.value, confidence: latest.confidence };
}
