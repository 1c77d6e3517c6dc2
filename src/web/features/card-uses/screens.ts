import type { Feature } from '../../screen.ts';

/** 养老助残卡用卡: the report and the tables it comes from. */
export const CARD_USES: Feature = {
  screens: [
    {
      path: '/desk/card-uses',
      title: '养老助残卡用卡',
      portal: 'desk',
      roles: ['city', 'district', 'street', 'finance', 'auditor'],
      page: 'features/card-uses/report-page',
      job: 'figures',
      nav: '助残卡用卡',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/card-uses/batches',
      title: '刷卡记录导入',
      portal: 'desk',
      roles: ['city', 'district'],
      page: 'features/card-uses/batches-page',
      job: 'figures',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
