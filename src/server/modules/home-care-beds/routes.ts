import { DomainError } from '#contracts/errors.ts';
import * as endpoints from '#contracts/home-care-beds.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { applyForBeds, readBeds, signContracts, stepBeds } from './access.ts';
import { bedAnswer, toBedRow } from './answer.ts';
import { applyForBed, eligibilityOf } from './apply-for-bed.ts';
import * as db from './db.ts';
import { signContract } from './sign-contract.ts';
import { stepBed } from './step-bed.ts';

export const routes: Route[] = [
  serve(endpoints.listBeds, { access: readBeds, audit: 'home-care-beds.list' }, async (ctx, { query }) => {
    const found = await db.listBeds(ctx, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.applied_on, row.bed_id]);
    return { rows: kept.map(row => toBedRow(row, ctx.today)), nextCursor, ...(await db.countBeds(ctx, query)) };
  }),
  serve(endpoints.checkEligibility, { access: applyForBeds, audit: 'home-care-beds.eligibility' }, (ctx, { query }) =>
    eligibilityOf(ctx, query.elderId),
  ),
  serve(endpoints.getBed, { access: readBeds, audit: 'home-care-beds.read' }, async (ctx, { params }) => {
    const row = await db.findBed(ctx, params.id);
    if (!row) throw new DomainError('platform.not-found');
    return bedAnswer(ctx, row);
  }),
  serve(endpoints.applyForBed, { access: applyForBeds, audit: 'home-care-beds.apply' }, (ctx, { body }) =>
    applyForBed(ctx, body),
  ),
  serve(endpoints.stepBed, { access: stepBeds, audit: 'home-care-beds.step' }, (ctx, { params, body }) =>
    stepBed(ctx, params.id, body),
  ),
  serve(endpoints.signBedContract, { access: signContracts, audit: 'home-care-beds.sign-contract' }, (ctx, input) =>
    signContract(ctx, input.params.id, { ...input.body, address: input.peer.address, device: input.peer.device }),
  ),
];
