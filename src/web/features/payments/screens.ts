import type { Role } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const LIST = ['empty', 'error', 'loading'] as const;
const RECORD = ['error', 'loading'] as const;
const MONEY: readonly Role[] = ['city', 'district', 'finance', 'regulator', 'auditor'];
const READERS: readonly Role[] = [...MONEY, 'street', 'community'];
const desk = { portal: 'desk', job: 'money' } as const satisfies Partial<Screen>;

export const PAYMENTS: Feature = {
  screens: [
    {
      ...desk,
      path: '/desk/payments/cycles',
      title: '补贴津贴发放',
      roles: MONEY,
      page: 'features/payments/cycles-page',
      nav: '补贴津贴发放',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/payments/cycles/:id',
      title: '一个发放批次',
      roles: MONEY,
      page: 'features/payments/cycle-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/payments/lines',
      title: '发放明细',
      roles: READERS,
      page: 'features/payments/payment-lines-page',
      nav: '发放明细',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/payments/elders/:id',
      title: '一位老人领到的钱',
      roles: READERS,
      page: 'features/payments/received-page',
      states: RECORD,
    },
    {
      ...desk,
      path: '/desk/payments/checks',
      title: '核实到账',
      roles: READERS,
      page: 'features/payments/checks-page',
      nav: '核实到账',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/payments/recoveries',
      title: '发放疑点和追缴',
      roles: READERS,
      page: 'features/payments/recoveries-page',
      nav: '疑点和追缴',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/payments/recoveries/:id',
      title: '一笔追缴',
      roles: READERS,
      page: 'features/payments/recovery-page',
      states: RECORD,
    },
    {
      path: '/elder/money',
      title: '我领到的钱',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/payments/mine-page',
      nav: '我领到的钱',
      states: RECORD,
    },
    {
      path: '/desk/settle-lines',
      title: '服务结算',
      portal: 'desk',
      roles: [...READERS, 'centre', 'station', 'provider'],
      page: 'features/payments/lines-page',
      job: 'dispatch',
      nav: '服务结算',
      states: LIST,
    },
  ],
  panels: [{ slot: 'desk.elder.main', panel: 'features/payments/received-panel', order: 12, roles: READERS }],
};
