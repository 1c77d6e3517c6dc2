import type { Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = ['city', 'district', 'street', 'community', 'regulator', 'auditor', 'finance'];

/** 做评估: from application to a published level; the assessors' own sheet on the phone; the report on paper. */
export const ASSESSMENTS: Feature = {
  screens: [
    {
      path: '/desk/assessments',
      title: '能力评估',
      portal: 'desk',
      roles: READERS,
      page: 'features/assessments/assessments-page',
      job: 'assess',
      nav: '能力评估',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/assessments/new',
      title: '申请能力评估',
      portal: 'desk',
      roles: ['community', 'street'],
      page: 'features/assessments/apply-page',
      job: 'assess',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/assessments/:id',
      title: '一次能力评估',
      portal: 'desk',
      roles: READERS,
      page: 'features/assessments/assessment-page',
      job: 'assess',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/assessments/:id/report',
      title: '能力评估报告',
      portal: 'desk',
      roles: READERS,
      page: 'features/assessments/report-page',
      job: 'assess',
      states: ['error', 'loading'],
    },
    {
      path: '/field/assessments',
      title: '我的评估',
      portal: 'field',
      roles: ['assessor'],
      page: 'features/assessments/sheets-page',
      nav: '我的评估',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/field/assessments/:id',
      title: '评估表',
      portal: 'field',
      roles: ['assessor'],
      page: 'features/assessments/sheet-page',
      states: ['error', 'loading'],
    },
    {
      path: '/elder/assessments',
      title: '我的能力评估',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/assessments/mine-page',
      nav: '我的能力评估',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.elder.main', panel: 'features/assessments/elder-panel', order: 20, roles: READERS }],
};
