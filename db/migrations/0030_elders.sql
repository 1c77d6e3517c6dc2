-- elders: the register of people (人员台账). One person = one row of facts in clear, one sealed record, dated scopes.

create table elders (
  elder_id uuid primary key,
  -- The community answering for the person now; moved by the life event.
  area_code text collate "C" not null check (area_code ~ '^\d{12}$'),
  name text collate "C" not null,
  sex text not null check (sex in ('男', '女')),
  born_on date not null,
  nation text,
  marital_status text check (marital_status in ('未婚', '已婚', '丧偶', '离婚')),
  -- Community of household registration, or a province's code when outside the city.
  hukou_area_code text collate "C" not null,
  hukou_in_beijing boolean not null,
  hukou_left_on date,
  road text,
  compound text,
  grid text,
  lon double precision check (lon between 115 and 118),
  lat double precision check (lat between 39 and 42),
  living text not null check (living in ('独居', '空巢', '与子女同住', '与其他人同住', '住养老机构')),
  left_behind boolean not null default false,
  economic_class text not null default 'none' check (economic_class in ('none', '低收入', '低保', '特困')),
  family_planning_special boolean not null default false,
  military_family boolean not null default false,
  -- 0 能力完好 … 4 完全失能 (GB/T 42195-2022); null = never assessed.
  ability_level smallint check (ability_level between 0 and 4),
  ability_valid_to date,
  dementia boolean not null default false,
  -- [{"kind":"肢体","grade":1}], kinds of GB/T 26341, grade 1 is the worst.
  disabilities jsonb not null default '[]',
  multiple_disability boolean not null default false,
  diseases jsonb not null default '[]',
  wish_for_visits boolean not null default true,
  service_mode text not null default 'home' check (service_mode in ('home', 'institution', 'travel')),
  status text not null check (status in ('registered', 'verified', 'active', 'moved-out', 'deceased')),
  died_on date,
  source text not null check (source in ('desk', 'visit', 'import', 'exchange')),
  registered_at timestamptz not null,
  verified_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by text not null,
  check ((status = 'deceased') = (died_on is not null))
);
-- The one stable order of people: (area_code, name, elder_id).
create index elders_order on elders (area_code, name, elder_id) where died_on is null;
create index elders_born on elders (born_on, area_code) include (name);
create index elders_registered on elders (area_code, registered_at);
select row_rules('elders', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');
-- Joins of organisations and assigned staff to the published view answer no row instead of an error.
grant select on elders to yinian_organisation, yinian_assigned;

-- Identity number, phone, door and notes: sealed, found again only by blind index.
create table elder_sealed (
  elder_id uuid primary key references elders,
  area_code text collate "C" not null,
  name text collate "C" not null,
  sealed bytea not null,
  identity_index bytea not null,
  identity_last4_index bytea not null,
  phone_index bytea,
  phone_last4_index bytea
);
create index elder_sealed_identity on elder_sealed (identity_index);
create index elder_sealed_identity_last4 on elder_sealed (identity_last4_index, area_code, name, elder_id);
create index elder_sealed_phone on elder_sealed (phone_index, area_code) where phone_index is not null;
create index elder_sealed_phone_last4 on elder_sealed (phone_last4_index, area_code, name, elder_id) where phone_last4_index is not null;
select row_rules('elder_sealed', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- City-wide uniqueness of an identity number; nobody reads it but the look-up below.
create table elder_identities (
  identity_index bytea primary key,
  elder_id uuid not null,
  area_code text collate "C" not null
);
create index elder_identities_elder on elder_identities (elder_id);
select row_rules('elder_identities', '{}');
create policy elder_identities_claim on elder_identities for insert to yinian_lookup with check (true);
create policy elder_identities_move on elder_identities for update to yinian_lookup using (true);
create policy elder_identities_release on elder_identities for delete to yinian_lookup using (true);
grant insert, update, delete on elder_identities to yinian_lookup;

-- Dated scopes: where the person is registered (户籍), lives (居住) and is served (服务).
create table elder_scopes (
  elder_id uuid not null references elders,
  scope_id uuid not null,
  area_code text collate "C" not null,
  kind text not null check (kind in ('户籍', '居住', '服务')),
  scope_area_code text collate "C" not null,
  from_on date not null,
  to_on date,
  primary key (elder_id, scope_id)
);
select row_rules('elder_scopes', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table households (
  household_id uuid primary key,
  area_code text collate "C" not null,
  road text,
  compound text,
  -- Blind index of compound and door: who lives behind the same door is one household.
  door_index bytea,
  made_at timestamptz not null
);
create index households_door on households (door_index, area_code) where door_index is not null;
select row_rules('households', '{"area":"area_code"}');

create table household_members (
  elder_id uuid primary key references elders,
  household_id uuid not null,
  area_code text collate "C" not null,
  relation text not null,
  since_on date not null
);
create index household_members_household on household_members (household_id);
select row_rules('household_members', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table elder_contacts (
  elder_id uuid not null references elders,
  contact_id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  relation text not null,
  sealed bytea not null,
  phone_index bytea not null,
  phone_last4 text not null,
  is_emergency boolean not null default false,
  lives_together boolean not null default false,
  position smallint not null,
  removed_at timestamptz,
  primary key (elder_id, contact_id)
);
create index elder_contacts_phone on elder_contacts (phone_index, area_code) where removed_at is null;
select row_rules('elder_contacts', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table elder_tags (
  elder_id uuid not null references elders,
  code text collate "C" not null,
  area_code text collate "C" not null,
  name text collate "C" not null,
  family text not null check (family in ('age', 'living', 'ability', 'health', 'economy', 'benefit', 'need', 'risk', 'service')),
  value text,
  reason text not null,
  source_kind text not null,
  source_id text not null,
  computed_at timestamptz not null,
  valid_from date not null,
  valid_to date,
  primary key (elder_id, code)
);
create index elder_tags_code on elder_tags (code, area_code, name, elder_id);
create index elder_tags_valid_to on elder_tags (valid_to, area_code) where valid_to is not null;
select row_rules('elder_tags', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- Search under row rules: exact grams (name parts, pinyin, coarse address, living, birth year) in the order of people.
create table elder_grams (
  gram text collate "C" not null,
  area_code text collate "C" not null,
  name text collate "C" not null,
  elder_id uuid not null,
  primary key (gram, area_code, name, elder_id)
);
create index elder_grams_elder on elder_grams (elder_id);
select row_rules('elder_grams', '{"area":"area_code"}');
-- Names and addresses change, and a gram is not a record: it is removed, not kept.
grant delete on elder_grams, elder_tags, household_members to yinian_area;

create table elder_not_duplicates (
  elder_id uuid not null references elders,
  other_elder_id uuid not null,
  area_code text collate "C" not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (elder_id, other_elder_id)
);
select row_rules('elder_not_duplicates', '{"area":"area_code"}');

-- Unmasking: a purpose first, then ten minutes in which the same account may read the fields it named.
create table elder_reveals (
  elder_id uuid not null references elders,
  reveal_id uuid not null,
  area_code text collate "C" not null,
  account_id uuid not null,
  actor_name text not null,
  role text not null,
  purpose text not null,
  note text,
  fields jsonb not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  primary key (elder_id, reveal_id)
);
create index elder_reveals_at on elder_reveals (elder_id, at desc);
select row_rules('elder_reveals', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create view elders_v_brief with (security_invoker = true) as
  select elder_id, area_code, name, sex, born_on, road, compound, lon, lat, living, left_behind, economic_class,
    family_planning_special, ability_level, ability_valid_to, dementia, disabilities, multiple_disability, wish_for_visits,
    service_mode, status, died_on, hukou_area_code, hukou_in_beijing, hukou_left_on, registered_at, source
  from elders;
select publish_view('elders_v_brief');

create view elders_v_tags with (security_invoker = true) as
  select elder_id, code, area_code, family, value, reason, valid_from, valid_to from elder_tags;
select publish_view('elders_v_tags');
grant select on elder_tags to yinian_organisation, yinian_assigned;

-- Look-up 1: who already holds this identity number, anywhere in the city. Answers the district only and audits itself
-- under the holder's area, so that the holder's community sees that somebody asked.
create function elders_find_identity(indexes bytea[], request text, asked_at timestamptz, entry uuid)
returns table (elder_id uuid, district_code text)
language plpgsql security definer set search_path = public as $$
declare found_elder uuid; found_area text; asker uuid := nullif(current_setting('yinian.account_id', true), '')::uuid;
begin
  select i.elder_id, i.area_code into found_elder, found_area from elder_identities i where i.identity_index = any (indexes) limit 1;
  if found_elder is null then return; end if;
  insert into audit_entries (entry_id, at, kind, action, request_id, account_id, actor_name, subject_kind, subject_id, elder_id, area_code, note)
  values (entry, asked_at, 'read', 'elders.find-identity', request, asker,
    (select a.name from accounts a where a.account_id = asker),
    'elder', found_elder, found_elder, found_area, '按身份证号在全市查重');
  -- The id leaves only for a caller whose own area holds the person; elsewhere the district is all that is said.
  if not (found_area >= current_setting('yinian.area_from', true) and found_area < current_setting('yinian.area_to', true)) then
    found_elder := null;
  end if;
  return query select found_elder, substr(found_area, 1, 6) || '000000';
end $$;
alter function elders_find_identity(bytea[], text, timestamptz, uuid) owner to yinian_lookup;
revoke all on function elders_find_identity(bytea[], text, timestamptz, uuid) from public;
grant execute on function elders_find_identity(bytea[], text, timestamptz, uuid) to yinian_area, yinian_batch;
create policy audit_entries_add_lookup on audit_entries for insert to yinian_lookup with check (true);
grant insert on audit_entries to yinian_lookup;

-- Look-up 2: takes an identity number for a person; false when another holds it. The write of the registry itself.
create function elders_claim_identity(index bytea, elder uuid, area text) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  holder uuid;
  area_from text := current_setting('yinian.area_from', true);
  area_to text := current_setting('yinian.area_to', true);
begin
  if not (area >= area_from and area < area_to) then return false; end if;
  insert into elder_identities (identity_index, elder_id, area_code) values (index, elder, area) on conflict do nothing;
  select i.elder_id into holder from elder_identities i where i.identity_index = index;
  if holder = elder then
    update elder_identities set area_code = area where identity_index = index and area_code <> area;
    -- A corrected number sets the wrong one free for whoever really holds it.
    delete from elder_identities where elder_id = elder and identity_index <> index and area_code >= area_from and area_code < area_to;
  end if;
  return holder = elder;
end $$;
alter function elders_claim_identity(bytea, uuid, text) owner to yinian_lookup;
revoke all on function elders_claim_identity(bytea, uuid, text) from public;
grant execute on function elders_claim_identity(bytea, uuid, text) to yinian_area, yinian_batch;
