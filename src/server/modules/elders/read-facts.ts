import { FACT_SOURCE_LABELS, type Fact } from '#contracts/elders/facts.ts';
import { FACT_LABELS, type FactField, isSealedField } from '#contracts/elders/fields.ts';
import { ELDER_SOURCE_LABELS, type Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { closedBecause } from '#modules/consents/index.ts';
import { shanghai } from '#platform/clock/business-date.ts';
import type { Context } from '#platform/http/context.ts';
import { listOrigins, type OriginRow } from './db/facts.ts';
import { findElder } from './db/people.ts';
import { readSealed } from './db/sealed.ts';
import { maskField, sayField } from './say-field.ts';

/** Every field with its value in words and its origin; what has no origin of its own stands as it was registered. */
export async function readFacts(ctx: Context, elderId: string): Promise<{ rows: Fact[] }> {
  const elder = await findElder(ctx, elderId);
  const sealed = elder && (await readSealed(ctx, elderId));
  if (!elder || !sealed) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  const origins = await listOrigins(ctx, elderId);
  const known: Record<string, unknown> = { ...elder, ...sealed };
  const rows: Fact[] = [];
  for (const field of Object.keys(FACT_LABELS) as FactField[]) {
    const origin = origins.get(field);
    const say = isSealedField(field) ? maskField : sayField;
    const said = await say(ctx, field, known[field]);
    if (said === '空' && !origin) continue;
    const value = (field === 'diseases' && (await closedBecause(ctx, elderId, 'health'))) || said;
    rows.push({ field, label: FACT_LABELS[field], value, ...(origin ? kept(origin) : registered(elder)) });
  }
  return { rows };
}

type Origin = Omit<Fact, 'field' | 'label' | 'value'>;

const kept = (row: OriginRow): Origin => ({
  ...{ source: row.source, sourceWords: FACT_SOURCE_LABELS[row.source], asOf: row.as_of, by: row.by_name },
  ...{ confidence: row.confidence, reference: row.reference, setAt: row.set_at },
});

/** As sure as the record itself: somebody has been there once it is verified. */
const registered = (elder: Elder): Origin => ({
  source: elder.source === 'import' ? 'import' : 'register',
  sourceWords: ELDER_SOURCE_LABELS[elder.source],
  asOf: shanghai(new Date(elder.registeredAt))[0],
  by: null,
  confidence: elder.status === 'registered' ? 'stated' : 'checked',
  reference: null,
  setAt: elder.registeredAt,
});
