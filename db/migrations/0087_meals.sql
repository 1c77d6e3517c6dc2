-- meals: how many people ate at a meal point, by day (or by month where only the month is known). Counts, no persons.

create table meal_counts (
  count_id uuid primary key,
  facility_id uuid not null,
  facility_name text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  from_on date not null,
  to_on date not null,
  person_times integer not null check (person_times >= 0),
  entered_at timestamptz not null,
  entered_by text not null,
  corrected_because text,
  check (to_on >= from_on),
  unique (facility_id, from_on)
);
create index meal_counts_area on meal_counts (area_code, to_on);
create index meal_counts_organisation on meal_counts (organisation_id, to_on) where organisation_id is not null;
select row_rules('meal_counts', '{"area":"area_code","organisation":"organisation_id","readOnly":["area"]}');

-- One row a count; whoever shows months adds them up.
create view meals_v_counts with (security_invoker = true) as
  select facility_id, facility_name, area_code, to_char(from_on, 'YYYY-MM') as month, to_on as last_on, person_times
  from meal_counts;
select publish_view('meals_v_counts');
