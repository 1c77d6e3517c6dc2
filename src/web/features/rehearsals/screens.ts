import type { Role } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const READERS: readonly Role[] = ['city', 'district', 'finance', 'auditor'];
const MAKERS: readonly Role[] = ['city', 'district'];
const desk = { portal: 'desk', roles: READERS, job: 'benefits' } as const satisfies Partial<Screen>;
const LIST = ['empty', 'error', 'loading'] as const;
const RECORD = ['error', 'loading'] as const;

/** 政策预演: drafts of a change, what they would do, who signed; and the money of this year and the next. */
export const REHEARSALS: Feature = {
  screens: [
    {
      ...desk,
      path: '/desk/rehearsals',
      title: '政策预演',
      page: 'features/rehearsals/rehearsals-page',
      nav: '政策预演',
      states: LIST,
    },
    {
      ...desk,
      roles: MAKERS,
      path: '/desk/rehearsals/new',
      title: '起草',
      page: 'features/rehearsals/new-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/rehearsals/:id',
      title: '一份政策草案',
      page: 'features/rehearsals/rehearsal-page',
      states: RECORD,
    },
    {
      ...desk,
      roles: MAKERS,
      path: '/desk/rehearsals/:id/edit',
      title: '修改草案',
      page: 'features/rehearsals/edit-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/rehearsals/:id/people',
      title: '一个数背后的人',
      page: 'features/rehearsals/people-page',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/rehearsals/:id/places',
      title: '各机构变多变少',
      page: 'features/rehearsals/places-page',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/rehearsals/:id/residents',
      title: '住着谁',
      page: 'features/rehearsals/residents-page',
      states: LIST,
    },
    {
      ...desk,
      job: 'money',
      path: '/desk/budgets',
      title: '经费测算和预算',
      page: 'features/rehearsals/budgets-page',
      nav: '经费测算',
      states: RECORD,
    },
  ],
  panels: [],
};
