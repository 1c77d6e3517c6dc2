import type { RuleLine, WarningRule } from '#contracts/relief-rules.ts';
import type { Context } from '#platform/http/context.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import type { NewReason } from '../db/reasons.ts';
import type { HomeRow, SignalRow } from '../db/signals.ts';

/** One rule that one signal set off. */
export type Found = {
  rule: WarningRule;
  period: string;
  says: string;
  line: RuleLine;
  home: HomeRow;
  signal: SignalRow;
  /** What the signal says in money, if it does. */
  amountFen: number | null;
};

export const SEALED = 'relief_reasons';
/** Opened again where the warning is read. */
export type Said = { sentence: string; spentFen?: number | null };

export const reasonOf = (ctx: Context, one: Found, about: { warningId?: string; recheckId?: string }): NewReason => ({
  ...{ elder_id: one.signal.elder_id, reason_id: newId(), area_code: one.home.area_code, rule: one.rule },
  ...{ household_key: one.home.household_key, period: one.period, signal_id: one.signal.signal_id },
  sealed: seal(
    ctx.keys,
    { table: SEALED, elderId: one.signal.elder_id },
    { sentence: one.says, ...(one.rule === 'medicalCost' && { spentFen: one.amountFen }) },
  ),
  ...{ line: one.line.line, confidence: one.line.confidence, sender: one.signal.sender, as_of: one.signal.as_of },
  basis: [one.line.setBy, one.line.documentNumber, one.line.basis].filter(Boolean).join('，'),
  ...{ batch_id: one.signal.batch_id, warning_id: about.warningId ?? null, recheck_id: about.recheckId ?? null },
});
