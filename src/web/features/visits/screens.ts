import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

/** 走访: who is due, why, and the record of each visit; at the desk and in the field. */
export const VISITS: Feature = {
  screens: [
    {
      path: '/desk/visits',
      title: '走访',
      portal: 'desk',
      roles: [...OFFICIALS, 'centre', 'station'],
      page: 'features/visits/visits-page',
      states: ['empty', 'error', 'loading', 'no-access'],
      job: 'visits',
      nav: '走访',
    },
    {
      path: '/desk/visits/:elderId',
      title: '一位老年人的探访',
      portal: 'desk',
      roles: [...OFFICIALS, 'centre', 'station'],
      page: 'features/visits/elder-visits-page',
      states: ['empty', 'error', 'loading', 'no-access'],
      job: 'visits',
    },
    {
      path: '/field/visits/:elderId',
      title: '探访',
      portal: 'field',
      roles: ['caregiver', 'volunteer'],
      page: 'features/visits/field-visit-page',
      states: ['empty', 'error', 'loading', 'no-access'],
    },
  ],
  panels: [
    {
      slot: 'desk.elder.main',
      panel: 'features/visits/person-panel',
      order: 50,
      roles: [...OFFICIALS, 'centre', 'station'],
    },
    {
      slot: 'field.home.list',
      panel: 'features/visits/field-visits-panel',
      order: 5,
      roles: ['caregiver', 'volunteer'],
    },
  ],
};
