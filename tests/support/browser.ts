import { mkdirSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';

/** The sizes the design is judged at. */
export const SIZES = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  elder: { width: 375, height: 812 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

/**
 * Made for one-shot cloud functions: one process dies with its first context, security must be as in real life, and a
 * graphics card played by the processor costs more of it than the pages themselves.
 */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation',
  '--allow-running',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl',
  '--use-angle',
  '--enable-unsafe-swiftshader',
];

/** One for all test files of a worker, ended with it: starting one costs more than a file's shortest story. */
let running: Promise<Browser> | undefined;

/** The packaged Chromium is Linux x64, elsewhere Chrome. */
async function startBrowser(): Promise<Browser> {
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  const args = chromium.args
    .filter(arg => !UNWANTED.some(one => arg.startsWith(one)))
    .concat('--lang=zh-CN', '--disable-gpu');
  return packaged
    ? playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
    : playwright.launch({ channel: 'chrome', headless: true });
}

/** A system that draws Chinese by itself, as users' do: the product then loads no faces. What is drawn here are boxes. */
const DRAWS_CHINESE = 'CanvasRenderingContext2D.prototype.getImageData = () => ({ data: [Math.random()] })';

type PageOptions = {
  size?: Size;
  /** A login's token (TestApp.as(…).cookie). */
  session?: string | undefined;
  /** Loads the product's own Chinese faces, for what looks at a page and not only at its words; they cost more than it. */
  faces?: boolean;
};

/** The browser as one test file uses it; `close()` in afterAll closes all its pages. */
export async function openBrowser(baseUrl: string) {
  running ??= startBrowser();
  const browser = await running;
  browser.once('disconnected', () => {
    running = undefined;
  });
  const contexts: BrowserContext[] = [];
  return {
    close: () => Promise.all(contexts.map(context => context.close())),
    /** A page of its own context. */
    newPage: async (options: PageOptions = {}): Promise<Page> => {
      const context = await browser.newContext({
        viewport: SIZES[options.size ?? 'desk'],
        baseURL: baseUrl,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      if (options.session) {
        await context.addCookies([{ name: 'yinian_session', value: options.session, url: baseUrl }]);
      }
      if (!options.faces && !process.env.YINIAN_LOOKS) await context.addInitScript(DRAWS_CHINESE);
      const page = await context.newPage();
      page.setDefaultTimeout(45_000);
      return page;
    },
  };
}

/** Loads a path anew, so that nothing known before stands on it, and waits until it has settled. */
export async function load(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Browser expressions are strings: tests are typed without the DOM. */
const GO = (path: string) => `(async () => {
  const path = ${JSON.stringify(path)};
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  const wanted = decodeURI(location.pathname + location.search);
  for (let looks = 0; looks < 600; looks++) {
    if (decodeURI(document.documentElement.dataset.at ?? '') === wanted) return true;
    if (decodeURI(location.pathname + location.search) !== wanted) return true;
    await new Promise(done => setTimeout(done, 25));
  }
  return false;
})()`;

/**
 * Opens a path as a person does: inside the running page, as its link would; loaded where none runs, or where the page
 * stands there already.
 */
export async function open(page: Page, path: string): Promise<void> {
  const at = page.url() === 'about:blank' ? undefined : new URL(page.url());
  if (!at || at.pathname === '/login' || at.pathname + at.search === path) return load(page, path);
  if (!(await page.evaluate(GO(path)))) throw new Error(`${path} was not reached`);
  await settled(page);
}

/** The page is named, no read is under way in two looks one after the other, and every face of its text is here. */
const SETTLED = `(async () => {
  const isStill = () => document.documentElement.dataset.fonts === 'ready' && document.querySelector('h1') &&
    !document.querySelector('.skl[aria-busy="true"]');
  for (let still = 0, looks = 0; looks < 600; looks++) {
    still = isStill() ? still + 1 : 0;
    if (still === 2) return document.fonts.ready.then(() => '');
    await new Promise(done => setTimeout(done, still ? 30 : 25));
  }
  return document.querySelector('h1') ? 'still reading' : 'no h1';
})()`;

/** Waits until a page stands still; throws after about 15 s, saying what it waited for. */
export async function settled(page: Page): Promise<void> {
  const waits = await page.evaluate(SETTLED);
  if (waits) throw new Error(`${page.url()} did not settle: ${waits}`);
}

/** Saves <folder>/<name>.png; the folder stands beside the project and is made when missing. */
export async function screenshot(page: Page, name: string, folder = 'test-results/looks'): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/**
 * In the middle of a story, settled; a picture with YINIAN_LOOKS=1. What only a story opens, a dialog, is judged by axe
 * here: every screen with data, empty and failing is judged by paths.e2e.ts and states.e2e.ts.
 */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  if (process.env.YINIAN_LOOKS) await screenshot(page, name);
  if ((await page.locator('dialog[open]').count()) > 0) await expectNoAxeViolations(page);
}

/** WCAG 2.2 AA and axe's best practices: nothing found, or each finding with its place. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}
