import { mkdirSync, writeFileSync } from 'node:fs';
import { test, expect } from 'vitest';
import { ROLES, ROLE_PORTALS, type Role } from '#contracts/roles.ts';
import { openBrowser, settled } from '../support/browser.ts';
import { startCityApp } from '../support/city-app.ts';
import { axeFindings } from '../support/axe.ts';
import { Walk, screensOf } from '../support/walk.ts';

test('explore', { timeout: 900_000 }, async () => {
  const t0 = performance.now();
  const app = await startCityApp();
  console.log('started', performance.now() - t0);
  const browser = await openBrowser(app.url);
  const OUT = '/tmp/shots';
  mkdirSync(OUT, { recursive: true });
  const log: string[] = [];
  const say = (s: string) => { log.push(s); };
  const only = process.env.ONLY?.split(',') as Role[] | undefined;
  for (const role of [null, ...ROLES]) {
    if (only && !only.includes(role as Role)) continue;
    const t1 = performance.now();
    const portal = role ? ROLE_PORTALS[role] : 'public';
    const page = await browser.newPage({ size: portal === 'elder' || portal === 'field' ? 'phone' : 'desk', session: role ? await app.session(role) : undefined });
    page.on('console', m => m.type() === 'error' && say(`   CONSOLE ${page.url()} ${m.text().slice(0, 200)}`));
    page.on('pageerror', e => say(`   PAGEERROR ${page.url()} ${e.message.slice(0, 200)}`));
    page.on('response', r => { if (r.status() >= 400) say(`   HTTP ${r.status()} ${r.url().replace(app.url, '')}`); });
    const walk = new Walk(role, [portal === 'public' ? '/' : `/${portal}`, ...(screensOf(role).some(s => s.path === '/screen') && role ? ['/screen'] : [])]);
    for (let place = walk.next(); place; place = walk.next()) {
      try {
        await walk.visit(page, place);
        await page.waitForTimeout(150);
        const name = `${role ?? 'visitor'}${place.screen.path.replace(/[/:]+/g, '-')}`;
        await page.screenshot({ path: `${OUT}/${name}-${portal === 'elder' || portal === 'field' ? '390' : '1440'}.png` });
        const axe = await axeFindings(page);
        if (axe.length) say(`   AXE ${place.path} ${axe.join('\n       ')}`);
        await page.setViewportSize({ width: 390, height: 844 });
        const w = await page.evaluate('document.scrollingElement.scrollWidth');
        if (Number(w) > 390) say(`   WIDE ${place.path} ${w} `+ await page.evaluate(`[...document.querySelectorAll('main *')].filter(e=>e.getBoundingClientRect().right>391).slice(0,3).map(e=>e.outerHTML.slice(0,120)).join(' ⏎ ')`));
        await page.screenshot({ path: `${OUT}/${name}-390.png` });
        await page.setViewportSize(portal === 'elder' || portal === 'field' ? { width: 390, height: 844 } : { width: 1440, height: 900 });
      } catch (error) { say(`   FAIL ${place.path} ${(error as Error).message.slice(0, 300)}`); }
    }
    const missing = screensOf(role).filter(s => !walk.found.has(s.path) && (role ? s.portal !== 'public' : s.portal === 'public')).map(s => s.path);
    say(`${role}: ${walk.found.size} screens ${[...walk.found.keys()].join(' ')} | not reached: ${missing.join(' ')} (${Math.round(performance.now() - t1)} ms)`);
    await page.context().close();
    writeFileSync('/tmp/explore.log', log.join('\n'));
  }
  await browser.close();
  await app.stop();
});
