import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { rehearsalLifecycle } from '#contracts/rehearsals/lifecycle.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { areaName } from '#modules/areas/index.ts';
import {
  comparePeople,
  type LawPair,
  lawMark,
  lawPair,
  partsOf,
  readRegisterMark,
} from '#modules/benefits/rehearse/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { startRun } from '#platform/runs/runs.ts';
import { areaRange } from '#shared/area-codes.ts';
import { addMonths, monthOf } from '#shared/dates.ts';
import { compareBeds } from './compare-beds.ts';
import * as db from './db/drafts.ts';
import { countPeople } from './db/people.ts';
import { readRows } from './db/read-result.ts';
import * as store from './db/store-result.ts';
import { subjectOf } from './draft-rehearsal.ts';
import { getRehearsal, readRehearsal } from './read-rehearsal.ts';
import type { ChangedPerson } from './rules/judge.ts';
import { markOf } from './rules/result-rows.ts';
import { Tally } from './rules/tally.ts';

export const RehearsalJob = {
  name: 'rehearsals.run',
  payload: z.object({ rehearsalId: z.string(), areaCode: z.string() }),
} as const;

const CITY = '110000000000';
const PATHS = { change: '/desk/rehearsals/', beds: '/desk/rehearsals/', forecast: '/desk/budgets' } as const;

/** Leaves the job with this write. One that was stopped or broke off goes on where it stood while the law is the same. */
export async function runRehearsal(ctx: Context, id: string): Promise<Rehearsal> {
  const row = await getRehearsal(ctx, id, true);
  if (row.result_status === 'running') throw new DomainError('rehearsals.running');
  if (row.status !== 'drafting' && row.status !== 'rehearsed')
    throw new DomainError('platform.wrong-state', `草案现在是“${rehearsalLifecycle.labels[row.status]}”，不再重新预演`);
  const goesOn = ['stopped', 'failed'].includes(row.result_status) && row.law_mark === lawMark();
  const title = row.kind === 'forecast' ? `测算${areaName(row.area_code)}今后的经费` : `预演“${row.name}”`;
  const path = row.kind === 'forecast' ? PATHS.forecast : `${PATHS[row.kind]}${id}`;
  const about = { title, path, areaCode: row.area_code };
  const runId = await startRun(ctx, RehearsalJob, { payload: { rehearsalId: id, areaCode: row.area_code }, about });
  await db.setRehearsal(ctx, id, {
    ...{ result_status: 'running', run_id: runId, error: null },
    ...(!goesOn && { after_area: null }),
  });
  const note = goesOn ? `${row.name}，接着上次停下的地方` : row.name;
  await record(ctx, { action: 'rehearsals.run', subject: subjectOf(row), areaCode: row.area_code, note });
  return readRehearsal(ctx, id);
}

/** The job: part by part (the city by districts), each in one transaction; killed or stopped it goes on there. */
export async function carryOutRehearsal(
  tools: JobTools,
  { rehearsalId, partsAbove }: { rehearsalId: string; partsAbove?: number },
): Promise<void> {
  const begun = await tools.inArea(CITY, '预演：看办到哪里', ctx => begin(ctx, rehearsalId, partsAbove));
  if (!begun) return;
  const { row, parts, total } = begun;
  let done = row.people;
  if (!(await tools.progress(done, total))) return;
  for (const part of parts) {
    const people = await rehearsePart(tools, row, { ...part, done, total });
    if (people === undefined) return;
    done += people;
  }
  await tools.inArea(row.area_code, '预演办完', ctx => finish(ctx, rehearsalId));
  await tools.progress(total, total);
}

type Part = { from: string; to: string };
type Begun = { row: db.RehearsalRecord; parts: Part[]; total: number };

/** Fewer people are one transaction of some seconds; each part scans the other tables once. */
const PARTS_ABOVE = 300_000;

export const partsOfRun = (areaCode: string, total: number, partsAbove = PARTS_ABOVE): Part[] =>
  total > partsAbove ? partsOf(areaCode) : [areaRange(areaCode)];

/** People of the area by where they live; for the budget by 户籍, because that district pays (160号八). */
const byOf = (row: db.RehearsalRecord): 'area' | 'hukou' =>
  row.kind === 'forecast' && row.area_code !== CITY ? 'hukou' : 'area';

