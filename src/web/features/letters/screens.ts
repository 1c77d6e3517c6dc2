import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const READERS: readonly Role[] = [...OFFICIALS, 'finance', 'regulator', 'auditor'];
const desk = { portal: 'desk', job: 'letters' } as const satisfies Partial<Screen>;
const own = { portal: 'elder', roles: ['elder', 'family'] } as const satisfies Partial<Screen>;

/** 文书: what was issued on paper to whom, the call list, the person's own letters. */
export const LETTERS: Feature = {
  screens: [
    {
      ...desk,
      path: '/desk/letters',
      title: '文书',
      roles: READERS,
      page: 'features/letters/letters-page',
      nav: '文书',
      states: ['empty', 'error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/letters/calls',
      title: '电话告知名单',
      roles: OFFICIALS,
      page: 'features/letters/calls-page',
      nav: '电话告知名单',
      states: ['empty', 'error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/letters/:id',
      title: '一份文书',
      roles: READERS,
      page: 'features/letters/letter-page',
      states: ['error', 'loading'],
    },
    {
      ...own,
      path: '/elder/letters',
      title: '我的文书',
      page: 'features/letters/mine-page',
      nav: '我的文书',
      states: ['empty', 'error', 'loading'],
    },
    {
      ...own,
      path: '/elder/letters/:id',
      title: '一份文书',
      page: 'features/letters/my-letter-page',
      states: ['error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.elder.main', panel: 'features/letters/elder-letters-panel', order: 40, roles: READERS }],
};
