import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

/** 疑似重复: what the check of the register found, one pair side by side. */
export const REGISTER_QUALITY: Feature = {
  screens: [
    {
      path: '/desk/elders/duplicates',
      title: '疑似重复',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/register-quality/duplicates-page',
      job: 'people',
      nav: '疑似重复',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/elders/duplicates/:id',
      title: '一对疑似重复',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/register-quality/pair-page',
      job: 'people',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
