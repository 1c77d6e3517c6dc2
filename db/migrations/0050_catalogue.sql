-- catalogue: service items as dated versions; an order keeps the version and price it was made under.

create table service_items (
  version_id uuid primary key,
  item_code text not null,
  version integer not null check (version >= 1),
  name text not null,
  list text not null check (list in ('basic', 'market', 'home-care')),
  family text not null,
  content text not null,
  steps text[] not null,
  minutes integer not null check (minutes > 0),
  unit text not null,
  price_fen bigint not null check (price_fen >= 0),
  -- The most that long-term care insurance and subsidy bear of one unit; what is left falls to the person (payer order).
  ltc_fen bigint not null default 0 check (ltc_fen >= 0),
  subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
  payer_order text[] not null default '{ltc,subsidy,self}',
  staff_level integer not null default 1 check (staff_level between 1 and 5),
  certificate text,
  evidence text[] not null,
  valid_from date not null,
  valid_to date,
  basis text,
  made_by text not null,
  unique (item_code, version),
  unique (item_code, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
select row_rules('service_items', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');
grant insert on service_items to yinian_area;
grant update (valid_to) on service_items to yinian_area;
