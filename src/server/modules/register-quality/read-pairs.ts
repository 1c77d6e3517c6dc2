import type { z } from 'zod';
import { ELDER_FIELD_LABELS, type ElderField } from '#contracts/elders/fields.ts';
import type { ElderRecord } from '#contracts/elders/record.ts';
import { ELDER_SOURCE_LABELS, ELDER_STATUS_LABELS } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { type PairStatus, pairLifecycle } from '#contracts/register-quality/lifecycle.ts';
import type {
  listPairs as listEndpoint,
  Merge,
  Pair,
  PairDetail,
  PairField,
} from '#contracts/register-quality/pairs.ts';
import { areaName, areaNames } from '#modules/areas/index.ts';
import { getElder, readElder } from '#modules/elders/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { areaRange, isInArea } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';
import { countHanging, hasMoney } from './db/hanging.ts';
import { findMerge, type MergeRow } from './db/merges.ts';
import * as db from './db/pairs.ts';
import { ADDRESS, labelLeft, reasonsOf, WITH_NUMBER } from './rules.ts';

const WAITING: readonly PairStatus[] = ['candidate', 'open', 'merge-asked', 'undo-asked'];
const JUDGED: readonly PairStatus[] = ['merged', 'distinct', 'superseded'];

export async function listPairs(
  ctx: Context,
  asked: z.output<typeof listEndpoint.query>,
): Promise<OutputOf<typeof listEndpoint>> {
  const wanted = asked.areaCode || ctx.actor.areaCode;
  const { from, to } = areaRange(isInArea(wanted, ctx.actor.areaCode) ? wanted : ctx.actor.areaCode);
  const status = asked.status || 'waiting';
  const statuses = status === 'waiting' ? WAITING : status === 'judged' ? JUDGED : [status];
  const filter = { statuses, from, to, name: asked.name || null };
  const after = readCursor(asked.cursor);
  const found = await db.listPairs(ctx, filter, { after, limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [String(row.probability), row.pair_id]);
  ctx.saw(...kept.flatMap(row => [row.a_elder_id, row.b_elder_id]));
  const names = await areaNames(
    ctx,
    kept.flatMap(row => [row.a_area, row.b_area, row.area_code]),
  );
  return {
    rows: kept.map(row => pairOf(row, names)),
    nextCursor,
    total: await db.countPairs(ctx, filter),
    totalIsApproximate: false,
    counts: await db.countByStatus(ctx),
    lastCheckedOn: await db.lastChecked(ctx),
  };
}

function pairOf(row: db.PairRow, names: ReadonlyMap<string, string>): Pair {
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    id: row.pair_id,
    status: row.status,
    probability: row.probability,
    a: { elderId: row.a_elder_id, name: row.a_name, areaName: nameOf(row.a_area) },
    b: { elderId: row.b_elder_id, name: row.b_name, areaName: nameOf(row.b_area) },
    areaCode: row.area_code,
    areaName: nameOf(row.area_code),
    reasons: reasonsOf(row.levels),
    foundAt: row.found_at,
    reason: row.reason,
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at,
  };
}

/** Pairs with a record elsewhere, decided above: the own record's name, the other's district, no more. */
export async function listPairSides(ctx: Context) {
  const rows = await db.listSides(ctx, 50);
  const named: { row: (typeof rows)[number]; elder: Awaited<ReturnType<typeof getElder>> }[] = [];
  for (const row of rows) named.push({ row, elder: await getElder(ctx, row.elder_id) });
  ctx.saw(...rows.map(row => row.elder_id));
  return {
    rows: named.map(({ row, elder }) => ({
      ...{ pairId: row.pair_id, elderId: row.elder_id, name: elder.name },
      ...{ otherDistrict: areaName(row.other_district), decidedIn: areaName(row.decided_in) },
      ...{ probability: row.probability, status: row.status },
    })),
  };
}

