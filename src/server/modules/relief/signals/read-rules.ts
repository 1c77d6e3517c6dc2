import { type ReliefRule, RULES, type RuleTrial, WARNING_RULES, type WarningRule } from '#contracts/relief-rules.ts';
import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import { addMonths } from '#shared/dates.ts';
import { listLines } from '../db/lines.ts';
import { listVerdicts, sumVerdicts } from '../db/reasons.ts';
import { pageOfSignals, type SignalRow } from '../db/signals.ts';
import { judge, type Known } from './judge.ts';
import { lineFor, linesOf } from './lines.ts';
import { SIGNALS } from './take-signals.ts';

/** Every rule with its line and how often it was right in the reader's area. */
export async function readRules(ctx: Context): Promise<{ rows: ReliefRule[] }> {
  const { areaCode } = ctx.actor;
  const rows = await listLines(ctx);
  const sums = new Map((await sumVerdicts(ctx)).map(one => [one.rule, one]));
  return {
    rows: WARNING_RULES.map((rule): ReliefRule => {
      const { label, looks, topics, unit, direction } = RULES[rule];
      const { raised = 0, helped = 0, noneed: noNeed = 0, wrong = 0 } = sums.get(rule) ?? {};
      const judged = helped + noNeed + wrong;
      return {
        ...{ rule, label, looks, topics: [...topics], unit, direction, raised, helped, noNeed, wrong },
        open: raised - judged,
        precisionPercent: judged === 0 ? null : Math.round((helped * 100) / judged),
        now: lineFor(rows, { rule, areaCode, today: ctx.today }),
        lines: linesOf(rows, { rule, areaCode }),
      };
    }),
  };
}

const PAGE = 2_000;

/**
 * What a line would have warned of in the last twelve months, by household and period, over the signals as they came. Nothing is
 * written. Each signal is judged on the day it was received: the window looks back from there.
 */
export async function tryRule(
  ctx: Context,
  rule: WarningRule,
  asked: { line: number; windowMonths?: number | undefined },
): Promise<RuleTrial> {
  const lines = await listLines(ctx);
  const span = { fromOn: addMonths(ctx.today, -12), toOn: ctx.today };
  const said = await listVerdicts(ctx, rule);
  const would = new Set<string>();
  const now = new Set<string>();
  let signals = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await pageOfSignals(ctx, { topics: RULES[rule].topics, ...span, after, limit: PAGE });
    for (const row of page) {
      signals += 1;
      const inForce = lineFor(lines, { rule, areaCode: row.area_code, today: ctx.today });
      const other = { active: true, line: asked.line, windowMonths: asked.windowMonths ?? inForce.windowMonths };
      const seen = seenOf(ctx, row);
      for (const [line, into] of [[other, would] as const, [inForce, now] as const]) {
        const hit = judge(rule, seen, { ...line, today: ctx.today });
        if (hit) into.add(`${row.household_key} ${hit.period}`);
      }
    }
    after = page.at(-1)?.signal_id ?? after;
    if (page.length < PAGE) break;
  }
  const count = (verdict: string) => [...would].filter(key => said.get(key) === verdict).length;
  return {
    ...{ rule, ...span, signals, would: would.size, now: now.size },
    ...{ wouldHelped: count('true'), wouldWrong: count('false') },
  };
}

const seenOf = (ctx: Context, row: SignalRow) => ({
  ...{ topic: row.topic, period: row.period, asOf: row.as_of },
  known: open(ctx.keys, { table: SIGNALS, elderId: row.elder_id }, row.sealed) as Known,
});
