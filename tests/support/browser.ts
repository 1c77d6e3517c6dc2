import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { expect } from 'vitest';

/** The sizes the design is judged at. */
export const SIZES = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  elder: { width: 375, height: 812 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

/** Made for one-shot cloud functions: one process dies with its first context, and security must be as in real life. */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation',
  '--allow-running',
];

const TOUR = new URL('../../docs/tour/', import.meta.url);

/** One headless browser per test file; `close()` in afterAll. The packaged Chromium is Linux x64, elsewhere Chrome. */
export async function openBrowser(baseUrl: string) {
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  const args = chromium.args.filter(arg => !UNWANTED.some(one => arg.startsWith(one))).concat('--lang=zh-CN');
  const browser: Browser = packaged
    ? await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
    : await playwright.launch({ channel: 'chrome', headless: true });
  return {
    close: () => browser.close(),
    /** A page of its own context; `session` is a login's token (TestApp.as(…).cookie). */
    newPage: async (options: { size?: Size; session?: string | undefined } = {}): Promise<Page> => {
      const context = await browser.newContext({
        viewport: SIZES[options.size ?? 'desk'],
        baseURL: baseUrl,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      });
      if (options.session) {
        await context.addCookies([{ name: 'yinian_session', value: options.session, url: baseUrl }]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },
  };
}

/** Opens a path (browser expressions are strings: tests are typed without the DOM) and waits until fonts and every read on the page have settled. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('html[data-fonts="ready"]');
  await page.waitForSelector('.skl[aria-busy="true"]', { state: 'detached' });
  // the faces of the last text drawn may still be on their way
  await page.evaluate('document.fonts.ready.then(() => true)');
}

/** Saves docs/tour/<name>.png. */
export async function screenshot(page: Page, name: string, folder: URL = TOUR): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
}

/** WCAG 2.2 AA and axe's best practices: nothing found, or each finding with its place. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(v => `${v.id}: ${v.help}\n${v.nodes.map(n => `  ${n.html.slice(0, 160)}`).join('\n')}`);
  expect(found).toEqual([]);
}
