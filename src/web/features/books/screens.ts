import type { Feature } from '../../screen.ts';

export const BOOKS: Feature = {
  screens: [
    {
      path: '/desk/books',
      title: '补贴津贴的账',
      portal: 'desk',
      roles: ['district', 'city', 'finance', 'regulator', 'auditor'],
      page: 'features/books/books-page',
      job: 'money',
      nav: '补贴津贴的账',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [],
};
