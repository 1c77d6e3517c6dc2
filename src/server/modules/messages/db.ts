import type { Channel, DeliveryStatus, Message } from '#contracts/messages.ts';
import type { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';

export type NewMessage = {
  messageId: string;
  toAccountId: string;
  at: string;
  template: string;
  title: string;
  text: string;
  path: string | null;
  urgent: boolean;
  about: { kind: string; id: string };
  elderId: string | null;
  areaCode: string | null;
};

export async function insertMessage(ctx: Context, m: NewMessage): Promise<void> {
  await ctx.client.query(
    `insert into messages (message_id, to_account_id, at, template, title, text, path, urgent, about_kind, about_id, elder_id, area_code)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[m.messageId, m.toAccountId, m.at, m.template, m.title, m.text, m.path, m.urgent],
      ...[m.about.kind, m.about.id, m.elderId, m.areaCode],
    ],
  );
}

export type NewDelivery = {
  messageId: string;
  channel: Channel;
  toAccountId: string;
  notBefore: string;
  urgent: boolean;
};

export async function insertDelivery(ctx: Context, d: NewDelivery): Promise<void> {
  await ctx.client.query(
    `insert into message_deliveries (message_id, channel, to_account_id, status, not_before, urgent)
     values ($1, $2, $3, 'waiting', $4, $5)`,
    [d.messageId, d.channel, d.toAccountId, d.notBefore, d.urgent],
  );
}

/** People who hold a post of this role in exactly this area today (and organisation, when named). */
export async function listHolders(
  ctx: Context,
  post: { role: Role; areaCode: string; organisationId?: string | undefined },
): Promise<string[]> {
  const { rows } = await ctx.client.query<{ account_id: string }>(
    `select distinct account_id from accounts_v_staff
     where role = $1 and area_code = $2 and from_on <= $3 and (to_on is null or to_on >= $3)
       and ($4::uuid is null or organisation_id = $4)`,
    [post.role, post.areaCode, ctx.today, post.organisationId ?? null],
  );
  return rows.map(row => row.account_id);
}

export type InboxPage = { before: { at: string; id: string } | null; unreadOnly: boolean; limit: number };

export async function listInbox(ctx: Context, page: InboxPage): Promise<Message[]> {
  const { rows } = await ctx.client.query<Message>(
    `select m.message_id as id, m.at, m.title, m.text, m.urgent, m.path, m.read_at as "readAt",
       coalesce((select json_agg(json_build_object('channel', d.channel, 'status', d.status, 'because', d.because,
           'notBefore', to_char(d.not_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.channel)
         from message_deliveries d where d.message_id = m.message_id and d.to_account_id = m.to_account_id), '[]') as deliveries
     from messages m
     where m.to_account_id = $1 and ($2::boolean = false or m.read_at is null)
       and ($3::timestamptz is null or (m.at, m.message_id) < ($3, $4::uuid))
     order by m.at desc, m.message_id desc limit $5`,
    [ctx.actor.accountId, page.unreadOnly, page.before?.at ?? null, page.before?.id ?? null, page.limit],
  );
  return rows;
}

/** Exact up to 10,000; nobody's inbox needs to count further. */
export async function countInbox(ctx: Context, unreadOnly: boolean): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from messages
       where to_account_id = $1 and ($2::boolean = false or read_at is null) limit 10000) as few`,
    [ctx.actor.accountId, unreadOnly],
  );
  return rows[0]?.n ?? 0;
}

/** The moment it was first read, or undefined when there is no such message for this person. */
export async function setRead(ctx: Context, id: string): Promise<string | undefined> {
  const mine = [id, ctx.actor.accountId];
  await ctx.client.query(
    'update messages set read_at = $3 where message_id = $1 and to_account_id = $2 and read_at is null',
    [...mine, ctx.now],
  );
  const { rows } = await ctx.client.query<{ read_at: string }>(
    'select read_at from messages where message_id = $1 and to_account_id = $2',
    mine,
  );
  return rows[0]?.read_at;
}

export async function setAllRead(ctx: Context): Promise<number> {
  const { rowCount } = await ctx.client.query(
    'update messages set read_at = $2 where to_account_id = $1 and read_at is null',
    [ctx.actor.accountId, ctx.now],
  );
  return rowCount ?? 0;
}

export async function findContact(ctx: Context): Promise<Buffer | undefined> {
  const { rows } = await ctx.client.query<{ sealed: Buffer }>(
    'select sealed from message_contacts where account_id = $1',
    [ctx.actor.accountId],
  );
  return rows[0]?.sealed;
}

export async function putContact(ctx: Context, sealed: Buffer): Promise<void> {
  await ctx.client.query(
    `insert into message_contacts (account_id, sealed) values ($1, $2)
     on conflict (account_id) do update set sealed = excluded.sealed`,
    [ctx.actor.accountId, sealed],
  );
}

export type DueDelivery = {
  messageId: string;
  channel: Channel;
  toAccountId: string;
  urgent: boolean;
  template: string;
  title: string;
  sealed: Buffer | null;
  sentAs: string | null;
  lastSentAt: string | null;
};

/** Deliveries whose time has come, and those whose sender died more than ten minutes ago; locked, urgent ones first. */
export async function takeDue(ctx: Context, limit: number): Promise<DueDelivery[]> {
  const { rows } = await ctx.client.query<DueDelivery>(
    `select d.message_id as "messageId", d.channel, d.to_account_id as "toAccountId", d.urgent, m.template, m.title,
       c.sealed, d.sent_as as "sentAs",
       (select max(e.sent_at) from message_deliveries e
        where e.to_account_id = d.to_account_id and e.channel = d.channel and e.status = 'sent') as "lastSentAt"
     from message_deliveries d join messages m on m.message_id = d.message_id
     left join message_contacts c on c.account_id = d.to_account_id
     where (d.status = 'waiting' and d.not_before <= $1) or (d.status = 'sending' and d.claimed_at < now() - interval '10 minutes')
     order by d.urgent desc, d.not_before, d.message_id limit $2 for update of d skip locked`,
    [ctx.now, limit],
  );
  return rows;
}

export type DeliveryChange = {
  status: DeliveryStatus;
  sentAs?: string;
  notBefore?: string;
  reference?: string;
  because?: string;
};

export async function changeDeliveries(
  ctx: Context,
  which: readonly { messageId: string; channel: Channel }[],
  change: DeliveryChange,
): Promise<void> {
  await ctx.client.query(
    `update message_deliveries d set status = $3, because = $4, reference = $5, sent_as = coalesce($6, d.sent_as),
       not_before = coalesce($7, d.not_before),
       claimed_at = case when $3 = 'sending' then now() end, sent_at = case when $3 = 'sent' then $8::timestamptz end
     from unnest($1::uuid[], $2::text[]) as w (message_id, channel)
     where d.message_id = w.message_id and d.channel = w.channel`,
    [
      ...[which.map(w => w.messageId), which.map(w => w.channel), change.status, change.because ?? null],
      ...[change.reference ?? null, change.sentAs ?? null, change.notBefore ?? null, ctx.now],
    ],
  );
}

/** Reaction to elder.moved: rows of the person answer to the new area; where something happened stays. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['messages'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}

/** The accounts by which the elder reads their own pages; none for most. */
export async function listElderAccounts(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ account_id: string }>(
    'select account_id from messages_elder_accounts($1, $2)',
    [elderId, ctx.today],
  );
  return rows.map(row => row.account_id);
}
