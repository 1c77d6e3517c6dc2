import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const MONEY: readonly Role[] = ['finance', 'regulator', 'auditor'];
const ABOVE: readonly Role[] = ['district', 'city', ...MONEY];

/** 服务券: schemes and issues of a district, what was redeemed where, and the holder's own page. */
export const VOUCHERS: Feature = {
  screens: [
    {
      path: '/desk/vouchers',
      title: '服务券',
      portal: 'desk',
      roles: ABOVE,
      page: 'features/vouchers/schemes-page',
      job: 'money',
      nav: '服务券',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/vouchers/:id',
      title: '一个服务券方案',
      portal: 'desk',
      roles: ABOVE,
      page: 'features/vouchers/scheme-page',
      job: 'money',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/voucher-redemptions',
      title: '用券和结算',
      portal: 'desk',
      roles: [...OFFICIALS, ...MONEY, 'provider', 'centre', 'station'],
      page: 'features/vouchers/redemptions-page',
      job: 'dispatch',
      nav: '用券和结算',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/elder/vouchers',
      title: '我的服务券',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/vouchers/mine-page',
      nav: '我的服务券',
      states: ['error', 'loading'],
    },
  ],
  panels: [
    {
      slot: 'desk.elder.main',
      panel: 'features/vouchers/elder-vouchers-panel',
      order: 13,
      roles: [...OFFICIALS, ...MONEY],
    },
    { slot: 'elder.home', panel: 'features/vouchers/my-vouchers-panel', order: 15, roles: ['elder', 'family'] },
  ],
};
