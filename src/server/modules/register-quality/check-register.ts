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

export const CheckJob = { name: 'register-quality.check', payload: z.object({ areaCode: z.string() }) } as const;

/** Leaves the check of the caller's own area with this request. */
export async function checkRegister(ctx: Context): Promise<Run> {
  const { areaCode } = ctx.actor;
  const about = { title: `${areaName(areaCode)}底册查重`, path: '/desk/elders/duplicates' };
  return readRun(ctx, await startRun(ctx, CheckJob, { payload: { areaCode }, about }));
}

export type Checked = { people: number; compared: number; opened: number; found: number; sure: number };

const OPEN_AT_ONCE = 2_000;
const WRITE_AT_ONCE = 500;

/**
 * The register of an area against itself: read once, compared by what is clear and by blind indexes, numbers opened only
 * where it is in doubt, what is found written page by page. Stopped or killed, what is written stays; begun again, it
 * computes anew and writes the same. Undefined = stopped.
 */
export async function runCheck(tools: JobTools, { areaCode }: { areaCode: string }): Promise<Checked | undefined> {
  const began = await tools.inArea(areaCode, '底册查重', async ctx => ctx.now);
  const people = new RegisterColumns();
  const goOn = await tools.inArea(areaCode, '底册查重：读底册', ctx => readAll(ctx, areaCode, { people, tools }));
  if (!goOn) return undefined;
  const look = lookForPairs(people.close());
  const total = people.ids.length;
  if (!(await tools.progress(total, total * 2, `比了${look.compared}对`))) return undefined;
  const { matches, opened } = await secondLook(tools, areaCode, { look, ids: people.ids });
  const wanted = { areaCode, people, matches, began };
  const found = await writePairs(tools, wanted);
  if (found === undefined) return undefined;
  await tools.inArea(areaCode, '底册查重：收尾', async ctx => {
    await db.dropUnseen(ctx, { ...areaRange(areaCode), before: began });
    const after = { people: total, compared: look.compared, found };
    await record(ctx, { action: 'register.check', subject: { kind: 'area', id: areaCode }, areaCode, after });
  });
  await tools.progress(
    total * 2,
    total * 2,
    `看了${total.toLocaleString('en')}人，${found.toLocaleString('en')}对像是同一人`,
  );
  const sure = matches.filter(match => match.probability >= AUTOMATIC).length;
  return { people: total, compared: look.compared, opened, found, sure };
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
