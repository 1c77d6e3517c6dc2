import type { PaidScheme } from '#contracts/payments/payables.ts';
import type { FindingRule } from '#contracts/payments/recovery-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { LEFT } from './lines.ts';
import type { FindingRecord } from './recoveries.ts';

/** Paid lines that no finding names yet and no recovery took back; `$1` = one person, or null for everybody. */
const PAID = `select l.* from payment_lines l where l.kind in ('regular', 'back-pay') and l.status in ('sent', 'paid') and ($1::uuid is null or l.elder_id = $1)
  and not exists (select from payment_findings f where f.elder_id = l.elder_id
    and f.months @> jsonb_build_array(jsonb_build_object('lineId', l.line_id)))`;

/** A day's month as text, to be compared with a line's. */
const MONTH = (day: string) => `to_char(${day}, 'YYYY-MM')`;
const CHINESE = (day: string) => `to_char(${day}, 'YYYY"年"FMMM"月"FMDD"日"')`;

/**
 * Each rule is one query that names paid lines and says why they are doubted. Dated facts only: a doubt must be checkable.
 * 160号七（二）: death and leaving the 户籍 stop payment from the following month.
 */
const RULES: Record<Exclude<FindingRule, 'not-entitled'>, string> = {
  'dead-yet-paid': `select p.*, '老人于' || ${CHINESE('e.died_on')} || '去世，次月起不应再发' as says
    from (${PAID}) p join elders_v_brief e on e.elder_id = p.elder_id where p.month > ${MONTH('e.died_on')}`,
  'moved-yet-paid': `select p.*, '户籍于' || ${CHINESE('e.hukou_left_on')} || '迁出本市，次月起不应再发' as says
    from (${PAID}) p join elders_v_brief e on e.elder_id = p.elder_id where p.month > ${MONTH('e.hukou_left_on')}`,
  'institution-and-home': `select p.*, '登记了困境家庭服务对象入住社会福利机构补贴（' || ${CHINESE("(f.updated_at at time zone 'Asia/Shanghai')::date")} || '），不能再领护理补贴（160号三5）' as says
    from (${PAID}) p join benefits_v_facts f on f.elder_id = p.elder_id
    where p.scheme = 'care' and f.other_benefits @> '[{"code":"institution-placement-subsidy"}]'
      and p.month > ${MONTH("(f.updated_at at time zone 'Asia/Shanghai')::date")}`,
  // Two files of what is by name, day of birth and account the same person, paid for the same month by two districts.
  'two-districts': `select p.*, '同一姓名、出生日期和收款账户的另一份档案，同月由另一个区也在发' as says
    from (${PAID}) p join elders_v_brief e on e.elder_id = p.elder_id join payment_accounts a on a.elder_id = p.elder_id
    where exists (select from payment_accounts b join elders_v_brief o on o.elder_id = b.elder_id
      join payment_lines q on q.elder_id = o.elder_id and q.scheme = p.scheme and q.month = p.month and q.kind <> 'offset' and q.status in ('sent', 'paid')
      where b.account_index = a.account_index and b.elder_id <> p.elder_id and o.name = e.name and o.born_on = e.born_on
        and q.payer_code <> p.payer_code and (q.made_at, q.line_id) < (p.made_at, p.line_id))`,
  // Two files of one person were merged; both had been paid for the month. The line of the file that went is the second one.
  'two-files': `select p.*, '重复的档案已合并，两份档案同月各发了一笔' as says from (${PAID}) p where p.merged_from is not null
    and exists (select from payment_lines q where q.elder_id = p.elder_id and q.scheme = p.scheme and q.month = p.month
      and q.merged_from is null and q.kind <> 'offset' and q.status in ('sent', 'paid'))`,
  // Paid ahead (每月底前发下月的), or a re-check said from which month it was wrong.
  'recognition-ended': `select p.*, coalesce((select '认定已终止：' || g.ended_why from relief_v_grants g where g.elder_id = p.elder_id
      and g.scheme = p.scheme and g.ended_why is not null order by g.to_month desc limit 1), '没有这个月的认定') || '，不应再发' as says
    from (${PAID}) p where p.scheme in ('minimumLiving', 'destituteSupport') and not exists (select from relief_v_grants g
      where g.elder_id = p.elder_id and g.scheme = p.scheme and g.from_month <= p.month and (g.to_month is null or g.to_month >= p.month))`,
  // Nobody died: the money for the funeral went to the family by mistake. Only what arrived; the rest is withdrawn.
  'death-corrected': `select l.*, '去世登记已更正，丧葬补贴应交回' as says from payment_lines l join elders_v_brief e on e.elder_id = l.elder_id
    where l.kind = 'one-off' and l.scheme = 'funeral' and l.status = 'paid' and e.status <> 'deceased'
      and ($1::uuid is null or l.elder_id = $1) and ${LEFT} = l.amount_fen`,
};

