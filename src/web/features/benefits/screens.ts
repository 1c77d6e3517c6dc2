import type { Role } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const READERS: readonly Role[] = ['city', 'district', 'street', 'community', 'finance', 'regulator', 'auditor'];
const desk = { portal: 'desk', roles: READERS, job: 'benefits' } as const satisfies Partial<Screen>;
const LIST = ['empty', 'error', 'loading'] as const;
const RECORD = ['error', 'loading'] as const;

/** 办待遇: who is entitled, why, who has not applied, who decided; the elder's own page; the nameless form. */
export const BENEFITS: Feature = {
  screens: [
    {
      ...desk,
      path: '/desk/benefits/offers',
      title: '符合还没申请',
      page: 'features/benefits/offers-page',
      nav: '符合还没申请',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/benefits/applications',
      title: '待遇申请',
      page: 'features/benefits/applications-page',
      nav: '待遇申请',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/benefits/applications/:id',
      title: '一份待遇申请',
      page: 'features/benefits/application-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/benefits/months',
      title: '按月核定',
      page: 'features/benefits/months-page',
      nav: '按月核定',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/benefits/elders/:id',
      title: '一位老人的待遇',
      page: 'features/benefits/person-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/benefits/elders/:id/apply/:scheme',
      title: '待遇申请表',
      roles: ['community', 'street'],
      page: 'features/benefits/apply-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/benefits/funerals',
      title: '丧葬补贴',
      page: 'features/benefits/funerals-page',
      nav: '丧葬补贴',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/benefits/funerals/:id',
      title: '一份丧葬补贴',
      page: 'features/benefits/funeral-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/benefits/parameters',
      title: '核定按什么办',
      page: 'features/benefits/parameters-page',
      nav: '核定按什么办',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/benefits/settings',
      title: '区定的值',
      roles: ['city', 'district', 'regulator', 'auditor'],
      page: 'features/benefits/settings-page',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/benefits/schemes',
      title: '待遇一览',
      page: 'features/benefits/schemes-page',
      nav: '待遇一览',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/benefits/schemes/:key',
      title: '一项待遇',
      page: 'features/benefits/scheme-page',
      states: RECORD,
    },
    {
      path: '/benefits/schemes',
      title: '待遇一览',
      portal: 'public',
      roles: 'anyone',
      page: 'features/benefits/schemes-page',
      states: LIST,
    },
    {
      path: '/benefits/schemes/:key',
      title: '一项待遇',
      portal: 'public',
      roles: 'anyone',
      page: 'features/benefits/scheme-page',
      states: RECORD,
    },
    {
      path: '/elder/benefits/apply/:scheme',
      title: '待遇申请表',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/benefits/my-apply-page',
      states: RECORD,
    },
    {
      path: '/elder/funeral/:id',
      title: '丧葬补贴',
      portal: 'elder',
      roles: ['family'],
      page: 'features/benefits/my-funeral-page',
      states: RECORD,
    },
    {
      path: '/elder/benefits',
      title: '我的待遇',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/benefits/mine-page',
      nav: '我的待遇',
      states: RECORD,
    },
    {
      path: '/benefits',
      title: '不留姓名查待遇',
      portal: 'public',
      roles: 'anyone',
      page: 'features/benefits/ask-page',
      nav: '查待遇',
      states: ['error'],
    },
  ],
  panels: [
    { slot: 'elder.home', panel: 'features/benefits/funeral-panel', order: 5, roles: ['family'] },
    { slot: 'desk.elder.main', panel: 'features/benefits/elder-panel', order: 10, roles: READERS },
  ],
};
