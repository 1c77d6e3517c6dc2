import type { Route } from '#platform/http/serve.ts';
import { routes as accounts } from './modules/accounts/routes.ts';
import { routes as areas } from './modules/areas/routes.ts';
import { routes as construction } from './modules/construction/routes.ts';
import { routes as facilities } from './modules/facilities/routes.ts';
import { routes as indicators } from './modules/indicators/routes.ts';
import { routes as meals } from './modules/meals/routes.ts';
import { routes as messages } from './modules/messages/routes.ts';

/** Table of contents of the API: one line per module. */
export const routes: readonly Route[] = [
  ...accounts,
  ...areas,
  ...construction,
  ...facilities,
  ...indicators,
  ...meals,
  ...messages,
];
