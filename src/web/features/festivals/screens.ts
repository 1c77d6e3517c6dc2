import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const LISTS: readonly Role[] = ['street', 'district', 'city', 'finance', 'auditor'];

/** 节日慰问: lists, and each visit at the desk and at the door. */
export const FESTIVALS: Feature = {
  screens: [
    {
      path: '/desk/festivals',
      title: '节日慰问',
      portal: 'desk',
      roles: LISTS,
      page: 'features/festivals/festivals-page',
      job: 'visits',
      nav: '节日慰问',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/festivals/:id',
      title: '一份慰问名单',
      portal: 'desk',
      roles: LISTS,
      page: 'features/festivals/festival-page',
      job: 'visits',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/festival-visits',
      title: '要慰问的老人',
      portal: 'desk',
      roles: [...OFFICIALS, 'finance', 'auditor'],
      page: 'features/festivals/festival-visits-page',
      job: 'visits',
      nav: '要慰问的老人',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/field/festivals/:id',
      title: '节日慰问',
      portal: 'field',
      roles: ['caregiver', 'volunteer'],
      page: 'features/festivals/field-festival-page',
      states: ['error', 'loading'],
    },
  ],
  panels: [
    {
      slot: 'field.home.list',
      panel: 'features/festivals/field-festivals-panel',
      order: 6,
      roles: ['caregiver', 'volunteer'],
    },
  ],
};
