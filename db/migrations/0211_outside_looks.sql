-- 跨区查看 (break-glass): a reason opens one person's file outside one's own area, to read, for three hours.
-- The eighth database role reads that one person and nothing else; the database itself counts the hours.

create table elder_outside_looks (
  elder_id uuid not null references elders,
  look_id uuid not null,
  -- Of the home of the person looked at; the home street reviews.
  area_code text collate "C" not null,
  elder_name text not null,
  account_id uuid not null,
  actor_name text not null,
  role text not null,
  actor_area text collate "C" not null,
  purpose text not null,
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  status text not null check (status in ('unreviewed', 'proper', 'improper')),
  reviewed_by_name text,
  reviewed_at timestamptz,
  review_note text,
  primary key (elder_id, look_id)
);
create unique index elder_outside_looks_id on elder_outside_looks (look_id);
create index elder_outside_looks_area on elder_outside_looks (area_code, from_at desc, look_id desc);
create index elder_outside_looks_account on elder_outside_looks (account_id, until_at);
select row_rules('elder_outside_looks', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');
grant insert on elder_outside_looks to yinian_lookup;

-- Whether the acting account may read this person at the given business instant. Answers yes or no, for the one account.
create function elders_look_stands(elder uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  asker uuid := nullif(current_setting('yinian.account_id', true), '')::uuid;
  at_instant timestamptz := nullif(current_setting('yinian.at', true), '')::timestamptz;
begin
  return exists (select 1 from elder_outside_looks l
    where l.elder_id = elder and l.account_id = asker and l.from_at <= at_instant and at_instant < l.until_at);
end $$;
alter function elders_look_stands(uuid) owner to yinian_lookup;
revoke all on function elders_look_stands(uuid) from public;
grant execute on function elders_look_stands(uuid) to yinian_granted;

-- One way, one policy a table, read only: no other table is granted to it.
do $$
declare target text;
begin
  foreach target in array array['elders', 'elder_sealed', 'elder_contacts', 'elder_tags', 'elder_scopes'] loop
    execute format(
      'create policy %I on %I for select to yinian_granted using (elder_id = nullif(current_setting(''yinian.elder_id'', true), '''')::uuid and elders_look_stands(elder_id))',
      target || '_granted', target);
    execute format('grant select on %I to yinian_granted', target);
  end loop;
end $$;

-- Names of places are everybody's.
create policy areas_granted on areas for select to yinian_granted using (true);
grant select on areas to yinian_granted;

-- Opens: finds the one person by number or id, anywhere in the city, and writes down the look for three hours. The audit row
-- stands under the person's home, so that the home and the family see it. Answers the id and the home, or how many were found.
create function elders_open_outside(look jsonb, identity bytea[], phone bytea[])
returns table (elder_id uuid, area_code text, elder_name text, found integer)
language plpgsql security definer set search_path = public as $$
declare
  asker uuid := nullif(current_setting('yinian.account_id', true), '')::uuid;
  asker_name text;
  target uuid;
  home text;
  called text;
  hits integer;
  opened timestamptz := (look ->> 'at')::timestamptz;
begin
  if asker is null then raise exception 'a look needs an account'; end if;
  select count(*), min(s.elder_id::text)::uuid into hits, target from elder_sealed s
    where s.identity_index = any (identity) or s.phone_index = any (phone) or s.elder_id = (look ->> 'elderId')::uuid;
  if hits <> 1 then return query select null::uuid, null::text, null::text, hits; return; end if;
  select e.area_code, e.name into home, called from elders e where e.elder_id = target;
  if home >= current_setting('yinian.area_from', true) and home < current_setting('yinian.area_to', true)
    and look ->> 'way' = 'area' then
    return query select target, home, called, 0; return;
  end if;
  select a.name into asker_name from accounts a where a.account_id = asker;
  insert into elder_outside_looks (elder_id, look_id, area_code, elder_name, account_id, actor_name, role, actor_area, purpose,
    reason, from_at, until_at, status)
  values (target, (look ->> 'lookId')::uuid, home, called, asker, asker_name, look ->> 'role', look ->> 'areaCode',
    look ->> 'purpose', look ->> 'reason', opened, opened + interval '3 hours', 'unreviewed');
  insert into audit_entries (entry_id, at, kind, action, request_id, account_id, actor_name, role, subject_kind, subject_id,
    elder_id, area_code, note)
  values ((look ->> 'entryId')::uuid, opened, 'read', 'elders.open-outside', look ->> 'requestId', asker, asker_name,
    look ->> 'role', 'outside-look', look ->> 'lookId', target, home, (look ->> 'purpose') || '：' || (look ->> 'reason'));
  return query select target, home, called, 1;
end $$;
alter function elders_open_outside(jsonb, bytea[], bytea[]) owner to yinian_lookup;
revoke all on function elders_open_outside(jsonb, bytea[], bytea[]) from public;
grant execute on function elders_open_outside(jsonb, bytea[], bytea[]) to yinian_area, yinian_organisation;

-- The acting account's own looks that still stand or ended within the last day: its way cannot see rows of other areas.
create function elders_my_looks(at_instant timestamptz)
returns setof elder_outside_looks
language plpgsql stable security definer set search_path = public as $$
begin
  return query select l.* from elder_outside_looks l
    where l.account_id = nullif(current_setting('yinian.account_id', true), '')::uuid
      and l.until_at > at_instant - interval '1 day' and l.from_at <= at_instant
    order by l.from_at desc limit 50;
end $$;
alter function elders_my_looks(timestamptz) owner to yinian_lookup;
revoke all on function elders_my_looks(timestamptz) from public;
grant execute on function elders_my_looks(timestamptz) to yinian_area, yinian_organisation;
