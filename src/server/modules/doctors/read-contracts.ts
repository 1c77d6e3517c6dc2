import type { listDoctorContracts, readElderDoctor } from '#contracts/doctors.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { withheldFor } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import { showContact, showContract } from './answer.ts';
import * as db from './db.ts';

type Query = Omit<db.Wishes, 'after'> & { cursor?: string | undefined };

export async function listContracts(ctx: Context, query: Query): Promise<OutputOf<typeof listDoctorContracts>> {
  const [due, id] = query.cursor?.split('~') ?? [];
  const rows = await db.listContracts(ctx, { ...query, after: due && id ? { due, id } : null });
  ctx.saw(...rows.map(row => row.elder_id));
  const ids = rows.map(row => row.elder_id);
  const withheld = await withheldFor(ctx, ids, 'health-doctor');
  const last = rows.at(-1);
  return {
    rows: rows.map(row => showContract(ctx, row, withheld.get(row.elder_id))),
    nextCursor:
      last && rows.length === query.limit ? `${last.next_contact_on ?? 'infinity'}~${last.contract_id}` : null,
    total: await db.countContracts(ctx, query.view),
    totalIsApproximate: false,
  };
}

/** Nothing for somebody out of reach: the row rules leave no contract and no contact. */
export async function readElder(ctx: Context, elderId: string): Promise<OutputOf<typeof readElderDoctor>> {
  const hidden = ctx.actor.role === 'doctor' ? await withheldFor(ctx, [elderId], 'health-doctor') : undefined;
  const contract = await db.findContract(ctx, elderId);
  const contacts = await db.listContactsOf(ctx, elderId);
  if (contract || contacts.length > 0) ctx.saw(elderId);
  return {
    contract: contract ? showContract(ctx, contract, hidden?.get(elderId)) : null,
    contacts: contacts.map(showContact),
  };
}

export async function listDoctors(ctx: Context, elderId: string) {
  const found = await db.findPerson(ctx, elderId);
  if (!found) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  const rows = await db.listDoctorsOf(ctx, found.areaCode);
  return { rows: rows.map(({ account_id, name, organisation }) => ({ accountId: account_id, name, organisation })) };
}
