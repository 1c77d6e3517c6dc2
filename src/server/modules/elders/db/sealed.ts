import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import { indexesOf, type Sealed, type SealedContact, sealContact, sealRecord } from '../prepare-people.ts';

/** The sealed record opened in memory. The caller shows it masked, or has a reveal for it. */
export async function readSealed(ctx: Context, elderId: string): Promise<Sealed | undefined> {
  const row = await ctx.db
    .selectFrom('elder_sealed')
    .select('sealed')
    .where('elder_id', '=', elderId)
    .executeTakeFirst();
  return row && (open(ctx.keys, { table: 'elder_sealed', elderId }, row.sealed) as Sealed);
}

export async function listSealed(ctx: Context, ids: readonly string[]): Promise<Map<string, Sealed>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('elder_sealed')
    .select(['elder_id', 'sealed'])
    .where('elder_id', 'in', ids)
    .execute();
  return new Map(
    rows.map(row => [
      row.elder_id,
      open(ctx.keys, { table: 'elder_sealed', elderId: row.elder_id }, row.sealed) as Sealed,
    ]),
  );
}

export async function updateSealed(ctx: Context, who: { elderId: string; name: string }, value: Sealed): Promise<void> {
  const index = indexesOf(ctx.keys, value);
  await ctx.db
    .updateTable('elder_sealed')
    .set({
      name: who.name,
      sealed: sealRecord(ctx.keys, who.elderId, value),
      identity_index: index.identity,
      identity_last4_index: index.identityLast4,
      phone_index: index.phone || null,
      phone_last4_index: index.phoneLast4 || null,
    })
    .where('elder_id', '=', who.elderId)
    .execute();
}

/** Takes an identity number for a person in the city's registry; false when somebody else holds it. */
export async function claimIdentity(ctx: Context, index: Buffer, who: { elderId: string; areaCode: string }) {
  const { rows } = await ctx.client.query<{ mine: boolean }>('select elders_claim_identity($1, $2, $3) as mine', [
    index,
    who.elderId,
    who.areaCode,
  ]);
  return rows[0]?.mine ?? false;
}

/** Who holds the number in the whole city: id only inside the caller's area, else the district. Audited by the function. */
export async function findIdentity(ctx: Context, indexes: readonly Buffer[], entryId: string) {
  const { rows } = await ctx.client.query<{ elder_id: string | null; district_code: string }>(
    'select * from elders_find_identity($1, $2, $3, $4)',
    [indexes, ctx.requestId, ctx.now, entryId],
  );
  const row = rows[0];
  return row && { elderId: row.elder_id, districtCode: row.district_code };
}

export type ContactRecord = {
  contactId: string;
  name: string;
  relation: string;
  phone: string;
  isEmergency: boolean;
  livesTogether: boolean;
  position: number;
};

export async function listContacts(ctx: Context, elderId: string): Promise<ContactRecord[]> {
  const rows = await ctx.db
    .selectFrom('elder_contacts')
    .selectAll()
    .where('elder_id', '=', elderId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map(row => ({
    contactId: row.contact_id,
    name: row.name,
    relation: row.relation,
    phone: (open(ctx.keys, { table: 'elder_contacts', elderId }, row.sealed) as SealedContact).phone,
    isEmergency: row.is_emergency,
    livesTogether: row.lives_together,
    position: row.position,
  }));
}

export async function updateContact(ctx: Context, elderId: string, contact: ContactRecord & { phoneIndex: Buffer }) {
  const { contactId, phone } = contact;
  await ctx.db
    .updateTable('elder_contacts')
    .set({
      name: contact.name,
      relation: contact.relation,
      sealed: sealContact(ctx.keys, elderId, { contactId, phone }),
      phone_index: contact.phoneIndex,
      phone_last4: phone.slice(-4),
      is_emergency: contact.isEmergency,
      lives_together: contact.livesTogether,
    })
    .where('elder_id', '=', elderId)
    .where('contact_id', '=', contactId)
    .execute();
}

export async function withdrawContact(ctx: Context, elderId: string, contactId: string): Promise<boolean> {
  const result = await ctx.db
    .updateTable('elder_contacts')
    .set({ removed_at: ctx.now })
    .where('elder_id', '=', elderId)
    .where('contact_id', '=', contactId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
