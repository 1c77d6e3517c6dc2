import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

/** 同意: on the elder's own pages, and on the record of a person at the desk. */
export const CONSENTS: Feature = {
  screens: [
    {
      path: '/elder/consents',
      title: '我的同意',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/consents/mine-page',
      nav: '我的同意',
      states: ['error', 'loading'],
    },
  ],
  panels: [
    {
      slot: 'desk.elder.rail',
      panel: 'features/consents/elder-consents-panel',
      order: 30,
      roles: [...OFFICIALS, 'regulator', 'auditor'],
    },
  ],
};
