import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { ReliefWarning, ReliefWarningRow, WarningNotice } from '#contracts/relief.ts';
import { type WarningStatus, warningLifecycle } from '#contracts/relief-lifecycle.ts';
import { isMedical, RULE_LABELS, type WarningReason, type WarningRule } from '#contracts/relief-rules.ts';
import type { Role } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import { cursorOf, pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { open } from '#platform/secrets/seal.ts';
import { areaRange, isInArea } from '#shared/area-codes.ts';
import * as applications from '../db/applications.ts';
import { listNotices } from '../db/notices.ts';
import { listReasons, type ReasonRow } from '../db/reasons.ts';
import * as db from '../db/warnings.ts';
import { type Said, SEALED } from './reason.ts';
import { sayRules } from './visit.ts';

/** The area that was asked about, inside the reader's own. */
export function areaAsked(ctx: Context, area: string | undefined): string {
  if (area && !isInArea(area, ctx.actor.areaCode)) throw new DomainError('relief.outside-area');
  return area ?? ctx.actor.areaCode;
}

const warningOf = (ctx: Context, row: db.ListedWarning): ReliefWarningRow => ({
  ...{ id: row.warning_id, number: row.number, elderId: row.elder_id, elderName: row.elder_name },
  ...{ areaCode: row.area_code, areaName: areaName(row.area_code), status: row.status },
  ...{ rules: row.rules, sentence: sayRules(row.rules), warnedAt: row.warned_at, visitedAt: row.visited_at },
  due: dueStateOf(ctx.today, row),
});

type Asked = {
  status?: WarningStatus | undefined;
  rule?: WarningRule | undefined;
  area?: string | undefined;
  late?: 'true' | undefined;
  cursor?: string | undefined;
  limit: number;
};
export async function listWarnings(ctx: Context, asked: Asked) {
  const filter = {
    ...{ status: asked.status ?? null, rule: asked.rule ?? null, late: asked.late === 'true' },
    range: areaRange(areaAsked(ctx, asked.area)),
  };
  const found = await db.listWarnings(ctx, { ...filter, limit: asked.limit + 1, after: readCursor(asked.cursor) });
  const rows = found.slice(0, asked.limit);
  ctx.saw(...rows.map(row => row.elder_id));
  const last = rows.at(-1);
  return {
    rows: rows.map(row => warningOf(ctx, row)),
    nextCursor: found.length > asked.limit && last ? cursorOf(last.sort, last.warning_id) : null,
    total: await db.countWarnings(ctx, filter),
  };
}

/** As with the means of a household: who carries the case reads what it says, the city and supervision which rule it was. */
const READERS: readonly Role[] = ['community', 'street', 'district'];

const openSaid = (ctx: Context, row: ReasonRow): Said =>
  !READERS.includes(ctx.actor.role)
    ? { sentence: `${RULE_LABELS[row.rule]}（内容由社区、街道、区看）` }
    : openSealed(ctx, row);

const openSealed = (ctx: Context, row: ReasonRow): Said =>
  row.sealed
    ? (open(ctx.keys, { table: SEALED, elderId: row.elder_id }, row.sealed) as Said)
    : { sentence: row.says ?? '' };

const sentencesOf = (ctx: Context, row: ReasonRow) => {
  const { sentence } = openSaid(ctx, row);
  return isMedical(row.rule)
    ? { sentence: RULE_LABELS[row.rule], costSentence: sentence }
    : { sentence, costSentence: null };
};

export const reasonOf = (ctx: Context, row: ReasonRow): WarningReason => ({
  ...{
    id: row.reason_id,
    elderId: row.elder_id,
    rule: row.rule,
    label: RULE_LABELS[row.rule],
    ...sentencesOf(ctx, row),
  },
  ...{ sender: row.sender, asOf: row.as_of, batchId: row.batch_id, basis: row.basis, confidence: row.confidence },
  ...{ foundAt: row.found_at, verdict: row.verdict, verdictNote: row.verdict_note, judgedBy: row.judged_by },
});

/** The elder of the warning and everybody a reason is about were looked at. */
export async function readWarning(ctx: Context, id: string): Promise<ReliefWarning> {
  const row = await db.readListed(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条预警，或不在您的辖区');
  const reasons = await listReasons(ctx, [id]);
  ctx.saw(row.elder_id, ...reasons.map(one => one.elder_id));
  const made = await applications.findOfWarning(ctx, id);
  const steps = await readSteps(ctx, id);
  return {
    ...warningOf(ctx, row),
    reasons: reasons.map(one => reasonOf(ctx, one)),
    spentFen: reasons.map(one => openSaid(ctx, one).spentFen ?? null).find(fen => fen !== null) ?? null,
    informedName: row.informed_area && areaName(row.informed_area),
    ...{ finding: row.finding, aid: row.aid, outcome: row.outcome },
    application: made ? { id: made.application_id, number: made.number, status: made.status } : null,
    steps: steps.map(({ at, label, actor: by, note }) => ({ at, label, by, note })),
    actions: nextActions(warningLifecycle, row.status, ctx.actor.role),
  };
}

/** What the streets where our people live are at: for information, nothing to do. */
export async function listWarningNotices(ctx: Context, asked: { cursor?: string | undefined; limit: number }) {
  const own = areaRange(ctx.actor.areaCode);
  const found = await listNotices(ctx, { own, before: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.warned_at, row.warning_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const rows = kept.map(
    (row): WarningNotice => ({
      ...{ id: row.warning_id, number: row.number, elderName: row.elder_name, homeName: areaName(row.home_area) },
      ...{ rules: row.rules, status: row.status, warnedAt: row.warned_at },
    }),
  );
  return { rows, nextCursor, total: null };
}
