-- household-files: 一户一策一档. A household of people in hardship has somebody responsible and at least one measure.

create view elders_v_households with (security_invoker = true) as
  select elder_id, household_id, area_code from household_members;
select publish_view('elders_v_households');
grant select on household_members to yinian_organisation, yinian_assigned;

create table household_files (
  household_id uuid primary key,
  area_code text collate "C" not null,
  responsible_name text not null,
  responsible_unit text not null,
  set_by text not null,
  set_at timestamptz not null
);
select row_rules('household_files', '{"area":"area_code"}');

-- What is done for one person of the household; it goes along when the person moves to another door.
create table household_measures (
  elder_id uuid not null references elders,
  measure_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  kind text not null check (kind in ('money', 'care', 'home', 'health', 'contact', 'other')),
  what text not null,
  status text not null check (status in ('planned', 'doing', 'done', 'stopped')),
  due_on date not null,
  note text,
  made_by text not null,
  made_at timestamptz not null,
  stepped_by text,
  stepped_at timestamptz,
  primary key (elder_id, measure_id),
  check (status <> 'stopped' or note is not null)
);
create unique index household_measures_id on household_measures (measure_id);
select row_rules('household_measures', '{"area":"area_code"}');
