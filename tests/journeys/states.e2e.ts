import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { fill, SCREENS } from '../../src/web/paths.ts';
import type { Screen } from '../../src/web/screen.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { open, openBrowser } from '../support/browser.ts';
import { faultsOf, inLanes, listenToConsole, type Size } from '../support/checks.ts';
import { cloneDatabase } from '../support/database.ts';
import { numbersFromNowhere } from '../support/numbers-on-page.ts';

/** Every screen of the path table on a phone, over an empty database and with a server that fails. With data: paths.e2e.ts. */
const STREET = '110115005000';
const LANES = 6;
let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

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
type State = 'empty' | 'error';
type Held = { page: Page; heard: () => string[]; isFirst: boolean };

const roleFor = (screen: Screen): Role | null =>
  screen.roles === 'anyone' ? null : screen.roles === 'everyone' ? 'street' : (screen.roles[0] ?? null);

async function sessionOf(role: Role | null): Promise<string | undefined> {
  const elderId = role === 'elder' || role === 'family' ? newId() : undefined;
  return role ? (await app.as({ role, areaCode: STREET, ...(elderId && { elderId }) })).cookie : undefined;
}

async function pageFor(state: State, session: string | undefined): Promise<Held> {
  const page = await browser.newPage({ size: 'phone', session });
  if (state === 'error') await page.route(/\/api\/(?!session|site)/, route => route.fulfill(BROKEN));
  return { page, heard: listenToConsole(page), isFirst: true };
}

/** One lane a role, so that a page is held by one; a record's address carries an id that nobody has. */
async function judgeAll(state: State, places: readonly Screen[]): Promise<string[]> {
  const byRole = [...Map.groupBy(places, roleFor)];
  const sessions = new Map<Role | null, string | undefined>();
  for (const [role] of byRole) sessions.set(role, await sessionOf(role));
  return inLanes(byRole, LANES, async ([role, mine]) => {
    const held = await pageFor(state, sessions.get(role));
    const seen: string[] = [];
    for (const screen of mine)
      seen.push(...(await judge(state, screen, held)).map(fault => `${screen.path}: ${fault}`));
    await held.page.context().close();
    return seen;
  });
}

/** What a page says when it fails is one component: axe looks at a role's first, and at every empty page. */
const viewsOf = (state: State, isFirst: boolean): Size[] =>
  state === 'empty' ? ['phone'] : [isFirst ? 'phone without colours' : 'phone width'];

async function judge(state: State, screen: Screen, held: Held): Promise<string[]> {
  const { page, heard } = held;
  try {
    await open(
      page,
      fill(screen.path, screen.example ?? { id: newId(), code: 'none', form: 'none', elderId: newId() }),
    );
    const faults = await faultsOf(page, viewsOf(state, held.isFirst));
    held.isFirst = false;
    if (state === 'empty') faults.push(...(await numbersFromNowhere(page)));
    return [...faults, ...heard()];
  } catch (error) {
    return [(error as Error).message.slice(0, 300)];
  }
}

const screens = SCREENS.filter(screen => !screen.path.startsWith('/dev/'));

test('with a server that answers 500', async () => {
  expect(
    await judgeAll(
      'error',
      screens.filter(screen => screen.states.includes('error')),
    ),
  ).toEqual([]);
}, 600_000);

test('with an empty database there is no number that is not in it', async () => {
  expect(await judgeAll('empty', screens)).toEqual([]);
}, 600_000);
