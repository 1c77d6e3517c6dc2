import { CREDIT_READERS } from '#contracts/credit-records.ts';
import type { Feature } from '../../screen.ts';

/** 信用信息: what departments hold on providers, institutions and caregivers; a panel on each one's own page. */
export const CREDIT_RECORDS: Feature = {
  screens: [
    {
      path: '/desk/credit-records',
      title: '信用信息',
      portal: 'desk',
      roles: ['city', 'district', 'street', 'regulator', 'auditor'],
      page: 'features/credit-records/records-page',
      job: 'organisations',
      nav: '信用信息',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/credit-records/batches',
      title: '信用信息归集',
      portal: 'desk',
      roles: ['city', 'district'],
      page: 'features/credit-records/batches-page',
      job: 'organisations',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [
    { slot: 'desk.organisation.main', panel: 'features/credit-records/credit-panel', order: 1, roles: CREDIT_READERS },
  ],
};
