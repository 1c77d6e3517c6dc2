import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const READERS: readonly Role[] = [...OFFICIALS, 'auditor'];

/** 孝顺榜样: nominations and selection at the desk, the published list for everybody. */
export const FILIAL_MODELS: Feature = {
  screens: [
    {
      path: '/desk/filial-models',
      title: '孝顺榜样',
      portal: 'desk',
      roles: READERS,
      page: 'features/filial-models/nominees-page',
      job: 'visits',
      nav: '孝顺榜样',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/filial-models/:id',
      title: '一份提名',
      portal: 'desk',
      roles: READERS,
      page: 'features/filial-models/nominee-page',
      job: 'visits',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/filial-models/list/:id',
      title: '一年的名单',
      portal: 'desk',
      roles: READERS,
      page: 'features/filial-models/list-page',
      job: 'visits',
      states: ['error', 'loading'],
    },
    {
      path: '/filial-models',
      title: '孝顺榜样',
      portal: 'public',
      roles: 'anyone',
      page: 'features/filial-models/public-page',
      nav: '孝顺榜样',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
