import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLE_PORTALS, ROLES, type Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { fill, mayOpen, SCREENS } from '../../src/web/paths.ts';
import type { Screen } from '../../src/web/screen.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { open, openBrowser, SIZES, screenshot } from '../support/browser.ts';
import { faultsOf, inLanes, listenToConsole } from '../support/checks.ts';
import { type CityApp, startCityApp } from '../support/city-app.ts';
import { cloneDatabase } from '../support/database.ts';
import { recordDocuments } from '../support/documents.ts';
import { numbersFromNowhere } from '../support/numbers-on-page.ts';
import { type Stop, TOUR, writeTour } from '../support/tour.ts';
import { Walk } from '../support/walk.ts';

/**
 * Every screen of the path table, opened as a role that may, found by following links from the role's own pages:
 * with the data of the small city, with an empty database, and with a server that answers 500.
 */
const STREET = '110115005000';
const LANES = 2;
let city: CityApp;
let empty: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let emptyBrowser: Awaited<ReturnType<typeof openBrowser>>;
const screens = SCREENS.filter(screen => !screen.path.startsWith('/dev/'));

type Found = { screen: Screen; path: string; role: Role | null };
const found = new Map<string, Found>();
const dataFaults: string[] = [];

beforeAll(async () => {
  city = await startCityApp();
  empty = await startTestApp(await cloneDatabase(), await buildWeb());
  await recordDocuments(city);
  browser = await openBrowser(city.url);
  emptyBrowser = await openBrowser(empty.url);
  await inLanes([null, ...ROLES], LANES, async role => {
    await crawl(role);
    return [];
  });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await emptyBrowser?.close();
  await city?.stop();
  await empty?.stop();
});

const pages = new Map<string, Promise<{ page: Page; heard: () => string[] }>>();

/** A page seen before is opened again by another role only where a record below it was not found yet. */
const mayLead = (screen: Screen, role: Role | null): boolean =>
  screens.some(
    one =>
      !found.has(one.path) && mayOpen(one.roles, role) && one.path.startsWith(`${screen.path.replace(/\/new$/, '')}/:`),
  );

/** Opens what a role can reach and has not been opened yet, and checks each new screen. */
async function crawl(role: Role | null): Promise<void> {
  const wanted = () => screens.some(screen => !found.has(screen.path) && mayOpen(screen.roles, role));
  if (!wanted()) return;
  const page = await browser.newPage({ session: role ? await city.session(role) : undefined });
  const heard = listenToConsole(page);
  const portal = role ? ROLE_PORTALS[role] : 'public';
  const walk = new Walk(role, [portal === 'public' ? '/' : `/${portal}`, '/login', '/no-access', '/screen', '/desk']);
  for (let place = walk.next(); place && wanted(); place = walk.next()) {
    const isNew = !found.has(place.screen.path);
    if (!isNew && !mayLead(place.screen, role)) continue;
    if (isNew) found.set(place.screen.path, { ...place, role });
    const faults = await walk.visit(page, place).then(
      async () => (isNew ? faultsOf(page, ['phone', 'desk']) : []),
      (error: Error) => [error.message.slice(0, 300)],
    );
    const path = place.path;
    dataFaults.push(...[...faults, ...heard()].map(fault => `data ${path} (${role}): ${fault}`));
  }
  await page.context().close();
}

/** A page of its own for each check of a role; closed with the browser. */
async function pageOf(kind: string, role: Role | null): Promise<{ page: Page; heard: () => string[] }> {
  const key = `${kind} ${role}`;
  const waiting = pages.get(key);
  pages.delete(key);
  if (waiting) return waiting;
  const make = async () => {
    const page =
      kind === 'empty'
        ? await emptyBrowser.newPage({ session: role ? (await empty.as(personOf(role))).cookie : undefined })
        : await browser.newPage({ session: role ? await city.session(role) : undefined });
    if (kind === 'error') await page.route(/\/api\/(?!session|site)/, route => route.fulfill(BROKEN));
    return { page, heard: listenToConsole(page) };
  };
  return make();
}

