import { ROLES, type Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const WORKERS: readonly Role[] = ROLES.filter(role => role !== 'administrator');

/** 今天要办: no screens of its own, it fills the homes of three portals. */
export const WORK: Feature = {
  screens: [],
  panels: [
    { slot: 'desk.today.main', panel: 'features/work/list-panel', order: 1, roles: WORKERS },
    {
      slot: 'field.home.list',
      panel: 'features/work/field-panel',
      order: 9,
      roles: ['assessor', 'volunteer'],
    },
    { slot: 'elder.home', panel: 'features/work/elder-panel', order: 5, roles: ['elder', 'family'] },
  ],
};
