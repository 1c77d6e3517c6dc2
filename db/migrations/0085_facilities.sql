-- facilities: places of care. Public facts: everybody reads all of them, an area's officials write their own.
-- One policy a role: the way `area` compares area_code (its lists are of its own area); what is public is read under the
-- way `public` (asPublic), so that a signed-in official sees on the public pages exactly what a visitor sees.

create table facilities (
  facility_id uuid primary key,
  kind text not null check (kind in ('institution', 'care-centre', 'regional-centre', 'station', 'meal-point', 'mutual-aid-point')),
  name text not null,
  area_code text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  address text,
  phone text,
  opening_hours text,
  status text not null check (status in ('planned', 'operating', 'suspended', 'exited')),
  ownership text check (ownership in ('公办', '公建民营', '民办')),
  operator_name text,
  -- The place's own organisation, when it has accounts; operators of many places are named, not linked.
  organisation_id uuid,
  opened_on date,
  exited_on date,
  exit_reason text,
  linked_centre_id uuid,
  linked_on date,
  beds integer not null default 0 check (beds >= 0),
  nursing_beds integer not null default 0 check (nursing_beds >= 0 and nursing_beds <= beds),
  star integer check (star between 1 and 5),
  check (status = 'planned' or opened_on is not null),
  check ((status = 'exited') = (exited_on is not null)),
  check ((exited_on is null) = (exit_reason is null)),
  check (exited_on >= opened_on),
  check ((linked_centre_id is null) = (linked_on is null)),
  check (linked_centre_id is null or kind = 'station')
);
create index facilities_area on facilities (area_code, kind);
create index facilities_kind on facilities (kind, status);
create index facilities_place on facilities (longitude, latitude);
create index facilities_linked on facilities (linked_centre_id) where linked_centre_id is not null;
create index facilities_organisation on facilities (organisation_id) where organisation_id is not null;
select row_rules('facilities', '{"area":"area_code","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

-- What a place charges; a new price is a new row from its day on.
create table facility_prices (
  facility_id uuid not null,
  area_code text collate "C" not null,
  item text not null,
  unit text not null,
  low_fen bigint not null check (low_fen >= 0),
  high_fen bigint not null check (high_fen >= low_fen),
  from_on date not null,
  to_on date check (to_on > from_on),
  primary key (facility_id, item, from_on)
);
select row_rules('facility_prices', '{"area":"area_code","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

-- Free beds change daily and the institution itself says them.
create table facility_vacancies (
  facility_id uuid primary key,
  area_code text collate "C" not null,
  organisation_id uuid,
  free_beds integer not null check (free_beds >= 0),
  waiting integer not null default 0 check (waiting >= 0),
  updated_at timestamptz not null
);
select row_rules('facility_vacancies', '{"area":"area_code","organisation":"organisation_id","public":"*","assigned":"*","family":"*"}');

-- Which communities a meal point serves, from–to (`to_on` is the first day it no longer does).
create table facility_coverage (
  facility_id uuid not null,
  area_code text collate "C" not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (facility_id, area_code, from_on)
);
create index facility_coverage_community on facility_coverage (area_code);
select row_rules('facility_coverage', '{"area":"area_code","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

create view facilities_v_facts with (security_invoker = true) as
  select facility_id, kind, name, area_code, status, opened_on, exited_on, exit_reason, linked_centre_id, linked_on, beds,
    nursing_beds, star, ownership, operator_name, organisation_id, longitude, latitude, phone, address
  from facilities;
select publish_view('facilities_v_facts');

create view facilities_v_coverage with (security_invoker = true) as
  select facility_id, area_code as community_code, area_code, from_on, to_on from facility_coverage;
select publish_view('facilities_v_coverage');
