import { DomainError } from '#contracts/errors.ts';
import {
  SCHEME_OF_USE,
  SUBSIDY_SCHEME_LABELS,
  statementLifecycle,
  type UseKind,
} from '#contracts/subsidy-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { subsidyPlace } from '#modules/benefits/places/index.ts';
import { submitPayable } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import { computeSubsidy, KIND_OF_SCHEME } from './compute.ts';
import * as db from './db-statements.ts';
import { listPlaces, type PlaceRecord } from './db-uses.ts';
import { readStatement } from './read-statements.ts';
import { KINDS_OF_PLACE, lastDayOf, monthWords, unsetLines } from './rules.ts';
import { CITY } from './uses.ts';

/** Every place of the caller's area that has records in the month and no living statement. */
export async function computeStatements(ctx: Context, month: string) {
  if (month >= monthOf(ctx.today))
    throw new DomainError('subsidies.month-not-over', undefined, { month: '这个月还没有过完' });
  const places = await listPlaces(ctx, { kinds: Object.keys(KINDS_OF_PLACE), organisationId: null });
  const skipped: { name: string; because: string }[] = [];
  let made = 0;
  for (const open of await db.listOpen(ctx, month)) {
    const place = places.find(each => each.facility_id === open.facility_id);
    const because = place ? await computeOne(ctx, place, { kind: open.kind, month }) : '这一处已经退出或不在本辖区';
    if (because) skipped.push({ name: open.facility_name, because });
    else made += 1;
  }
  return { made, skipped };
}

/** As the records stand now; people may live in any district. */
export function computeNow(ctx: Context, place: Pick<PlaceRecord, 'facility_id' | 'area_code' | 'star'>, of: Of) {
  const { kind, month } = of;
  const scheme = SCHEME_OF_USE[kind];
  return asBatch(ctx, { areaCode: CITY, why: '按签约、入住、就餐记录算机构补贴（老人可能住在外区）' }, async inner => {
    const uses = await db.listUsedBy(inner, { facilityId: place.facility_id, kind, scheme, month });
    const law = await subsidyPlace(inner, { on: lastDayOf(month), areaCode: place.area_code });
    const station = await db.findStation(inner, place.facility_id);
    const given = { uses, month, place: law, rural: station?.rural ?? false, stars: place.star ?? 0 };
    return computeSubsidy(kind, given);
  });
}

type Of = { kind: UseKind; month: string };

async function computeOne(ctx: Context, place: PlaceRecord, of: Of): Promise<string | undefined> {
  const computed = await computeNow(ctx, place, of);
  if (computed.amountFen === 0) return '没有可以计入的人，或金额为 0';
  const { facility_id: facilityId, area_code: areaCode } = place;
  const id = newId();
  const scheme = SCHEME_OF_USE[of.kind];
  await asBatch(ctx, { areaCode: CITY, why: '记下机构补贴核算单和它的人' }, async inner => {
    const { lines, fingerprint, version } = computed;
    const people = computed.people.filter(each => each.counted).length;
    await db.insertStatement(
      inner,
      {
        ...{ statement_id: id, scheme, facility_id: facilityId, facility_name: place.name, month: of.month },
        ...{ organisation_id: place.organisation_id, payee_name: place.operator_name ?? place.name },
        ...{ area_code: areaCode, amount_fen: computed.amountFen, people, lines, fingerprint, version },
      },
      computed.people,
    );
  });
  const subject = { kind: 'subsidy-statement', id, areaCode };
  const money = `${fenToYuanText(computed.amountFen)}元`;
  const title = `核对${place.name}${monthWords(of.month)}的${SUBSIDY_SCHEME_LABELS[scheme]} ${money}`;
  const duty: Duty = {
    ...{ forRole: 'district', kindLabel: '发补贴', actionLabel: '核对', withinWorkingDays: 5, title },
    ...{ reason: '算出的人不能自己核对', path: `/desk/subsidies/statements/${id}` },
  };
  await advance(ctx, { table: statementLifecycle, subject, status: null, action: 'compute', duty });
  await record(ctx, { action: 'subsidies.compute', subject, areaCode, note: `${of.month}，${money}` });
  return undefined;
}

type Step = { action: 'approve' | 'cancel'; note?: string | undefined };

/** Approved = put to payment, by another person, while the records still say what they said. */
export async function stepStatement(ctx: Context, id: string, { action, note }: Step) {
  const row = await db.findStatement(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这张核算单，或不在您的辖区');
  const subject = { kind: 'subsidy-statement', id, areaCode: row.area_code };
  if (action === 'cancel' && !note) throw new DomainError('subsidies.needs-note', undefined, { note: '请写明原因' });
  const status = await advance(ctx, {
    table: statementLifecycle,
    subject,
    status: row.status,
    action,
    note: note ?? null,
  });
  if (action === 'approve') await refuse(ctx, row);
  await asBatch(ctx, { areaCode: CITY, why: '机构补贴核算单：连同它的人一起变' }, inner =>
    db.setStatement(inner, id, { status, note: note ?? null, approved: action === 'approve' }),
  );
  if (action === 'approve') await submit(ctx, row);
  await record(ctx, { action: `subsidies.${action}`, subject, areaCode: row.area_code, ...(note && { note }) });
  return readStatement(ctx, id);
}

async function refuse(ctx: Context, row: db.StatementRecord): Promise<void> {
  if (row.computed_by === ctx.actor.accountId) throw new DomainError('subsidies.same-person');
  const [unset] = unsetLines(row.lines);
  if (unset) throw new DomainError('subsidies.not-payable', unset);
  const kinds = Object.keys(KINDS_OF_PLACE);
  const [place] = await listPlaces(ctx, { kinds, organisationId: null, id: row.facility_id });
  if (!place) throw new DomainError('subsidies.not-payable', '这一处已经退出，请核实后作废');
  const now = await computeNow(ctx, place, { kind: KIND_OF_SCHEME[row.scheme], month: row.month });
  if (now.fingerprint !== row.fingerprint)
    throw new DomainError('subsidies.not-payable', '算出以后记录或规定有变化，请作废重算');
}

const submit = (ctx: Context, row: db.StatementRecord): Promise<void> =>
  submitPayable(ctx, {
    ...{ source: { kind: 'subsidy-statement', id: row.statement_id }, scheme: row.scheme, elderId: null },
    // The account is the organisation's; a place whose operator has none here keeps its own.
    ...{ otherPayeeId: row.organisation_id ?? row.facility_id, payeeName: row.payee_name, areaCode: row.area_code },
    ...{ month: row.month, amountFen: row.amount_fen },
    sentence: `${row.facility_name}${monthWords(row.month)}${SUBSIDY_SCHEME_LABELS[row.scheme]}，${row.people}人`,
  });

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

export async function setStationFacts(ctx: Context, id: string, given: db.StationFacts): Promise<{ id: string }> {
  const [place] = await listPlaces(ctx, { kinds: ['station'], organisationId: null, id });
  if (!place) throw new DomainError('platform.not-found', '没有找到这个驿站，或不在您的辖区');
  await db.saveStation(ctx, { facilityId: id, areaCode: place.area_code, ...given });
  const note = `${given.rural ? '农村驿站' : '不是农村驿站'}，依据：${given.basis}，${areaName(place.area_code)}`;
  const subject = { kind: 'facility', id };
  await record(ctx, { action: 'subsidies.set-station', subject, areaCode: place.area_code, note });
  return { id };
}