export async function readPair(ctx: Context, id: string): Promise<PairDetail> {
  const row = await db.findPair(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const names = await areaNames(ctx, [row.a_area, row.b_area, row.area_code]);
  const [a, b] = [await recordOf(ctx, row.a_elder_id), await recordOf(ctx, row.b_elder_id)];
  const merge = row.merge_id ? await findMerge(ctx, row.merge_id) : undefined;
  const hanging = await countHanging(ctx, [row.a_elder_id, row.b_elder_id]);
  const money = merge?.approved_by_name != null || (await hasMoney(ctx, id));
  // One of the two ways is open, by whether money hangs on it; the page shows one button.
  const other = money ? ['merge', 'undo'] : ['ask-merge', 'ask-undo'];
  const actions = nextActions(pairLifecycle, row.status, ctx.actor.role).filter(one => !other.includes(one.action));
  return {
    pair: pairOf(row, names),
    a: a && sideOf(a),
    b: b && sideOf(b),
    fields: a && b ? fieldsOf(a, b) : [],
    hanging: hanging.filter(one => one.a + one.b > 0),
    needsChecker: money,
    merge: merge ? mergeOf(merge) : null,
    actions,
    steps: await readSteps(ctx, row.pair_id),
  };
}

/** Null for a record that was merged away. */
async function recordOf(ctx: Context, elderId: string): Promise<ElderRecord | null> {
  try {
    return await readElder(ctx, elderId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'platform.not-found') return null;
    throw error;
  }
}

const sideOf = ({ elder, areaPath, updatedAt, updatedBy }: ElderRecord) => ({
  elderId: elder.elderId,
  name: elder.name,
  areaName: areaPath
    .slice(-2)
    .map(area => area.name)
    .join(''),
  statusLabel: ELDER_STATUS_LABELS[elder.status],
  sourceLabel: ELDER_SOURCE_LABELS[elder.source],
  registeredAt: elder.registeredAt,
  updatedAt,
  updatedBy,
});

const SKIPPED: readonly ElderField[] = ['note'];

function fieldsOf(a: ElderRecord, b: ElderRecord): PairField[] {
  const [one, two] = [valuesOf(a), valuesOf(b)];
  const apart = a.elder.areaCode !== b.elder.areaCode;
  return (Object.entries(ELDER_FIELD_LABELS) as [ElderField, string][])
    .filter(([field]) => !SKIPPED.includes(field))
    .map(([field, label]) => {
      const [x, y] = [one[field] ?? '空', two[field] ?? '空'];
      return { field, label, a: x, b: y, differs: x !== y, fixedBecause: fixed(field, apart) };
    });
}

function fixed(field: ElderField, apart: boolean): string | null {
  if (field !== 'identityNumber' && (WITH_NUMBER as readonly string[]).includes(field)) return '随身份证号';
  if (!(ADDRESS as readonly string[]).includes(field)) return null;
  if (apart) return '不在同一个社区，住址跟着留下的档案';
  return field === 'road' ? null : '随道路';
}

/** Sealed values masked as everywhere else: enough to tell two apart, a reveal with its purpose shows the rest. */
function valuesOf({
  elder,
  identityMasked,
  phoneMasked,
  doorMasked,
  hukouName,
}: ElderRecord): Partial<Record<ElderField, string>> {
  const yes = (value: boolean) => (value ? '是' : '否');
  return {
    ...{ name: elder.name, identityNumber: identityMasked, sex: elder.sex, bornOn: dayWords(elder.bornOn) },
    ...{ nation: elder.nation ?? '空', maritalStatus: elder.maritalStatus ?? '空', phone: phoneMasked ?? '空' },
    ...{
      hukouAreaCode: hukouName,
      road: elder.road ?? '空',
      compound: elder.compound ?? '空',
      door: doorMasked ?? '空',
    },
    ...{ living: elder.living, leftBehind: yes(elder.leftBehind), dementia: yes(elder.dementia) },
    economicClass: elder.economicClass === 'none' ? '一般' : elder.economicClass,
    ...{ familyPlanningSpecial: yes(elder.familyPlanningSpecial), militaryFamily: yes(elder.militaryFamily) },
    disabilities: elder.disabilities.map(one => `${one.kind}${one.grade}级`).join('、') || '无',
    diseases: elder.diseases.join('、') || '无',
    wishForVisits: yes(elder.wishForVisits),
    serviceMode: { home: '居家', institution: '机构', travel: '旅居' }[elder.serviceMode],
  };
}

const mergeOf = (row: MergeRow): Merge => ({
  ...{ id: row.merge_id, status: row.status, elderId: row.into_elder_id, fromElderId: row.from_elder_id },
  ...{ fields: row.fields, reason: row.reason, askedBy: row.asked_by_name, askedAt: row.asked_at },
  ...{ approvedBy: row.approved_by_name, doneAt: row.done_at, decisionNote: row.decision_note },
  ...{ undoReason: row.undo_reason, undoAskedBy: row.undo_asked_by_name, undoneBy: row.undone_by_name },
  leftBehind: labelLeft(row.left_behind ?? []),
});
