import * as cycles from '#contracts/payments/cycles.ts';
import * as payables from '#contracts/payments/payables.ts';
import * as recoveries from '#contracts/payments/recoveries.ts';
import * as settling from '#contracts/payments.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { saveAccount } from './account.ts';
import { bankFileAnswer, uploadResult } from './cycles/carry-files.ts';
import { answerCheck, drawChecks, readChecks } from './cycles/draw-checks.ts';
import { prepareCycle } from './cycles/prepare-cycle.ts';
import { readCycle, readCycles } from './cycles/read-cycle.ts';
import { stepCycle } from './cycles/step-cycle.ts';
import * as lines from './db/settle-lines.ts';
import { payableOfSource, readPayable, readPayables, savePayeeAccount } from './payables/read-payables.ts';
import { dropLine, readPaymentLines, readStops } from './read-lines.ts';
import { readMyReceived, readReceived } from './received.ts';
import { comparePayments, readFindings } from './recoveries/compare-payments.ts';
import { decideFinding, openRecovery } from './recoveries/open-recovery.ts';
import { readRecoveries, readRecovery } from './recoveries/read-recoveries.ts';
import { planRecovery, repayRecovery, writeOffRecovery } from './recoveries/step-recovery.ts';

const settleLines: Route[] = [
  serve(settling.listSettleLines, { access: access.readLines, audit: 'payments.list' }, async (ctx, { query }) => {
    const found = await lines.listLines(ctx, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.made_at, row.line_id]);
    ctx.saw(...kept.map(row => row.elder_id));
    return { rows: kept.map(lines.toLine), nextCursor, ...(await lines.sumLines(ctx, query)) };
  }),
];

const cycleRoutes: Route[] = [
  serve(cycles.listCycles, { access: access.readCycles, audit: 'payments.cycles' }, (ctx, { query }) =>
    readCycles(ctx, query),
  ),
  serve(cycles.readCycle, { access: access.readCycles, audit: 'payments.cycle' }, (ctx, { params }) =>
    readCycle(ctx, params.id),
  ),
  serve(cycles.prepareCycle, { access: access.makeCycles, audit: 'payments.prepare' }, (ctx, { body }) =>
    prepareCycle(ctx, body),
  ),
  serve(cycles.stepCycle, { access: access.stepCycles, audit: 'payments.step' }, (ctx, { params, body }) =>
    stepCycle(ctx, params.id, body),
  ),
  serve(cycles.downloadBankFile, { access: access.bankFiles, audit: 'payments.bank-file' }, (ctx, { params }) =>
    bankFileAnswer(ctx, params.id),
  ),
  serve(cycles.takeResultFile, { access: access.takeResults, audit: 'payments.take-result' }, (ctx, { params, file }) =>
    uploadResult(ctx, params.id, file),
  ),
  serve(cycles.listStops, { access: access.readCycles, audit: 'payments.stops' }, (ctx, { params, query }) =>
    readStops(ctx, params.id, query),
  ),
  serve(cycles.drawChecks, { access: access.drawChecks, audit: 'payments.draw' }, (ctx, { params, body }) =>
    drawChecks(ctx, params.id, body),
  ),
];

const people: Route[] = [
  serve(cycles.listPaymentLines, { access: access.readPayments, audit: 'payments.lines' }, (ctx, { query }) =>
    readPaymentLines(ctx, query),
  ),
  serve(cycles.dropLine, { access: access.checkLines, audit: 'payments.drop-line' }, (ctx, { params, body }) =>
    dropLine(ctx, params.id, body.note),
  ),
  serve(cycles.listRecipientChecks, { access: access.readPayments, audit: 'payments.checks' }, (ctx, { query }) =>
    readChecks(ctx, query),
  ),
  serve(cycles.answerCheck, { access: access.answerChecks, audit: 'payments.answer-check' }, (ctx, { params, body }) =>
    answerCheck(ctx, params.id, body),
  ),
  serve(cycles.readReceived, { access: access.readPayments, audit: 'payments.received' }, (ctx, { params }) =>
    readReceived(ctx, params.elderId),
  ),
  serve(cycles.readMyReceived, { access: access.own, audit: 'payments.mine' }, ctx => readMyReceived(ctx)),
  serve(cycles.saveAccount, { access: access.keepAccounts, audit: 'payments.save-account' }, (ctx, { params, body }) =>
    saveAccount(ctx, params.elderId, body),
  ),
];

const decided: Route[] = [
  serve(payables.listPayables, { access: access.readPayments, audit: 'payments.payables' }, (ctx, { query }) =>
    readPayables(ctx, query),
  ),
  serve(payables.readPayable, { access: access.readPayments, audit: 'payments.payable' }, (ctx, { params }) =>
    readPayable(ctx, params.id),
  ),
  serve(
    payables.readPayableOf,
    { access: access.readPayments, audit: 'payments.payable' },
    async (ctx, { params }) => ({
      payable: await payableOfSource(ctx, params.kind, params.id),
    }),
  ),
  serve(
    payables.savePayeeAccount,
    { access: access.keepPayeeAccounts, audit: 'payments.save-payee-account' },
    (ctx, { params, body }) => savePayeeAccount(ctx, params.id, body),
  ),
];

const back: Route[] = [
  serve(recoveries.listFindings, { access: access.readPayments, audit: 'payments.findings' }, (ctx, { query }) =>
    readFindings(ctx, query),
  ),
  serve(recoveries.comparePayments, { access: access.compare, audit: 'payments.compare' }, async ctx => ({
    found: await comparePayments(ctx),
  })),
  serve(
    recoveries.decideFinding,
    { access: access.decideFindings, audit: 'payments.decide' },
    (ctx, { params, body }) => decideFinding(ctx, params.id, body),
  ),
  serve(recoveries.listRecoveries, { access: access.readPayments, audit: 'payments.recoveries' }, (ctx, { query }) =>
    readRecoveries(ctx, query),
  ),
  serve(recoveries.readRecovery, { access: access.readPayments, audit: 'payments.recovery' }, (ctx, { params }) =>
    readRecovery(ctx, params.id),
  ),
  serve(recoveries.openRecovery, { access: access.decideFindings, audit: 'payments.recover' }, (ctx, { body }) =>
    openRecovery(ctx, body),
  ),
  serve(recoveries.repayRecovery, { access: access.repay, audit: 'payments.repay' }, (ctx, { params, body }) =>
    repayRecovery(ctx, params.id, body),
  ),
  serve(recoveries.planRecovery, { access: access.plan, audit: 'payments.plan' }, (ctx, { params, body }) =>
    planRecovery(ctx, params.id, body),
  ),
  serve(
    recoveries.writeOffRecovery,
    { access: access.writeOff, audit: 'payments.write-off' },
    (ctx, { params, body }) => writeOffRecovery(ctx, params.id, body),
  ),
];

export const routes: Route[] = [...settleLines, ...cycleRoutes, ...people, ...decided, ...back];
