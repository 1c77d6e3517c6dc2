-- relief: the household goes on when its applicant has died or left: another of it receives, by a recognition of its own.

alter table relief_applications
  -- Of a recognition that ended by a death or a move: open = somebody is to be named, proposed = an application waits for
  -- the decision, done = another receives, none = nobody does.
  add column succession text check (succession in ('open', 'proposed', 'done', 'none')),
  -- The recognition that this one goes on.
  add column continues_id uuid;
create index relief_applications_continues on relief_applications (continues_id) where continues_id is not null;

-- As 0270, and for a household that goes on: its months stand with whoever has them, and are paid to one of them only.
create or replace view relief_v_grants_twice with (security_invoker = true) as
  select g.grant_id, h.from_month, h.to_month,
    '同月享受特困供养金（' || h.number || '），不同时享受低保；京民社救发〔2017〕24号 衔接' as because
  from relief_grants g join relief_grants h on h.elder_id = g.elder_id and h.scheme = 'destituteSupport'
  where g.scheme = 'minimumLiving'
  union all
  select g.grant_id, h.from_month, h.to_month, '同月已按先前的认定（' || h.number || '）发放，一人一项只发一份'
  from relief_grants g join relief_grants h on h.elder_id = g.elder_id and h.scheme = g.scheme and h.application_id < g.application_id
  union all
  select g.grant_id, h.from_month, h.to_month,
    '同月已作为' || h.elder_name || '家的成员享受低保（' || h.number || '），一人不在两户领；京民社救发〔2018〕445号 申请'
  from relief_grants g join relief_household_members m on m.elder_id = g.elder_id and m.application_id <> g.application_id
  join relief_grants h on h.application_id = m.application_id and h.scheme = 'minimumLiving'
  where g.scheme = 'minimumLiving' and h.application_id < g.application_id
    and not exists (select from relief_applications c where c.application_id = g.application_id and c.continues_id = h.application_id)
  union all
  -- The end was a mistake: what the other has received meanwhile is the household's.
  select g.grant_id, h.from_month, h.to_month, '同月已由' || h.elder_name || '接着领（' || h.number || '），一户只发一份'
  from relief_grants g join relief_applications c on c.continues_id = g.application_id and c.responsible
  join relief_grants h on h.application_id = c.application_id
  where h.to_month is null or h.to_month >= h.from_month
  union all
  -- The end was heard of late: a month that went to the former account is asked back first.
  select g.grant_id, p.month, p.month, '这个月已经发到' || h.elder_name || '的账户（' || h.number || '），立了追缴再补发，一户只发一份'
  from relief_grants g join relief_applications c on c.application_id = g.application_id and c.responsible
  join relief_applications h on h.application_id = c.continues_id and h.responsible
  join (select elder_id, scheme, month from payments_v_spent group by elder_id, scheme, month having sum(fen) > 0) p
    on p.elder_id = h.elder_id and p.scheme = g.scheme and p.month >= g.from_month;
select publish_view('relief_v_grants_twice');
