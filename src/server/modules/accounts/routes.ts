import * as endpoints from '#contracts/accounts.ts';
import { record } from '#platform/audit/record.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { administratorOnly, anyPost, everybody } from './access.ts';
import { administrationRoutes } from './administration-routes.ts';
import * as db from './db/sessions.ts';
import { logIn } from './log-in.ts';
import { changePassword, listDevices, readSession, revokeSession, switchPost } from './manage-session.ts';
import { moveBusinessDate, readSite } from './site.ts';

export const routes: Route[] = [
  ...administrationRoutes,
  serve(endpoints.login, { access: everybody, audit: 'accounts.login' }, (ctx, { body, peer }) =>
    logIn(ctx, body, peer),
  ),
  serve(endpoints.logout, { access: anyPost, audit: 'accounts.logout' }, async (ctx, { peer }) => {
    await db.endSession(ctx, ctx.actor.sessionId);
    await record(ctx, { action: 'accounts.logout', subject: { kind: 'session', id: ctx.actor.sessionId } });
    peer.setCookie(null);
    return { done: true as const };
  }),
  serve(endpoints.readSession, { access: anyPost, audit: 'accounts.session' }, ctx => readSession(ctx)),
  serve(endpoints.switchPost, { access: anyPost, audit: 'accounts.switch-post' }, (ctx, { body }) =>
    switchPost(ctx, body.postId),
  ),
  serve(endpoints.listSessions, { access: anyPost, audit: 'accounts.sessions' }, ctx => listDevices(ctx)),
  serve(endpoints.revokeSession, { access: anyPost, audit: 'accounts.revoke-session' }, (ctx, { params }) =>
    revokeSession(ctx, params.id),
  ),
  serve(endpoints.changePassword, { access: anyPost, audit: 'accounts.change-password' }, (ctx, { body }) =>
    changePassword(ctx, body),
  ),
  serve(endpoints.readSite, { access: everybody, audit: 'accounts.site' }, ctx => readSite(ctx)),
  serve(
    endpoints.moveBusinessDate,
    { access: administratorOnly, audit: 'accounts.move-business-date' },
    (ctx, { body }) => moveBusinessDate(ctx, body.businessDate),
  ),
];
