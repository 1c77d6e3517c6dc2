import { DomainError } from '#contracts/errors.ts';
import { SUBSIDY_SCHEME_LABELS, statementLifecycle } from '#contracts/subsidy-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { recoverDecided, submitPayable } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { BASIS_OF_SCHEME } from './compute.ts';
import { computeNow, standingFor } from './compute-month.ts';
import * as differences from './db-differences.ts';
import { type StationFacts, saveStation } from './db-places.ts';
import * as db from './db-statements.ts';
import { listPlaces } from './db-uses.ts';
import { readStatement } from './read-statements.ts';
import { KINDS_OF_PLACE, unsetLines } from './rules.ts';
import { CITY } from './uses.ts';

type Step = { action: 'approve' | 'cancel'; note?: string | undefined };

/** Approved = put to payment (too much paid: asked back), by another person, while the records still say what they said. */
export async function stepStatement(ctx: Context, id: string, { action, note }: Step) {
  const row = await db.findStatement(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这张核算单，或不在您的辖区');
  const subject = { kind: 'subsidy-statement', id, areaCode: row.area_code };
  if (action === 'cancel' && !note) throw new DomainError('subsidies.needs-note', undefined, { note: '请写明原因' });
  const step = { table: statementLifecycle, subject, status: row.status, note: note ?? null } as const;
  const isNoMore = action === 'approve' && row.amount_fen <= row.former_fen;
  const status = await advance(ctx, { ...step, action: isNoMore ? 'settle' : action });
  if (action === 'approve') await refuse(ctx, row);
  const recoveryId = action === 'approve' ? await pay(ctx, row) : null;
  await asBatch(ctx, { areaCode: CITY, why: '机构补贴核算单：连同它的人一起变' }, async inner => {
    if (action === 'cancel') await takeBack(inner, row);
    await db.setStatement(inner, id, { status, note: note ?? null, approved: action === 'approve', recoveryId });
  });
  await record(ctx, { action: `subsidies.${action}`, subject, areaCode: row.area_code, ...(note && { note }) });
  return readStatement(ctx, id);
}

async function refuse(ctx: Context, row: db.StatementRecord): Promise<void> {
  if (row.computed_by === ctx.actor.accountId) throw new DomainError('subsidies.same-person');
  const [unset] = unsetLines(row.lines);
  if (unset) throw new DomainError('subsidies.not-payable', unset);
  const kinds = Object.keys(KINDS_OF_PLACE);
  const [place] = await listPlaces(ctx, { kinds, organisationId: null, ids: [row.facility_id] });
  if (!place) throw new DomainError('subsidies.not-payable', '这一处已经退出，请核实后作废');
  const [former] = await differences.listFormer(ctx, row);
  const now = await computeNow(ctx, place, { basis: BASIS_OF_SCHEME[row.scheme], month: row.month, former });
  const standing = former ? await standingFor(ctx, former) : 0;
  if (now.fingerprint !== row.fingerprint || standing !== row.former_fen)
    throw new DomainError('subsidies.not-payable', '算出以后记录或规定有变化，请作废重算');
}

/** More than was paid goes to payment; less is asked back, all of it from what the organisation gets next. */
async function pay(ctx: Context, row: db.StatementRecord): Promise<string | null> {
  const fen = row.amount_fen - row.former_fen;
  if (fen > 0) await submit(ctx, row, fen);
  if (fen >= 0) return null;
  const note = `${wordsOf(row)}重算，多发${fenToYuanText(-fen)}元`;
  const former = await differences.listFormer(ctx, row);
  const of = { kind: 'subsidy-statement' as const, ids: former.map(each => each.statement_id) };
  return recoverDecided(ctx, of, { fen: -fen, note });
}

const wordsOf = (row: db.StatementRecord): string =>
  `${row.facility_name}${monthWords(row.month)}${SUBSIDY_SCHEME_LABELS[row.scheme]}`;

/** Beds stand in the line itself; everything else is counted by people. */
const countedWords = ({ scheme, people, lines }: db.StatementRecord): string =>
  scheme === 'institutionBeds' ? lines.map(line => line.sentence).join('，') : `${people}人`;

const submit = (ctx: Context, row: db.StatementRecord, fen: number): Promise<void> =>
  submitPayable(ctx, {
    ...{ source: { kind: 'subsidy-statement', id: row.statement_id }, scheme: row.scheme, elderId: null },
    // The account is the organisation's; a place whose operator has none here keeps its own.
    ...{ otherPayeeId: row.organisation_id ?? row.facility_id, payeeName: row.payee_name, areaCode: row.area_code },
    ...{ month: row.month, amountFen: fen },
    sentence: `${wordsOf(row)}${row.round > 1 ? '补差额' : ''}，${countedWords(row)}`,
  });

/** A cancelled round gives its people back to the one before, unless another place counts one of them by now. */
async function takeBack(ctx: Context, row: db.StatementRecord): Promise<void> {
  const [former] = await differences.listFormer(ctx, row);
  if (!former) return;
  const taken = await differences.holdAgain(ctx, { formerId: former.statement_id, cancelledId: row.statement_id });
  if (taken)
    throw new DomainError(
      'platform.wrong-state',
      `${taken.elder_name}这个月已计入${taken.facility_name}，那一张作废以后才能作废这一张`,
    );
}

/** Reaction to payable.paid, as batch over the city. */
export async function statementPaid(ctx: Context, of: { sourceId: string; paidOn: string; voucher: string }) {
  const row = await db.findStatement(ctx, of.sourceId, true);
  if (row?.status !== 'approved') return;
  const subject = { kind: 'subsidy-statement', id: row.statement_id, areaCode: row.area_code };
  const step = { table: statementLifecycle, subject, status: row.status, note: of.voucher } as const;
  const status = await advance(ctx, { ...step, action: 'pay', asSystem: true });
  await db.setStatement(ctx, row.statement_id, { status, paid_on: of.paidOn });
  await record(ctx, { action: 'subsidies.pay', subject, areaCode: row.area_code, note: of.voucher });
}

export async function setStationFacts(ctx: Context, id: string, given: StationFacts): Promise<{ id: string }> {
  const [place] = await listPlaces(ctx, { kinds: ['station'], organisationId: null, ids: [id] });
  if (!place) throw new DomainError('platform.not-found', '没有找到这个驿站，或不在您的辖区');
  await saveStation(ctx, { facilityId: id, areaCode: place.area_code, ...given });
  const note = `${given.rural ? '农村驿站' : '不是农村驿站'}，依据：${given.basis}，${areaName(place.area_code)}`;
  const subject = { kind: 'facility', id };
  await record(ctx, { action: 'subsidies.set-station', subject, areaCode: place.area_code, note });
  return { id };
}
