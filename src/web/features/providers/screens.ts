import type { Feature } from '../../screen.ts';

const ROLES = ['city', 'district', 'street', 'community', 'centre', 'provider', 'regulator', 'auditor'] as const;

export const PROVIDERS: Feature = {
  screens: [
    {
      path: '/desk/providers',
      title: '服务商',
      portal: 'desk',
      roles: ROLES,
      page: 'features/providers/providers-page',
      job: 'organisations',
      nav: '服务商',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/providers/:id',
      title: '一家服务商',
      portal: 'desk',
      roles: ROLES,
      page: 'features/providers/provider-page',
      job: 'organisations',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
