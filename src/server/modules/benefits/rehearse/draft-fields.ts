import { BENEFIT_EFFECT_LABELS, BENEFIT_EFFECTS, ECONOMIC_CLASSES, SCHEMES } from '#contracts/benefits/schemes.ts';
import type { DraftField } from '#contracts/rehearsals/draft.ts';
import { type Definitions, definitions } from '../law/definitions.ts';

export type ParameterValue = { from: string; to: string | null; value: unknown; confidence: DraftField['confidence'] };
export type Parameter = { label: string; unit: string; document: string; clause: string; values: ParameterValue[] };
export type ParameterSet = { scheme: string; nameZh: string; parameters: Record<string, Parameter> };
export type TierData = { key: string; nameZh: string; amountFen: number; clause: string; minAge?: number };
export type BenefitData = { code: string; nameZh: string; effect: string; clause: string };

/** The measure's common rules and the schemes, as one list of sets. */
export const setsOf = (from: Definitions): ParameterSet[] =>
  [...SCHEMES.map(scheme => from[scheme]), from.measure] as unknown as ParameterSet[];

/** The entry of a parameter in force on the first day of a month. */
export const entryIn = (parameter: Parameter, month: string): ParameterValue | undefined =>
  parameter.values.find(each => each.from <= `${month}-01` && (each.to === null || `${month}-01` <= each.to));

const LIMITS: Record<string, { min: number; max: number }> = {
  周岁: { min: 50, max: 120 },
  月: { min: 0, max: 120 },
};
const WHOLE = { min: 0, max: 100 };
export const MOST_FEN = 10_000_000;

type About = Pick<DraftField, 'group' | 'unit' | 'documentNumber' | 'clause' | 'confidence'>;

/** Everything a draft may change, with the value, document, clause and confidence that stand in `month`. */
export function draftFields(month: string): DraftField[] {
  const from = definitions();
  return setsOf(from).flatMap(set =>
    Object.entries(set.parameters).flatMap(([key, parameter]) => {
      const entry = entryIn(parameter, month);
      if (!entry || entry.value === null) return [];
      const about: About = {
        group: set.scheme === 'measure' ? '共同的规则' : set.nameZh,
        unit: parameter.unit,
        documentNumber: from.sources.get(parameter.document)?.number ?? parameter.document,
        clause: parameter.clause,
        confidence: entry.confidence,
      };
      return fieldsOf(`${set.scheme}.${key}`, { about, label: parameter.label, value: entry.value });
    }),
  );
}

function fieldsOf(id: string, given: { about: About; label: string; value: unknown }): DraftField[] {
  const { about, label, value } = given;
  if (id.endsWith('.tiers')) return (value as TierData[]).flatMap(tier => tierFields(id, tier, about));
  if (id === 'measure.otherBenefits') return (value as BenefitData[]).map(each => effectField(id, each, about));
  if (id === 'measure.destituteClass')
    return [{ id, ...about, label, kind: 'choice', value: String(value), choices: CLASSES }];
  if (typeof value === 'number') {
    const levels = about.unit.startsWith('级') ? { min: 0, max: 4 } : undefined;
    return [{ id, ...about, label, kind: 'integer', value, ...(levels ?? LIMITS[about.unit] ?? WHOLE) }];
  }
  // The measure's own yes and no are what the rules are built on; they are no draft's to turn.
  if (typeof value === 'boolean' && !id.startsWith('measure.'))
    return [{ id, ...about, label, kind: 'boolean', value }];
  return [];
}

const CLASSES = ECONOMIC_CLASSES.filter(each => each !== 'none').map(value => ({ value, label: value }));

function tierFields(id: string, tier: TierData, about: About): DraftField[] {
  const own = { ...about, clause: tier.clause };
  const amount: DraftField = {
    ...own,
    ...{ id: `${id}.${tier.key}.amountFen`, label: `${tier.nameZh}：每人每月`, kind: 'fen', unit: '元' },
    ...{ value: tier.amountFen, min: 1, max: MOST_FEN },
  };
  if (tier.minAge === undefined) return [amount];
  const age: DraftField = {
    ...own,
    ...{ id: `${id}.${tier.key}.minAge`, label: `${tier.nameZh}：从几岁起`, kind: 'integer', unit: '周岁' },
    ...{ value: tier.minAge, min: 50, max: 120 },
  };
  return [amount, age];
}

/** “择高” needs the other benefit's amount, which is recorded only for those that are 择高 now. */
const effectsFor = (now: string) => BENEFIT_EFFECTS.filter(effect => effect !== 'higher' || now === 'higher');

function effectField(id: string, { code, nameZh, effect, clause }: BenefitData, about: About): DraftField {
  const choices = effectsFor(effect).map(value => ({ value, label: BENEFIT_EFFECT_LABELS[value] }));
  return {
    ...about,
    ...{ id: `${id}.${code}.effect`, label: `与${nameZh}的衔接`, kind: 'choice', unit: '', clause },
    ...{ value: effect, choices },
  };
}
