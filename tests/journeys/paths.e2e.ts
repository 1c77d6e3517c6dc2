import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLE_PORTALS, ROLES, type Role } from '#contracts/roles.ts';
import { SUBJECT_WORDS } from '#contracts/subject-words.ts';
import { jobOfKind } from '../../src/server/modules/work/rules.ts';
import { fill, mayOpen, SCREENS, screenAt } from '../../src/web/paths.ts';
import type { Screen } from '../../src/web/screen.ts';
import { open, openBrowser, SIZES, screenshot } from '../support/browser.ts';
import { faultsOf, inLanes, listenToConsole } from '../support/checks.ts';
import { type CityApp, startCityApp } from '../support/city-app.ts';
import { recordDocuments } from '../support/documents.ts';
import { storyPlaces } from '../support/story-records.ts';
import { TOUR, TOUR_FOLDER, writeTour } from '../support/tour.ts';
import { Walk } from '../support/walk.ts';

/**
 * Every screen of the path table with the data of the small city, found by following links from a role's own pages and
 * judged at the desk, on a phone for its width (empty and failing pages on a phone: states.e2e.ts); the stops of
 * the tour are opened in passing, and pictured by `npm run tour`.
 */
const LANES = 2;
let city: CityApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const screens = SCREENS.filter(screen => !screen.path.startsWith('/dev/'));

const found = new Map<string, { path: string; role: Role | null }>();
const pictured = new Set<string>();
const faults: string[] = [];

beforeAll(async () => {
  city = await startCityApp();
  await recordDocuments(city);
  browser = await openBrowser(city.url);
  const told = await storyPlaces(city);
  await inLanes([null, ...ROLES], LANES, async role => {
    await crawl(role);
    return [];
  });
  const missed = Map.groupBy(
    told.filter(({ screen }) => !found.has(screen)),
    ({ role }) => role,
  );
  await inLanes([...missed], LANES, async ([role, places]) => {
    const page = await browser.newPage({ faces: true, session: role ? await city.session(role) : undefined });
    const heard = listenToConsole(page);
    for (const { screen, path } of places) {
      found.set(screen, { path, role });
      await judge(path, role, async () => {
        await open(page, path);
        return [...(await faultsOf(page, ['phone width', 'desk'])), ...heard()];
      });
    }
    await page.context().close();
    return [];
  });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

async function judge(path: string, role: Role | null, look: () => Promise<string[]>): Promise<void> {
  const seen = await look().catch((error: Error) => [error.message.slice(0, 300)]);
  faults.push(...seen.map(fault => `${path} (${role}): ${fault}`));
}

/** A page seen before is opened again by another role only where a record below it was not found yet. */
const mayLead = (screen: Screen, role: Role | null): boolean =>
  screens.some(
    one =>
      !found.has(one.path) && mayOpen(one.roles, role) && one.path.startsWith(`${screen.path.replace(/\/new$/, '')}/:`),
  );

const stopsOf = (screen: Screen, role: Role | null) =>
  TOUR.filter(one => one.screen === screen.path && (one.role === role || screen.path.includes(':')));

/** Opens what a role can reach and nobody opened before it, and what the tour shows as this role. */
async function crawl(role: Role | null): Promise<void> {
  const wanted = () =>
    screens.some(screen => mayOpen(screen.roles, role) && (!found.has(screen.path) || isStop(screen, role)));
  if (!wanted()) return;
  const page = await browser.newPage({ faces: true, session: role ? await city.session(role) : undefined });
  const heard = listenToConsole(page);
  const portal = role ? ROLE_PORTALS[role] : 'public';
  // Whoever is logged in is led on from the login page.
  const starts = role ? [`/${portal}`, '/screen', '/desk'] : ['/', '/login'];
  const walk = new Walk(role, [...starts, '/no-access']);
  for (let place = walk.next(); place && wanted(); place = walk.next()) {
    const { screen, path } = place;
    const isNew = !found.has(screen.path);
    if (!isNew && !mayLead(screen, role) && !isStop(screen, role)) continue;
    if (isNew) found.set(screen.path, { path, role });
    await judge(path, role, async () => {
      await page.setViewportSize(SIZES.desk);
      await walk.visit(page, place);
      const seen = isNew ? await faultsOf(page, ['desk', 'phone width']) : [];
      await picture(page, screen, role);
      return [...seen, ...heard()];
    });
  }
  await page.context().close();
}

const isStop = (screen: Screen, role: Role | null): boolean =>
  stopsOf(screen, role).some(stop => !pictured.has(stop.name));

async function picture(page: Page, screen: Screen, role: Role | null): Promise<void> {
  for (const stop of stopsOf(screen, role)) {
    if (pictured.has(stop.name)) continue;
    pictured.add(stop.name);
    if (stop.telling) {
      const { rows } = await city.database.admin.query<{ id: string }>(stop.telling);
      await open(page, fill(screen.path, { id: rows[0]?.id ?? '' }));
    }
    if (!TOUR_FOLDER) continue;
    for (const [size, width] of [['phone', 390] as const, ['desk', 1440] as const]) {
      await page.setViewportSize(SIZES[size]);
      await screenshot(page, `${stop.name}-${width}`, TOUR_FOLDER);
    }
  }
}

test('every screen of the path table is reached', () => {
  expect(screens.map(screen => screen.path).filter(path => !found.has(path))).toEqual([]);
});

test('with data: nothing for axe at the desk, nothing wider than the desk or a phone, no console error', () => {
  expect(faults).toEqual([]);
});

test('a duty counts in the navigation under the job its own screen stands under', async () => {
  const { rows } = await city.database.admin.query<{ kind: string; path: string }>(
    `select distinct on (subject_kind) subject_kind as kind, path from due_items
     where path like '/desk/%' order by subject_kind, opened_at`,
  );
  expect(rows.length).toBeGreaterThan(10);
  const jobs = rows.map(({ kind, path }) => ({ kind, path, job: screenAt(path.split('?')[0] ?? '')?.job ?? 'people' }));
  expect(jobs.filter(({ kind, job }) => jobOfKind(kind) !== job)).toEqual([]);
});

test('a step on a file says what it was taken on', async () => {
  const { rows } = await city.database.admin.query<{ kind: string }>(
    'select distinct subject_kind as kind from lifecycle_steps where elder_id is not null',
  );
  const own = ['elder', 'life-event', 'elder-handover', 'correction', 'card', 'outside-look'];
  expect(rows.map(row => row.kind).filter(kind => !SUBJECT_WORDS[kind] && !own.includes(kind))).toEqual([]);
});

test('the tour shows its stops', () => {
  expect(TOUR.map(stop => stop.name).filter(name => !pictured.has(name))).toEqual([]);
  if (TOUR_FOLDER) writeTour(TOUR_FOLDER);
});
