-- festivals: 节日慰问. A list for one occasion by a stated rule over the register, frozen by a second person; each visit with
-- who, when and who received; nobody twice for one occasion; what is left over is explained.

create table festival_lists (
  list_id uuid primary key,
  -- The street or district that makes it.
  area_code text collate "C" not null,
  occasion text not null check (occasion in ('spring', 'ninth', 'other')),
  name text not null,
  -- The festival's day: ages are of that day.
  on_day date not null,
  -- 2025-ninth; for another occasion its name.
  occasion_key text not null,
  -- {"minAge":100,"economicClasses":["低保"],"familyPlanningSpecial":true}: any of them.
  rule jsonb not null,
  basis text not null,
  amount_fen bigint check (amount_fen > 0),
  goods text,
  status text not null check (status in ('draft', 'visiting', 'closed', 'cancelled')),
  note text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamptz,
  constraint festival_lists_two_people check (checked_by <> made_by),
  check (amount_fen is not null or goods is not null),
  check (status not in ('visiting', 'closed') or checked_by is not null)
);
create index festival_lists_area on festival_lists (area_code, made_at desc, list_id desc);
select row_rules('festival_lists', '{"area":"area_code","assigned":"*"}');

create table festival_visits (
  visit_id uuid primary key,
  list_id uuid not null,
  occasion_key text not null,
  occasion_name text not null,
  elder_id uuid not null references elders,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_name text not null,
  place text,
  because text not null,
  amount_fen bigint,
  goods text,
  status text not null check (status in ('proposed', 'listed', 'removed', 'done', 'left')),
  -- Who goes: the person who visits this elder anyway.
  assignee_id uuid,
  done_on date,
  done_by_name text,
  receiver text,
  note text,
  paid_on date,
  listed_at timestamptz not null,
  check (status <> 'done' or (done_on is not null and receiver is not null)),
  check (status not in ('removed', 'left') or note is not null)
);
-- Nobody twice for one occasion, whoever makes the list.
create unique index festival_visits_once on festival_visits (occasion_key, elder_id) where status <> 'removed';
create index festival_visits_list on festival_visits (list_id, area_code, elder_name, visit_id);
create index festival_visits_elder on festival_visits (elder_id);
create index festival_visits_assignee on festival_visits (assignee_id) where status = 'listed';
select row_rules('festival_visits', '{"area":"area_code","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');

-- Who visits an elder anyway is asked to bring the greeting.
create or replace view visit_plans_v_facts with (security_invoker = true) as
  select plan_id, elder_id, area_code, group_code as "group", status, wish, frequency_days, next_due_on, last_visited_on, assignee_id
  from visit_plans;
