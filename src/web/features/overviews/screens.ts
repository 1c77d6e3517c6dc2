import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const SERVING = ['institution', 'centre', 'station', 'provider'] as const;

/** 四类数据: of one person for officials, and for an organisation of whom it serves. */
export const OVERVIEWS: Feature = {
  screens: [
    {
      path: '/desk/elders/:id/overview',
      title: '四类数据',
      portal: 'desk',
      roles: [...OFFICIALS, 'finance', 'regulator', 'auditor'],
      page: 'features/overviews/overview-page',
      job: 'people',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/served',
      title: '我们服务的老人',
      portal: 'desk',
      roles: SERVING,
      page: 'features/overviews/served-page',
      job: 'people',
      nav: '我们服务的老人',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/served/:id',
      title: '我们服务的一位老人',
      portal: 'desk',
      roles: SERVING,
      page: 'features/overviews/served-person-page',
      job: 'people',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
