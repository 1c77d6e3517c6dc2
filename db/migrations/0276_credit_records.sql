-- credit-records: what departments hold on providers, institutions and caregivers (licences, audits, penalties, ratings …), as received.
-- A source's number is taken once; who sees a record follows from its sharing scope, which decides area_code, organisation_id and is_public.

create table credit_batches (
  batch_id uuid primary key,
  area_code text collate "C" not null,
  origin text not null check (origin in ('file', 'feed')),
  -- The platform's number of the batch, of a feed.
  sequence integer,
  department text not null,
  file_name text not null,
  file_sm3 text not null,
  rows integer not null,
  taken integer not null,
  refused integer not null,
  -- [{"row":3,"number":"…","because":"…"}], all of them.
  refusals jsonb not null,
  brought_by text not null,
  brought_at timestamptz not null,
  constraint credit_batches_sum check (rows = taken + refused),
  check ((origin = 'feed') = (sequence is not null))
);
create index credit_batches_area on credit_batches (area_code, brought_at desc, batch_id desc);
create unique index credit_batches_sequence on credit_batches (area_code, sequence) where sequence is not null;
select row_rules('credit_batches', '{"area":"area_code"}');

create table credit_records (
  record_id uuid primary key,
  batch_id uuid not null references credit_batches,
  department text collate "C" not null,
  source_number text collate "C" not null,
  kind text not null check (kind in ('licence', 'annual-report', 'audit', 'penalty', 'rating', 'donation', 'award', 'other')),
  subject_kind text not null check (subject_kind in ('provider', 'institution', 'practitioner')),
  subject_id uuid not null,
  subject_name text not null,
  content text not null,
  happened_on date not null,
  -- When this office received it.
  collected_at timestamptz not null,
  scope text not null check (scope in ('public', 'offices', 'district', 'city')),
  -- The lowest office that the scope lets see it; the area of the subject cut at that level.
  area_code text collate "C" not null,
  -- The organisation it concerns, where the scope lets it see it.
  organisation_id uuid,
  is_public boolean not null generated always as (scope = 'public') stored,
  constraint credit_records_source unique (department, source_number),
  check (scope <> 'city' or organisation_id is null)
);
create index credit_records_list on credit_records (collected_at desc, record_id desc);
create index credit_records_subject on credit_records (subject_id, happened_on desc);
create index credit_records_area on credit_records (area_code, collected_at desc);
select row_rules('credit_records', '{"area":"area_code","organisation":"organisation_id","public":"is_public","readOnly":["organisation","public"]}');

-- Whom a record concerns is found by code or name in the directories as published.
create or replace view providers_v_directory with (security_invoker = true) as
  select provider_id, name, class, ownership, status, area_code, longitude, latitude, capacity_per_day,
    case when rating_count > 0 then round(rating_sum::numeric / rating_count, 2) end as rating, rating_count, credit_code
  from providers;
create view workforce_v_names with (security_invoker = true) as
  select caregiver_id, name, provider_id, provider_name, area_code, status from caregivers;
select publish_view('workforce_v_names');
