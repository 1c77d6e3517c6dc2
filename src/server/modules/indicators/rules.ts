import type { CivilDate } from '#shared/dates.ts';
import { DEFINITIONS } from './definitions.ts';

export type Statement = { item: string; quote: string; unit: string };

/**
 * Which indicator a figure of a progress sentence is: its item must speak of the subject, its quote of the state, and
 * the unit must fit; the first definition of the catalogue wins. Undefined = a figure that only its unit can report.
 */
export function recogniseIndicator({ item, quote, unit }: Statement): string | undefined {
  return DEFINITIONS.find(({ recognise }) => {
    if (!recognise?.unit.includes(unit)) return false;
    if (!recognise.subjects.some(subject => item.includes(subject))) return false;
    if (recognise.not?.some(word => quote.includes(word))) return false;
    return recognise.states.some(state => quote.includes(state));
  })?.code;
}

export type Scope = { areaFrom: string; areaTo: string; from: CivilDate; asOf: CivilDate };

/** A progress table counts from 1 January of the cut-off's year (今年以来). */
export const yearToDate = (asOf: CivilDate): { from: CivilDate; asOf: CivilDate } => ({
  from: `${asOf.slice(0, 4)}-01-01`,
  asOf,
});

/** Shares are shown in per cent with at most one decimal, other figures as counted. */
export function roundFigure(aggregate: 'sum' | 'share' | 'median', value: number): number {
  return aggregate === 'share' ? Math.round(value * 1000) / 10 : value;
}
