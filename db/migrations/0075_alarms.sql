-- alarms: from silence to doorstep, each hop timed; calls made on the way; away notices that keep alarms quiet.

create table alarms (
  alarm_id uuid primary key,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  -- The 24 h duty desk that answers, and the person sent.
  organisation_id uuid,
  assignee_id uuid,
  assignee_name text,
  assignee_title text,
  rule text not null check (rule in ('no-water-use', 'one-press-call')),
  level text not null check (level in ('red', 'orange', 'yellow', 'blue')),
  status text not null check (status in ('raised', 'acknowledged', 'called', 'dispatched', 'on-site', 'closed', 'silenced')),
  device_id uuid,
  quiet_from timestamptz,
  quiet_to timestamptz,
  -- Who and where, as known when it was raised: the desk must not wait for another record at night.
  person jsonb not null,
  evidence jsonb not null,
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  called_at timestamptz,
  call_outcome text check (call_outcome in ('answered', 'no-answer')),
  dispatched_at timestamptz,
  expected_at timestamptz,
  on_site_at timestamptz,
  closed_at timestamptz,
  silenced_at timestamptz,
  is_true boolean,
  cause text,
  escalation integer not null default 0,
  escalated_at timestamptz,
  changed_at timestamptz not null,
  check (status <> 'closed' or (closed_at is not null and is_true is not null and cause is not null)),
  check ((rule = 'no-water-use') = (device_id is not null and quiet_from is not null and quiet_to is not null))
);
-- One quiet episode yields one alarm for ever, whoever computes it and however often.
create unique index alarms_one_an_episode on alarms (device_id, quiet_from) where device_id is not null;
create unique index alarms_one_open_call on alarms (elder_id) where rule = 'one-press-call' and status not in ('closed', 'silenced');
create index alarms_area on alarms (area_code, raised_at desc);
create index alarms_live on alarms (area_code, raised_at) where status not in ('closed', 'silenced');
create index alarms_organisation on alarms (organisation_id, raised_at desc);
create index alarms_assignee on alarms (assignee_id, raised_at desc) where assignee_id is not null;
create index alarms_elder on alarms (elder_id, raised_at desc);
select row_rules('alarms', '{"area":"area_code","organisation":"organisation_id","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');

-- What is usual for one meter: for each hour of the day the longest time without use reached in that hour (a quantile
-- over the days), hour 0 of Asia/Shanghai first. Made anew on the first readings of a day.
create table alarm_baselines (
  device_id uuid primary key,
  area_code text collate "C" not null,
  computed_at timestamptz not null,
  from_on date not null,
  to_on date not null,
  days integer not null,
  usual_minutes integer[] not null check (array_length(usual_minutes, 1) = 24)
);
select row_rules('alarm_baselines', '{"area":"area_code","readOnly":["area"]}');

create table alarm_calls (
  call_id uuid primary key,
  alarm_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  assignee_id uuid,
  at timestamptz not null,
  caller_name text not null,
  callee text not null check (callee in ('elder', 'family')),
  outcome text not null check (outcome in ('answered', 'no-answer')),
  note text
);
create index alarm_calls_alarm on alarm_calls (alarm_id, at);
select row_rules('alarm_calls', '{"area":"area_code","organisation":"organisation_id","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');

create table away_notices (
  notice_id uuid primary key,
  elder_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  away_from timestamptz not null,
  away_to timestamptz not null,
  place text not null check (place in ('family', 'hospital', 'institution', 'travel', 'other')),
  note text,
  by_name text not null,
  by_role text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (away_to > away_from)
);
create index away_notices_elder on away_notices (elder_id, away_to);
create index away_notices_area on away_notices (area_code, away_to);
select row_rules('away_notices', '{"area":"area_code","organisation":"organisation_id","family":"elder_id"}');

-- Cross-area look-ups, each answering the least that the duty desk needs.
-- 1: who keeps the duty desk of an area: the street's centre, else its nearest station (by code).
create function alarms_duty_organisation(wanted_from text, wanted_to text)
returns table (organisation_id uuid, name text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select o.organisation_id, o.name from organisations o
    where o.area_code >= wanted_from and o.area_code < wanted_to and o.kind in ('centre', 'station') and o.closed_on is null
    order by (o.kind = 'centre') desc, o.area_code, o.organisation_id limit 1;
end $$;
alter function alarms_duty_organisation(text, text) owner to yinian_lookup;
revoke all on function alarms_duty_organisation(text, text) from public;
grant execute on function alarms_duty_organisation(text, text) to yinian_batch, yinian_area, yinian_organisation;

-- 2: who can be sent: care workers and volunteers of that street, whichever organisation pays them.
create function alarms_field_workers(wanted_from text, wanted_to text, today date)
returns table (account_id uuid, name text, role text, title text, organisation text, open_tasks integer)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select p.account_id, min(p.holder_name), min(p.role), min(p.title), min(o.name),
      (select count(*)::int from alarms a where a.assignee_id = p.account_id and a.status in ('dispatched', 'on-site'))
    from posts p left join organisations o on o.organisation_id = p.organisation_id
    where p.role in ('caregiver', 'volunteer') and p.area_code >= wanted_from and p.area_code < wanted_to
      and p.from_on <= today and (p.to_on is null or p.to_on >= today)
    group by p.account_id
    order by 6, 2 limit 50;
end $$;
alter function alarms_field_workers(text, text, date) owner to yinian_lookup;
revoke all on function alarms_field_workers(text, text, date) from public;
grant execute on function alarms_field_workers(text, text, date) to yinian_area, yinian_organisation;

create view alarms_v_facts with (security_invoker = true) as
  select alarm_id, elder_id, area_code, happened_area, rule, level, raised_at, acknowledged_at, called_at, dispatched_at,
    on_site_at, closed_at, is_true, status, escalation from alarms;
select publish_view('alarms_v_facts');

-- Median minutes from alarm to doorstep by community and month; streets and districts aggregate from alarms_v_facts.
create view alarms_v_response with (security_invoker = true) as
  select happened_area, (date_trunc('month', raised_at at time zone 'Asia/Shanghai'))::date as month, count(*)::int as alarms,
    count(on_site_at)::int as reached,
    percentile_cont(0.5) within group (order by extract(epoch from on_site_at - raised_at) / 60) as median_minutes
  from alarms where status <> 'silenced' group by 1, 2;
select publish_view('alarms_v_response');

create view alarms_v_away with (security_invoker = true) as
  select notice_id, elder_id, area_code, away_from, coalesce(least(ended_at, away_to), away_to) as away_to, place from away_notices;
select publish_view('alarms_v_away');

-- 3: the accounts of one elder's family, for the first step of the escalation.
create function alarms_family_accounts(wanted uuid, today date)
returns table (account_id uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select distinct p.account_id from posts p
    where p.elder_id = wanted and p.role = 'family' and p.from_on <= today and (p.to_on is null or p.to_on >= today);
end $$;
alter function alarms_family_accounts(uuid, date) owner to yinian_lookup;
revoke all on function alarms_family_accounts(uuid, date) from public;
grant execute on function alarms_family_accounts(uuid, date) to yinian_batch;
create index posts_elder on posts (elder_id) where elder_id is not null;
