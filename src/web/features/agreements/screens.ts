import type { Feature } from '../../screen.ts';

const READERS = ['city', 'district', 'auditor'] as const;

/** 合作协议 with other regions' agencies, under the job of tasks. */
export const AGREEMENTS: Feature = {
  screens: [
    {
      path: '/desk/agreements',
      title: '合作协议',
      portal: 'desk',
      roles: READERS,
      page: 'features/agreements/agreements-page',
      job: 'tasks',
      nav: '合作协议',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/agreements/:id',
      title: '一份协议',
      portal: 'desk',
      roles: READERS,
      page: 'features/agreements/agreement-page',
      job: 'tasks',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