export type NewFinding = {
  finding_id: string;
  elder_id: string;
  elder_name: string;
  area_code: string;
  payer_code: string;
  sentence: string;
  scheme: PaidScheme;
};

/** Runs one rule and keeps what is new, one finding a person and scheme (batch over the city). */
export async function insertFindings(
  ctx: Context,
  rule: keyof typeof RULES,
  elderId: string | null,
): Promise<NewFinding[]> {
  const { rows } = await ctx.client.query<NewFinding>(
    `insert into payment_findings (elder_id, other_payee_id, finding_id, area_code, payer_code, elder_name, rule, scheme, months, amount_fen,
       sentence, first_month, status, found_at)
     select elder_id, other_payee_id, gen_random_uuid(), min(area_code), payer_code, min(elder_name), $2, scheme,
       jsonb_agg(jsonb_build_object('month', month, 'lineId', line_id, 'fen', amount_fen) order by month, line_id),
       sum(amount_fen), min(says), min(month), 'found', $3
     from (${RULES[rule]}) x group by elder_id, other_payee_id, scheme, payer_code
     on conflict (elder_id, rule, scheme, first_month) where rule <> 'not-entitled' do nothing
     returning finding_id, elder_id, elder_name, area_code, payer_code, sentence, scheme`,
    [elderId, rule, ctx.now],
  );
  return rows;
}

export const FOUND_BY_RULE = Object.keys(RULES) as (keyof typeof RULES)[];

type Filter = { status: string | null; rule: string | null };
const WHERE = '($1::text is null or status = $1) and ($2::text is null or rule = $2)';

export async function listFindings(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<FindingRecord[]> {
  const { rows } = await ctx.client.query<FindingRecord>(
    `select * from payment_findings where ${WHERE} and ($3::timestamptz is null or (found_at, finding_id) < ($3, $4::uuid))
     order by found_at desc, finding_id desc limit $5`,
    [filter.status, filter.rule, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function countFindings(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from payment_findings where ${WHERE}`,
    [filter.status, filter.rule],
  );
  return rows[0]?.n ?? 0;
}

/** With who was paid: the elder, or the family member named on the decision. */
export async function findFinding(
  ctx: Context,
  id: string,
): Promise<(FindingRecord & { payee_name: string }) | undefined> {
  const { rows } = await ctx.client.query<FindingRecord & { payee_name: string }>(
    `select f.*, coalesce((select p.payee_name from payment_lines l join payment_payables p on p.payable_id = l.payable_id
       where l.line_id = (f.months->0->>'lineId')::uuid), f.elder_name) as payee_name
     from payment_findings f where f.finding_id = $1 for update of f`,
    [id],
  );
  return rows[0];
}

export async function setFinding(
  ctx: Context,
  id: string,
  set: { status: string; note: string; recoveryId: string | null },
): Promise<void> {
  await ctx.client.query(
    `update payment_findings set status = $2, note = $3, recovery_id = $4, decided_by = $5, decided_by_account = $6, decided_at = $7
     where finding_id = $1`,
    [id, set.status, set.note, set.recoveryId, ctx.actor.name, ctx.actor.accountId, ctx.now],
  );
}

/** A finding a person wrote: confirmed as it is made. */
export async function insertConfirmed(
  ctx: Context,
  row: Omit<FindingRecord, 'found_at' | 'decided_by'>,
): Promise<void> {
  await ctx.client.query(
    `insert into payment_findings (elder_id, finding_id, area_code, payer_code, elder_name, rule, scheme, months, amount_fen, sentence,
       first_month, status, note, found_at, decided_by, decided_by_account, decided_at, recovery_id, other_payee_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'confirmed', $12, $13, $14, $15, $13, $16, $17)`,
    [
      ...[row.elder_id, row.finding_id, row.area_code, row.payer_code, row.elder_name, row.rule, row.scheme],
      ...[JSON.stringify(row.months), row.amount_fen, row.sentence, row.months[0]?.month ?? '', row.note, ctx.now],
      ...[ctx.actor.name, ctx.actor.accountId, row.recovery_id, row.other_payee_id],
    ],
  );
}

/** Open doubts of one person by these rules, taken away: the fact they rest on was recorded by mistake. */
export async function removeOpen(
  ctx: Context,
  elderId: string,
  rules: readonly FindingRule[],
): Promise<FindingRecord[]> {
  const { rows } = await ctx.client.query<FindingRecord>(
    "delete from payment_findings where elder_id = $1 and rule = any($2::text[]) and status = 'found' returning *",
    [elderId, rules],
  );
  return rows;
}
