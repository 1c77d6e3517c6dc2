import type { Route } from '#platform/http/serve.ts';
import { routes as accounts } from './modules/accounts/routes.ts';
import { routes as areas } from './modules/areas/routes.ts';
import { routes as assessments } from './modules/assessments/routes.ts';
import { routes as benefits } from './modules/benefits/routes.ts';
import { routes as indicators } from './modules/indicators/routes.ts';
import { routes as messages } from './modules/messages/routes.ts';

/** Table of contents of the API: one line per module. */
export const routes: readonly Route[] = [
  ...accounts,
  ...areas,
  ...assessments,
  ...benefits,
  ...indicators,
  ...messages,
];
