import { z } from 'zod';

/**
 * Ways of access: each is one database role with exactly one row rule per table (ARCHITECTURE, ADR 0003).
 * `system` reaches accounts and settings, never a person's rows.
 */
export const WAYS = ['area', 'organisation', 'assigned', 'family', 'public', 'system'] as const;
export const Way = z.enum(WAYS);
export type Way = z.infer<typeof Way>;

export const ROLES = [
  'city',
  'district',
  'street',
  'community',
  'centre',
  'institution',
  'station',
  'meal-point',
  'provider',
  'caregiver',
  'assessor',
  'doctor',
  'elder',
  'family',
  'volunteer',
  'department',
  'finance',
  'regulator',
  'auditor',
  'administrator',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const ROLE_LABELS = {
  city: '市级民政',
  district: '区级民政',
  street: '街道（乡镇）养老专干',
  community: '社区（村）工作者',
  centre: '区域养老服务中心',
  institution: '养老机构',
  station: '养老服务驿站',
  'meal-point': '养老助餐点',
  provider: '专业服务商',
  caregiver: '养老护理员',
  assessor: '评估员',
  doctor: '家庭医生',
  elder: '老年人',
  family: '家属',
  volunteer: '志愿者',
  department: '责任部门',
  finance: '资金管理',
  regulator: '监管检查',
  auditor: '审计',
  administrator: '系统管理员',
} as const satisfies Record<Role, string>;

/** The single way by which a role reaches rows; an administrator reaches no person's rows at all. */
export const ROLE_WAYS = {
  city: 'area',
  district: 'area',
  street: 'area',
  community: 'area',
  centre: 'organisation',
  institution: 'organisation',
  station: 'organisation',
  'meal-point': 'organisation',
  provider: 'organisation',
  caregiver: 'assigned',
  assessor: 'assigned',
  doctor: 'assigned',
  elder: 'family',
  family: 'family',
  volunteer: 'assigned',
  department: 'organisation',
  finance: 'area',
  regulator: 'area',
  auditor: 'area',
  administrator: 'system',
} as const satisfies Record<Role, Way>;

export const PORTALS = ['public', 'elder', 'desk', 'field', 'screen'] as const;
export type Portal = (typeof PORTALS)[number];

/** Where a role lands after login. */
export const ROLE_PORTALS = {
  city: 'desk',
  district: 'desk',
  street: 'desk',
  community: 'desk',
  centre: 'desk',
  institution: 'desk',
  station: 'desk',
  'meal-point': 'desk',
  provider: 'desk',
  caregiver: 'field',
  assessor: 'field',
  doctor: 'desk',
  elder: 'elder',
  family: 'elder',
  volunteer: 'field',
  department: 'desk',
  finance: 'desk',
  regulator: 'desk',
  auditor: 'desk',
  administrator: 'desk',
} as const satisfies Record<Role, Portal>;

export const OFFICIALS = ['city', 'district', 'street', 'community'] as const satisfies readonly Role[];
