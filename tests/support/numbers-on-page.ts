import type { Page } from 'playwright-core';

/** Numbers that are words of the interface and not data: dates, the hotline, hints beside fields, words of law. */
const WORDS_WITH_NUMBERS: readonly RegExp[] = [
  /\d{4}-\d{2}-\d{2}/g,
  /(\d{4}\s*年)?\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?/g,
  /\d{4}\s*年(第?[一二三四]季度)?/g,
  /\d{1,2}:\d{2}/g,
  /12345/g,
  /错误编号 [\w-]+/g,
];

const TEXT = `(document.querySelector('main') ?? document.body).innerText`;

/** Numbers other than 0 in the main part of a page over an empty database, with the words around them. */
export async function numbersFromNowhere(page: Page): Promise<string[]> {
  let text = String(await page.evaluate(TEXT));
  for (const words of WORDS_WITH_NUMBERS) text = text.replace(words, '');
  return [...text.matchAll(/[^\n]{0,12}[1-9]\d*[^\n]{0,8}/g)].map(match => `number from nowhere: ${match[0]}`);
}
