import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

/** 一户一策一档: households in hardship, who answers for them and what is done. */
export const HOUSEHOLD_FILES: Feature = {
  screens: [
    {
      path: '/desk/households',
      title: '一户一策一档',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/household-files/households-page',
      job: 'relief',
      nav: '一户一策',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/households/:id',
      title: '一户的档案',
      portal: 'desk',
      roles: OFFICIALS,
      page: 'features/household-files/household-page',
      job: 'relief',
      states: ['error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.elder.rail', panel: 'features/household-files/elder-panel', order: 35, roles: OFFICIALS }],
};
