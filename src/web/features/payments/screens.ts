import type { Feature } from '../../screen.ts';

export const PAYMENTS: Feature = {
  screens: [
    {
      path: '/desk/settle-lines',
      title: '服务结算',
      portal: 'desk',
      roles: [
        'city',
        'district',
        'street',
        'community',
        'finance',
        'regulator',
        'auditor',
        'centre',
        'station',
        'provider',
      ],
      page: 'features/payments/lines-page',
      job: 'dispatch',
      nav: '服务结算',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