const BROKEN = {
  status: 500,
  contentType: 'application/json',
  body: JSON.stringify({
    code: 'platform.unavailable',
    message: '系统出了错，这次没有办成',
    doNext: '请稍等片刻再试',
    requestId: 'REQ-TEST',
  }),
};

const personOf = (role: Role) => ({
  role,
  areaCode: STREET,
  ...(['elder', 'family'].includes(role) ? { elderId: newId() } : {}),
});

/** Opens one screen in one state and says all that is wrong with it. */
async function check(kind: string, place: Found, sizes: readonly ('desk' | 'phone')[]): Promise<string[]> {
  const held = await pageOf(kind, place.role);
  const { page, heard } = held;
  try {
    await open(page, place.path);
    await page.locator('h1').first().waitFor();
    const faults = await faultsOf(page, sizes);
    if (kind === 'empty') faults.push(...(await numbersFromNowhere(page)));
    return [...faults, ...heard()].map(fault => `${kind} ${place.path} (${place.role}): ${fault}`);
  } catch (error) {
    return [`${kind} ${place.path} (${place.role}): ${(error as Error).message.slice(0, 300)}`];
  } finally {
    pages.set(`${kind} ${place.role}`, Promise.resolve(held));
  }
}

/** Reached only in the middle of a story that another journey tells (services, care, alarm, places, start). */
const WITH_A_STORY: readonly string[] = [
  '/first-administrator',
  '/desk/assessments/:id/report',
  '/desk/orders/new',
  '/desk/beds/new',
  '/field/alarms/:id',
  '/field/visits/:elderId',
  '/places/compare',
  '/desk/inspections/draws/:id',
  '/desk/inspections/checks/:id',
];

test('links lead to every screen of the path table', () => {
  const lost = screens.map(screen => screen.path).filter(path => !found.has(path) && !WITH_A_STORY.includes(path));
  expect(lost).toEqual([]);
});

test('with data, at the desk and on a phone', () => {
  expect(dataFaults).toEqual([]);
});

test('with a server that answers 500', async () => {
  const asking = [...found.values()].filter(({ screen }) => screen.states.includes('error'));
  expect(await inLanes(asking, LANES, place => check('error', place, ['phone']))).toEqual([]);
}, 300_000);

test('with an empty database there is no number that is not in it', async () => {
  const places = screens.map(screen => ({
    screen,
    path: fill(screen.path, screen.example ?? { id: newId(), code: 'none' }),
    role: roleFor(screen),
  }));
  expect(await inLanes(places, LANES, place => check('empty', place, ['phone']))).toEqual([]);
}, 300_000);

test('the tour shows the main screens with the data of the small city', async () => {
  const shown: Stop[] = [];
  await inLanes(TOUR, LANES, async stop => {
    const place = found.get(stop.screen);
    if (!place) return [];
    const role = place.screen.path.includes(':') ? place.role : stop.role;
    const held = await pageOf('data', role);
    for (const [size, width] of SIZES_OF_TOUR) {
      await held.page.setViewportSize(SIZES[size]);
      await open(held.page, place.path);
      await screenshot(held.page, `${stop.name}-${width}`);
    }
    pages.set(`data ${role}`, Promise.resolve(held));
    shown.push(stop);
    return [];
  });
  writeTour(TOUR.filter(stop => shown.includes(stop)));
  expect(TOUR.filter(stop => !shown.includes(stop)).map(stop => stop.screen)).toEqual([]);
});

const SIZES_OF_TOUR = [
  ['desk', 1440],
  ['phone', 390],
] as const;

const roleFor = (screen: Screen): Role | null =>
  screen.roles === 'anyone' ? null : screen.roles === 'everyone' ? 'street' : (screen.roles[0] ?? null);
