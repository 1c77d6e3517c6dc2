import type { Feature } from '../../screen.ts';

const ROLES = [
  'city',
  'district',
  'street',
  'community',
  'centre',
  'station',
  'provider',
  'institution',
  'regulator',
] as const;

export const WORKFORCE: Feature = {
  screens: [
    {
      path: '/desk/caregivers',
      title: '护理员',
      portal: 'desk',
      roles: ROLES,
      page: 'features/workforce/caregivers-page',
      job: 'organisations',
      nav: '护理员',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/caregivers/:id',
      title: '一名护理员',
      portal: 'desk',
      roles: ROLES,
      page: 'features/workforce/caregiver-page',
      job: 'organisations',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
