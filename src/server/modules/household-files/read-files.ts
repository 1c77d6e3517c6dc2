import type { EconomicClass } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import {
  type FileGap,
  type HouseholdMeasure,
  type listResponsible as listEndpoint,
  measureLifecycle,
  type readElderHousehold,
  type readHouseholdFile,
  type sumHouseholds,
} from '#contracts/household-files.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { PAID_SCHEME_LABELS, type PaidScheme } from '#contracts/payments/payables.ts';
import { areaName, areaNames, readDivisions } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { AREA_DIGITS, AREA_LEVELS, areaAt, areaLevel, areaRange, isInArea } from '#shared/area-codes.ts';
import { addMonths, ageOn, monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db.ts';
import * as people from './db-people.ts';

const NOTHING = { households: 0, noMeasure: 0, noPerson: 0, complete: 0 };
const since = (ctx: Context): string => monthOf(addMonths(ctx.today, -1));

function areaAsked(ctx: Context, area: string | undefined): string {
  if (area && !isInArea(area, ctx.actor.areaCode)) throw new DomainError('household-files.outside-area');
  return area ?? ctx.actor.areaCode;
}

type Asked = { area?: string | undefined; gap?: FileGap | undefined; cursor?: string | undefined; limit: number };

export async function listHouseholds(ctx: Context, asked: Asked) {
  const filter = { range: areaRange(areaAsked(ctx, asked.area)), gap: asked.gap, since: since(ctx) };
  const found = await db.listFiles(ctx, filter, { after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.place, row.household_id]);
  const ids = kept.map(row => row.household_id);
  const members = Map.groupBy(await people.listMembers(ctx, ids), row => row.household_id);
  const names = await areaNames(
    ctx,
    kept.map(row => row.area_code),
  );
  const rows = kept.map(row => {
    const people = (members.get(row.household_id) ?? []).filter(one => one.economic_class !== 'none');
    ctx.saw(...people.map(one => one.elder_id));
    return {
      ...{ householdId: row.household_id, areaName: names.get(row.area_code) ?? row.area_code },
      ...{ people: people.map(one => personOf(ctx, one)), place: placeOf(people[0]) },
      ...{ responsible: row.responsible_name, measures: row.measures, running: row.running },
    };
  });
  const total = asked.cursor ? null : await db.countFiles(ctx, filter);
  return { rows, nextCursor, total, totalIsApproximate: false };
}

const placeOf = (one: people.MemberRow | undefined): string => [one?.road, one?.compound].filter(Boolean).join(' ');
const personOf = (ctx: Context, one: people.MemberRow) => ({
  ...{ elderId: one.elder_id, name: one.name, age: ageOn(one.born_on, ctx.today) },
  economicClass: one.economic_class as EconomicClass,
});

/** How many households each place below has and what they lack; the whole is counted for itself. */
export async function sumFiles(ctx: Context, asked: string | undefined): Promise<OutputOf<typeof sumHouseholds>> {
  const area = areaAsked(ctx, asked);
  const level = areaLevel(area);
  const below = AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level;
  const sums = await db.sumFiles(ctx, { range: areaRange(area), since: since(ctx), digits: AREA_DIGITS[below] });
  const byCode = new Map(sums.map(({ prefix, ...counts }) => [prefix?.padEnd(12, '0') ?? '', counts]));
  const listed =
    level === below
      ? [area]
      : readDivisions()
          .filter(one => one.parentCode === area)
          .map(one => one.code);
  const codes = [...new Set([...listed, ...[...byCode.keys()].filter(Boolean)])].sort();
  return {
    ...{ areaCode: area, areaName: areaName(area), total: byCode.get('') ?? NOTHING },
    rows: codes.map(code => ({ areaCode: code, areaName: areaName(code), ...(byCode.get(code) ?? NOTHING) })),
  };
}

export const measureOf = (ctx: Context, row: db.MeasureRow): HouseholdMeasure => ({
  ...{ id: row.measure_id, elderId: row.elder_id, elderName: row.elder_name, kind: row.kind, what: row.what },
  ...{ status: row.status, dueOn: row.due_on, source: row.source, note: row.note },
  ...{ madeBy: row.made_by, steppedBy: row.stepped_by },
  actions: nextActions(measureLifecycle, row.status, ctx.actor.role),
});

/** People of a household in reach; throws where nobody of it is. */
export async function membersOf(ctx: Context, householdId: string): Promise<people.MemberRow[]> {
  const members = await people.listMembers(ctx, [householdId]);
  if (members.length === 0) throw new DomainError('platform.not-found', '没有找到这一户，或不在您的辖区');
  ctx.saw(...members.map(one => one.elder_id));
  return members;
}

function sayRunning(what: string): string {
  if (what === 'bed') return '家庭养老床位，正在服务';
  const [scheme = '', fen = '0'] = what.split(' ');
  return `${PAID_SCHEME_LABELS[scheme as PaidScheme] ?? scheme}，每月${fenToYuanText(Number(fen))}元`;
}

export async function readFile(ctx: Context, householdId: string): Promise<OutputOf<typeof readHouseholdFile>> {
  const members = await membersOf(ctx, householdId);
  const ids = members.map(one => one.elder_id);
  const [file, measures] = [await db.findFile(ctx, householdId), await db.listMeasures(ctx, ids)];
  const running = await db.listRunning(ctx, { elderIds: ids, since: since(ctx) });
  const nameOf = (id: string) => members.find(one => one.elder_id === id)?.name ?? '';
  return {
    ...{ householdId, areaName: areaName(members[0]?.area_code ?? ''), place: placeOf(members[0]) },
    members: members.map(one => personOf(ctx, one)),
    responsible: file ? responsibleOf(file) : null,
    measures: measures.map(row => measureOf(ctx, row)),
    running: running.map(row => ({ elderName: nameOf(row.elder_id), what: sayRunning(row.what) })),
    mayWrite: ctx.actor.role === 'community' || ctx.actor.role === 'street',
  };
}

export const responsibleOf = (file: db.FileRow) => ({
  ...{ name: file.responsible_name, unit: file.responsible_unit, accountId: file.responsible_account },
  ...{ setBy: file.set_by, setAt: file.set_at },
});

/** What the record of one person says of the household's file. */
export async function readOfElder(ctx: Context, elderId: string): Promise<OutputOf<typeof readElderHousehold>> {
  const householdId = await people.householdOf(ctx, elderId);
  if (!householdId || !(await people.isInHardship(ctx, householdId))) return { file: null };
  const { responsible, measures, running } = await readFile(ctx, householdId);
  const open = measures.filter(one => one.status === 'planned' || one.status === 'doing');
  const kept = measures.filter(one => one.status !== 'stopped');
  const [next] = open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return {
    file: {
      ...{ householdId, responsible: responsible && `${responsible.name}，${responsible.unit}` },
      ...{ measures: kept.length, running: running.length },
      next: next ? { what: next.what, dueOn: next.dueOn } : null,
    },
  };
}

/** Who may answer for it, with what the person is. */
export async function listResponsible(ctx: Context, householdId: string): Promise<OutputOf<typeof listEndpoint>> {
  const [first] = await membersOf(ctx, householdId);
  const staff = await staffOf(ctx, first?.area_code ?? '');
  return { rows: staff.map(one => ({ accountId: one.account_id, name: one.name, unit: unitOf(one) })) };
}

export const staffOf = (ctx: Context, areaCode: string): Promise<people.StaffRow[]> =>
  people.listStaff(ctx, [areaCode, areaAt(areaCode, 'street')]);
/** Titles often name the place themselves. */
export function unitOf({ area_code: code, title }: people.StaffRow): string {
  const place = areaName(code);
  return (title.includes(place.replace(/(居委会|村委会)$/, '')) ? title : `${place}，${title}`).slice(0, 40);
}
