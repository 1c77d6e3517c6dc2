import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A table's rows are of one pattern: the first eight speak for the rest. */
const ROWS = "['tbody > tr:nth-child(n+9)']";
/** What stands around every page of a portal. */
const FRAME = "['header:not(main *)'], ['nav:not(main *)'], ['footer:not(main *)']";

type Finding = { id: string; help: string; nodes: { html: string }[] };

/**
 * What axe finds on the page as it stands, one line a finding with its first places; quicker than AxeBuilder. Contrast is
 * most of its time: `colours` false where the same page's colours are judged elsewhere; `frame` false where this role's
 * navigation was judged with a page before.
 */
export async function axeFindings(page: Page, { colours, frame } = { colours: true, frame: true }): Promise<string[]> {
  const part = `{ include: [['html']], exclude: [${ROWS}${frame ? '' : `, ${FRAME}`}] }`;
  const rules = colours ? {} : { 'color-contrast': { enabled: false } };
  if (!(await page.evaluate('typeof axe !== "undefined"'))) await page.evaluate(SOURCE);
  const found = (await page.evaluate(
    `axe.run(${part}, { resultTypes: ['violations'], rules: ${JSON.stringify(rules)} }).then(r => r.violations.map(v => ({ id: v.id, help: v.help,
       nodes: v.nodes.slice(0, 3).map(n => ({ html: n.html.slice(0, 160) })) })))`,
  )) as Finding[];
  return found.map(v => `${v.id}: ${v.help} ${v.nodes.map(n => n.html).join(' ⏎ ')}`);
}
