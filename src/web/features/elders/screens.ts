import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS = [...OFFICIALS, 'finance', 'regulator', 'auditor'] as const;

/** 找人: the list, the registration, the record and its correction. */
export const ELDERS: Feature = {
  screens: [
    {
      path: '/desk/elders',
      title: '找人',
      portal: 'desk',
      roles: READERS,
      page: 'features/elders/elders-page',
      job: 'people',
      nav: '老年人',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/elders/new',
      title: '登记老人',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/elders/register-page',
      job: 'people',
      states: ['error'],
    },
    {
      path: '/desk/elders/imports',
      title: '批量导入',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/elders/imports-page',
      job: 'people',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/elders/imports/:id',
      title: '一次导入',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/elders/import-page',
      job: 'people',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/elders/:id',
      title: '老人档案',
      portal: 'desk',
      roles: READERS,
      page: 'features/elders/record-page',
      job: 'people',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/elders/:id/edit',
      title: '修改档案',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/elders/edit-page',
      job: 'people',
      states: ['error'],
    },
    {
      path: '/desk/handovers',
      title: '迁入接收',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/elders/handovers-page',
      job: 'people',
      nav: '迁入接收',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/handovers/:id',
      title: '一件移交',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/elders/handover-page',
      job: 'people',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
