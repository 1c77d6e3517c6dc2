-- benefits: applications, offers, monthly determinations and the batches that made them.

-- What only the benefits desk knows: other benefits drawn, prison, declared missing.
create table benefit_facts (
  elder_id uuid primary key references elders,
  area_code text collate "C" not null,
  other_benefits jsonb not null default '[]',
  imprisoned_on date,
  released_on date,
  declared_missing_on date,
  source text not null,
  updated_at timestamptz not null,
  updated_by text not null
);
select row_rules('benefit_facts', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table benefit_applications (
  elder_id uuid not null references elders,
  application_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  status text not null check (status in ('applied', 'disputed', 'granted', 'refused', 'withdrawn')),
  applied_on date not null,
  applied_at timestamptz not null,
  applied_by uuid not null,
  applied_by_name text not null,
  note text,
  checked_by uuid,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  primary key (elder_id, application_id),
  check ((status in ('granted', 'refused')) = (decided_at is not null))
);
create unique index benefit_applications_one on benefit_applications (elder_id, scheme) where status in ('applied', 'disputed', 'granted');
create index benefit_applications_id on benefit_applications (application_id);
create index benefit_applications_area on benefit_applications (area_code, applied_at desc, application_id);
create index benefit_applications_status on benefit_applications (status, area_code, applied_at desc);
select row_rules('benefit_applications', '{"area":"area_code","family":"elder_id"}');

create table benefit_offers (
  elder_id uuid not null references elders,
  offer_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  status text not null check (status in ('found', 'notified', 'claimed', 'declined', 'lapsed')),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  amount_fen bigint not null check (amount_fen > 0),
  sentence text not null,
  found_at timestamptz not null,
  note text,
  primary key (elder_id, offer_id),
  -- One offer per scheme and person: declined once is not offered every month again.
  unique (elder_id, scheme)
);
create index benefit_offers_id on benefit_offers (offer_id);
create index benefit_offers_area on benefit_offers (area_code, found_at desc, offer_id);
create index benefit_offers_status on benefit_offers (status, area_code, found_at desc);
select row_rules('benefit_offers', '{"area":"area_code","family":"elder_id"}');

-- One row per person, scheme and month with money; the reasons carry parameter, 文号 and clause as they stood.
create table benefit_determinations (
  elder_id uuid not null references elders,
  determination_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  amount_fen bigint not null check (amount_fen > 0),
  from_month text not null check (from_month ~ '^\d{4}-\d{2}$'),
  paid_by text,
  reasons jsonb not null,
  document_numbers text[] not null,
  determined_at timestamptz not null,
  batch_id uuid,
  primary key (elder_id, scheme, month)
);
create index benefit_determinations_id on benefit_determinations (determination_id);
create index benefit_determinations_month on benefit_determinations (month, area_code, determination_id);
select row_rules('benefit_determinations', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table benefit_batches (
  batch_id uuid primary key,
  area_code text collate "C" not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  people integer not null default 0,
  total integer not null default 0,
  granted integer not null default 0,
  offers integer not null default 0,
  amount_fen bigint not null default 0,
  problems integer not null default 0,
  -- Where the next page starts, in the order of people; a job that was killed goes on here.
  after_area text collate "C",
  after_name text collate "C",
  after_elder uuid,
  requested_by text not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  error text
);
create unique index benefit_batches_running on benefit_batches (area_code, month) where status in ('waiting', 'running');
create index benefit_batches_area on benefit_batches (area_code, requested_at desc);
select row_rules('benefit_batches', '{"area":"area_code"}');

create view benefits_v_determinations with (security_invoker = true) as
  select determination_id, elder_id, area_code, happened_area, scheme, month, amount_fen, from_month, paid_by
  from benefit_determinations;
select publish_view('benefits_v_determinations');
create view benefits_v_offers with (security_invoker = true) as
  select offer_id, elder_id, area_code, scheme, status, month, amount_fen from benefit_offers;
select publish_view('benefits_v_offers');
grant select on benefit_determinations, benefit_offers to yinian_organisation, yinian_assigned;
