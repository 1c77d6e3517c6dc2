import type { Role } from '#contracts/roles.ts';
import { readRecordNumber } from '#shared/record-number.ts';
import { mayOpen, SCREENS } from '../../paths.ts';
import type { Screen } from '../../screen.ts';

export type Kind = 'number' | 'elders' | 'facilities';

const PAGES = {
  elders: '/desk/elders',
  facilities: '/desk/facilities',
  FW: '/desk/orders',
  GJ: '/desk/alarms',
} as const;

/** Whoever may open the list may find in it. */
export const canSee = (role: Role, what: keyof typeof PAGES): boolean =>
  SCREENS.some(screen => screen.path === PAGES[what] && mayOpen(screen.roles, role));

/** A number names one record: nothing else is asked then. */
export function kindsFor(role: Role, q: string): Kind[] {
  const number = readRecordNumber(q);
  if (number) return canSee(role, number.kind) ? ['number'] : [];
  return (['elders', 'facilities'] as const).filter(kind => canSee(role, kind));
}

/** Pages of the desk that this role may open, whose title has the words in it; records have no address to go to. */
export const screensFor = (role: Role, q: string): readonly Screen[] =>
  SCREENS.filter(
    screen =>
      screen.portal === 'desk' &&
      !screen.path.includes(':') &&
      screen.path !== '/desk/search' &&
      mayOpen(screen.roles, role) &&
      (screen.title.includes(q) || (screen.nav ?? '').includes(q)),
  );
