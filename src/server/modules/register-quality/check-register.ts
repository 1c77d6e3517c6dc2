import { z } from 'zod';
import { AUTOMATIC } from '#contracts/register-quality/lifecycle.ts';
import type { Run } from '#contracts/runs.ts';
import { areaName } from '#modules/areas/index.ts';
import { numbersForMatching, pagesForMatching } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { readRun, startRun } from '#platform/runs/runs.ts';
import { areaRange } from '#shared/area-codes.ts';
import { dropRounds } from './db/check-rounds.ts';
import * as db from './db/pairs.ts';
import { distinctIn, namesOf } from './db/register.ts';
import {
  type FirstLook,
  judgeByNumbers,
  lookForPairs,
  RegisterColumns,
  type RegisterMatch,
  recordsToOpen,
} from './match-register.ts';
import { commonArea, type FieldLevel } from './rules.ts';
import { meetAll, takeUpCheck } from './take-up-check.ts';

export const CheckJob = { name: 'register-quality.check', payload: z.object({ areaCode: z.string() }) } as const;

/** Leaves the check of the caller's own area with this request. */
export async function checkRegister(ctx: Context): Promise<Run> {
  const { areaCode } = ctx.actor;
  const about = { title: `${areaName(areaCode)}底册查重`, path: '/desk/elders/duplicates' };
  return readRun(ctx, await startRun(ctx, CheckJob, { payload: { areaCode }, about, once: true }));
}

/** `takenUp`: rounds that an earlier attempt of the day had done. */
export type Checked = {
  people: number;
  compared: number;
  takenUp: number;
  opened: number;
  found: number;
  sure: number;
};

const OPEN_AT_ONCE = 2_000;
const WRITE_AT_ONCE = 500;

/**
 * The register of an area against itself: read once, compared by what is clear and by blind indexes, numbers opened only
 * where it is in doubt, what is found written page by page. Stopped or killed, it goes on that day after the rounds it has
 * done (take-up-check.ts). Undefined = stopped.
 */
export async function runCheck(
  tools: JobTools,
  { areaCode, keepEveryMs }: { areaCode: string; keepEveryMs?: number },
): Promise<Checked | undefined> {
  const begun = await takeUpCheck(tools, areaCode);
  const people = new RegisterColumns();
  const goOn = await tools.inArea(areaCode, '底册查重：读底册', ctx => readAll(ctx, areaCode, { people, tools }));
  if (!goOn) return undefined;
  const all = people.close();
  const meeting = await meetAll(tools, areaCode, { all, people, begun, keepEveryMs });
  if (!meeting) return undefined;
  const { compared, takenUp } = meeting;
  const total = people.ids.length;
  if (!(await tools.progress(total, total * 2, `比了${compared.toLocaleString('en')}对`))) return undefined;
  const look = lookForPairs(all, meeting.met);
  const { matches, opened } = await secondLook(tools, areaCode, { look, ids: people.ids });
  const wanted = { areaCode, people, matches, began: begun.beganAt };
  const found = await writePairs(tools, wanted);
  if (found === undefined) return undefined;
  await tools.inArea(areaCode, '底册查重：收尾', async ctx => {
    await db.dropUnseen(ctx, { ...areaRange(areaCode), before: begun.beganAt });
    await dropRounds(ctx, areaCode);
    const after = { people: total, compared, found };
    await record(ctx, { action: 'register.check', subject: { kind: 'area', id: areaCode }, areaCode, after });
  });
  await tools.progress(
    total * 2,
    total * 2,
    `看了${total.toLocaleString('en')}人，${found.toLocaleString('en')}对像是同一人`,
  );
  const sure = matches.filter(match => match.probability >= AUTOMATIC).length;
  return { people: total, compared, takenUp, opened, found, sure };
}

type Reading = { people: RegisterColumns; tools: JobTools };

async function readAll(ctx: Context, areaCode: string, { people, tools }: Reading): Promise<boolean> {
  for await (const page of pagesForMatching(ctx, areaRange(areaCode))) {
    for (const person of page) people.add(person);
    if (!(await tools.progress(people.ids.length, 0, '读底册'))) return false;
  }
  return true;
}

async function secondLook(
  tools: JobTools,
  areaCode: string,
  { look, ids }: { look: FirstLook; ids: readonly string[] },
): Promise<{ matches: RegisterMatch[]; opened: number }> {
  const wanted = recordsToOpen(look);
  const { records } = wanted;
  const numbers = new Map<string, { identityNumber: string; phone: string | null }>();
  await tools.inArea(areaCode, '底册查重：打开拿不准的号码', async ctx => {
    for (let from = 0; from < records.length; from += OPEN_AT_ONCE) {
      const some = records.slice(from, from + OPEN_AT_ONCE).map(record => ids[record] ?? '');
      for (const [id, own] of await numbersForMatching(ctx, some)) numbers.set(id, own);
    }
    const subject = { kind: 'area', id: areaCode };
    await record(ctx, { action: 'register.open-numbers', subject, areaCode, after: { records: records.length } });
  });
  return { matches: judgeByNumbers(look, { ...wanted, ids, numbers }), opened: records.length };
}

type Writing = { areaCode: string; people: RegisterColumns; matches: readonly RegisterMatch[]; began: string };

/** What was judged to be two people stays away; the rest waits for a person. */
async function writePairs(tools: JobTools, { areaCode, people, matches, began }: Writing): Promise<number | undefined> {
  const distinct = await tools.inArea(areaCode, '底册查重：已判断过的', ctx => distinctIn(ctx));
  const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const open = matches.flatMap(match => {
    const [a, b] = [sideOf(people, match.a), sideOf(people, match.b)].sort((x, y) => (x.id < y.id ? -1 : 1));
    return a && b && !distinct.has(keyOf(a.id, b.id)) ? [{ ...match, a, b }] : [];
  });
  const total = people.ids.length;
  for (let from = 0; from < open.length; from += WRITE_AT_ONCE) {
    const page = open.slice(from, from + WRITE_AT_ONCE);
    await tools.inArea(areaCode, '底册查重：写下疑似重复', async ctx => {
      const names = await namesOf(
        ctx,
        page.flatMap(pair => [pair.a.id, pair.b.id]),
      );
      const rows = page.map(({ a, b, probability, levels }) => ({
        ...{
          area_code: commonArea(a.area, b.area),
          a_elder_id: a.id,
          b_elder_id: b.id,
          a_area: a.area,
          b_area: b.area,
        },
        ...{
          a_name: names.get(a.id) ?? '',
          b_name: names.get(b.id) ?? '',
          probability,
          levels: levels as FieldLevel[],
        },
        status: probability >= AUTOMATIC ? ('candidate' as const) : ('open' as const),
      }));
      await db.putPairs(ctx, rows, began);
    });
    if (!(await tools.progress(total + Math.round((total * from) / open.length), total * 2))) return undefined;
  }
  return open.length;
}

const sideOf = (people: RegisterColumns, at: number) => ({ id: people.ids[at] ?? '', area: people.areas[at] ?? '' });
