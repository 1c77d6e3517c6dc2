import type { CorrectionSource } from '#contracts/elders/correction-lifecycle.ts';
import type { CorrectionChange } from '#contracts/elders/corrections.ts';
import type { Context } from '#platform/http/context.ts';
import { isInArea } from '#shared/area-codes.ts';
import { areasOfElders } from '../db/people.ts';
import { listTrusts, type TrustRow } from '../db/trusts.ts';
import { trustOf } from '../rules/corrections.ts';
import { approveByRule } from './decide-correction.ts';
import { propose } from './propose-correction.ts';

export type SourceRecord = {
  source: CorrectionSource;
  /** The source's own number of its record: taken once; null where whoever calls sees to that. */
  number: string | null;
  asOf: string;
  reason: string;
  evidence: string;
  changes: CorrectionChange;
  importId?: string;
  /** The rules of the person's district, for a caller whose own area does not reach them; left out = what the area sees. */
  trusts?: readonly TrustRow[] | undefined;
};
export type Taken =
  | { outcome: 'same' | 'duplicate'; correctionId: null }
  | { outcome: 'applied' | 'proposed'; correctionId: string };

/**
 * One record of a department: becomes a correction of what differs; where the person's district trusts the source for all
 * of these fields it is written at once. A duplicate must be rolled back by the caller. Throws as a correction does.
 */
export async function takeRecord(ctx: Context, elderId: string, record: SourceRecord): Promise<Taken> {
  const made = await propose(ctx, elderId, record);
  if (!made) return { outcome: 'same', correctionId: null };
  if (made.duplicate) return { outcome: 'duplicate', correctionId: null };
  const trust = await trustFor(ctx, elderId, {
    ...{ source: record.source, fields: made.fields, trusts: record.trusts },
  });
  if (trust) await approveByRule(ctx, made.id, `按可信来源更正，依据：${trust.basis}，${trust.allowed_by_name}定`);
  return { outcome: trust ? 'applied' : 'proposed', correctionId: made.id };
}

type Of = { source: CorrectionSource; fields: readonly string[]; trusts?: readonly TrustRow[] | undefined };

/** The rule of the person's own district; another's rules say nothing about them. */
export async function trustFor(
  ctx: Context,
  elderId: string,
  { source, fields, trusts: known }: Of,
): Promise<TrustRow | undefined> {
  const area = (await areasOfElders(ctx.client, [elderId])).get(elderId) ?? '';
  const trusts = (known ?? (await listTrusts(ctx))).filter(trust => isInArea(area, trust.area_code));
  return trustOf(trusts, { source, fields, by: ctx.actor.accountId, today: ctx.today });
}
