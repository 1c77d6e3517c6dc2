import type { Role } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

const ADMINISTRATORS: readonly Role[] = ['administrator'];

/** 账号、岗位、单位: the administrator's; logins of elders and families are opened on the elder's file. */
export const ACCOUNTS: Feature = {
  screens: [
    {
      path: '/set-password',
      title: '设置密码',
      portal: 'public',
      roles: 'anyone',
      page: 'features/accounts/set-password-page',
      states: ['error'],
    },
    {
      path: '/desk/system/accounts',
      title: '账号和岗位',
      portal: 'desk',
      roles: ADMINISTRATORS,
      page: 'features/accounts/accounts-page',
      job: 'system',
      nav: '账号和岗位',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/system/accounts/new',
      title: '开账号',
      portal: 'desk',
      roles: ADMINISTRATORS,
      page: 'features/accounts/new-account-page',
      job: 'system',
      states: ['error'],
    },
    {
      path: '/desk/system/accounts/:id',
      title: '一个账号',
      portal: 'desk',
      roles: ADMINISTRATORS,
      page: 'features/accounts/account-page',
      job: 'system',
      states: ['error', 'loading'],
    },
    {
      path: '/desk/system/organisations',
      title: '单位',
      portal: 'desk',
      roles: ADMINISTRATORS,
      page: 'features/accounts/organisations-page',
      job: 'system',
      nav: '单位',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [
    {
      slot: 'desk.elder.rail',
      panel: 'features/accounts/family-logins-panel',
      order: 45,
      roles: ['community', 'street'],
    },
  ],
};
