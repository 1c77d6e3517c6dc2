import type { CONSENT_BY_KINDS, ConsentDecision, ConsentPurpose } from '#contracts/consents.ts';
import type { Context } from '#platform/http/context.ts';

export type ConsentRow = {
  consent_id: string;
  purpose: ConsentPurpose;
  decision: ConsentDecision;
  text_version: string;
  valid_from: string;
  valid_to: string | null;
  by_kind: (typeof CONSENT_BY_KINDS)[number];
  by_name: string;
  evidence: string | null;
  decided_at: string;
};

/** Everything a person has said, newest first. */
export async function listConsents(ctx: Context, elderId: string): Promise<ConsentRow[]> {
  const { rows } = await ctx.client.query<ConsentRow>(
    `select consent_id, purpose, decision, text_version, valid_from, valid_to, by_kind, by_name, evidence, decided_at
     from consents where elder_id = $1 order by decided_at desc, consent_id desc limit 500`,
    [elderId],
  );
  return rows;
}

export async function insertConsent(
  ctx: Context,
  row: Omit<ConsentRow, 'by_name' | 'decided_at'> & { elder_id: string; area_code: string },
): Promise<void> {
  await ctx.client.query(
    `insert into consents (elder_id, consent_id, area_code, purpose, decision, text_version, valid_from, valid_to, by_kind,
       by_name, by_account, evidence, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[row.elder_id, row.consent_id, row.area_code, row.purpose, row.decision, row.text_version, row.valid_from],
      ...[row.valid_to, row.by_kind, ctx.actor.name, ctx.actor.accountId, row.evidence, ctx.now],
    ],
  );
}

/** The last decision in force of each person, by way of the look-up; people without one are left out. */
export async function listStanding(
  ctx: Context,
  elderIds: readonly string[],
  purpose: ConsentPurpose,
): Promise<Map<string, ConsentDecision>> {
  const { rows } = await ctx.client.query<{ elder_id: string; decision: ConsentDecision }>(
    'select elder_id, decision from consents_standing($1, $2, $3)',
    [elderIds, purpose, ctx.today],
  );
  return new Map(rows.map(row => [row.elder_id, row.decision]));
}

/** Whether this account is a legal guardian of the elder today. */
export async function isGuardian(ctx: Context, of: { elderId: string; accountId: string }): Promise<boolean> {
  const { rows } = await ctx.client.query('select 1 from accounts_guardians($1, $2) where account_id = $3', [
    of.elderId,
    ctx.today,
    of.accountId,
  ]);
  return rows.length > 0;
}

export async function findPerson(
  ctx: Context,
  elderId: string,
): Promise<{ areaCode: string; name: string } | undefined> {
  const { rows } = await ctx.client.query<{ area_code: string; name: string }>(
    'select area_code, name from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0] && { areaCode: rows[0].area_code, name: rows[0].name };
}

export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update consents set area_code = $2 where elder_id = $1', [to.elderId, to.areaCode]);
}
