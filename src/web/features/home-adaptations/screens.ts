import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const DESK = [...OFFICIALS, 'provider', 'finance', 'regulator', 'auditor'] as const;
const desk = { portal: 'desk', roles: DESK, job: 'dispatch' } as const satisfies Partial<Screen>;
const field = { portal: 'field', roles: ['assessor'] } as const satisfies Partial<Screen>;
const elder = { portal: 'elder', roles: ['elder', 'family'] } as const satisfies Partial<Screen>;
const LIST = ['empty', 'error', 'loading'] as const;
const RECORD = ['error', 'loading'] as const;

/** 居家适老化改造: offices, provider and money at the desk, the assessor on the phone, the family at home. */
export const HOME_ADAPTATIONS: Feature = {
  screens: [
    {
      ...desk,
      path: '/desk/adaptations',
      title: '适老化改造',
      page: 'features/home-adaptations/adaptations-page',
      nav: '适老化改造',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/adaptations/new',
      title: '申请适老化改造',
      roles: ['community', 'street'],
      page: 'features/home-adaptations/apply-page',
      states: ['error'],
    },
    {
      ...desk,
      path: '/desk/adaptations/products',
      title: '改造目录',
      page: 'features/home-adaptations/products-page',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/adaptations/:id',
      title: '一件适老化改造',
      page: 'features/home-adaptations/adaptation-page',
      states: RECORD,
    },
    {
      ...field,
      path: '/field/adaptations',
      title: '我的改造评估',
      page: 'features/home-adaptations/field-adaptations-page',
      nav: '适老改造',
      states: LIST,
    },
    {
      ...field,
      path: '/field/adaptations/:id',
      title: '改造评估和验收',
      page: 'features/home-adaptations/field-adaptation-page',
      states: RECORD,
    },
    {
      ...elder,
      path: '/elder/adaptations',
      title: '家里的适老化改造',
      page: 'features/home-adaptations/my-adaptations-page',
      nav: '适老化改造',
      states: LIST,
    },
    {
      ...elder,
      path: '/elder/adaptations/:id',
      title: '我家的改造',
      page: 'features/home-adaptations/my-adaptation-page',
      states: RECORD,
    },
  ],
  panels: [
    { slot: 'desk.elder.life', panel: 'features/home-adaptations/elder-adaptation-panel', order: 12, roles: OFFICIALS },
  ],
};
