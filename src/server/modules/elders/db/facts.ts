import type { FactConfidence, FactOrigin, FactSource } from '#contracts/elders/facts.ts';
import type { Elder } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';

/** What a life event says of the person: told by whoever recorded it. */
export const eventOrigin = (asOf: string): FactOrigin => ({ source: 'event', asOf, confidence: 'stated' });

/** Beside each field where its value comes from now; a field that nothing has changed since the registration has no row. */
export async function keepOrigins(
  ctx: Context,
  elder: Pick<Elder, 'elderId' | 'areaCode'>,
  set: { fields: readonly string[]; how: FactOrigin },
): Promise<void> {
  const { source, asOf, confidence, reference = null } = set.how;
  await ctx.client.query(
    `insert into elder_field_sources (elder_id, field, area_code, source, as_of, confidence, reference, by_name, set_at)
     select $1, field, $3, $4, $5, $6, $7, $8, $9 from unnest($2::text[]) as field
     on conflict (elder_id, field) do update set area_code = excluded.area_code, source = excluded.source, as_of = excluded.as_of,
       confidence = excluded.confidence, reference = excluded.reference, by_name = excluded.by_name, set_at = excluded.set_at`,
    [elder.elderId, set.fields, elder.areaCode, source, asOf, confidence, reference, ctx.actor.name, ctx.now],
  );
}

export type OriginRow = {
  field: string;
  source: FactSource;
  as_of: string;
  confidence: FactConfidence;
  reference: string | null;
  by_name: string;
  set_at: string;
};

export async function listOrigins(ctx: Context, elderId: string): Promise<Map<string, OriginRow>> {
  const { rows } = await ctx.client.query<OriginRow>(
    'select field, source, as_of, confidence, reference, by_name, set_at from elder_field_sources where elder_id = $1',
    [elderId],
  );
  return new Map(rows.map(row => [row.field, row]));
}
