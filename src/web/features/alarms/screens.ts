import { DUTY_ROLES } from '#contracts/alarms.ts';
import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const DESKS: readonly Role[] = [...OFFICIALS, 'centre', 'station'];
const FAMILY: readonly Role[] = ['elder', 'family'];

/** 守平安: alarms from silence to doorstep, in four portals. */
export const ALARMS: Feature = {
  screens: [
    {
      path: '/desk/alarms',
      title: '告警',
      portal: 'desk',
      roles: DESKS,
      page: 'features/alarms/alarms-page',
      states: ['empty', 'error', 'loading', 'no-access'],
      job: 'safety',
      nav: '告警',
    },
    {
      path: '/desk/alarms/:id',
      title: '一条告警',
      portal: 'desk',
      roles: DESKS,
      page: 'features/alarms/alarm-page',
      states: ['error', 'loading', 'no-access'],
      job: 'safety',
    },
    {
      path: '/field/alarms/:id',
      title: '上门查看',
      portal: 'field',
      roles: ['caregiver', 'volunteer'],
      page: 'features/alarms/field-alarm-page',
      states: ['error', 'loading', 'no-access'],
    },
    {
      path: '/elder/away',
      title: '报外出',
      portal: 'elder',
      roles: FAMILY,
      page: 'features/alarms/away-page',
      states: ['empty', 'error', 'loading', 'no-access'],
      nav: '出门几天，报一声',
    },
  ],
  panels: [
    {
      slot: 'desk.today.rail',
      panel: 'features/alarms/rail-panel',
      order: 1,
      roles: [...DUTY_ROLES, 'district', 'city'],
    },
    {
      slot: 'field.home.notice',
      panel: 'features/alarms/field-alarms-panel',
      order: 1,
      roles: ['caregiver', 'volunteer'],
    },
    { slot: 'screen.alarms', panel: 'features/alarms/wall-alarms-panel', order: 1, roles: DESKS },
    { slot: 'elder.call', panel: 'features/alarms/call-panel', order: 1, roles: FAMILY },
    { slot: 'desk.elder.rail', panel: 'features/alarms/person-panel', order: 10, roles: DESKS },
    { slot: 'elder.home', panel: 'features/alarms/elder-alarm-panel', order: 1, roles: FAMILY },
  ],
};
