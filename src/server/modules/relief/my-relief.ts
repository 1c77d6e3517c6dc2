import { DomainError } from '#contracts/errors.ts';
import type { MyApplication, MyVisit } from '#contracts/my-relief.ts';
import type { Step } from '#contracts/nouns.ts';
import {
  type RecognitionStatus,
  type ReliefStatus,
  sayReliefStatus,
  VISIT_WORKING_DAYS,
} from '#contracts/relief-lifecycle.ts';
import { RULES } from '#contracts/relief-rules.ts';
import { areaName } from '#modules/areas/index.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { addWorkingDays } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { dayOfInstant, dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db/applications.ts';
import { listGrants } from './db/grants.ts';
import { listOwnWarnings, type OwnWarning } from './db/warnings.ts';
import { streetOf } from './rules.ts';

/** Steps in their order: the action that takes each, and what the office does while it is the next one. */
const WAY = {
  recognition: [
    { action: 'apply', label: '受理', doing: '' },
    { action: 'survey', label: '核对和入户调查', doing: '街道核对家庭经济状况，上门调查' },
    { action: 'post', label: '评议公示', doing: '民主评议和公示' },
    { action: 'submit', label: '报送', doing: '公示期满，街道报送决定' },
    { action: 'approve', label: '决定', doing: '等待决定' },
  ],
  temporary: [
    { action: 'apply', label: '受理', doing: '' },
    { action: 'approve', label: '审核', doing: '户籍街道审核' },
    { action: 'close', label: '钱和服务到位', doing: '发钱、安排社工服务' },
  ],
} as const;
const OVER: readonly ReliefStatus[] = ['approved', 'refused', 'withdrawn', 'closed'];

/** Where the person's own applications stand; the family by the elder's word. What was found and what is earned is not of it. */
export async function listMyRelief(ctx: Context) {
  const { elderId } = ctx.actor;
  if (!elderId) throw new DomainError('benefits.elder-not-here', '这个岗位没有绑定老年人');
  ctx.saw(elderId);
  const rows: MyApplication[] = [];
  const found = await db.listOwn(ctx, elderId);
  for (const row of found) rows.push(await mineOf(ctx, row));
  const visits = (await listOwnWarnings(ctx, elderId)).map(row => visitOf(row));
  return { elderName: found[0]?.elder_name ?? null, rows, visits };
}

/** Two rules may say the same to the elder. */
const visitOf = (row: OwnWarning): MyVisit => ({
  ...{ id: row.warning_id, number: row.number, status: row.status, warnedAt: row.warned_at, visitedAt: row.visited_at },
  why: [...new Set(row.rules.map(rule => RULES[rule].elderWords))],
  untilOn:
    row.status === 'warned'
      ? addWorkingDays(holidayTables(), dayOfInstant(row.warned_at), VISIT_WORKING_DAYS).dueOn
      : null,
  officeName: areaName(streetOf(row.area_code)),
});

async function mineOf(ctx: Context, row: db.OwnRow): Promise<MyApplication> {
  const taken = await readSteps(ctx, row.application_id);
  const isOver = row.kind === 'temporaryRelief' ? row.status !== 'applied' : OVER.includes(row.status);
  const { due_on: dueOn } = await db.dueOf(ctx, row.application_id);
  const steps = stepsOf(row, taken);
  const doing =
    WAY[wayOf(row)].find(each => each.label === steps.find(step => step.state === 'now')?.label)?.doing ?? '';
  const until = row.status === 'posted' && row.notice ? `，公示到${dayWords(row.notice.until)}` : '';
  const grants = await listGrants(ctx, row.application_id);
  return {
    ...{ id: row.application_id, number: row.number, kind: row.kind, status: row.status, appliedAt: row.applied_at },
    ...{ reason: row.reason, officeName: areaName(streetOf(row.responsible_area)), steps, reviewOn: row.review_on },
    next: isOver || !doing ? null : { says: `${doing}${until}`, dueOn },
    ...{ result: isOver ? resultOf(row) : null, decidedOn: row.decided_on },
    money: grants.map(each => ({
      ...{ fromMonth: each.from_month, toMonth: each.to_month, amountFen: each.amount_fen, why: each.why },
    })),
  };
}

const wayOf = (row: db.OwnRow) => (row.kind === 'temporaryRelief' ? ('temporary' as const) : ('recognition' as const));

function stepsOf(row: db.OwnRow, taken: readonly Step[]): MyApplication['steps'] {
  const on = (action: string) => {
    const step = taken.findLast(each => each.action === action || (action === 'approve' && each.action === 'refuse'));
    return step ? dayOfInstant(step.at) : null;
  };
  const rows = WAY[wayOf(row)].map(({ action, label }) => ({ label, on: on(action) }));
  const last = rows.findLastIndex(each => each.on !== null);
  const isStopped = row.status === 'withdrawn' || row.status === 'refused' || row.status === 'closed';
  return rows.map((each, at) => ({
    ...each,
    state: at <= last ? ('done' as const) : at === last + 1 && !isStopped ? ('now' as const) : ('later' as const),
  }));
}

/** What came of it, in the words of the list; why stands in the written decision. */
function resultOf(row: db.OwnRow): string {
  const said = sayReliefStatus(row.kind, row.status as RecognitionStatus);
  if (row.status === 'refused') return `${said}，理由和怎样才能符合写在决定书里`;
  if (row.status === 'closed' || row.status === 'withdrawn') return row.outcome ? `${said}：${row.outcome}` : said;
  const once = row.kind === 'temporaryRelief' ? '' : '每月';
  return row.amount_fen ? `${said}，${once}${fenToYuanText(row.amount_fen)}元` : said;
}
