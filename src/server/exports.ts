import type { Route } from '#platform/http/serve.ts';
import { type Exported, serveExport } from '#platform/http/serve-export.ts';
import { BEDS } from './exports/beds.ts';
import { BENEFITS } from './exports/benefits.ts';
import { CARE } from './exports/care.ts';
import { MONEY } from './exports/money.ts';
import { OFFICES } from './exports/offices.ts';
import { PEOPLE } from './exports/people.ts';
import { RELIEF } from './exports/relief.ts';
import { UPKEEP } from './exports/upkeep.ts';

/** Table of contents of exports: every list and its columns; masked as on the screen. */
export const EXPORTS: readonly Exported[] = [
  ...PEOPLE,
  ...BENEFITS,
  ...BEDS,
  ...RELIEF,
  ...CARE,
  ...MONEY,
  ...UPKEEP,
  ...OFFICES,
];
export const exportRoutes = (routes: readonly Route[]): Route[] => EXPORTS.map(one => serveExport(routes, one));
