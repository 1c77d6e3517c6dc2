import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = [...OFFICIALS, 'centre', 'station'];

/** 服务需求清单: what people need, and what has become of it. */
export const NEEDS: Feature = {
  screens: [
    {
      path: '/desk/needs',
      title: '服务需求清单',
      portal: 'desk',
      roles: READERS,
      page: 'features/needs/needs-page',
      job: 'dispatch',
      nav: '需求清单',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/needs/sums',
      title: '服务需求合计',
      portal: 'desk',
      roles: READERS,
      page: 'features/needs/sums-page',
      job: 'dispatch',
      states: ['error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.elder.main', panel: 'features/needs/person-panel', order: 45, roles: OFFICIALS }],
};
