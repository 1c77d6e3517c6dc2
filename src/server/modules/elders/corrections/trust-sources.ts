import type { z } from 'zod';
import { labelOfField } from '#contracts/elders/fields.ts';
import type { allowSource as endpoint, SourceTrust } from '#contracts/elders/trusts.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaNames } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from '../db/trusts.ts';
import { inForce } from '../rules/corrections.ts';

export async function listTrusts(ctx: Context): Promise<{ rows: SourceTrust[] }> {
  const rows = await db.listTrusts(ctx);
  const codes = rows.map(row => row.area_code);
  const names = await areaNames(ctx, codes);
  return {
    rows: rows.map(row => ({
      ...{ id: row.trust_id, areaCode: row.area_code, areaName: names.get(row.area_code) ?? row.area_code },
      ...{ source: row.source_kind, fields: row.fields, fieldLabels: row.fields.map(labelOfField), basis: row.basis },
      ...{ fromOn: row.from_on, toOn: row.to_on, allowedBy: row.allowed_by_name, allowedAt: row.allowed_at },
      ...{ endedBy: row.ended_by_name, inForce: inForce(row, ctx.today) },
    })),
  };
}

/** Who brings the records may not be who allowed the rule: two people, as with a single correction. */
export async function allowSource(ctx: Context, body: z.output<typeof endpoint.body>) {
  const id = newId();
  const { source, fields, basis, fromOn } = body;
  await db.insertTrust(ctx, { trust_id: id, source_kind: source, fields, basis, from_on: fromOn });
  await record(ctx, {
    action: 'elders.allow-source',
    subject: { kind: 'source-trust', id },
    ...{ areaCode: ctx.actor.areaCode, note: basis, after: { source, fields, fromOn } },
  });
  return { id };
}

export async function endTrust(ctx: Context, id: string) {
  const row = await db.endTrust(ctx, id);
  if (!row) throw new DomainError('platform.wrong-state', '这条规则不在您的辖区，或已经停用');
  await record(ctx, {
    action: 'elders.end-trust',
    subject: { kind: 'source-trust', id },
    ...{ areaCode: row.area_code, after: { source: row.source_kind, toOn: row.to_on } },
  });
  return { id };
}
