import type { Page } from 'playwright-core';
import type { Role } from '#contracts/roles.ts';
import { ROLE_PORTALS } from '#contracts/roles.ts';
import { mayOpen, navOf, SCREENS, screenAt } from '../../src/web/paths.ts';
import type { Screen } from '../../src/web/screen.ts';
import { open } from './browser.ts';

/** Where a screen was found: a real address, with the ids of a real record. */
export type Place = { screen: Screen; path: string };

const HREFS = `[...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin)
  .map(u => u.pathname + u.search)`;

/** Screens of a role that its clicks can lead to: what stands in the navigation, then every link, breadth first. */
export class Walk {
  readonly found = new Map<string, Place>();
  readonly #queue: Place[] = [];
  readonly role: Role | null;

  constructor(role: Role | null, starts: readonly string[]) {
    this.role = role;
    for (const path of starts) this.#see(path);
    const portal = role ? ROLE_PORTALS[role] : 'public';
    for (const screen of navOf(portal, role)) this.#see(screen.path);
  }

  #see(path: string): void {
    const screen = screenAt(path.split('?')[0] ?? '');
    if (!screen || this.found.has(screen.path) || !mayOpen(screen.roles, this.role)) return;
    if (path.includes('/:')) return;
    const place = { screen, path };
    this.found.set(screen.path, place);
    this.#queue.push(place);
  }

  /** The next screen not yet opened; undefined at the end. */
  next(): Place | undefined {
    return this.#queue.shift();
  }

  /** Opens it and notes where its links lead. */
  async visit(page: Page, place: Place): Promise<void> {
    await open(page, place.path);
    for (const path of (await page.evaluate(HREFS)) as string[]) this.#see(path);
  }
}

/** Screens of the path table that this role may open. */
export const screensOf = (role: Role | null): readonly Screen[] =>
  SCREENS.filter(screen => mayOpen(screen.roles, role) && !screen.path.startsWith('/dev/'));
