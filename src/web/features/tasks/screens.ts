import type { Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = ['city', 'district', 'street', 'auditor', 'regulator'];
const UNITS: readonly Role[] = ['department', ...READERS];

/** 落任务: what documents ask for, who owes which part, how far each unit is. */
export const TASKS: Feature = {
  screens: [
    {
      path: '/desk/tasks',
      title: '任务台账',
      portal: 'desk',
      roles: READERS,
      page: 'features/tasks/tasks-page',
      job: 'tasks',
      nav: '任务台账',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/tasks/:id',
      title: '一项任务',
      portal: 'desk',
      roles: READERS,
      page: 'features/tasks/task-page',
      job: 'tasks',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/task-assignments',
      title: '各单位任务',
      portal: 'desk',
      roles: UNITS,
      page: 'features/tasks/assignments-page',
      job: 'tasks',
      nav: '各单位任务',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/task-assignments/:id',
      title: '一个单位的任务',
      portal: 'desk',
      roles: UNITS,
      page: 'features/tasks/assignment-page',
      job: 'tasks',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
