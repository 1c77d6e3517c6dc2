import type { Feature } from '../../screen.ts';

export const CATALOGUE: Feature = {
  screens: [
    {
      path: '/desk/service-items',
      title: '服务项目',
      portal: 'desk',
      roles: [
        'city',
        'district',
        'street',
        'community',
        'centre',
        'station',
        'provider',
        'finance',
        'regulator',
        'auditor',
      ],
      page: 'features/catalogue/items-page',
      job: 'dispatch',
      nav: '服务项目',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
