import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import * as endpoints from '#contracts/workforce.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { manageCaregivers, readCaregivers } from './access.ts';
import * as db from './db.ts';
import { certificateState, notDispatchable } from './rules.ts';
import { stepCaregiver } from './step-caregiver.ts';

export const routes: Route[] = [
  serve(endpoints.listCaregivers, { access: readCaregivers, audit: 'workforce.list' }, async (ctx, { query }) => {
    const found = await db.listCaregivers(ctx, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.name, row.caregiver_id]);
    return { rows: kept.map(db.toCaregiver), nextCursor, total: await db.countCaregivers(ctx, query) };
  }),
  serve(endpoints.getCaregiver, { access: readCaregivers, audit: 'workforce.read' }, (ctx, { params }) =>
    caregiverRecord(ctx, params.id),
  ),
  serve(endpoints.stepCaregiver, { access: manageCaregivers, audit: 'workforce.step' }, (ctx, { params, body }) =>
    stepCaregiver(ctx, params.id, body),
  ),
];

async function caregiverRecord(ctx: Context, id: string) {
  const row = await db.findCaregiver(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const caregiver = db.toCaregiver(row);
  const certificates = (await db.listCertificates(ctx, id)).map(c => ({
    id: c.certificate_id,
    kind: c.kind,
    level: c.level,
    issuedOn: c.issued_on,
    expiresOn: c.expires_on,
    state: certificateState({ issuedOn: c.issued_on, expiresOn: c.expires_on, revokedOn: c.revoked_on }, ctx.today),
  }));
  return {
    caregiver,
    certificates,
    notDispatchable: notDispatchable(caregiver),
    actions: nextActions(endpoints.caregiverLifecycle, caregiver.status, ctx.actor.role),
    steps: await readSteps(ctx, id),
  };
}
