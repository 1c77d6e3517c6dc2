import * as contract from '#contracts/vouchers.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import * as holdings from './holdings.ts';
import { makeIssue, stepIssue } from './issues.ts';
import { makeScheme, readScheme, readSchemes, stepScheme } from './schemes.ts';
import { makeStatements, readStatements } from './statements.ts';

export const routes: Route[] = [
  serve(contract.listVoucherSchemes, { access: access.readSchemes, audit: 'vouchers.schemes' }, (ctx, { query }) =>
    readSchemes(ctx, query),
  ),
  serve(contract.readVoucherScheme, { access: access.readSchemes, audit: 'vouchers.scheme' }, (ctx, { params }) =>
    readScheme(ctx, params.id),
  ),
  serve(contract.makeVoucherScheme, { access: access.keepSchemes, audit: 'vouchers.make' }, (ctx, { body }) =>
    makeScheme(ctx, body),
  ),
  serve(contract.stepVoucherScheme, { access: access.keepSchemes, audit: 'vouchers.step' }, (ctx, { params, body }) =>
    stepScheme(ctx, params.id, body),
  ),
  serve(contract.makeVoucherIssue, { access: access.keepSchemes, audit: 'vouchers.list' }, (ctx, { params, body }) =>
    makeIssue(ctx, params.id, body),
  ),
  serve(
    contract.stepVoucherIssue,
    { access: access.keepSchemes, audit: 'vouchers.issue-step' },
    (ctx, { params, body }) => stepIssue(ctx, params.id, body),
  ),
  serve(contract.listVouchers, { access: access.readHolders, audit: 'vouchers.holders' }, (ctx, { query }) =>
    holdings.readVouchers(ctx, query),
  ),
  serve(contract.endVoucher, { access: access.keepSchemes, audit: 'vouchers.end' }, (ctx, { params, body }) =>
    holdings.endVoucher(ctx, params.id, body.note),
  ),
  serve(contract.readElderVouchers, { access: access.readHolders, audit: 'vouchers.elder' }, (ctx, { params }) =>
    holdings.readElderVouchers(ctx, params.elderId),
  ),
  serve(contract.readMyVouchers, { access: access.own, audit: 'vouchers.mine' }, ctx => holdings.readMyVouchers(ctx)),
  serve(
    contract.listVoucherRedemptions,
    { access: access.readRedemptions, audit: 'vouchers.redemptions' },
    (ctx, { query }) => holdings.readRedemptions(ctx, query),
  ),
  serve(
    contract.listVoucherStatements,
    { access: access.readRedemptions, audit: 'vouchers.statements' },
    (ctx, input) => readStatements(ctx, input.query),
  ),
  serve(contract.makeVoucherStatements, { access: access.settle, audit: 'vouchers.settle' }, (ctx, { body }) =>
    makeStatements(ctx, body),
  ),
];
