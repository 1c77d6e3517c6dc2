-- visits: who is to be visited, how often and why (巡视探访), and each visit made.

create table visit_plans (
  plan_id uuid primary key,
  elder_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  status text not null check (status in ('active', 'excluded', 'paused', 'ended')),
  -- Leading group (the one that sets the frequency) and all that apply, each with its reason.
  group_code text not null,
  reasons jsonb not null,
  wish boolean not null,
  frequency_days integer not null check (frequency_days > 0),
  next_due_on date,
  due_because text,
  last_visited_on date,
  unanswered integer not null default 0,
  assignee_id uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index visit_plans_elder on visit_plans (elder_id);
create index visit_plans_due on visit_plans (area_code, next_due_on) where status = 'active';
create index visit_plans_organisation on visit_plans (organisation_id, next_due_on) where organisation_id is not null;
create index visit_plans_assignee on visit_plans (assignee_id, next_due_on) where assignee_id is not null;
select row_rules('visit_plans', '{"area":"area_code","organisation":"organisation_id","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');

create table visits (
  visit_id uuid primary key,
  elder_id uuid not null,
  plan_id uuid,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  organisation_id uuid,
  assignee_id uuid,
  visited_at timestamptz not null,
  visited_on date not null,
  method text not null check (method in ('home', 'phone')),
  result text not null check (result in ('ok', 'no-answer', 'problem')),
  items jsonb not null,
  found_needs jsonb not null,
  note text,
  by_name text not null,
  by_account uuid,
  recorded_at timestamptz not null
);
create index visits_elder on visits (elder_id, visited_at desc);
create index visits_area on visits (area_code, visited_on desc);
select row_rules('visits', '{"area":"area_code","organisation":"organisation_id","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');

create view visits_v_facts with (security_invoker = true) as
  select visit_id, elder_id, area_code, happened_area, visited_on, method, result, found_needs from visits;
select publish_view('visits_v_facts');

create view visit_plans_v_facts with (security_invoker = true) as
  select plan_id, elder_id, area_code, group_code as "group", status, wish, frequency_days, next_due_on, last_visited_on from visit_plans;
select publish_view('visit_plans_v_facts');
