-- providers: firms that serve at home. The row's id is the organisation's id, so that the way of an organisation compares one column.

create table providers (
  provider_id uuid primary key,
  name text not null,
  class text not null check (class in ('centre', 'institution', 'station', 'professional', 'meal', 'property', 'medical', 'device')),
  ownership text not null check (ownership in ('state', 'private', 'social')),
  credit_code text,
  status text not null check (status in ('applied', 'operating', 'warned', 'suspended', 'exited')),
  area_code text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  capacity_per_day integer not null check (capacity_per_day >= 0),
  rating_sum integer not null default 0,
  rating_count integer not null default 0,
  applied_on date not null,
  admitted_on date,
  exited_on date
);
create index providers_area on providers (area_code, status);
-- Firms are public facts; what a firm did for a person is in orders, not here.
select row_rules('providers', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');
grant insert, update on providers to yinian_area;

create table provider_items (
  provider_id uuid not null,
  item_code text not null,
  price_fen bigint not null check (price_fen >= 0),
  primary key (provider_id, item_code)
);
select row_rules('provider_items', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');
grant insert, update on provider_items to yinian_area;

create view providers_v_directory with (security_invoker = true) as
  select provider_id, name, class, ownership, status, area_code, longitude, latitude, capacity_per_day,
    case when rating_count > 0 then round(rating_sum::numeric / rating_count, 2) end as rating, rating_count
  from providers;
select publish_view('providers_v_directory');
