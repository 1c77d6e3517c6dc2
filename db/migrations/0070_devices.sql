-- devices: smart meters and the like, their readings (a time series), and what is usual for each of them.

create table devices (
  device_id uuid primary key,
  kind text not null check (kind in ('water-meter')),
  serial text not null,
  status text not null check (status in ('stock', 'installed', 'online', 'offline', 'removed')),
  elder_id uuid,
  area_code text collate "C" not null,
  -- The organisation that answers for the device in the field (installs, repairs).
  keeper_id uuid,
  installed_on date,
  -- Seconds covered by one reading; a missing slot is unknown, never "no use".
  slot_seconds integer not null default 900 check (slot_seconds between 60 and 86400),
  -- Event time of the newest reading, and business time at which anything was last heard.
  last_reading_at timestamptz,
  last_heard_at timestamptz
);
create unique index devices_one_water_meter on devices (elder_id, kind) where elder_id is not null and status <> 'removed';
create index devices_area on devices (area_code, status);
create index devices_keeper on devices (keeper_id) where keeper_id is not null;
select row_rules('devices', '{"area":"area_code","organisation":"keeper_id","family":"elder_id","readOnly":["family"]}');

-- Registry: a serial is bound once in the whole city; the secret is kept only as HMAC-SM3 under its own salt.
create table device_bindings (
  serial text primary key,
  device_id uuid not null,
  secret_salt bytea not null,
  secret_hash bytea not null,
  bound_at timestamptz not null,
  revoked_at timestamptz
);
select row_rules('device_bindings', '{}');

-- Primary key (device_id, at): a repeated reading is the same row. Readable by batch and, for looking into a case, by area.
create table readings (
  device_id uuid not null,
  at timestamptz not null,
  litres real not null,
  area_code text collate "C" not null,
  received_at timestamptz not null,
  primary key (device_id, at)
) partition by range (at);
create table readings_before_2025 partition of readings for values from (minvalue) to ('2025-01-01');
create table readings_2025_h1 partition of readings for values from ('2025-01-01') to ('2025-07-01');
create table readings_2025_h2 partition of readings for values from ('2025-07-01') to ('2026-01-01');
create table readings_2026_h1 partition of readings for values from ('2026-01-01') to ('2026-07-01');
create table readings_2026_h2 partition of readings for values from ('2026-07-01') to ('2027-01-01');
create table readings_2027_h1 partition of readings for values from ('2027-01-01') to ('2027-07-01');
create table readings_2027_h2 partition of readings for values from ('2027-07-01') to ('2028-01-01');
create table readings_later partition of readings default;
select row_rules('readings', '{"area":"area_code","readOnly":["area"]}');
-- Partitions are reached through their parent only: rules forced and nobody granted.
do $$
declare part text;
begin
  for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'readings'::regclass loop
    execute format('alter table %I enable row level security', part);
    execute format('alter table %I force row level security', part);
  end loop;
end $$;

-- What a device sent that could not be taken, by day and reason: the keeper sees a broken clock or firmware here.
create table device_rejections (
  device_id uuid not null,
  on_date date not null,
  reason text not null,
  area_code text collate "C" not null,
  keeper_id uuid,
  rejected integer not null check (rejected > 0),
  last_at timestamptz not null,
  primary key (device_id, on_date, reason)
);
select row_rules('device_rejections', '{"area":"area_code","organisation":"keeper_id","readOnly":["area","organisation"]}');

-- Upkeep: a device nobody hears is a job for the keeper, never an alarm about a person. Many at once are one job.
create table device_tasks (
  task_id uuid primary key,
  device_id uuid,
  area_code text collate "C" not null,
  keeper_id uuid,
  device_count integer not null check (device_count > 0),
  status text not null check (status in ('open', 'done')),
  reason text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index device_tasks_open on device_tasks (device_id) where status = 'open' and device_id is not null;
create index device_tasks_area on device_tasks (area_code, status);
select row_rules('device_tasks', '{"area":"area_code","organisation":"keeper_id"}');

-- The broker asks before it knows anything: one binding by its exact serial, and never a list.
create function devices_binding(wanted text)
returns table (device_id uuid, secret_salt bytea, secret_hash bytea, area_code text, slot_seconds integer)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select b.device_id, b.secret_salt, b.secret_hash, d.area_code, d.slot_seconds
    from device_bindings b join devices d on d.device_id = b.device_id
    where b.serial = wanted and b.revoked_at is null and d.status <> 'removed';
end $$;
alter function devices_binding(text) owner to yinian_lookup;
revoke all on function devices_binding(text) from public;
grant execute on function devices_binding(text) to yinian_batch;

create view devices_v_facts with (security_invoker = true) as
  select device_id, elder_id, area_code, kind, status, installed_on, last_reading_at, last_heard_at from devices;
select publish_view('devices_v_facts');

create view devices_v_tasks_facts with (security_invoker = true) as
  select task_id, device_id, area_code, device_count, status, opened_at, closed_at from device_tasks;
select publish_view('devices_v_tasks_facts');
