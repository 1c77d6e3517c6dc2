-- areas: divisions in force from–to, their successors after a merge, and elders counted by community.

create table areas (
  code text collate "C" primary key check (code ~ '^[0-9]{12}$'),
  name text not null,
  level text not null check (level in ('city', 'district', 'street', 'community')),
  parent_code text collate "C" references areas,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
create index areas_parent on areas (parent_code, code);
select row_rules('areas', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

-- A merged or renamed division names what answers for it from `on_date`; closed periods keep the old code.
create table area_successors (
  code text collate "C" not null references areas,
  successor text collate "C" not null references areas,
  on_date date not null,
  document text,
  primary key (code, successor)
);
select row_rules('area_successors', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

-- Counts of elders by community, age band and ability; one column for each living state (a fifth of the rows).
create table area_counts (
  area_code text collate "C" not null,
  as_of date not null,
  age_band text not null,
  ability text not null,
  living_alone integer not null check (living_alone >= 0),
  couple_only integer not null check (couple_only >= 0),
  with_children integer not null check (with_children >= 0),
  with_others integer not null check (with_others >= 0),
  in_institution integer not null check (in_institution >= 0),
  primary key (area_code, as_of, age_band, ability)
);
select row_rules('area_counts', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

create view areas_v_counts with (security_invoker = true) as
  select c.area_code, c.as_of, c.age_band, c.ability, l.living, l.elders
  from area_counts c
  cross join lateral (values
    ('独居', c.living_alone), ('空巢', c.couple_only), ('与子女同住', c.with_children),
    ('与其他人同住', c.with_others), ('住养老机构', c.in_institution)) l (living, elders);
select publish_view('areas_v_counts');

create view areas_v_areas with (security_invoker = true) as
  select code, name, level, parent_code, valid_from, valid_to from areas;
select publish_view('areas_v_areas');

-- Which reference file stands in the tables: equal checksums make the load at every start a single query.
create table reference_loads (
  file text primary key,
  checksum text not null,
  loaded_at timestamptz not null default now()
);
select row_rules('reference_loads', '{"system":"*"}');
