import { areaName } from '#modules/areas/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { spellingsOf } from './unit-names.ts';

/** The organisation of a responsible unit named in a document; a unit that is not on the books yet is put on them. */
export async function ensureGovernmentUnit(ctx: Context, unit: { name: string; areaCode: string }): Promise<string> {
  const known = await ctx.db
    .selectFrom('organisations')
    .select('organisation_id')
    .where('kind', '=', 'government')
    .where('area_code', '=', unit.areaCode)
    .where('name', 'in', spellingsOf(unit.name, areaName(unit.areaCode)))
    .executeTakeFirst();
  if (known) return known.organisation_id;
  const organisationId = newId();
  const values = { organisation_id: organisationId, name: unit.name, kind: 'government', area_code: unit.areaCode };
  await asBatch(ctx, { areaCode: unit.areaCode, why: `文件里的责任单位：${unit.name}` }, inner =>
    inner.db.insertInto('organisations').values(values).execute(),
  );
  return organisationId;
}
