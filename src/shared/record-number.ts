import type { CivilDate } from './dates.ts';

/** FW服务单, GJ告警, KN困难预警, JZ临时救助, HD跨地区核对, GZ适老化改造. */
export type NumberKind = 'FW' | 'GJ' | 'KN' | 'JZ' | 'HD' | 'GZ';
export type RecordNumber = { kind: 'FW' | 'GJ'; on: CivilDate; tail: string };

/** Kind + day + six characters of the id's random end, e.g. FW250620-1A2B3C: short enough for the phone. */
export const recordNumber = (kind: NumberKind, of: { id: string; on: CivilDate }): string =>
  `${kind}${of.on.replaceAll('-', '').slice(2)}-${of.id.replaceAll('-', '').slice(-6).toUpperCase()}`;

/** Reads a number as people type it (small letters, no hyphen, spaces); undefined when it is none. */
export function readRecordNumber(text: string): RecordNumber | undefined {
  const found = /^(FW|GJ)(\d{2})(\d{2})(\d{2})-?([0-9A-F]{6})$/.exec(text.replaceAll(/\s/g, '').toUpperCase());
  if (!found) return undefined;
  const [, kind = '', year, month, day, tail = ''] = found;
  return { kind: kind as RecordNumber['kind'], on: `20${year}-${month}-${day}`, tail: tail.toLowerCase() };
}
