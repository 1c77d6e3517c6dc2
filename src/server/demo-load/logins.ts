import { ROLE_LABELS, ROLES, type Role } from '#contracts/roles.ts';
import type { NewAccount, NewOrganisation, NewPost } from '#modules/accounts/index.ts';
import { randomOf } from '#shared/random.ts';
import {
  communityHistory,
  DEMO_START,
  type DemoElder,
  type DemoOrganisation,
  type DemoStaff,
  eldersOf,
  pickShowcase,
} from '../demo/index.ts';
import { DEPARTMENT, VOLUNTEER } from './extra-staff.ts';
import { LOGIN_COMMUNITY, LOGIN_STREET, type World } from './plan.ts';

/** The one password of a demo's logins; it stands on the login page and opens nothing but synthetic data. */
export const DEMO_PASSWORD = 'yinian2025';

export type DemoLogin = Omit<NewPost, 'postId'> & { login: string };

/**
 * One login for each role, bound to people who have something to do on the demo's first day: the caregiver with most
 * orders, the assessor with most waiting cases, a family whose parent holds a bed. Pure, about 0.3 s.
 */
export function pickLogins(world: World): DemoLogin[] {
  const before = picked.get(world);
  if (before) return before;
  const logins = pick(world);
  picked.set(world, logins);
  return logins;
}
const picked = new WeakMap<World, DemoLogin[]>();

function pick(world: World): DemoLogin[] {
  const busy = busyPeople(world);
  const { staff, organisations } = world.supply;
  const byOrganisation = new Map(organisations.map(o => [o.organisationId, o]));
  const logins: DemoLogin[] = [];
  // The caregiver first: the provider's login is that of the caregiver's firm.
  for (const role of [...ROLES].sort((a, b) => Number(b === 'caregiver') - Number(a === 'caregiver'))) {
    if (role === 'elder') logins.push(familyLogin('elder', busy.elder));
    else if (role === 'family') logins.push(familyLogin('family', busy.parent));
    else if (role === 'volunteer') logins.push(VOLUNTEER);
    else if (role === 'department') logins.push(DEPARTMENT);
    else {
      const carer = logins.find(l => l.role === 'caregiver');
      const own = role === 'provider' && carer ? staff.filter(s => s.organisationId === carer.organisationId) : staff;
      const person = pickStaff(role, { staff: own, busy: busy.staff }) ?? pickStaff(role, { staff, busy: busy.staff });
      if (person) logins.push(staffLogin(person, byOrganisation.get(person.organisationId)));
    }
  }
  return logins;
}

/** Where a role's login is looked for, nearest first. */
const NEAREST = [LOGIN_COMMUNITY, LOGIN_STREET.slice(0, 9), LOGIN_STREET.slice(0, 6), '11'];

function pickStaff(role: Role, from: { staff: readonly DemoStaff[]; busy: Map<string, number> }) {
  const own = from.staff.filter(s => s.role === role);
  const busiest = own
    .filter(s => from.busy.has(s.staffId))
    .sort((a, b) => (from.busy.get(b.staffId) ?? 0) - (from.busy.get(a.staffId) ?? 0))[0];
  if (busiest) return busiest;
  const narrow = role === 'city' || role === 'auditor' || role === 'administrator' ? ['11'] : NEAREST;
  for (const prefix of narrow) {
    const found = own.find(s => s.areaCode.startsWith(prefix));
    if (found) return found;
  }
  return undefined;
}

function staffLogin(person: DemoStaff, own: DemoOrganisation | undefined): DemoLogin {
  const { staffId, role, name, areaCode, organisationId, startedOn } = person;
  const title = titleOf(role, own);
  return {
    accountId: staffId,
    login: role,
    holderName: name,
    role,
    title,
    areaCode,
    organisationId,
    elderId: null,
    fromOn: startedOn,
  };
}

/** 清源街道办事处 · 养老专干. */
export function titleOf(role: Role, own: Pick<DemoOrganisation, 'name'> | undefined): string {
  const post = { street: '养老专干', community: '社区工作者' }[role as string] ?? ROLE_LABELS[role];
  return own ? `${own.name.replace(/居委会$|居民委员会$/, '')} · ${post}` : post;
}

function familyLogin(role: 'elder' | 'family', elder: DemoElder): DemoLogin {
  const child = elder.contacts[0];
  const name = role === 'elder' ? elder.name : (child?.name ?? elder.name);
  return {
    accountId: accountIdFor(elder, role),
    login: role,
    holderName: name,
    role,
    title: role === 'elder' ? '本人' : `${elder.name}的${child?.relation ?? '家属'}`,
    areaCode: elder.areaCode,
    organisationId: null,
    elderId: elder.elderId,
    fromOn: '2024-01-02',
  };
}

/** Same elder, same account id, other than the elder's own. */
function accountIdFor(elder: DemoElder, role: string): string {
  const tail = randomOf(elder.index, elder.elderId, role).bits().toString(16).padStart(8, '0');
  return `${elder.elderId.slice(0, 28)}${tail}`;
}

type Busy = { staff: Map<string, number>; elder: DemoElder; parent: DemoElder };

/** Reads the history of the login street for who is due today and whose parent has most going on. */
function busyPeople(world: World): Busy {
  const staff = new Map<string, number>();
  const add = (id: string | null) => id && staff.set(id, (staff.get(id) ?? 0) + 1);
  const going = new Map<string, number>();
  const own: string[] = [];
  let neighbours: DemoElder[] = [];
  for (const place of world.history.filter(p => p.streetCode === LOGIN_STREET)) {
    const elders = eldersOf(world.map.seed, place, world.codes);
    if (place.code === LOGIN_COMMUNITY) neighbours = elders;
    for (const event of communityHistory(world.map, world.supply, { place, elders })) {
      if (event.kind === 'order' && event.scheduledOn === DEMO_START && !event.cancelledAt) add(event.staffId);
      if (event.kind === 'order' && place.code === LOGIN_COMMUNITY && event.doneAt) own.push(event.staffId ?? '');
      if (event.kind === 'assessment' && !event.assessedOn) for (const id of event.assessorIds) add(id);
      if (event.kind === 'order' && !event.cancelledAt) going.set(event.elderId, (going.get(event.elderId) ?? 0) + 1);
      if (event.kind === 'home-bed' && event.builtOn) going.set(event.elderId, (going.get(event.elderId) ?? 0) + 20);
    }
  }
  // A small city may have no order today: then whoever served the community last.
  if (staff.size === 0) add(own.at(-1) ?? null);
  const showcase = pickShowcase(neighbours);
  const first = showcase[0]?.elder ?? (neighbours[0] as DemoElder);
  const parents = neighbours.filter(e => e.contacts.length > 0 && e.elderId !== first.elderId);
  const parent = parents.sort((a, b) => (going.get(b.elderId) ?? 0) - (going.get(a.elderId) ?? 0))[0];
  return { staff, elder: first, parent: parent ?? first };
}

export type AccountRows = { organisations: NewOrganisation[]; accounts: NewAccount[]; posts: NewPost[] };
