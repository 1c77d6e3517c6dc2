import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayOpen, panelsOf, SCREENS, screenAt } from './paths.ts';
import { SLOTS } from './screen.ts';

const file = (name: string) => new URL(`./${name}.tsx`, import.meta.url);

test('every screen has its own path and a page file', () => {
  const paths = SCREENS.map(screen => screen.path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const screen of SCREENS) expect(existsSync(file(screen.page)), screen.page).toBe(true);
});

test('every panel has its file', () => {
  for (const slot of SLOTS) {
    for (const panel of panelsOf(slot, 'administrator')) expect(existsSync(file(panel.panel)), panel.panel).toBe(true);
  }
});

test('a screen in the desk navigation under a job belongs to the desk', () => {
  for (const screen of SCREENS) if (screen.job) expect(screen.portal, screen.path).toBe('desk');
});

test('roles decide who may open', () => {
  expect(mayOpen('anyone', null)).toBe(true);
  expect(mayOpen('everyone', null)).toBe(false);
  expect(mayOpen(['street'], 'street')).toBe(true);
  expect(mayOpen(['street'], 'elder')).toBe(false);
});

test('a location finds its screen', () => {
  expect(screenAt('/desk')?.title).toBe('今天要办的');
  expect(screenAt('/nowhere')).toBeUndefined();
});
