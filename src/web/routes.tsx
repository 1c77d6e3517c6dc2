import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { PORTALS, type Portal } from '#contracts/roles.ts';
import { SCREENS } from './paths.ts';
import { Guard } from './portals/guard.tsx';
import { BrokenPage, BrokenPart, NotFoundPage, Root } from './portals/root.tsx';
import type { Screen } from './screen.ts';

type Module = { default: ComponentType };
const PAGES = import.meta.glob<Module>(['./features/**/*-page.tsx', './portals/**/*-page.tsx']);
const FRAMES: Record<Portal, () => Promise<Module>> = {
  public: () => import('./portals/public/frame.tsx'),
  elder: () => import('./portals/elder/frame.tsx'),
  desk: () => import('./portals/desk/frame.tsx'),
  field: () => import('./portals/field/frame.tsx'),
  screen: () => import('./portals/screen/frame.tsx'),
};

const lazyOf = (load: () => Promise<Module>) => async () => ({ Component: (await load()).default });

function routeOf(screen: Screen): RouteObject {
  const load = PAGES[`./${screen.page}.tsx`];
  if (!load) throw new Error(`no page file ${screen.page}.tsx`);
  return {
    element: <Guard roles={screen.roles} title={screen.title} />,
    ...(screen.bare ? {} : { ErrorBoundary: BrokenPart }),
    children: [{ path: screen.path, lazy: lazyOf(load) }],
  };
}

/** Goes on saying what index.html says until the first page's code is here. */
const Opening = () => <p className="opening">颐年正在打开，网络慢，请稍等。急事请打市民热线 12345。</p>;

/** One lazy frame per portal, one lazy page per screen: a portal never loads another's code. */
export const createRoutes = () =>
  createBrowserRouter([
    {
      Component: Root,
      HydrateFallback: Opening,
      ErrorBoundary: BrokenPage,
      children: [
        ...SCREENS.filter(screen => screen.bare).map(routeOf),
        ...PORTALS.map(portal => ({
          lazy: lazyOf(FRAMES[portal]),
          children: SCREENS.filter(screen => screen.portal === portal && !screen.bare).map(routeOf),
        })),
        { path: '*', Component: NotFoundPage },
      ],
    },
  ]);
