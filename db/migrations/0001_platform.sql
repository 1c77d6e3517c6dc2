-- Platform: row-rule helper, sites, idempotency, audit, outbox, lifecycle steps, due items. No domain words.

create table sites (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demo', 'production')),
  site_id uuid not null,
  made_at timestamptz not null default now()
);
comment on table sites is 'demo or production: decided when the database is made and never changed (no update is granted)';

create table site_clock (
  only_row boolean primary key default true check (only_row),
  business_date date not null,
  moved_at timestamptz not null default now(),
  moved_by uuid
);

-- One policy per app role and table. `rules` maps a way of access to the column it compares; "*" = every row.
-- Only leakproof comparisons (=, <, >=) of own columns with settings; a way that is missing sees nothing.
create function row_rules(target text, rules jsonb) returns void language plpgsql as $$
declare
  way text;
  columns_named text;
  condition text;
  read_only jsonb := coalesce(rules -> 'readOnly', '[]'::jsonb);
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system', 'batch', 'backup', 'lookup'] loop
    columns_named := rules ->> way;
    condition := case
      when way in ('backup', 'lookup') then 'true'
      when way = 'batch' and rules ? 'area' and rules ->> 'area' <> '*' then format(
        '%1$I >= current_setting(''yinian.area_from'', true) and %1$I < current_setting(''yinian.area_to'', true)', rules ->> 'area')
      when way = 'batch' then 'true'
      when columns_named is null then 'false'
      when columns_named = '*' then 'true'
      when way = 'area' then format(
        '%1$I >= current_setting(''yinian.area_from'', true) and %1$I < current_setting(''yinian.area_to'', true)', columns_named)
      when way = 'organisation' then format('%I = nullif(current_setting(''yinian.organisation_id'', true), '''')::uuid', columns_named)
      when way = 'assigned' then format('%I = nullif(current_setting(''yinian.account_id'', true), '''')::uuid', columns_named)
      when way = 'family' then format('%I = nullif(current_setting(''yinian.elder_id'', true), '''')::uuid', columns_named)
      when way in ('public', 'system') then format('%I = true', columns_named)
    end;
    execute format('create policy %I on %I for all to %I using (%s) with check (%s)',
      target || '_' || way, target, 'yinian_' || way, condition, condition);
    if way in ('backup', 'lookup') or read_only ? way or (columns_named = '*' and way <> 'batch') then
      execute format('grant select on %I to %I', target, 'yinian_' || way);
    elsif way = 'batch' then
      execute format('grant select, insert, update, delete on %I to yinian_batch', target);
    elsif columns_named is not null then
      execute format('grant select, insert, update on %I to %I', target, 'yinian_' || way);
    end if;
  end loop;
end $$;

create function publish_view(target text) returns void language plpgsql as $$
declare way text;
begin
  foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system', 'batch', 'backup', 'lookup'] loop
    execute format('grant select on %I to %I', target, 'yinian_' || way);
  end loop;
end $$;

select row_rules('sites', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');
select row_rules('site_clock', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');
grant update on site_clock to yinian_system;

create table idempotency_keys (
  account_id uuid not null,
  key uuid not null,
  body_hash text not null,
  status integer,
  response jsonb,
  made_at timestamptz not null default now(),
  primary key (account_id, key)
);
-- Every signed-in way writes its own keys and reads only its own.
do $$
declare way text;
begin
  alter table idempotency_keys enable row level security;
  alter table idempotency_keys force row level security;
  foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system'] loop
    execute format('create policy %I on idempotency_keys for all to %I using (account_id = nullif(current_setting(''yinian.account_id'', true), '''')::uuid)',
      'idempotency_keys_' || way, 'yinian_' || way);
    execute format('grant select, insert, update on idempotency_keys to %I', 'yinian_' || way);
  end loop;
  create policy idempotency_keys_batch on idempotency_keys for all to yinian_batch using (true);
  grant select, delete on idempotency_keys to yinian_batch;
  create policy idempotency_keys_backup on idempotency_keys for select to yinian_backup using (true);
  create policy idempotency_keys_lookup on idempotency_keys for select to yinian_lookup using (false);
  grant select on idempotency_keys to yinian_backup;
end $$;

