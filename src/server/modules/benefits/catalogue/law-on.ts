import { DomainError } from '#contracts/errors.ts';
import type { CivilDate } from '#shared/dates.ts';
import type { Parameter, SchemeFile, Value } from './read-scheme-file.ts';
import type { SchemeDefinition } from './scheme.ts';

/** A value that a district has set for itself, with the document it did so by. */
export type Setting = {
  scheme: string;
  parameter: string;
  district: string;
  from: CivilDate;
  to: CivilDate | null;
  value: unknown;
  documentNumber: string;
  /** Who confirmed it, and who proposed it where that was another. */
  setBy?: string;
  proposedBy?: string | null;
};

/** Day and district decide which value applies. */
export type Place = { on: CivilDate; district?: string | null; settings?: readonly Setting[] };
export type Applied = Pick<Value, 'from' | 'to' | 'value' | 'confidence' | 'note' | 'district'> & {
  documentNumber?: string;
};

/** 甲提出，乙核准; undefined where nobody is known. */
export const whoSet = ({ setBy, proposedBy }: Setting): string | undefined =>
  proposedBy ? `${proposedBy}提出，${setBy}核准` : setBy && `${setBy}设置`;

const isOn = (each: { from: string; to: string | null }, on: string) =>
  each.from <= on && (each.to === null || on <= each.to);

/** The value in force: the district's setting, else its own value in the file, else the city's; undefined = none. */
export function valueOn(file: SchemeFile, key: string, place: Place): Applied | undefined {
  const parameter = file.parameters[key];
  if (!parameter) return undefined;
  const { on, district, settings = [] } = place;
  if (district && parameter.district) {
    const set = settings.findLast(
      each => each.scheme === file.scheme && each.parameter === key && each.district === district && isOn(each, on),
    );
    if (set) return { ...set, confidence: 'found', district, note: whoSet(set) };
  }
  const inForce = parameter.values.filter(each => isOn(each, on));
  return inForce.find(each => each.district && each.district === district) ?? inForce.find(each => !each.district);
}

/** Values of the files as the rules' shapes read them: checked once each, not once a question. */
const read = new WeakMap<Applied, unknown>();

/** Every parameter that the rule reads, checked by the rule's own shape; null = none in force, or not set. */
export function lawOn(scheme: SchemeDefinition, file: SchemeFile, place: Place): Record<string, unknown> {
  const law: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(scheme.law)) {
    const applied = valueOn(file, key, place);
    if (applied && !read.has(applied)) read.set(applied, applied.value === null ? null : shape.parse(applied.value));
    law[key] = applied ? read.get(applied) : null;
  }
  return law;
}

/** How a value is entered: money and shares as numbers, anything else only in the file. */
export function shapeOfParameter(parameter: Parameter): 'fen' | 'percent' | 'count' | 'other' {
  const isNumber = parameter.values.every(each => each.value === null || typeof each.value === 'number');
  if (!isNumber) return 'other';
  if (parameter.unit.startsWith('分')) return 'fen';
  return parameter.unit.startsWith('%') ? 'percent' : 'count';
}

/** Refuses a district's value where the city leaves none to it, or where it may only raise (不得降低). */
export function checkSetting(file: SchemeFile, key: string, given: { value: number; on: CivilDate }): void {
  const parameter = file.parameters[key];
  if (!parameter?.district || shapeOfParameter(parameter) === 'other')
    throw new DomainError('benefits.not-the-districts', `“${parameter?.label ?? key}”全市一样，区里不能另定`);
  const city = valueOn(file, key, { on: given.on })?.value;
  if (parameter.district === 'raise' && typeof city === 'number' && given.value < city)
    throw new DomainError('benefits.not-the-districts', `“${parameter.label}”区里可以提高，不能降低`, {
      value: '不能低于全市标准',
    });
}
