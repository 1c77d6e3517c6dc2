import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite } from '#contracts/accounts.ts';
import { ROLE_PORTALS, ROLES, type Role } from '#contracts/roles.ts';
import { navOf, navOfJob } from '../../src/web/paths.ts';
import { JOBS } from '../../src/web/screen.ts';
import { open, openBrowser, settled } from '../support/browser.ts';
import { listenToConsole } from '../support/checks.ts';
import { type CityApp, startCityApp } from '../support/city-app.ts';
import { recordDocuments } from '../support/documents.ts';

/** One script for each role: in by the login page, into its own portal, through everything its navigation offers. */
let city: CityApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  city = await startCityApp();
  await recordDocuments(city);
  browser = await openBrowser(city.url);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** Presses the demo login of a role, as a visitor of the demo does. */
async function enter(page: Page, role: Role): Promise<void> {
  const { body } = await city.visitor.call(readSite);
  const mine = body.demoLogins.find(one => one.role === role);
  await open(page, '/login');
  await page
    .locator('.demo-logins button', { hasText: mine?.name ?? '' })
    .filter({ hasText: mine?.title ?? '' })
    .first()
    .click();
  await page.waitForURL(`**/${ROLE_PORTALS[role]}`);
  await settled(page);
}

/** The order in which the navigation unfolds: a job first, then what stands under it. */
const stopsOf = (role: Role): readonly string[] =>
  ROLE_PORTALS[role] === 'desk'
    ? JOBS.flatMap(job => navOfJob(job, role).map(screen => screen.path))
    : navOf(ROLE_PORTALS[role], role).map(screen => screen.path);

test.each(ROLES)('%s logs in and opens everything in the navigation', async role => {
  const portal = ROLE_PORTALS[role];
  const page = await browser.newPage({ size: portal === 'desk' ? 'desk' : 'phone' });
  const heard = listenToConsole(page);
  await enter(page, role);
  const stops = stopsOf(role);
  expect(stops.length).toBeGreaterThan(0);
  let seen = '';
  for (const path of stops) {
    const link = page.locator(`a[href="${path}"]`).first();
    if (new URL(page.url()).pathname !== path) {
      // a page for one thing leads back to the home that lists them all
      if (!(await link.isVisible())) await page.goto(`/${portal}`);
      await link.click();
    }
    await page.waitForURL(`**${path}`);
    await page.locator('h1').first().waitFor();
    await settled(page);
    const text = await page.locator('main').last().textContent();
    expect(text, `${path} opens for ${role}`).not.toMatch(/打不开这一页|这个页面没有打开|系统出了错/);
    seen += text ?? '';
  }
  expect(seen, 'something of the demo is on its pages').toMatch(/\d/);
  expect(heard()).toEqual([]);
  await page.context().close();
});
