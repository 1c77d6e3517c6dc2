-- rehearsals: 补床头 → 补人头 institution by institution, with its residents of a month.

create table rehearsal_places (
  rehearsal_id uuid not null references rehearsals on delete cascade,
  facility_id uuid not null,
  facility_name text not null,
  -- The place's own area: it is paid by the district it lies in.
  area_code text collate "C" not null,
  -- The month whose stays were counted.
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  beds integer not null check (beds >= 0),
  residents integer not null check (residents >= 0),
  counted integer not null check (counted between 0 and residents),
  unassessed integer not null check (unassessed between 0 and counted),
  -- A month in full by beds, and in full by residents; fen.
  bed_fen bigint not null check (bed_fen >= 0),
  person_fen bigint not null check (person_fen >= 0),
  primary key (rehearsal_id, facility_id)
);
create index rehearsal_places_area on rehearsal_places (rehearsal_id, area_code, facility_id);
select row_rules('rehearsal_places', '{"area":"area_code"}');

create table rehearsal_residents (
  elder_id uuid not null references elders,
  rehearsal_id uuid not null references rehearsals on delete cascade,
  facility_id uuid not null,
  facility_name text not null,
  area_code text collate "C" not null,
  elder_name text not null,
  days integer not null,
  ability_level smallint,
  ability_valid_to date,
  counted boolean not null,
  because text not null,
  person_fen bigint not null check (person_fen >= 0),
  primary key (elder_id, rehearsal_id, facility_id)
);
create index rehearsal_residents_place on rehearsal_residents (rehearsal_id, facility_id, elder_id);
select row_rules('rehearsal_residents', '{"area":"area_code"}');
