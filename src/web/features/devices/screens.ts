import type { Feature } from '../../screen.ts';

/** Smart meters: who has one, which are silent and whose job that is. */
export const DEVICES: Feature = {
  screens: [
    {
      path: '/desk/meters',
      title: '智能设备',
      portal: 'desk',
      roles: ['city', 'district', 'street', 'community', 'centre', 'station'],
      page: 'features/devices/devices-page',
      states: ['empty', 'error', 'loading', 'no-access'],
      job: 'safety',
      nav: '智能设备',
    },
  ],
  panels: [],
};
