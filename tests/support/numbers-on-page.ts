import type { Page } from 'playwright-core';

/** Numbers that are words of the interface and not data: dates, the hotline, a document's number, this very session. */
const WORDS_WITH_NUMBERS: readonly RegExp[] = [
  /\d{4}-\d{2}-\d{2}/g,
  /(\d{4}\s*年)?\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?/g,
  /\d{4}\s*年(第?[一二三四]季度)?/g,
  /\d{1,2}:\d{2}/g,
  /12345/g,
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /〔\d{4}〕\d+号/g,
  /GB\/T [\d-]+/g,
  /\d+(\.\d+){2,3}/g,
  /共\n?\d+\n?个指标/g,
];

/** Rows of these pages are made by the walk's own logins and by opening pages. */
const ABOUT_THE_WALK = /^\/desk\/audit|^\/elder\/seen|^\/desk\/system\/accounts/;

/** What fields ask and what rules say (marked data-rule) stands in the product's files, not in the database. */
const TEXT = `(() => {
  const lines = [];
  const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (!texts.currentNode.parentElement.closest('label, option, legend, .msg, [data-rule], script, style'))
      lines.push(texts.currentNode.data);
  return lines.join('\\n');
})()`;

/** Numbers other than 0 in the main part of a page over an empty database, with the words around them. */
export async function numbersFromNowhere(page: Page): Promise<string[]> {
  if (ABOUT_THE_WALK.test(new URL(page.url()).pathname)) return [];
  let text = String(await page.evaluate(TEXT));
  for (const words of WORDS_WITH_NUMBERS) text = text.replace(words, '');
  return [...text.matchAll(/[^\n]{0,12}[1-9]\d*[^\n]{0,8}/g)].map(match => `number from nowhere: ${match[0]}`);
}
