import type { Route } from '#platform/http/serve.ts';
import { routes as accounts } from './modules/accounts/routes.ts';
import { routes as areas } from './modules/areas/routes.ts';
import { routes as catalogue } from './modules/catalogue/routes.ts';
import { routes as elders } from './modules/elders/routes.ts';
import { routes as homeCareBeds } from './modules/home-care-beds/routes.ts';
import { routes as orders } from './modules/orders/routes.ts';
import { routes as payments } from './modules/payments/routes.ts';
import { routes as providers } from './modules/providers/routes.ts';
import { routes as workforce } from './modules/workforce/routes.ts';

/** Table of contents of the API: one line per module. */
export const routes: readonly Route[] = [
  ...accounts,
  ...areas,
  ...elders,
  ...catalogue,
  ...homeCareBeds,
  ...orders,
  ...payments,
  ...providers,
  ...workforce,
];
