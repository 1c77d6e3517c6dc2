import type { Feature } from '../../screen.ts';

const DESK = [
  'city',
  'district',
  'street',
  'community',
  'centre',
  'station',
  'provider',
  'finance',
  'regulator',
  'auditor',
] as const;

export const HOME_CARE_BEDS: Feature = {
  screens: [
    {
      path: '/desk/beds',
      title: '家庭养老床位',
      portal: 'desk',
      roles: DESK,
      page: 'features/home-care-beds/beds-page',
      job: 'dispatch',
      nav: '家庭养老床位',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/beds/new',
      title: '申请家庭养老床位',
      portal: 'desk',
      roles: ['community', 'street'],
      page: 'features/home-care-beds/apply-page',
      job: 'dispatch',
      states: ['error'],
    },
    {
      path: '/desk/beds/:id',
      title: '一张家庭养老床位',
      portal: 'desk',
      roles: DESK,
      page: 'features/home-care-beds/bed-page',
      job: 'dispatch',
      states: ['error', 'loading'],
    },
    {
      path: '/elder/beds',
      title: '家庭养老床位',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/home-care-beds/my-beds-page',
      nav: '家庭养老床位',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/elder/beds/:id',
      title: '我的床位和合同',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/home-care-beds/my-bed-page',
      states: ['error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.elder.life', panel: 'features/home-care-beds/elder-bed-panel', order: 10, roles: DESK }],
};