async function begin(ctx: Context, id: string, partsAbove?: number): Promise<Begun | undefined> {
  const row = await db.findRehearsal(ctx, id, true);
  if (row?.result_status !== 'running') return undefined;
  const range = areaRange(row.area_code);
  const partsFor = (total: number) =>
    byOf(row) === 'hukou' || row.kind === 'beds' ? [range] : partsOfRun(row.area_code, total, partsAbove);
  if (row.after_area !== null) {
    const parts = partsFor(row.total).filter(part => part.to > (row.after_area ?? ''));
    return { row, parts, total: row.total };
  }
  await store.clearResult(ctx, id);
  const total = await countPeople(ctx, { by: byOf(row), ...range, month: row.starts_month });
  const fresh = { people: 0, problems: 0, changed_people: 0, mark_high: 0, mark_low: 0, result_mark: null, total };
  await db.setRehearsal(ctx, id, { ...fresh, law_mark: lawMark(), through_xid: await readRegisterMark(ctx) });
  return { row: { ...row, ...fresh }, parts: partsFor(total), total };
}

export const monthAt =
  (startsMonth: string) =>
  (offset: number): string =>
    monthOf(addMonths(`${startsMonth}-01`, offset));

/** Thrown inside a part's transaction so that nothing of it stays. */
class Stopped extends Error {}

async function rehearsePart(
  tools: JobTools,
  row: db.RehearsalRecord,
  part: Part & { done: number; total: number },
): Promise<number | undefined> {
  // Who lives in an institution here may be registered anywhere in the city.
  const area = byOf(row) === 'hukou' || row.kind === 'beds' ? CITY : row.area_code;
  try {
    return await tools.inArea(area, '预演', async ctx => {
      // A second worker may hold the same run for a moment: the part that is done is not counted twice.
      const now = await db.findRehearsal(ctx, row.rehearsal_id, true);
      if (now?.result_status !== 'running' || (now.after_area ?? '') >= part.to) return 0;
      const of = {
        ...{ rehearsalId: row.rehearsal_id, areaCode: row.area_code, part: part.from },
        monthAt: monthAt(row.starts_month),
      };
      await store.openPeople(ctx);
      const keep = (people: ChangedPerson[]) => store.addPeople(ctx, people, of.monthAt);
      const seen = async (people: number) => {
        if (!(await tools.progress(Math.min(part.done + people, part.total - 1), part.total))) throw new Stopped();
      };
      const tally = await tallyPart(ctx, row, { ...part, keep, seen });
      await store.storePeople(ctx, row.rehearsal_id);
      await store.storeTally(ctx, of, tally);
      await store.addPart(ctx, row.rehearsal_id, { after: part.to, tally });
      return tally.people;
    });
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

type Keep = { keep: (people: ChangedPerson[]) => Promise<void>; seen: (people: number) => Promise<void> };

function tallyPart(ctx: Context, row: db.RehearsalRecord, part: Part & Keep): Promise<Tally> {
  if (row.kind === 'beds') return compareBeds(ctx, row, part);
  const { starts_month: startsMonth, months, reassessed, changes } = row;
  const pair = lawPair({ startsMonth, months, reassessed, changes });
  return tallyPeople(ctx, { pair, startsMonth }, { by: byOf(row), ...part });
}

/** One pass over the people of a part; memory holds the groups and one page of people. */
export async function tallyPeople(
  ctx: Context,
  { pair, startsMonth }: { pair: LawPair; startsMonth: string },
  part: Part & Keep & { by: 'area' | 'hukou' },
): Promise<Tally> {
  const tally = new Tally(startsMonth, pair.months);
  for await (const people of comparePeople(ctx, pair, { by: part.by, from: part.from, to: part.to })) {
    const changed: ChangedPerson[] = [];
    for (const person of people) {
      const row = tally.add(person);
      if (row) changed.push(row);
    }
    await part.keep(changed);
    await part.seen(tally.people);
  }
  return tally;
}

async function finish(ctx: Context, id: string): Promise<void> {
  const row = await db.findRehearsal(ctx, id, true);
  if (row?.result_status !== 'running') return;
  const subject = subjectOf(row);
  const step = { table: rehearsalLifecycle, subject, status: row.status } as const;
  const status = await advance(ctx, { ...step, action: 'rehearsed', asSystem: true });
  const resultMark = markOf(await readRows(ctx, id));
  await db.setRehearsal(ctx, id, { status, result_status: 'done', result_mark: resultMark, ran_at: ctx.now });
  await record(ctx, {
    action: 'rehearsals.done',
    subject,
    areaCode: row.area_code,
    note: `${row.name}，${resultMark}`,
  });
}

/** Stopped, or it will not be tried again: what is done stays, the next start goes on from here. */
export async function endRehearsalEarly(
  tools: JobTools,
  of: z.infer<typeof RehearsalJob.payload>,
  how: EarlyEnd,
): Promise<void> {
  const result_status = how.status === 'cancelled' ? 'stopped' : 'failed';
  await tools.inArea(of.areaCode, '预演没有办完', async ctx => {
    const row = await db.findRehearsal(ctx, of.rehearsalId, true);
    if (row?.result_status === 'running')
      await db.setRehearsal(ctx, of.rehearsalId, { result_status, error: how.message });
  });
}
