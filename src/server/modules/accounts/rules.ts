import type { PostBody } from '#contracts/account-administration.ts';
import { ORGANISATION_KIND_LABELS, type OrganisationKind, ROLE_ORGANISATIONS } from '#contracts/organisations.ts';
import { ROLE_LABELS, type Role } from '#contracts/roles.ts';
import { AREA_LEVEL_LABELS, type AreaLevel, areaLevel } from '#shared/area-codes.ts';

/** Hours a session lives: a working day, or seven days on one's own office computer. */
export const SESSION_HOURS = { day: 12, remembered: 7 * 24 } as const;

/** Says why a new password is refused, or nothing when it is fit. */
export function passwordFault(next: string, known: { login?: string; current: string }): string | undefined {
  if (next === known.current) return '新密码与现在的密码相同，请换一个';
  if (known.login && next.toLowerCase().includes(known.login.toLowerCase())) return '新密码里不要带账号';
  if (!/\p{L}/u.test(next) || !/\d/.test(next)) return '新密码要同时有字母和数字';
  if (/^(.)\1+$/.test(next)) return '新密码不能是同一个字符';
  return undefined;
}

/** The level a role works at; the others work wherever they are put. */
const ROLE_LEVELS: Partial<Record<Role, AreaLevel>> = {
  city: 'city',
  district: 'district',
  street: 'street',
  community: 'community',
};

type Place = { areaCode: string; organisation: { kind: OrganisationKind; closed_on: string | null } | undefined };

/** Why a post does not fit its role, organisation or area, by field; undefined when it fits. */
export function postFault(post: PostBody, at: Place): Record<string, string> | undefined {
  const kind = ROLE_ORGANISATIONS[post.role];
  const label = ROLE_LABELS[post.role];
  if (post.toOn && post.toOn < post.fromOn) return { toOn: '止期早于起期，请核对' };
  if (kind) {
    if (!at.organisation) return { organisationId: `${label}要选所在的${ORGANISATION_KIND_LABELS[kind]}` };
    if (at.organisation.kind !== kind) return { organisationId: `${label}的单位应是${ORGANISATION_KIND_LABELS[kind]}` };
    if (at.organisation.closed_on) return { organisationId: '这个单位已注销，不能再给岗位' };
    return undefined;
  }
  if (at.areaCode === '') return { areaCode: '请选岗位所在的地方' };
  const level = ROLE_LEVELS[post.role];
  if (level && areaLevel(at.areaCode) !== level) return { areaCode: `${label}要选到${AREA_LEVEL_LABELS[level]}` };
  return undefined;
}
