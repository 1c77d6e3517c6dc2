import type { SettingStatus } from '#contracts/benefits/setting-proposals.ts';
import type { Context } from '#platform/http/context.ts';

export type ProposalRow = {
  proposal_id: string;
  area_code: string;
  scheme: string;
  parameter: string;
  value: number;
  from_on: string;
  document_number: string;
  status: SettingStatus;
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  note: string | null;
};
type New = Pick<
  ProposalRow,
  'proposal_id' | 'area_code' | 'scheme' | 'parameter' | 'value' | 'from_on' | 'document_number'
>;

/** False where one of the same value waits already. */
export async function insertProposal(ctx: Context, row: New): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into benefit_setting_proposals (proposal_id, area_code, scheme, parameter, value, from_on, document_number, status,
       proposed_by, proposed_by_name, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, $9, $10)
     on conflict (area_code, scheme, parameter) where status = 'proposed' do nothing`,
    [
      ...[row.proposal_id, row.area_code, row.scheme, row.parameter, row.value, row.from_on, row.document_number],
      ...[ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1;
}

const FIELDS = `proposal_id, area_code, scheme, parameter, value::float8 as value, from_on, document_number, status, proposed_by,
  proposed_by_name, proposed_at, decided_by_name, decided_at, note`;

export async function findProposal(ctx: Context, id: string, lock = false): Promise<ProposalRow | undefined> {
  const { rows } = await ctx.client.query<ProposalRow>(
    `select ${FIELDS} from benefit_setting_proposals where proposal_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function setProposal(
  ctx: Context,
  id: string,
  to: { status: SettingStatus; note: string | null },
): Promise<void> {
  await ctx.client.query(
    `update benefit_setting_proposals set status = $2, note = $3, decided_by = $4, decided_by_name = $5, decided_at = $6
     where proposal_id = $1`,
    [id, to.status, to.note, ctx.actor.accountId, ctx.actor.name, ctx.now],
  );
}

type Asked = { status: string | null; after: { sort: string; id: string } | undefined; limit: number };
const SORT =
  "(case when status = 'proposed' then '1' else '0' end || to_char(proposed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'))";

/** Those that wait stand first, then the newest. */
export async function listProposals(ctx: Context, asked: Asked): Promise<(ProposalRow & { sort: string })[]> {
  const { rows } = await ctx.client.query<ProposalRow & { sort: string }>(
    `select ${FIELDS}, ${SORT} as sort from benefit_setting_proposals where ($1::text is null or status = $1)
       and ($2::text is null or (${SORT}, proposal_id) < ($2, $3::uuid)) order by sort desc, proposal_id desc limit $4`,
    [asked.status, asked.after?.sort ?? null, asked.after?.id ?? null, asked.limit],
  );
  return rows;
}

export async function countProposals(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from benefit_setting_proposals where ($1::text is null or status = $1)',
    [status],
  );
  return rows[0]?.n ?? 0;
}