create table audit_entries (
  entry_id uuid primary key,
  at timestamptz not null default now(),
  kind text not null check (kind in ('read', 'write', 'refused', 'session')),
  action text not null,
  request_id text not null,
  account_id uuid,
  post_id uuid,
  actor_name text,
  role text,
  way text,
  subject_kind text,
  subject_id text,
  elder_id uuid,
  area_code text collate "C",
  note text,
  before jsonb,
  after jsonb
);
create index audit_entries_elder on audit_entries (elder_id, at desc) where elder_id is not null;
create index audit_entries_area on audit_entries (area_code, at desc);
create index audit_entries_account on audit_entries (account_id, at desc);

create table outbox (
  outbox_id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null check (kind in ('event', 'job')),
  name text not null,
  payload jsonb not null,
  dispatched_at timestamptz
);
create index outbox_waiting on outbox (outbox_id) where dispatched_at is null;

-- Append-only for every app role: insert is granted, update and delete are not.
do $$
declare way text; target text;
begin
  foreach target in array array['audit_entries', 'outbox'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system', 'batch'] loop
      execute format('create policy %I on %I for insert to %I with check (true)', target || '_add_' || way, target, 'yinian_' || way);
      execute format('grant insert on %I to %I', target, 'yinian_' || way);
    end loop;
    execute format('create policy %I on %I for select to yinian_backup using (true)', target || '_backup', target);
    execute format('grant select on %I to yinian_backup', target);
  end loop;
  create policy audit_entries_area on audit_entries for select to yinian_area using
    (area_code >= current_setting('yinian.area_from', true) and area_code < current_setting('yinian.area_to', true));
  create policy audit_entries_family on audit_entries for select to yinian_family using
    (elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid);
  create policy audit_entries_batch on audit_entries for select to yinian_batch using (true);
  grant select on audit_entries to yinian_area, yinian_family, yinian_batch;
  create policy outbox_take on outbox for select to yinian_batch using (true);
  create policy outbox_mark on outbox for update to yinian_batch using (true);
  grant select, update, delete on outbox to yinian_batch;
  grant usage on sequence outbox_outbox_id_seq to yinian_area, yinian_organisation, yinian_assigned, yinian_family, yinian_public, yinian_system, yinian_batch;
end $$;

create table lifecycle_steps (
  step_id uuid primary key,
  at timestamptz not null default now(),
  subject_kind text not null,
  subject_id uuid not null,
  elder_id uuid,
  area_code text collate "C",
  organisation_id uuid,
  assignee_id uuid,
  action text not null,
  label text not null,
  from_status text,
  to_status text not null,
  actor_name text not null,
  account_id uuid,
  role text not null,
  note text
);
create index lifecycle_steps_subject on lifecycle_steps (subject_id, at);
create index lifecycle_steps_elder on lifecycle_steps (elder_id, at) where elder_id is not null;
select row_rules('lifecycle_steps', '{"area":"area_code","organisation":"organisation_id","assigned":"assignee_id","family":"elder_id"}');

-- 今天要办: one open row per record and duty; deadlines in working days, 暂定 while a year has no holiday table.
create table due_items (
  due_id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  elder_id uuid,
  area_code text collate "C",
  organisation_id uuid,
  assignee_id uuid,
  for_role text not null,
  kind_label text not null,
  title text not null,
  reason text not null,
  action_label text not null,
  path text not null,
  opened_at timestamptz not null default now(),
  from_date date not null,
  within_working_days integer,
  due_on date,
  due_at timestamptz,
  provisional boolean not null default false,
  escalated_at timestamptz,
  closed_at timestamptz
);
create unique index due_items_open on due_items (subject_id, for_role, action_label) where closed_at is null;
create index due_items_area on due_items (area_code, due_on) where closed_at is null;
create index due_items_organisation on due_items (organisation_id, due_on) where closed_at is null;
create index due_items_assignee on due_items (assignee_id, due_on) where closed_at is null;
create index due_items_elder on due_items (elder_id) where closed_at is null;
select row_rules('due_items', '{"area":"area_code","organisation":"organisation_id","assigned":"assignee_id","family":"elder_id"}');

-- A step settles every duty of its record, whoever owes it; the function closes and answers nothing.
create policy due_items_close on due_items for update to yinian_lookup using (true);
grant update (closed_at) on due_items to yinian_lookup;
create function close_duties(subject uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  update due_items set closed_at = at where subject_id = subject and closed_at is null;
end $$;
alter function close_duties(uuid, timestamptz) owner to yinian_lookup;
revoke all on function close_duties(uuid, timestamptz) from public;
grant execute on function close_duties(uuid, timestamptz) to yinian_area, yinian_organisation, yinian_assigned, yinian_family, yinian_batch;
