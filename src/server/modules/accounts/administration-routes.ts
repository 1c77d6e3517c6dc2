import * as endpoints from '#contracts/account-administration.ts';
import { DomainError } from '#contracts/errors.ts';
import * as logins from '#contracts/family-logins.ts';
import * as units from '#contracts/organisations.ts';
import * as permissions from '#contracts/post-permissions.ts';
import { areaName } from '#modules/areas/index.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { administratorOnly, everybody, openForFamily } from './access.ts';
import * as accounts from './administer-accounts.ts';
import { changeOrganisation, registerOrganisation } from './administer-organisations.ts';
import { claimLink } from './claim-link.ts';
import * as db from './db/administration.ts';
import { findLink } from './db/links.ts';
import { listChanges } from './db/permissions.ts';
import { areaOfElder, listFamilyPosts } from './db/posts.ts';
import * as family from './family-logins.ts';
import { decideGuardian, guardianOf, setGuardian } from './guardians.ts';
import { grantPermission, standsToday, withdrawPermission } from './post-permissions.ts';

const organisations: Route[] = [
  serve(
    units.listOrganisations,
    { access: administratorOnly, audit: 'accounts.organisations' },
    async (ctx, { query }) => {
      const { found, total } = await db.listOrganisations(ctx, query);
      const { kept, nextCursor } = pageOf(found, query.limit, row => [row.name, row.organisation_id]);
      const rows = kept.map(({ organisation_id, area_code, credit_code, closed_on, ...row }) => ({
        ...row,
        id: organisation_id,
        areaCode: area_code,
        areaName: areaName(area_code),
        creditCode: credit_code,
        closedOn: closed_on,
      }));
      return { rows, nextCursor, total };
    },
  ),
  serve(
    units.registerOrganisation,
    { access: administratorOnly, audit: 'accounts.register-organisation' },
    (ctx, { body }) => registerOrganisation(ctx, body),
  ),
  serve(
    units.changeOrganisation,
    { access: administratorOnly, audit: 'accounts.change-organisation' },
    (ctx, { params, body }) => changeOrganisation(ctx, params.id, body),
  ),
];

const people: Route[] = [
  serve(endpoints.listAccounts, { access: administratorOnly, audit: 'accounts.list' }, async (ctx, { query }) => {
    const { found, total } = await db.listAccounts(ctx, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.login, row.account_id]);
    return { rows: kept.map(row => db.accountOf(ctx.today, row)), nextCursor, total };
  }),
  serve(endpoints.readAccount, { access: administratorOnly, audit: 'accounts.read' }, async (ctx, { params }) => {
    const account = await db.findAccount(ctx, params.id);
    if (!account) throw new DomainError('platform.not-found');
    const changes = await listChanges(
      ctx,
      account.posts.map(post => post.post_id),
    );
    const { today } = ctx;
    return {
      account: db.accountOf(today, account),
      link: await findLink(ctx, params.id),
      permissions: account.posts.map(({ post_id: postId }) => ({
        postId,
        held: standsToday(changes, { postId, today }),
      })),
      permissionChanges: changes,
    };
  }),
  serve(endpoints.openAccount, { access: administratorOnly, audit: 'accounts.open' }, (ctx, { body }) =>
    accounts.openAccount(ctx, body),
  ),
  serve(endpoints.givePost, { access: administratorOnly, audit: 'accounts.give-post' }, (ctx, { params, body }) =>
    accounts.givePost(ctx, params.id, body),
  ),
  serve(endpoints.endPost, { access: administratorOnly, audit: 'accounts.end-post' }, (ctx, { params, body }) =>
    accounts.endPost(ctx, params, body.toOn),
  ),
  serve(
    permissions.grantPermission,
    { access: administratorOnly, audit: 'accounts.grant-permission' },
    (ctx, { params, body }) => grantPermission(ctx, params, body),
  ),
  serve(
    permissions.withdrawPermission,
    { access: administratorOnly, audit: 'accounts.withdraw-permission' },
    (ctx, { params, body }) => withdrawPermission(ctx, params, body),
  ),
  serve(endpoints.giveLink, { access: administratorOnly, audit: 'accounts.give-link' }, (ctx, { params, body }) =>
    accounts.giveLink(ctx, params.id, body.token),
  ),
  serve(endpoints.suspendAccount, { access: administratorOnly, audit: 'accounts.suspend' }, (ctx, { params, body }) =>
    accounts.suspendAccount(ctx, params.id, body.reason),
  ),
  serve(endpoints.restoreAccount, { access: administratorOnly, audit: 'accounts.restore' }, (ctx, { params }) =>
    accounts.restoreAccount(ctx, params.id),
  ),
  serve(endpoints.claimLink, { access: everybody, audit: 'accounts.claim-link' }, (ctx, { body }) =>
    claimLink(ctx, body),
  ),
];

const families: Route[] = [
  serve(
    logins.listFamilyLogins,
    { access: openForFamily, audit: 'accounts.family-logins' },
    async (ctx, { params }) => {
      if (!(await areaOfElder(ctx, params.elderId))) throw new DomainError('platform.not-found');
      ctx.saw(params.elderId);
      const rows = await listFamilyPosts(ctx, params.elderId);
      return {
        rows: rows.map(post => ({
          ...{ postId: post.post_id, name: post.holder_name, role: post.role, title: post.title },
          ...{ fromOn: post.from_on, toOn: post.to_on },
          guardian: guardianOf(ctx, post),
        })),
      };
    },
  ),
  serve(
    logins.openFamilyLogin,
    { access: openForFamily, audit: 'accounts.open-family-login' },
    (ctx, { params, body }) => family.openFamilyLogin(ctx, params.elderId, body),
  ),
  serve(
    logins.renewFamilyLink,
    { access: openForFamily, audit: 'accounts.renew-family-link' },
    (ctx, { params, body }) => family.renewFamilyLink(ctx, params, body.token),
  ),
  serve(logins.endFamilyLogin, { access: openForFamily, audit: 'accounts.end-family-login' }, (ctx, { params }) =>
    family.endFamilyLogin(ctx, params),
  ),
  serve(logins.setGuardian, { access: openForFamily, audit: 'accounts.set-guardian' }, (ctx, { params, body }) =>
    setGuardian(ctx, params, body.evidence),
  ),
  serve(logins.decideGuardian, { access: openForFamily, audit: 'accounts.decide-guardian' }, (ctx, { params, body }) =>
    decideGuardian(ctx, params, body),
  ),
];

export const administrationRoutes: Route[] = [...organisations, ...people, ...families];
