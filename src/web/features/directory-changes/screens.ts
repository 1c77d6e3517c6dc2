import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

/** 名录变动: the change feed of the directories that city, district, street and institutions share. */
export const DIRECTORY_CHANGES: Feature = {
  screens: [
    {
      path: '/desk/directory-changes',
      title: '名录变动',
      portal: 'desk',
      roles: [...OFFICIALS, 'centre', 'institution', 'station', 'meal-point', 'provider', 'regulator', 'auditor'],
      page: 'features/directory-changes/changes-page',
      job: 'organisations',
      nav: '名录变动',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
