-- orders: an order, its offers to caregivers, and the records of what was done.
-- provider_id = the organisation that holds the order now: the centre that took it, then the firm it was sent to.

create table orders (
  order_id uuid primary key,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  status text not null check (status in ('submitted', 'dispatched', 'accepted', 'started', 'done', 'confirmed', 'evaluated', 'settled', 'cancelled')),
  source text not null check (source in ('family', 'elder', 'community', 'street', 'centre', 'call', 'plan')),
  item_code text not null,
  item_version integer not null,
  item_name text not null,
  need text,
  note text,
  wanted_on date not null,
  wanted_time text,
  price_fen bigint not null check (price_fen >= 0),
  ltc_fen bigint not null default 0,
  subsidy_fen bigint not null default 0,
  self_fen bigint not null default 0,
  -- Copies of the elder's brief: neither firm nor caregiver has access to elders.
  elder_name text not null,
  elder_sex text not null,
  elder_born_on date not null,
  road text,
  compound text,
  longitude double precision,
  latitude double precision,
  sealed_contact bytea,
  provider_id uuid,
  provider_name text,
  caregiver_id uuid,
  caregiver_name text,
  assignee_id uuid,
  ordered_at timestamptz not null,
  ordered_on date not null,
  ordered_by text not null,
  dispatched_at timestamptz,
  answer_by timestamptz,
  accepted_at timestamptz,
  started_at timestamptz,
  started_longitude double precision,
  started_latitude double precision,
  started_metres integer,
  done_at timestamptz,
  done_on date,
  record_id uuid,
  confirmed_at timestamptz,
  confirmed_by text,
  score integer check (score between 1 and 5),
  evaluation text,
  evaluated_at timestamptz,
  settled_on date,
  cancelled_at timestamptz,
  cancelled_by text,
  cancel_reason text,
  check (price_fen = ltc_fen + subsidy_fen + self_fen),
  check (status <> 'cancelled' or cancel_reason is not null),
  check (status in ('submitted', 'cancelled') or (provider_id is not null and assignee_id is not null))
);
create index orders_area on orders (area_code, status, ordered_at desc);
create index orders_listed on orders (ordered_at desc, order_id desc);
create index orders_elder on orders (elder_id, ordered_at desc);
create index orders_provider on orders (provider_id, status, ordered_at desc);
create index orders_assignee on orders (assignee_id, wanted_on);
create index orders_caregiver_load on orders (wanted_on, caregiver_id) where status in ('dispatched', 'accepted', 'started');
create index orders_waiting on orders (answer_by) where status = 'dispatched';
select row_rules('orders', '{"area":"area_code","organisation":"provider_id","assigned":"assignee_id","family":"elder_id"}');

create table order_offers (
  offer_id uuid primary key,
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  caregiver_id uuid not null,
  caregiver_name text not null,
  assignee_id uuid not null,
  attempt integer not null check (attempt >= 1),
  answer text not null check (answer in ('offered', 'accepted', 'refused', 'timeout', 'withdrawn')),
  offered_at timestamptz not null,
  answer_by timestamptz not null,
  answered_at timestamptz,
  refusal text,
  -- Why this one, and who else was looked at, as it stood when the offer was made.
  reasons text[] not null,
  candidates jsonb not null default '[]',
  unique (order_id, attempt)
);
create unique index order_offers_open on order_offers (order_id) where answer = 'offered';
select row_rules('order_offers', '{"area":"area_code","organisation":"provider_id","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');

-- Never overwritten: a correction is a new row that names the former one; update is granted to nobody.
create table service_records (
  record_id uuid primary key,
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  caregiver_id uuid not null,
  caregiver_name text not null,
  assignee_id uuid not null,
  item_code text not null,
  item_name text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  served_on date not null,
  start_metres integer,
  items_done text[] not null,
  measurements jsonb not null default '{}',
  evidence uuid[] not null default '{}',
  note text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  corrects_record_id uuid,
  correction_reason text,
  check (ended_at > started_at),
  check ((corrects_record_id is null) = (correction_reason is null))
);
create unique index service_records_first on service_records (order_id) where corrects_record_id is null;
create unique index service_records_correction on service_records (corrects_record_id) where corrects_record_id is not null;
create index service_records_elder on service_records (elder_id, served_on);
create index service_records_area on service_records (area_code, served_on);
create index service_records_assignee on service_records (assignee_id, served_on);
select row_rules('service_records', '{"area":"area_code","organisation":"provider_id","assigned":"assignee_id","family":"elder_id","readOnly":["family"]}');
revoke update on service_records from yinian_area, yinian_organisation, yinian_assigned, yinian_batch;

-- Look-up: how busy firms and caregivers are on a day, over all areas: counts only, no person.
create function orders_load(on_day date)
returns table (provider_id uuid, caregiver_id uuid, orders integer)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select o.provider_id, o.caregiver_id, count(*)::integer from orders o
    where o.wanted_on = on_day and o.status in ('dispatched', 'accepted', 'started') and o.caregiver_id is not null
    group by 1, 2;
end $$;
alter function orders_load(date) owner to yinian_lookup;
revoke all on function orders_load(date) from public;
grant execute on function orders_load(date) to yinian_area, yinian_organisation, yinian_batch;

create view orders_v_facts with (security_invoker = true) as
  select order_id, elder_id, area_code, happened_area, item_code, status, ordered_on, done_on, provider_id, price_fen as amount_fen
  from orders;
select publish_view('orders_v_facts');

-- current = not replaced by a correction; indicators count current rows only.
create view service_records_v_facts with (security_invoker = true) as
  select r.record_id, r.order_id, r.elder_id, r.area_code, r.happened_area, r.item_code, r.provider_id, r.caregiver_id, r.served_on,
    (extract(epoch from r.ended_at - r.started_at) / 60)::integer as minutes,
    not exists (select from service_records n where n.corrects_record_id = r.record_id) as current
  from service_records r;
select publish_view('service_records_v_facts');
