import type { FacilityKind, FacilityStatus } from '#contracts/facility-nouns.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';

/** Pace that turns a straight line into a hint of walking time: 75 metres a minute (4.5 km/h, an older walker). */
const METRES_A_MINUTE = 75;
export const walkMinutes = (metres: number): number => Math.max(1, Math.round(metres / METRES_A_MINUTE));

export type Dated = { openedOn: CivilDate | null; exitedOn: CivilDate | null };
export type FacilityAction = 'open' | 'suspend' | 'resume' | 'exit' | 'reinstate';
export type StepFacts = { action: FacilityAction; on: CivilDate; reason: string | null };

/** Why a step may not be dated or reasoned so; null when it may. `on` is the day it happened, not when it is entered. */
export function refuseStep(
  place: Dated,
  step: StepFacts,
  today: CivilDate,
): { field: 'on' | 'reason'; say: string } | null {
  const { action, on, reason } = step;
  if (on > today) return { field: 'on', say: `日期不能晚于今天（${dayWords(today)}）` };
  if (action === 'exit' && place.openedOn && on < place.openedOn) {
    return { field: 'on', say: `退出日期不能早于开业日期${dayWords(place.openedOn)}` };
  }
  if ((action === 'exit' || action === 'suspend' || action === 'reinstate') && !reason) {
    const what = { exit: '退出', suspend: '暂停', reinstate: '更正' }[action];
    return { field: 'reason', say: `请写明${what}原因` };
  }
  return null;
}

type Linkable = { kind: FacilityKind; status: FacilityStatus; areaCode: string; openedOn: CivilDate | null };

/** A station is run by a built centre of its own district (stations change hands inside a district only). */
export function refuseLink(station: Linkable, centre: Linkable): string | null {
  if (station.kind !== 'station' || station.status !== 'operating') return '只有运营中的驿站能链接';
  if (centre.kind !== 'regional-centre' || centre.status !== 'operating') return '这家“区域养老服务中心”还没有开展服务';
  if (areaAt(station.areaCode, 'district') !== areaAt(centre.areaCode, 'district')) return '驿站和中心不在一个区';
  return null;
}

/** Communities to begin and to end serving on a day, from those served now. */
export function coverageChange(now: readonly string[], wanted: readonly string[]): { begin: string[]; end: string[] } {
  const [before, after] = [new Set(now), new Set(wanted)];
  return { begin: [...after].filter(c => !before.has(c)), end: [...before].filter(c => !after.has(c)) };
}

export const isCommunity = (code: string): boolean => areaLevel(code) === 'community';
