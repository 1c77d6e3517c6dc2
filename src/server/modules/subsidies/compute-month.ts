import { DomainError } from '#contracts/errors.ts';
import {
  SCHEME_OF_BASIS,
  SUBSIDY_SCHEME_LABELS,
  type SubsidyBasis,
  statementLifecycle,
} from '#contracts/subsidy-lifecycle.ts';
import { bedsOf, subsidyPlace } from '#modules/benefits/places/index.ts';
import { standingOf } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { monthOf, monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import { BASIS_OF_SCHEME, type Computed, computeSubsidy } from './compute.ts';
import * as differences from './db-differences.ts';
import { findStation } from './db-places.ts';
import * as db from './db-statements.ts';
import { listPlaces, type PlaceRecord } from './db-uses.ts';
import { compareRounds, factsKept, withFacts } from './differences.ts';
import { hasBedsFor, KINDS_OF_PLACE, lastDayOf } from './rules.ts';
import { CITY } from './uses.ts';

/**
 * Every place of the caller's area that has records in the month and no living statement; and of places that were paid for
 * it the difference, where records were added or withdrawn since.
 */
export async function computeStatements(ctx: Context, month: string) {
  if (month >= monthOf(ctx.today))
    throw new DomainError('subsidies.month-not-over', undefined, { month: '这个月还没有过完' });
  const latest = await differences.listLatest(ctx, month);
  const waiting = await db.listOpen(ctx, month);
  const ids = [...latest, ...waiting].map(each => each.facility_id);
  const places = await listPlaces(ctx, { kinds: Object.keys(KINDS_OF_PLACE), organisationId: null, ids });
  const placeOf = (id: string) => places.find(each => each.facility_id === id);
  const skipped: { name: string; because: string }[] = [];
  let [made, found] = [0, 0];
  for (const former of latest) {
    const answer = await computeDifference(ctx, placeOf(former.facility_id), former);
    if (answer === 'made') found += 1;
    else if (answer) skipped.push({ name: former.facility_name, because: answer });
  }
  for (const open of waiting) {
    const place = placeOf(open.facility_id);
    const because = place ? await computeFirst(ctx, place, { basis: open.kind, month }) : GONE;
    if (because) skipped.push({ name: open.facility_name, because });
    else made += 1;
  }
  made += await computeBeds(ctx, month, latest);
  return { made: made + found, differences: found, skipped };
}

/** 补床头, where the district has set what a bed is paid: nothing is computed by an amount that nobody set. */
async function computeBeds(ctx: Context, month: string, latest: readonly db.StatementRecord[]): Promise<number> {
  const law = await subsidyPlace(ctx, { on: lastDayOf(month), areaCode: ctx.actor.areaCode });
  if (bedsOf(1, law).state !== 'yes') return 0;
  const done = new Set(latest.filter(each => each.scheme === 'institutionBeds').map(each => each.facility_id));
  const places = await listPlaces(ctx, { kinds: Object.keys(KINDS_OF_PLACE), organisationId: null });
  let made = 0;
  for (const place of places) {
    if (done.has(place.facility_id) || !hasBedsFor(place, month)) continue;
    if ((await computeFirst(ctx, place, { basis: 'bed', month })) === undefined) made += 1;
  }
  return made;
}

const GONE = '这一处已经退出或不在本辖区';

type Of = { basis: SubsidyBasis; month: string; former?: db.StatementRecord | undefined };
type Now = Computed & { stars: number };

/** As the records stand now, people in any district; after a former round by the facts that it was computed from. */
export function computeNow(ctx: Context, place: PlaceRecord, { basis, month, former }: Of): Promise<Now> {
  const scheme = SCHEME_OF_BASIS[basis];
  return asBatch(ctx, { areaCode: CITY, why: '按签约、入住、就餐记录算机构补贴（老人可能住在外区）' }, async inner => {
    const used = { facilityId: place.facility_id, scheme, month };
    const found = basis === 'bed' ? [] : await db.listUsedBy(inner, { ...used, kind: basis });
    const kept = former ? await differences.listAllPeople(inner, former.statement_id) : [];
    const uses = withFacts(found, kept);
    const law = await subsidyPlace(inner, { on: lastDayOf(month), areaCode: place.area_code });
    const station = await findStation(inner, place.facility_id);
    const stars = former?.stars ?? place.star ?? 0;
    const rural = station?.rural ?? false;
    const computed = computeSubsidy(basis, { uses, month, place: law, rural, stars, beds: place.beds ?? 0 });
    const people = computed.people.map(each => ({ ...each, facts: factsKept(uses, each.elder_id) }));
    return { ...computed, stars, people: former ? compareRounds(people, kept) : people };
  });
}

async function computeFirst(ctx: Context, place: PlaceRecord, of: Of): Promise<string | undefined> {
  const computed = await computeNow(ctx, place, of);
  if (computed.amountFen === 0) return '没有可以计入的人，或金额为 0';
  await write(ctx, place, { ...of, computed, round: 1, formerFen: 0 });
  return undefined;
}

/** Answers 'made', why not, or nothing where the month is as it was paid. */
async function computeDifference(ctx: Context, place: PlaceRecord | undefined, former: db.StatementRecord) {
  // The beds of a past month are those it was computed by; a wrong number is asked back on its payment.
  if (former.status === 'computed' || former.scheme === 'institutionBeds') return undefined;
  if (!place) return former.status === 'paid' ? undefined : GONE;
  const of = { basis: BASIS_OF_SCHEME[former.scheme], month: former.month, former };
  const computed = await computeNow(ctx, place, of);
  const isSame = computed.people.every(each => each.amount_fen === each.former_fen);
  if (isSame && computed.amountFen === former.amount_fen) return undefined;
  if (former.status === 'approved') return '记录有变化，上一张还没有发到；发到以后再算差额';
  const formerFen = await standingFor(ctx, former);
  await write(ctx, place, { ...of, computed, round: former.round + 1, formerFen });
  return 'made' as const;
}

/** What the place was paid for the month so far and was not asked back. */
export async function standingFor(ctx: Context, latest: db.StatementRecord): Promise<number> {
  const before = await differences.listFormer(ctx, latest);
  return standingOf(ctx, { kind: 'subsidy-statement', ids: [latest, ...before].map(each => each.statement_id) });
}

type Made = Of & { computed: Now; round: number; formerFen: number };

async function write(ctx: Context, place: PlaceRecord, made: Made): Promise<void> {
  const { computed, month, former } = made;
  const { facility_id: facilityId, area_code: areaCode } = place;
  const id = newId();
  const scheme = SCHEME_OF_BASIS[made.basis];
  await asBatch(ctx, { areaCode: CITY, why: '记下机构补贴核算单和它的人' }, async inner => {
    if (former) await differences.letGo(inner, former.statement_id);
    const { lines, fingerprint, version, stars } = computed;
    const people = computed.people.filter(each => each.counted).length;
    const row = {
      ...{ statement_id: id, scheme, facility_id: facilityId, facility_name: place.name, month, round: made.round },
      ...{ organisation_id: place.organisation_id, payee_name: place.operator_name ?? place.name, stars },
      ...{ area_code: areaCode, amount_fen: computed.amountFen, people, lines, fingerprint, version },
    };
    await db.insertStatement(inner, { ...row, former_fen: made.formerFen }, computed.people);
  });
  const subject = { kind: 'subsidy-statement', id, areaCode };
  const difference = computed.amountFen - made.formerFen;
  const said = `${difference < 0 ? '多发' : former ? '补差额' : ''}${fenToYuanText(Math.abs(difference))}元`;
  const title = `核对${place.name}${monthWords(month)}的${SUBSIDY_SCHEME_LABELS[scheme]} ${said}`;
  const duty: Duty = {
    ...{ forRole: 'district', kindLabel: '发补贴', actionLabel: '核对', withinWorkingDays: 5, title },
    ...{ reason: '算出的人不能自己核对', path: `/desk/subsidies/statements/${id}` },
  };
  await advance(ctx, { table: statementLifecycle, subject, status: null, action: 'compute', duty });
  await record(ctx, { action: 'subsidies.compute', subject, areaCode, note: `${month}，${said}` });
}
