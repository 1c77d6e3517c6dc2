import type { Feature } from '../../screen.ts';

/** 消息: the inbox of whoever is logged in. */
export const MESSAGES: Feature = {
  screens: [
    {
      path: '/desk/messages',
      title: '消息',
      portal: 'desk',
      roles: 'everyone',
      page: 'features/messages/messages-page',
      job: 'today',
      nav: '消息',
      states: ['empty', 'error', 'loading'],
    },
    {
      path: '/desk/system/settings',
      title: '系统设置',
      portal: 'desk',
      roles: ['administrator'],
      page: 'features/messages/settings-page',
      job: 'system',
      nav: '系统设置',
      states: ['error', 'loading'],
    },
    {
      path: '/elder/messages',
      title: '我的消息',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/messages/my-messages-page',
      nav: '我的消息',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.top', panel: 'features/messages/unread-panel', order: 1, roles: 'everyone' }],
};
