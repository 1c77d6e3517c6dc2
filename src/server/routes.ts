import type { Route } from '#platform/http/serve.ts';
import { routes as accounts } from './modules/accounts/routes.ts';
import { routes as areas } from './modules/areas/routes.ts';
import { routes as elders } from './modules/elders/routes.ts';

/** Table of contents of the API: one line per module. */
export const routes: readonly Route[] = [...accounts, ...areas, ...elders];
