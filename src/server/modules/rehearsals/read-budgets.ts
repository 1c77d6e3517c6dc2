import type { z } from 'zod';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Budgets, SetBudget, YearLine } from '#contracts/rehearsals/budget.ts';
import { rehearsalLifecycle } from '#contracts/rehearsals/lifecycle.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { areaName, readDivisions } from '#modules/areas/index.ts';
import { draftFields } from '#modules/benefits/rehearse/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { areaLevel, isInArea } from '#shared/area-codes.ts';
import { monthOf, monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as budgets from './db/budgets.ts';
import * as drafts from './db/drafts.ts';
import { readRows } from './db/read-result.ts';
import { subjectOf } from './draft-rehearsal.ts';
import { draftOf, staleOf } from './read-rehearsal.ts';
import { assumptionsOf } from './rules/compose.ts';
import { yearsOf } from './rules/forecast.ts';
import type { ResultRows } from './rules/result-rows.ts';
import { runRehearsal } from './run-rehearsal.ts';

const YEARS_AHEAD = 3;
const MOST_MONTHS = 48;

type Asked = { year?: number | undefined; street?: string | undefined; more80: number; moreSevere: number };
const NOTHING: ResultRows = { months: [], outcomes: [], cliffs: [] };

/** Paid, ahead and budgeted by year and paying district, and what more people would cost. Reads only. */
export async function readBudgets(ctx: Context, asked: Asked): Promise<Budgets> {
  const year = asked.year ?? Number(ctx.today.slice(0, 4));
  const done = await drafts.findForecast(ctx, ctx.actor.areaCode, true);
  const latest = await drafts.findForecast(ctx, ctx.actor.areaCode, false);
  const rows = done ? await readRows(ctx, done.rehearsal_id) : NOTHING;
  const lines = await budgets.listBudgets(ctx);
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => year + ahead);
  const told = yearsOf({
    ...{ months: rows.months, years, startsMonth: done?.starts_month ?? null },
    paid: await budgets.listPaid(ctx, { from: year, until: year + YEARS_AHEAD + 1 }),
    budgets: lines.map(line => ({ payer: line.area_code, scheme: line.scheme, year: line.year, fen: line.fen })),
  });
  const isHere = (code: string) => isInArea(code, ctx.actor.areaCode);
  return {
    year,
    forecast: done
      ? {
          ...{ id: done.rehearsal_id, ranAt: done.ran_at ?? done.made_at, startsMonth: done.starts_month },
          stale: await staleOf(ctx, done),
        }
      : null,
    running: latest && latest.result_status !== 'done' ? latest.run_id : null,
    sentence: sentenceOf(told.total[0], done !== undefined),
    districts: told.districts
      .filter(each => isHere(each.payer))
      .map(({ payer, ...rest }) => ({ areaCode: payer, areaName: areaName(payer), ...rest })),
    total: told.total,
    budgets: lines.map(line => ({
      ...{ areaCode: line.area_code, areaName: areaName(line.area_code), scheme: line.scheme, year: line.year },
      ...{ fen: line.fen, source: line.source, setBy: line.set_by_name, setAt: line.set_at },
    })),
    ...(done ? await scenariosOf(ctx, done, asked) : { scenarios: [], streets: [] }),
    areas: readDivisions()
      .filter(each => areaLevel(each.code) === 'district' && isHere(each.code))
      .map(each => ({ areaCode: each.code, areaName: areaName(each.code) })),
    assumptions: done ? assumptionsOf(rows, draftOf(done)) : [],
  };
}

function sentenceOf(line: YearLine | undefined, hasForecast: boolean): string {
  if (!line) return '';
  const paid = `${line.year}年已发${fenToYuanText(line.paidFen)}元`;
  if (!hasForecast) return `${paid}。还没有测算过今后的月份。`;
  const ahead = `${paid}，预计还要${fenToYuanText(line.aheadFen)}元，全年${fenToYuanText(line.totalFen)}元`;
  if (line.overFen === null) return `${ahead}；预算没有登记齐，不知道够不够。`;
  return line.overFen > 0
    ? `${ahead}，比预算多${fenToYuanText(line.overFen)}元，要追加。`
    : `${ahead}，预算够，余${fenToYuanText(-line.overFen)}元。`;
}

