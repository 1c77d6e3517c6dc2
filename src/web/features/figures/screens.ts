import type { Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = ['community', 'street', 'district', 'city', 'regulator', 'finance', 'auditor'];
const WALL: readonly Role[] = ['city', 'district', 'street'];

/** 报数据: the catalogue of figures, one figure with its records; figures on 今天 and on the wall. */
export const FIGURES: Feature = {
  screens: [
    {
      path: '/desk/figures',
      title: '指标目录',
      portal: 'desk',
      roles: READERS,
      page: 'features/figures/figures-page',
      job: 'figures',
      nav: '指标目录',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/figures/:code',
      title: '一个指标',
      portal: 'desk',
      roles: READERS,
      page: 'features/figures/figure-page',
      job: 'figures',
      states: ['empty', 'error', 'loading'],
      example: { code: 'home-care-beds-built' },
    },
  ],
  panels: [
    { slot: 'desk.today.figures', panel: 'features/figures/today-panel', order: 1, roles: READERS },
    { slot: 'screen.figures', panel: 'features/figures/wall-figures-panel', order: 1, roles: WALL },
    { slot: 'screen.map', panel: 'features/figures/wall-map-panel', order: 1, roles: WALL },
  ],
};
