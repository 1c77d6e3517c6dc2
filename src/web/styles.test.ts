import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROLES } from '#contracts/roles.ts';
import { panelsOf, SCREENS } from './paths.ts';
import { SLOTS } from './screen.ts';

const WEB = import.meta.dirname;
const read = (file: string) => readFileSync(file, 'utf8');

/** Every file that a file brings along; what is loaded later only is not among them. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  if (file.endsWith('.css')) return seen;
  for (const [, name = ''] of read(file).matchAll(/^(?:import|export)[^;]*?'(\.[^']+)';/gms))
    broughtBy(join(dirname(file), name), seen);
  return seen;
}

const classesOf = (css: string) =>
  [
    ...read(css)
      .replace(/\/\*.*?\*\//gs, '')
      .matchAll(/\.([a-z][\w-]*)/gi),
  ].map(([, name = '']) => name);

/** Classes written out in an attribute; those put together while the page runs are not seen. */
const classesIn = (page: string) =>
  [...read(page).matchAll(/className="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '));

test('a page brings the styles of every class it uses: how it looks does not hang on where somebody comes from', () => {
  const styles = globSync('**/*.css', { cwd: WEB }).map(file => join(WEB, file));
  const places = new Map<string, string[]>();
  for (const css of styles) for (const name of classesOf(css)) places.set(name, [...(places.get(name) ?? []), css]);
  // Loaded with the product or with the frame of a portal.
  const first = broughtBy(join(WEB, 'main.tsx'));
  const always = styles.filter(css => first.has(css) || css.includes('/portals/'));
  const panels = SLOTS.flatMap(slot => ROLES.flatMap(role => panelsOf(slot, role).map(panel => panel.panel)));
  const entries = new Set([...SCREENS.map(screen => screen.page), ...panels]);
  const bare: string[] = [];
  for (const entry of entries) {
    const brought = broughtBy(join(WEB, `${entry}.tsx`));
    const has = (css: string) => brought.has(css) || always.includes(css);
    for (const file of brought)
      for (const name of file.endsWith('.tsx') ? classesIn(file) : [])
        if (places.has(name) && !places.get(name)?.some(has)) bare.push(`${entry}: .${name} of ${file}`);
  }
  expect(entries.size).toBeGreaterThan(150);
  expect(bare).toEqual([]);
});