/** What-ifs as plain multiplication, the formula beside them: nothing decided or stored is touched. */
async function scenariosOf(ctx: Context, forecast: drafts.RehearsalRecord, asked: Asked) {
  const streets = await budgets.listStreets(ctx, forecast.rehearsal_id);
  const street = asked.street ?? streets[0] ?? null;
  const base = await budgets.readBases(ctx, { id: forecast.rehearsal_id, street });
  const unit = base.people80 > 0 ? Math.round(base.fen80 / forecast.months / base.people80) : 0;
  const tiers = draftFields(monthOf(ctx.today)).filter(each => /^care\.tiers\..*\.amountFen$/.test(each.id));
  const most = Math.max(0, ...tiers.map(each => Number(each.value)));
  const severe = Math.round((base.severe * asked.moreSevere) / 100);
  const yuan = fenToYuanText;
  return {
    streets: streets.map(areaCode => ({ areaCode, areaName: areaName(areaCode) })),
    scenarios: [
      ...(street
        ? [
            {
              label: `${areaName(street)}80岁以上的人多${asked.more80}位，一年多花`,
              formula: `现有${base.people80}位80岁以上的人平均每人每月${yuan(unit)}元 × ${asked.more80}人 × 12个月`,
              fen: unit * asked.more80 * 12,
            },
          ]
        : []),
      {
        label: `重度失能的人多${asked.moreSevere}%，一年多花`,
        formula: `现有${base.severe}位重度失能的人 × ${asked.moreSevere}% = ${severe}人，${SCHEME_LABELS.care}每人每月${yuan(most)}元 × 12个月`,
        fen: severe * most * 12,
      },
    ],
  };
}

/** One budget of a district, a scheme and a year; the audit keeps what stood before. */
export async function setBudget(ctx: Context, line: z.output<typeof SetBudget>): Promise<{ saved: true }> {
  if (areaLevel(line.areaCode) !== 'district' || !isInArea(line.areaCode, ctx.actor.areaCode))
    throw new DomainError('rehearsals.not-a-district', undefined, { areaCode: '请选本辖区内的一个区' });
  const before = await budgets.saveBudget(ctx, line);
  await record(ctx, {
    action: 'rehearsals.set-budget',
    subject: { kind: 'budget', id: `${line.areaCode}-${line.scheme}-${line.year}` },
    areaCode: line.areaCode,
    note: `${areaName(line.areaCode)}${line.year}年${SCHEME_LABELS[line.scheme]}，${line.source}`,
    ...(before && { before: { fen: before.fen, source: before.source } }),
    after: { fen: line.fen, source: line.source },
  });
  return { saved: true };
}

/** The law in force over the rest of this year and three more, for whoever pays. */
export async function startForecast(ctx: Context): Promise<Rehearsal> {
  const latest = await drafts.findForecast(ctx, ctx.actor.areaCode, false);
  if (latest?.result_status === 'running') throw new DomainError('rehearsals.running');
  if (latest && ['stopped', 'failed'].includes(latest.result_status) && latest.starts_month === monthOf(ctx.today))
    return runRehearsal(ctx, latest.rehearsal_id);
  const startsMonth = monthOf(ctx.today);
  const months = Math.min(MOST_MONTHS, 12 - Number(startsMonth.slice(5)) + 1 + YEARS_AHEAD * 12);
  const id = newId();
  await drafts.insertRehearsal(ctx, id, {
    ...{
      kind: 'forecast',
      name: `${monthWords(startsMonth)}起的经费测算`,
      purpose: '',
      basis: '',
      startsMonth,
      months,
    },
    ...{ reassessed: true, changes: { set: [], addAgeTiers: [], dropTiers: [] } },
  });
  const subject = subjectOf({ rehearsal_id: id, area_code: ctx.actor.areaCode });
  await advance(ctx, { table: rehearsalLifecycle, subject, status: null, action: 'make' });
  return runRehearsal(ctx, id);
}
