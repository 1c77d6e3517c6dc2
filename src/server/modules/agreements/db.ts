import type { AgreementStatus, AgreementSubject } from '#contracts/agreements.ts';
import type { Context } from '#platform/http/context.ts';

export type AgreementRow = {
  agreement_id: string;
  area_code: string;
  title: string;
  subject: AgreementSubject;
  signed_on: string;
  ends_on: string | null;
  meeting: string | null;
  meeting_number: number | null;
  summary: string | null;
  status: AgreementStatus;
  ended_on: string | null;
  note: string | null;
  made_by_name: string;
  parties: { name: string; region: string }[];
};

const AGREEMENTS = `select a.*, (select json_agg(json_build_object('name', p.name, 'region', p.region) order by p.position)
  from agreement_parties p where p.agreement_id = a.agreement_id) as parties from agreements a`;
const MATCHES = '($1::text is null or a.subject = $1) and ($2::text is null or a.status = $2)';

type Filter = { subject: string | null; status: string | null };
type Paged = { after: { sort: string; id: string } | undefined; limit: number };
export async function listAgreements(ctx: Context, of: Filter & Paged): Promise<AgreementRow[]> {
  const { rows } = await ctx.client.query<AgreementRow>(
    `${AGREEMENTS} where ${MATCHES} and ($3::date is null or (a.signed_on, a.agreement_id) < ($3, $4::uuid))
     order by a.signed_on desc, a.agreement_id desc limit $5`,
    [of.subject, of.status, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countAgreements(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from agreements a where ${MATCHES}`,
    [of.subject, of.status],
  );
  return rows[0]?.n ?? 0;
}

export async function findAgreement(ctx: Context, id: string, lock = false): Promise<AgreementRow | undefined> {
  if (lock) await ctx.client.query('select from agreements where agreement_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<AgreementRow>(`${AGREEMENTS} where a.agreement_id = $1`, [id]);
  return rows[0];
}

type New = Omit<AgreementRow, 'status' | 'ended_on' | 'note' | 'made_by_name'>;
export async function insertAgreement(ctx: Context, row: New): Promise<void> {
  await ctx.client.query(
    `insert into agreements (agreement_id, area_code, title, subject, signed_on, ends_on, meeting, meeting_number, summary, status,
       made_by_name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'in-force', $10, $11)`,
    [
      ...[row.agreement_id, row.area_code, row.title, row.subject, row.signed_on, row.ends_on, row.meeting],
      ...[row.meeting_number, row.summary, ctx.actor.name, ctx.now],
    ],
  );
  await ctx.client.query(
    `insert into agreement_parties (agreement_id, position, area_code, name, region)
     select $1, p.position, $2, p.name, p.region from unnest($3::text[], $4::text[]) with ordinality p(name, region, position)`,
    [row.agreement_id, row.area_code, row.parties.map(p => p.name), row.parties.map(p => p.region)],
  );
}

export type Change = Pick<AgreementRow, 'status' | 'ends_on' | 'ended_on' | 'note'>;
export async function setAgreement(ctx: Context, id: string, to: Change): Promise<void> {
  await ctx.client.query(
    'update agreements set status = $2, ends_on = $3, ended_on = $4, note = $5 where agreement_id = $1',
    [id, to.status, to.ends_on, to.ended_on, to.note],
  );
}

/** In force and ending on or before a day. */
export async function listEnding(ctx: Context, upTo: string): Promise<AgreementRow[]> {
  const { rows } = await ctx.client.query<AgreementRow>(
    `${AGREEMENTS} where a.status = 'in-force' and a.ends_on <= $1 order by a.ends_on`,
    [upTo],
  );
  return rows;
}
