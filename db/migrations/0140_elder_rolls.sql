-- elders: search at the size of a city. A gram read row by row costs a row a person; here the people of one street stand
-- in a roll, and a gram holds their seats in it, packed. Who has changed since the roll was made leaves it (a gap) and
-- is found by the narrow rows of elder_grams until the roll is made anew.

-- elder_ids: 16 bytes a seat in the order (area_code, name, elder_id); uncompressed, so that one seat is one slice.
create table elder_rolls (
  area_code text collate "C" primary key check (area_code ~ '^\d{9}000$'),
  people integer not null,
  elder_ids bytea not null,
  made_at timestamptz not null
);
alter table elder_rolls alter column elder_ids set storage external;
select row_rules('elder_rolls', '{"area":"area_code"}');

-- seats: gaps between ascending seats as LEB128 (rules/postings.ts).
create table elder_postings (
  gram text collate "C" not null,
  area_code text collate "C" not null,
  seats bytea not null,
  primary key (gram, area_code)
);
select row_rules('elder_postings', '{"area":"area_code"}');

create table elder_roll_gaps (
  area_code text collate "C" not null,
  seat integer not null,
  primary key (area_code, seat)
);
select row_rules('elder_roll_gaps', '{"area":"area_code"}');
create policy elder_roll_gaps_leave on elder_roll_gaps for insert to yinian_lookup with check (true);
grant insert on elder_roll_gaps to yinian_lookup;

-- A community's user changes a person whose street's roll is above that user's area; the function takes the person out
-- and answers nothing. The shared lock keeps a roll from being made anew meanwhile.
create function elders_leave_roll(elder uuid, area text) returns void
language plpgsql security definer set search_path = public as $$
declare
  street text := left(area, 9) || '000';
  at integer;
begin
  if not (area >= current_setting('yinian.area_from', true) and area < current_setting('yinian.area_to', true)) then return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('elder_rolls ' || street, 0));
  select position(uuid_send(elder) in r.elder_ids) into at from elder_rolls r where r.area_code = street;
  if at is null or at = 0 or (at - 1) % 16 <> 0 then return; end if;
  insert into elder_roll_gaps (area_code, seat) values (street, (at - 1) / 16) on conflict do nothing;
end $$;
alter function elders_leave_roll(uuid, text) owner to yinian_lookup;
revoke all on function elders_leave_roll(uuid, text) from public;
grant execute on function elders_leave_roll(uuid, text) to yinian_area, yinian_batch;

-- The owner of the tables need not be a superuser: its own row rules are lifted for what follows.
alter table elders no force row level security;
alter table elder_tags no force row level security;
alter table elder_grams no force row level security;
alter table elder_sealed no force row level security;

-- Everybody who stands in no roll is found under this gram; tags are grams too.
insert into elder_grams (gram, area_code, name, elder_id)
  select '*', area_code, name, elder_id from elders where died_on is null
  union all
  select 't:' || code, area_code, name, elder_id from elder_tags;

-- Last fours are one of ten thousand: eight bytes of the blind index tell them apart, and the name in the index only
-- repeated what the page reads anyway.
drop index elder_sealed_identity_last4, elder_sealed_phone_last4, elder_sealed_phone;
update elder_sealed set identity_last4_index = substr(identity_last4_index, 1, 8), phone_last4_index = substr(phone_last4_index, 1, 8);
create index elder_sealed_identity_last4 on elder_sealed (identity_last4_index, area_code, elder_id);
create index elder_sealed_phone_last4 on elder_sealed (phone_last4_index, area_code, elder_id) where phone_last4_index is not null;
create index elder_sealed_phone on elder_sealed (phone_index) where phone_index is not null;

alter table elders force row level security;
alter table elder_tags force row level security;
alter table elder_grams force row level security;
alter table elder_sealed force row level security;

-- What the bulk load of a whole city took down and has still to put up again, in order; empty once the city stands.
create table demo_rebuild (
  position integer primary key,
  name text not null unique,
  statement text not null
);
select row_rules('demo_rebuild', '{"system":"*"}');
