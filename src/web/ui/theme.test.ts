import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeCss } from './theme.ts';

test('theme.css holds exactly the tokens of theme.ts', () => {
  expect(readFileSync(new URL('./theme.css', import.meta.url), 'utf8')).toBe(themeCss());
});
