import type { ServiceItem } from '#contracts/catalogue.ts';
import type { CivilDate } from '#shared/dates.ts';

type Dated = { validFrom: CivilDate; validTo: CivilDate | null };

/** A version is in force from its first day up to and without `validTo`. */
export function itemState(item: Dated, today: CivilDate): ServiceItem['state'] {
  if (item.validFrom > today) return 'future';
  return item.validTo === null || item.validTo > today ? 'effective' : 'replaced';
}
