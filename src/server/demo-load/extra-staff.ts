import { demoDepartments } from '#modules/accounts/index.ts';
import type { DemoLogin } from './logins.ts';

/** Fixed ids of what the generator does not draw, in the shape of its own (uuid v7 of the demo's making). */
const fixedId = (serial: number): string => `018c2251-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;

const DAXING = '110115000000';

/** Departments that Daxing's measures name as responsible (data/government-units.json); civil affairs comes with the staff. */
export const departmentOrganisations = () =>
  demoDepartments(DAXING).map((name, i) => ({
    organisationId: fixedId(1 + i),
    name,
    kind: 'government' as const,
    areaCode: DAXING,
    creditCode: null,
    openedOn: null,
  }));

export const DEPARTMENT: DemoLogin = {
  accountId: fixedId(0x101),
  login: 'department',
  holderName: '郑文博',
  role: 'department',
  title: '大兴区商务局 · 责任部门',
  areaCode: DAXING,
  organisationId: fixedId(1),
  elderId: null,
  fromOn: '2024-01-02',
};

export const VOLUNTEER: DemoLogin = {
  accountId: fixedId(0x102),
  login: 'volunteer',
  holderName: '孙晓梅',
  role: 'volunteer',
  title: '清源街道 · 志愿者',
  areaCode: '110115003000',
  organisationId: null,
  elderId: null,
  fromOn: '2024-03-05',
};
