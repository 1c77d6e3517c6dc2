import type { Role } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const LIST = ['empty', 'error', 'loading'] as const;
const OFFICES: readonly Role[] = ['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor'];
const PLACES: readonly Role[] = ['centre', 'institution', 'station', 'meal-point'];
const both = {
  portal: 'desk',
  roles: [...OFFICES, ...PLACES],
  job: 'organisations',
} as const satisfies Partial<Screen>;

/** 机构补贴: who signed, stayed and ate, and what the places get for it. */
export const SUBSIDIES: Feature = {
  screens: [
    {
      ...both,
      path: '/desk/subsidies/uses',
      title: '签约、入住、就餐',
      page: 'features/subsidies/uses-page',
      nav: '签约入住就餐',
      states: LIST,
    },
    {
      ...both,
      path: '/desk/subsidies/statements',
      title: '机构补贴',
      page: 'features/subsidies/statements-page',
      nav: '机构补贴',
      states: LIST,
    },
    {
      ...both,
      path: '/desk/subsidies/statements/:id',
      title: '一张机构补贴核算单',
      page: 'features/subsidies/statement-page',
      states: ['error', 'loading'],
    },
  ],
  panels: [],
};
