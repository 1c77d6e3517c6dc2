import type { Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = ['city', 'district', 'auditor'];

/** 季度进展: the progress table of a period, its evidence, its versions. */
export const REPORTS: Feature = {
  screens: [
    {
      path: '/desk/reports',
      title: '季度进展',
      portal: 'desk',
      roles: READERS,
      page: 'features/reports/reports-page',
      job: 'tasks',
      nav: '季度进展',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/reports/:id',
      title: '一期进展表',
      portal: 'desk',
      roles: READERS,
      page: 'features/reports/report-page',
      job: 'tasks',
      states: ['error', 'loading', 'no-access'],
    },
  ],
  panels: [],
};
