import type { Feature } from '../../screen.ts';

/** 谁看过、谁办过: for auditors and those who answer for an area. */
export const AUDITS: Feature = {
  screens: [
    {
      path: '/desk/audit',
      title: '谁看过、谁办过',
      portal: 'desk',
      roles: ['auditor', 'regulator', 'city', 'district'],
      page: 'features/audits/audit-page',
      job: 'system',
      nav: '谁看过、谁办过',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/elder/seen',
      title: '谁看过我的档案',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/audits/seen-page',
      nav: '谁看过我的档案',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
