import type { Outcome } from '#contracts/benefits/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import { GRANT_CAUSE_LABELS, PAYS_MONTHLY, RELIEF_KIND_LABELS } from '#contracts/relief-lifecycle.ts';
import { evaluateRecognition, type Procedure } from '#modules/benefits/catalogue/index.ts';
import type { Context } from '#platform/http/context.ts';
import { type CivilDate, monthOf, monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { RecognitionRow } from '../db/applications.ts';
import * as db from '../db/grants.ts';
import { loadMeans } from '../means/read-means.ts';
import { changesOf, monthsOn, type Segment } from './months.ts';

type Paid = RecognitionRow & { kind: db.GrantRow['scheme'] };
export const isPaidByMonth = (row: RecognitionRow): row is Paid => PAYS_MONTHLY[row.kind];

/** The documents an amount rests on, without the sums of the household's means. */
const groundsOf = (outcome: Outcome): string =>
  [...new Set(outcome.lines.map(line => `${line.documentNumber} ${line.clause}`))].join('、');

type Begun = Segment & { cause: db.GrantRow['cause']; outcome: Outcome; ratedOn: CivilDate };

async function begin(inner: Context, row: Paid, of: Begun): Promise<void> {
  const goesOn = row.continues_id && of.cause === 'granted' ? '，接着领' : '';
  const what = `${RELIEF_KIND_LABELS[row.kind]}${GRANT_CAUSE_LABELS[of.cause]}（${row.number}）${goesOn}`;
  await db.insertGrant(inner, {
    ...{ elder_id: row.elder_id, grant_id: newId(), application_id: row.application_id, number: row.number },
    ...{ area_code: row.responsible_area, elder_name: row.elder_name, scheme: row.kind, cause: of.cause },
    ...{ from_month: of.from, amount_fen: of.amountFen, rated_on: of.ratedOn },
    why: `${what}，${monthWords(of.from)}起每月${fenToYuanText(of.amountFen)}元；${groundsOf(of.outcome)}`,
  });
}

/** The money of a recognition that was just decided: from which month (`goesOn` = the one another stopped at), by that month's own law. Answers the month, null = a status only. */
export async function beginGrant(
  inner: Context,
  row: RecognitionRow,
  of: { outcome: Outcome; procedure: Procedure; goesOn: string | null },
): Promise<string | null> {
  if (!isPaidByMonth(row) || of.outcome.amountFen <= 0) return null;
  const from = of.goesOn ?? monthsOn(monthOf(inner.today), of.procedure.paying.payFromMonths);
  const { facts } = await loadMeans(inner, row.elder_id);
  const then = evaluateRecognition(row.kind, facts[row.kind], `${from}-01`);
  const outcome = then.state === 'yes' ? then : of.outcome;
  const ratedOn = `${from}-01` > inner.today && outcome === then ? `${from}-01` : inner.today;
  await begin(inner, row, { from, amountFen: outcome.amountFen, cause: 'granted', outcome, ratedOn });
  // Months that have passed since are each by their own law.
  if (of.goesOn) await reassess(inner, row, { procedure: of.procedure, since: from });
  return from;
}

type End = { on: CivilDate; why: string; procedure: Procedure; before?: string | null };

/** No month after the one it happened in (as the scheme says) is owed; `before` = the first month that was wrong. */
export async function endGrants(inner: Context, row: RecognitionRow, { on, why, procedure, before }: End) {
  const { changeFromMonths, ground } = procedure.paying;
  const stops = monthsOn(monthOf(on), changeFromMonths);
  const stop = before && before < stops ? before : stops;
  const toMonth = monthsOn(stop, -1);
  const open = (await db.listGrants(inner, row.application_id)).find(each => each.to_month === null);
  if (open) await db.endGrant(inner, open.grant_id, { toMonth, why: `${why}，${monthWords(stop)}起停发；${ground}` });
  await db.cutGrants(inner, row.application_id, toMonth);
}

const laterOf = (a: string, b: string): string => [a, b].toSorted().at(-1) ?? a;

export type Changed = { fromMonth: string; amountFen: number };

/**
 * A re-check that keeps a recognition works its money out anew: where the means are the same, each month by its own law (a
 * raised standard pays the difference of the months before); where they changed, from the month the officer names, else
 * the month the scheme says. Throws where the rules say no now; only what is verified changes an amount.
 */
export async function reassess(
  inner: Context,
  row: RecognitionRow,
  of: { procedure: Procedure; since?: string | undefined },
): Promise<Changed | null> {
  const open = (await db.listGrants(inner, row.application_id)).find(each => each.to_month === null);
  if (!open || !isPaidByMonth(row)) return null;
  const { file, facts, unverified } = await loadMeans(inner, row.elder_id);
  if (!file) return null;
  const outcomeOn = (day: CivilDate) => evaluateRecognition(row.kind, facts[row.kind], day);
  const now = outcomeOn(inner.today);
  if (now.state === 'no') {
    const why = now.refusals.map(each => each.sentence).join('；');
    throw new DomainError('platform.wrong-state', `按规则不能保留：${why}；请记“不再符合”，或先更正家庭经济状况`);
  }
  if (now.state !== 'yes' || unverified > 0) return null;
  const amountIn = (month: string) => {
    const outcome = outcomeOn(`${month}-01`);
    return outcome.state === 'yes' ? outcome.amountFen : null;
  };
  const lowerFrom = monthsOn(monthOf(inner.today), of.procedure.paying.changeFromMonths);
  const isSame = amountIn(open.from_month) === open.amount_fen;
  const from = of.since ?? (isSame ? open.from_month : lowerFrom);
  const start = laterOf(from, open.from_month);
  const until = laterOf(start, lowerFrom);
  const former = { from: open.from_month, amountFen: open.amount_fen };
  const changes = changesOf({ former, from: start, until, lowerFrom, amountIn });
  await write(inner, row, { open, changes, outcomeOn });
  const last = changes.at(-1);
  return last ? { fromMonth: last.from, amountFen: last.amountFen } : null;
}

type Written = { open: db.GrantRow; changes: readonly Segment[]; outcomeOn: (day: CivilDate) => Outcome };

async function write(inner: Context, row: Paid, { open, changes, outcomeOn }: Written): Promise<void> {
  if (changes.length === 0) return db.setRated(inner, open.grant_id, inner.today);
  for (const { from, amountFen } of changes) {
    const current = (await db.listGrants(inner, row.application_id)).find(each => each.to_month === null);
    const why = `复核后改为每月${fenToYuanText(amountFen)}元`;
    if (current) await db.endGrant(inner, current.grant_id, { toMonth: monthsOn(from, -1), why });
    const outcome = outcomeOn(`${from}-01`);
    await begin(inner, row, { from, amountFen, cause: 'rechecked', outcome, ratedOn: inner.today });
  }
}
