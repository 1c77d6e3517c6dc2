import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { StatementRow, SubsidyStatement } from '#contracts/subsidies.ts';
import { statementLifecycle } from '#contracts/subsidy-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { findStation, sumReported } from './db-places.ts';
import * as db from './db-statements.ts';
import { unsetLines } from './rules.ts';

const rowOf = (ctx: Context, row: db.StatementRecord & db.Due): StatementRow => ({
  ...{ id: row.statement_id, scheme: row.scheme, facilityId: row.facility_id, facilityName: row.facility_name },
  ...{ payeeName: row.payee_name, areaCode: row.area_code, areaName: areaName(row.area_code), month: row.month },
  ...{
    status: row.status,
    due: dueStateOf(ctx.today, row),
    amountFen: row.amount_fen,
    people: row.people,
    round: row.round,
    computedBy: row.computed_by_name,
  },
  computedAt: row.computed_at,
  differenceFen: row.amount_fen - row.former_fen,
});

type Paging = { cursor?: string | undefined; limit: number };
type Asked = Paging & { month?: string | undefined; scheme?: string | undefined; status?: string | undefined };

export async function readStatements(ctx: Context, asked: Asked) {
  const filter = { month: asked.month ?? null, scheme: asked.scheme ?? null, status: asked.status ?? null };
  const found = await db.listStatements(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.computed_at, row.statement_id]);
  const { n, fen } = await db.sumStatements(ctx, filter);
  return { rows: kept.map(row => rowOf(ctx, row)), nextCursor, total: n, totalFen: fen };
}

export async function readStatement(ctx: Context, id: string): Promise<SubsidyStatement> {
  const row = await db.findStatement(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这张核算单，或不在您的辖区');
  return {
    ...rowOf(ctx, { ...row, ...(await db.dueOf(ctx, id)) }),
    ...{
      lines: row.lines,
      version: row.version,
      approvedBy: row.approved_by_name,
      paidOn: row.paid_on,
      note: row.note,
      recoveryId: row.recovery_id,
    },
    station: row.scheme === 'station' ? await stationOf(ctx, row) : null,
    obstacles: row.status === 'computed' ? unsetLines(row.lines) : [],
    reportedTimes: row.scheme === 'meal' ? await sumReported(ctx, row.facility_id, row.month) : null,
    steps: await readSteps(ctx, id),
    nextActions: actsOf(ctx, row).map(each =>
      each.action === 'approve' && each.allowed && row.computed_by === ctx.actor.accountId
        ? { ...each, allowed: false, disabledBecause: '这张核算单由您算出，请另一位同事核对' }
        : each,
    ),
  };
}

/** Whether a month is paid or settled follows from its difference: one button. */
const actsOf = (ctx: Context, row: db.StatementRecord) =>
  nextActions(statementLifecycle, row.status, ctx.actor.role).filter(each => each.action !== 'settle');

const stationOf = async (ctx: Context, row: db.StatementRecord) =>
  (await findStation(ctx, row.facility_id)) ?? { rural: false, basis: '没有登记，按城市驿站算' };

type AskedPeople = Paging & { statementId: string; counted?: 'yes' | 'no' | undefined };

export async function readPeople(ctx: Context, asked: AskedPeople) {
  const { statementId: id } = asked;
  const counted = asked.counted === undefined ? null : asked.counted === 'yes';
  const found = await db.listPeople(ctx, { id, counted, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.elder_name, row.elder_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const rows = kept.map(row => ({
    ...{ elderId: row.elder_id, elderName: row.elder_name, days: row.days, dinerDays: row.diner_days },
    ...{ abilityLevel: row.ability_level, counted: row.counted, because: row.because, amountFen: row.amount_fen },
    formerFen: row.former_fen ?? null,
  }));
  return { rows, nextCursor, total: await db.countPeople(ctx, id, counted) };
}
