import type { Portal } from '#contracts/roles.ts';

/** Where each portal opens. */
export const HOMES = {
  public: '/',
  elder: '/elder',
  desk: '/desk',
  field: '/field',
  screen: '/screen',
} as const satisfies Record<Portal, string>;
