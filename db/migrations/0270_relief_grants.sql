-- relief: the money of 低保 and 特困 by month, the elders of a household, and what the person may see of an application.

-- What a recognition pays from one month on; a change ends the row and begins another. Paid by the monthly cycle like an allowance.
create table relief_grants (
  -- The applicant, whose account it goes to; the amount is the household's.
  elder_id uuid not null references elders,
  grant_id uuid not null,
  application_id uuid not null,
  -- Of the office that recognised.
  area_code text collate "C" not null,
  number text not null,
  elder_name text not null,
  scheme text not null check (scheme in ('minimumLiving', 'destituteSupport')),
  from_month text not null check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- The last month it is owed for; before from_month = none. Null = until something ends it.
  to_month text check (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen > 0),
  cause text not null check (cause in ('granted', 'rechecked')),
  -- The day whose law it was last worked out by: a later law asks for a re-check.
  rated_on date not null,
  -- By which documents and clauses; no sum of the household's means stands here.
  why text not null,
  ended_why text,
  made_by text not null,
  made_at timestamptz not null,
  primary key (elder_id, grant_id),
  check ((to_month is null) = (ended_why is null))
);
create unique index relief_grants_id on relief_grants (grant_id);
create unique index relief_grants_open on relief_grants (application_id) where to_month is null;
create index relief_grants_application on relief_grants (application_id, from_month);
create index relief_grants_area on relief_grants (area_code, made_at desc, grant_id);
select row_rules('relief_grants', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- Elders of the register who live in a recognised household beside the applicant, as decided; a row at each of both streets.
create table relief_household_members (
  elder_id uuid not null references elders,
  application_id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  relation text not null,
  correction_id uuid,
  fact text check (fact in ('proposed', 'applied', 'refused')),
  primary key (elder_id, application_id, area_code)
);
create index relief_household_members_application on relief_household_members (application_id);
create index relief_household_members_correction on relief_household_members (correction_id) where correction_id is not null;
select row_rules('relief_household_members', '{"area":"area_code"}');

create view relief_v_grants with (security_invoker = true) as
  select g.grant_id, g.application_id, g.number, g.elder_id, g.elder_name, g.area_code, g.scheme, g.from_month, g.to_month, g.amount_fen, g.why, g.ended_why
  from relief_grants g;
select publish_view('relief_v_grants');

-- Months of a grant in which the same person has the money already: by 特困, by an earlier recognition (two files that were
-- merged), or as a member of a household that applied before.
create view relief_v_grants_twice with (security_invoker = true) as
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
  where g.scheme = 'minimumLiving' and h.application_id < g.application_id;
select publish_view('relief_v_grants_twice');

-- A re-check can ask both kinds of money back: 困难补贴 and 低保金 or 特困供养金.
alter table relief_rechecks add column grant_recovery_id uuid;

-- The person and who may see their money see how an application goes; what was found at home and the means are not of it.
alter policy relief_applications_family on relief_applications
  using (elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid) with check (false);
grant select (elder_id, application_id, area_code, number, responsible, responsible_area, applied_area, elder_name, kind, reason,
  amount_fen, status, applied_at, notice, decided_on, outcome, review_on) on relief_applications to yinian_family;
