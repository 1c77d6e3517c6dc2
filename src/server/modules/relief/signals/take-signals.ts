import { isSignalTopic, type SignalTopic } from '#contracts/comparison-kinds.ts';
import type { MeansFact } from '#contracts/relief-means.ts';
import { incomeStandard } from '#modules/benefits/catalogue/index.ts';
import { listSignals, type Signal } from '#modules/comparisons/index.ts';
import type { Context } from '#platform/http/context.ts';
import { open, seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { listLines } from '../db/lines.ts';
import * as db from '../db/signals.ts';
import { findEntries, listEntries } from '../means/db.ts';
import { TABLE as MEANS } from '../means/read-means.ts';
import { judge, type Known, periodOf, rulesOf, type Seen } from './judge.ts';
import { lineFor } from './lines.ts';
import { raise } from './raise.ts';
import type { Found } from './reason.ts';

export const SIGNALS = 'relief_signals';
type Page = { batchId: string; kind: string; fromRow: number; toRow: number };
type Kept = { row: db.SignalRow; home: db.HomeRow; known: Known; who: string };

/**
 * Reaction to comparison.signals: the page's matched rows go into the store of the household they are about, and what the
 * rules find in them becomes one visit a household, or a re-check. In the page's transaction; sent again it warns no more.
 */
export async function takeSignals(ctx: Context, page: Page): Promise<void> {
  const { batchId, kind } = page;
  if (!isSignalTopic(kind)) return;
  const signals = await listSignals(ctx, page);
  if (signals.length === 0) return;
  const kept = await keep(ctx, { topic: kind, batchId, signals });
  const ids = await db.putSignals(
    ctx,
    kept.map(one => one.row),
  );
  const lines = await listLines(ctx);
  const found = kept.flatMap(({ row, home, known, who }): Found[] => {
    const seen: Seen = { topic: kind, period: row.period, asOf: row.as_of, known };
    return rulesOf(kind).flatMap(rule => {
      const line = lineFor(lines, { rule, areaCode: home.area_code, today: ctx.today });
      const hit = judge(rule, seen, { ...line, today: ctx.today });
      return hit
        ? [
            {
              rule,
              ...hit,
              says: `${who}${hit.says}（${row.sender}）`,
              line,
              home,
              signal: row,
              amountFen: known.amountFen,
            },
          ]
        : [];
    });
  });
  await raise(
    ctx,
    found.map(one => ({ ...one, signal: { ...one.signal, signal_id: ids.get(db.keyOf(one.signal)) ?? '' } })),
  );
}

/** Rows of the store, each sealed to its elder; of two rows about the same thing in one page the later holds. */
async function keep(
  ctx: Context,
  of: { topic: SignalTopic; batchId: string; signals: readonly Signal[] },
): Promise<Kept[]> {
  const homes = await db.listHomes(ctx, [...new Set(of.signals.map(one => one.elderId))]);
  const members = await nameMembers(ctx, of.signals);
  const declared = of.topic === 'incomeTax' ? await yearsBefore(ctx, of.signals) : new Map<string, number>();
  const persons = of.topic === 'incomeTax' ? await countPersons(ctx, [...homes.values()]) : new Map<string, number>();
  const kept = new Map<string, Kept>();
  for (const one of of.signals) {
    const home = homes.get(one.elderId);
    if (!home) continue;
    const personId = one.memberId ?? one.elderId;
    const period = periodOf(of.topic, one);
    const known: Known = {
      ...one.facts,
      ...{ recognised: home.recognised, persons: persons.get(one.elderId) ?? home.elders },
      standardFen: home.recognised ? incomeStandard(home.recognised, ctx.today) : null,
      previousFen: declared.get(`${personId} ${Number(period) - 1}`) ?? null,
    };
    const row: db.SignalRow = {
      ...{ elder_id: one.elderId, signal_id: newId(), area_code: home.area_code, household_key: home.household_key },
      ...{ topic: of.topic, person_id: personId, period, as_of: one.asOf, sender: one.sender, batch_id: of.batchId },
      ...{ row_number: one.rowNumber, received_at: ctx.now },
      sealed: seal(ctx.keys, { table: SIGNALS, elderId: one.elderId }, known),
    };
    kept.set(db.keyOf(row), { row, home, known, who: one.memberId ? (members.get(one.memberId) ?? '家里人') : '' });
  }
  return [...kept.values()];
}

/** 家里的高大明（长子）, from the household's means. */
async function nameMembers(ctx: Context, signals: readonly Signal[]): Promise<Map<string, string>> {
  const entries = await findEntries(
    ctx,
    signals.flatMap(one => one.memberId ?? []),
  );
  return new Map(
    entries.map(row => {
      const fact = open(ctx.keys, { table: MEANS, elderId: row.elder_id }, row.sealed) as MeansFact;
      return [row.entry_id, fact.part === 'member' ? `家里的${fact.name}（${fact.relation}）` : '家里人'];
    }),
  );
}

/** Fen by `person year`. */
async function yearsBefore(ctx: Context, signals: readonly Signal[]): Promise<Map<string, number>> {
  const rows = await db.listDeclared(
    ctx,
    signals.map(one => one.memberId ?? one.elderId),
  );
  return new Map(
    rows.flatMap(row => {
      const { amountFen } = open(ctx.keys, { table: SIGNALS, elderId: row.elder_id }, row.sealed) as Known;
      return amountFen === null ? [] : [[`${row.person_id} ${row.period}`, amountFen] as const];
    }),
  );
}

/** Of recognised households with means on file: the people that live together, as written there. */
async function countPersons(ctx: Context, homes: readonly db.HomeRow[]): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const home of homes) {
    if (!home.recognised) continue;
    const entries = await listEntries(ctx, home.elder_id);
    const people = entries.filter(row => {
      const fact = open(ctx.keys, { table: MEANS, elderId: row.elder_id }, row.sealed) as MeansFact;
      return row.ended_note === null && fact.part === 'member';
    });
    if (people.length > 0) counted.set(home.elder_id, people.length + 1);
  }
  return counted;
}
