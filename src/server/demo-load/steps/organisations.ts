import { hash } from '@node-rs/argon2';
import { insertAccounts } from '#modules/accounts/index.ts';
import { newId } from '#shared/ids.ts';
import { departmentOrganisations } from '../extra-staff.ts';
import { type AccountRows, DEMO_PASSWORD, type DemoLogin, pickLogins, titleOf } from '../logins.ts';
import type { World } from '../plan.ts';
import type { StepContext } from '../step-context.ts';

/** Organisations, everybody's account and post, and one login for each role with the password of the login page. */
export async function loadOrganisations({ client, world }: StepContext): Promise<number> {
  const logins = pickLogins(world);
  return insertAccounts(client, accountRows(world, { logins, passwordHash: await hash(DEMO_PASSWORD) }));
}

function accountRows(world: World, given: { logins: DemoLogin[]; passwordHash: string }): AccountRows {
  const { staff, organisations } = world.supply;
  const loginOf = new Map(given.logins.map(l => [l.accountId, l]));
  const own = new Map(organisations.map(o => [o.organisationId, o]));
  const others = staff.filter(s => !loginOf.has(s.staffId));
  const openedOn = new Map(world.supply.facilities.map(f => [f.facilityId, f.openedOn]));
  return {
    organisations: [
      ...organisations.map(o => ({ ...o, openedOn: (o.facilityId && openedOn.get(o.facilityId)) || null })),
      ...departmentOrganisations(),
    ],
    accounts: [
      ...given.logins.map(l => ({
        accountId: l.accountId,
        login: l.login,
        name: l.holderName,
        passwordHash: given.passwordHash,
        demoPassword: DEMO_PASSWORD,
      })),
      ...others.map(s => ({
        accountId: s.staffId,
        login: s.account,
        name: s.name,
        passwordHash: null,
        demoPassword: null,
      })),
    ],
    posts: [
      ...given.logins.map(l => ({ ...l, postId: newId() })),
      ...others.map(s => ({
        postId: newId(),
        accountId: s.staffId,
        holderName: s.name,
        role: s.role,
        title: titleOf(s.role, own.get(s.organisationId)),
        areaCode: s.areaCode,
        organisationId: s.organisationId,
        elderId: null,
        fromOn: s.startedOn,
      })),
    ],
  };
}
