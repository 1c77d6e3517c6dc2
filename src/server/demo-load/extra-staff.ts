import type { DemoLogin } from './logins.ts';

/** Fixed ids of what the generator does not draw, in the shape of its own (uuid v7 of the demo's making). */
const fixedId = (serial: number): string => `018c2251-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;

/**
 * Departments that 大兴's measures of 29 September 2025 name as responsible (document 001); the bureau of civil affairs
 * comes with the generated staff.
 */
const DEPARTMENTS = [
  '大兴区商务局',
  '大兴区发展和改革委员会',
  '大兴区财政局',
  '大兴区人力资源和社会保障局',
  '市规划和自然资源委员会大兴分局',
  '大兴区住房和城乡建设委员会',
  '大兴区卫生健康委员会',
  '大兴区医疗保障局',
  '大兴区农业农村局',
  '大兴区市场监督管理局',
  '大兴区司法局',
  '大兴区公安分局',
  '大兴区教育委员会',
  '大兴区国有资产监督管理委员会',
  '大兴区应急管理局',
  '大兴区消防救援局',
];
const DAXING = '110115000000';

export const departmentOrganisations = () =>
  DEPARTMENTS.map((name, i) => ({
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
