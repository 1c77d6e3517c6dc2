import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { SIZES, screenshot } from './browser.ts';

/** What a browser prints for an answer the page itself explains (not found, not logged in, a server that is down). */
const EXPECTED_NOISE = /^Failed to load resource|script-src' was not explicitly set/;

/** Collects what the console complains of, page by page. */
export function listenToConsole(page: Page): () => string[] {
  let heard: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' && !EXPECTED_NOISE.test(message.text().trim()))
      heard.push(message.text().slice(0, 200));
  });
  page.on('pageerror', error => heard.push(error.message.slice(0, 200)));
  return () => {
    const all = heard;
    heard = [];
    return all;
  };
}

const WIDTH = 'document.scrollingElement.scrollWidth';
const WIDEST = `[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .slice(-1).map(e => e.outerHTML.slice(0, 140)).join('')`;

/** Dates and months as machines write them: people read 2025年6月20日. */
const MACHINE_DATES = `[...new Set((document.querySelector('main') ?? document.body).innerText
  .match(/[^\\n]{0,16}(?<![\\w.-])\\d{4}-\\d{2}(?:-\\d{2})?(?![\\w-])/g) ?? [])].slice(0, 3).join(' | ')`;

/** Of `width` axe says nothing: the same markup is judged at the other size, or in another state. */
export type Size = 'desk' | 'phone' | 'phone without colours' | 'phone width';

const VIEWS = {
  desk: { view: 'desk', axe: true, colours: true },
  phone: { view: 'phone', axe: true, colours: true },
  'phone without colours': { view: 'phone', axe: true, colours: false },
  'phone width': { view: 'phone', axe: false, colours: false },
} as const;

/** The sizes at which a page's frame, the same around every screen of its role, has been judged. */
const framed = new WeakMap<Page, Set<Size>>();

function isFirst(page: Page, size: Size): boolean {
  const known = framed.get(page) ?? new Set();
  framed.set(page, known);
  return known.size < known.add(size).size;
}

/** A file name for the page's address, ids shortened. */
const nameOf = (page: Page): string =>
  new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll('/', '_');

/** Everything wrong with a page as it stands at these sizes, one line each, nothing if all is well. */
export async function faultsOf(page: Page, sizes: readonly Size[]): Promise<string[]> {
  const faults: string[] = [];
  if (!/\S+ · 颐年$/.test(await page.title())) faults.push(`title is "${await page.title()}"`);
  if ((await page.locator('h1').count()) === 0) faults.push('no h1');
  const dates = await page.evaluate(MACHINE_DATES);
  if (dates) faults.push(`a date as machines write it: ${dates}`);
  for (const size of sizes) {
    const { view, axe, colours } = VIEWS[size];
    await page.setViewportSize(SIZES[view]);
    if (process.env.YINIAN_LOOKS) await screenshot(page, `${nameOf(page)}-${view}`);
    const width = Number(await page.evaluate(WIDTH));
    if (width > SIZES[view].width) faults.push(`${view}: ${width} px wide, ${await page.evaluate(WIDEST)}`);
    if (!axe) continue;
    const findings = await axeFindings(page, { colours, frame: isFirst(page, size) });
    for (const finding of findings) faults.push(`${view}: ${finding}`);
  }
  return faults;
}

/** Runs the work of each place in a few lanes at once; answers all their findings. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<string[]>,
): Promise<string[]> {
  const queue = [...items];
  const found: string[] = [];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) found.push(...(await work(item)));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found;
}
