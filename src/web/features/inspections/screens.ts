import type { Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = ['regulator', 'auditor', 'city', 'district'];

/** 随机抽查: seeds, draws and the checks of drawn service records. */
export const INSPECTIONS: Feature = {
  screens: [
    {
      path: '/desk/inspections',
      title: '随机抽查',
      portal: 'desk',
      roles: READERS,
      page: 'features/inspections/draws-page',
      job: 'organisations',
      nav: '随机抽查',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/inspections/draws/:id',
      title: '一次抽查',
      portal: 'desk',
      roles: READERS,
      page: 'features/inspections/draw-page',
      job: 'organisations',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/inspections/checks/:id',
      title: '一条核查',
      portal: 'desk',
      roles: READERS,
      page: 'features/inspections/check-page',
      job: 'organisations',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
