-- filial-models: 孝顺榜样. A district's selection of one year, and the people nominated for it. The year's list can never hold more
-- names than the year has places: whoever is selected takes a numbered place of the year, and a place stands once.

create table filial_years (
  year_id uuid primary key,
  -- The district.
  area_code text collate "C" not null,
  year integer not null check (year between 2000 and 2100),
  places integer not null check (places > 0),
  -- The document that says how many; or that none was found.
  basis text not null,
  confidence text not null check (confidence in ('seed', 'found', 'found second-hand', 'memory', 'uncertain', 'modelled', 'designDefault')),
  status text not null check (status in ('nominating', 'noticed', 'published')),
  notice_from date,
  notice_to date,
  published_on date,
  made_by_name text not null,
  made_at timestamptz not null,
  constraint filial_years_once unique (area_code, year),
  constraint filial_years_places unique (year_id, places),
  check (status = 'nominating' or (notice_from is not null and notice_to >= notice_from)),
  check ((status = 'published') = (published_on is not null))
);
-- No person stands here: streets read their district's years, everybody the published ones. Only districts write (access rule).
select row_rules('filial_years', '{"area":"*","public":"*"}');
grant insert, update on filial_years to yinian_area;

create table filial_nominees (
  nominee_id uuid primary key,
  year_id uuid not null,
  -- Of the year, copied by the foreign key below, so that a place can be compared with it.
  places integer not null,
  -- The community or street that nominates; the street follows from it.
  area_code text collate "C" not null,
  name text not null,
  -- Where the person lives, to tell two of one name apart; never public.
  lives_at text not null default '',
  deeds text not null,
  nominated_from text not null check (nominated_from in ('community', 'street')),
  status text not null check (status in ('nominated', 'recommended', 'refused', 'selected', 'passed-over', 'withdrawn')),
  place integer,
  -- The person's own word to being named in public, and how it was given.
  consented boolean not null,
  consent_note text,
  -- Selected, in notice or published, and the person agrees.
  is_public boolean not null default false,
  -- Why it was refused, passed over or withdrawn.
  note text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  selected_by_name text,
  constraint filial_nominees_year foreign key (year_id, places) references filial_years (year_id, places) on update cascade,
  constraint filial_nominees_limit check (place between 1 and places),
  constraint filial_nominees_place unique (year_id, place),
  constraint filial_nominees_once unique (year_id, area_code, name, lives_at),
  constraint filial_nominees_two_people check (checked_by <> made_by),
  check ((status = 'selected') = (place is not null)),
  check (status in ('nominated', 'withdrawn', 'refused') or checked_by is not null),
  check (status not in ('refused', 'passed-over', 'withdrawn') or note is not null),
  check (not is_public or (consented and status = 'selected'))
);
create index filial_nominees_list on filial_nominees (year_id, status, area_code, nominee_id);
create index filial_nominees_area on filial_nominees (area_code, made_at desc);
select row_rules('filial_nominees', '{"area":"area_code","public":"is_public","readOnly":["public"]}');
-- Public are name, street and deeds, and nothing else.
revoke select on filial_nominees from yinian_public;
grant select (nominee_id, year_id, place, name, area_code, deeds, is_public) on filial_nominees to yinian_public;
