-- inspections: random checks of settled service records. The seed is published before the draw, so anybody can repeat it.

create table inspection_draws (
  draw_id uuid primary key,
  area_code text collate "C" not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  wanted integer not null check (wanted between 1 and 500),
  seed text not null,
  seed_published_at timestamptz not null,
  status text not null check (status in ('announced', 'drawn', 'cancelled')),
  drawn_at timestamptz,
  -- How many records were in the hat and a digest of their ids in order: a repeat must start from the same list.
  population integer,
  population_digest text,
  made_by text not null,
  check (to_on >= from_on),
  check ((status = 'drawn') = (drawn_at is not null and population is not null and population_digest is not null))
);
create index inspection_draws_area on inspection_draws (area_code, seed_published_at desc);
select row_rules('inspection_draws', '{"area":"area_code"}');

create table inspection_checks (
  check_id uuid primary key,
  draw_id uuid not null references inspection_draws,
  position integer not null check (position >= 1),
  record_id uuid not null,
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  item_code text not null,
  item_name text not null,
  served_on date not null,
  recorded_minutes integer not null,
  line_fen bigint not null,
  status text not null check (status in ('drawn', 'checking', 'found-consistent', 'found-short', 'not-found', 'corrected', 'closed')),
  result text check (result in ('consistent', 'short', 'not-found')),
  found_minutes integer check (found_minutes >= 0),
  evidence text,
  checked_by text,
  checked_at timestamptz,
  corrected_record_id uuid,
  corrected_at timestamptz,
  -- Figures of the area on the day of the correction, before and after it: what the check changed.
  figures jsonb not null default '[]',
  unique (draw_id, record_id),
  check ((result is null) = (checked_at is null)),
  check (result is distinct from 'short' or found_minutes < recorded_minutes)
);
create index inspection_checks_area on inspection_checks (area_code, status);
select row_rules('inspection_checks', '{"area":"area_code","organisation":"provider_id","readOnly":["organisation"]}');

create view inspections_v_facts with (security_invoker = true) as
  select check_id, draw_id, record_id, elder_id, area_code, happened_area, provider_id, served_on, status, result, checked_at,
    corrected_record_id
  from inspection_checks;
select publish_view('inspections_v_facts');

-- Look-up: the seeds and digests of all draws for everybody, so that a draw can be repeated; no record, no person.
create function inspections_published_draws()
returns table (draw_id uuid, area_code text, title text, from_on date, to_on date, wanted integer, seed text,
  seed_published_at timestamptz, status text, drawn_at timestamptz, population integer, population_digest text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select d.draw_id, d.area_code, d.title, d.from_on, d.to_on, d.wanted, d.seed, d.seed_published_at, d.status, d.drawn_at,
      d.population, d.population_digest
    from inspection_draws d order by d.seed_published_at desc limit 100;
end $$;
alter function inspections_published_draws() owner to yinian_lookup;
revoke all on function inspections_published_draws() from public;
grant execute on function inspections_published_draws() to yinian_public, yinian_area, yinian_organisation, yinian_assigned, yinian_family;
