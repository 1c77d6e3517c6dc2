import type { Feature } from '../../screen.ts';

/** 查找: the box at the top of the desk leads here. */
export const SEARCH: Feature = {
  screens: [
    {
      path: '/desk/search',
      title: '查找',
      portal: 'desk',
      roles: 'everyone',
      page: 'features/search/search-page',
      job: 'today',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
