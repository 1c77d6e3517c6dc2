import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const office = {
  portal: 'desk',
  roles: ['street', 'district', 'city'],
  job: 'people',
} as const satisfies Partial<Screen>;
const local = { portal: 'desk', roles: OFFICIALS, job: 'people' } as const satisfies Partial<Screen>;

/** 数据比对: what departments send against the register, and the differences as work. */
export const COMPARISONS: Feature = {
  screens: [
    {
      ...office,
      path: '/desk/comparisons',
      title: '数据比对',
      page: 'features/comparisons/comparisons-page',
      nav: '数据比对',
      states: ['empty', 'error', 'loading'],
    },
    {
      ...office,
      path: '/desk/comparisons/feeds',
      title: '从市大数据平台收取',
      page: 'features/comparisons/feeds-page',
      states: ['empty', 'error', 'loading'],
    },
    {
      ...local,
      path: '/desk/comparisons/differences',
      title: '比对差异',
      page: 'features/comparisons/differences-page',
      nav: '比对差异',
      states: ['empty', 'error', 'loading'],
    },
    {
      ...local,
      path: '/desk/comparisons/differences/:id',
      title: '一条差异',
      page: 'features/comparisons/difference-page',
      states: ['error', 'loading'],
    },
    {
      ...office,
      path: '/desk/comparisons/:id',
      title: '一批比对',
      page: 'features/comparisons/comparison-page',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
