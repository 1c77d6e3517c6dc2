import type { Feature } from '../../screen.ts';

export const POLICIES: Feature = {
  screens: [
    {
      path: '/desk/policies',
      title: '文件导入',
      portal: 'desk',
      roles: ['city', 'district', 'auditor'],
      page: 'features/policies/documents-page',
      job: 'tasks',
      nav: '文件',
      states: ['empty', 'error'],
    },
    {
      path: '/desk/policies/:id',
      title: '文件审核',
      portal: 'desk',
      roles: ['city', 'district', 'auditor'],
      page: 'features/policies/review-page',
      job: 'tasks',
      states: ['error'],
    },
  ],
  panels: [],
};
