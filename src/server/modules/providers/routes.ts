import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import * as endpoints from '#contracts/providers.ts';
import { sourcesOf } from '#modules/directory-changes/index.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { readProviders, superviseProviders } from './access.ts';
import * as db from './db.ts';
import { stepProvider } from './step-provider.ts';

export const routes: Route[] = [
  serve(endpoints.listProviders, { access: readProviders, audit: 'providers.list' }, async (ctx, { query }) => {
    const found = await db.listProviders(ctx, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.name, row.provider_id]);
    const ids = kept.map(row => row.provider_id);
    const beside = { items: await db.itemsOf(ctx, ids), sources: await sourcesOf(ctx, ids) };
    const total = await db.countProviders(ctx, query);
    return { rows: kept.map(row => db.toProvider(row, beside)), nextCursor, total };
  }),
  serve(endpoints.getProvider, { access: readProviders, audit: 'providers.read' }, async (ctx, { params }) => {
    const row = await db.findProvider(ctx, params.id);
    if (!row) throw new DomainError('platform.not-found');
    const ids = [params.id];
    const provider = db.toProvider(row, { items: await db.itemsOf(ctx, ids), sources: await sourcesOf(ctx, ids) });
    const actions = nextActions(endpoints.providerLifecycle, provider.status, ctx.actor.role);
    return { provider, actions, steps: await readSteps(ctx, params.id) };
  }),
  serve(endpoints.stepProvider, { access: superviseProviders, audit: 'providers.step' }, (ctx, { params, body }) =>
    stepProvider(ctx, params.id, body),
  ),
];
