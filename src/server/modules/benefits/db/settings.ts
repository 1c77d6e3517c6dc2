import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { Setting } from '../catalogue/law-on.ts';

/** Every value that districts have set, oldest first: the latest one of a parameter applies. */
export async function listSettings(ctx: Context): Promise<Setting[]> {
  const { rows } = await ctx.client.query<Setting & { value: string }>(
    `select scheme, parameter, district, from_on as "from", to_on as "to", value::text, document_number as "documentNumber", set_by as "setBy",
       proposed_by as "proposedBy"
     from benefit_settings order by from_on, set_at`,
  );
  return rows.map(row => ({ ...row, value: Number(row.value) }));
}

type Agreed = Setting & { proposalId: string; proposedBy: string };

/** Set by whoever confirms it now. */
export async function insertSetting(ctx: Context, given: Agreed): Promise<void> {
  await ctx.client.query(
    `insert into benefit_settings (setting_id, district, scheme, parameter, from_on, to_on, value, document_number, set_by, set_at,
       proposed_by, proposal_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[newId(), given.district, given.scheme, given.parameter, given.from, given.to, given.value],
      ...[given.documentNumber, ctx.actor.name, ctx.now, given.proposedBy, given.proposalId],
    ],
  );
}
