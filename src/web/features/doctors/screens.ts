import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature } from '../../screen.ts';

/** 家庭医生: the doctor's own list and record, and who is whose doctor on the record of a person. */
export const DOCTORS: Feature = {
  screens: [
    {
      path: '/desk/patients',
      title: '签约的老年人',
      portal: 'desk',
      roles: ['doctor'],
      page: 'features/doctors/patients-page',
      states: ['empty', 'error', 'loading'],
      job: 'visits',
      nav: '签约的老年人',
    },
    {
      path: '/desk/patients/:elderId',
      title: '一位签约的老年人',
      portal: 'desk',
      roles: ['doctor'],
      page: 'features/doctors/patient-page',
      states: ['empty', 'error', 'loading'],
      job: 'visits',
    },
  ],
  panels: [
    { slot: 'desk.elder.rail', panel: 'features/doctors/elder-doctor-panel', order: 20, roles: OFFICIALS },
    { slot: 'elder.home', panel: 'features/doctors/my-doctor-panel', order: 40, roles: ['elder', 'family'] },
  ],
};
