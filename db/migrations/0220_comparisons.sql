-- comparisons: tables and feeds of other departments against the register, row by row; differences are a work list.

create table comparison_batches (
  batch_id uuid primary key,
  -- Area of whoever brought it: the reach inside which people are sought.
  area_code text collate "C" not null,
  kind text not null check (kind in ('hukou', 'death', 'disability', 'hardship', 'insurance', 'roster')),
  origin text not null check (origin in ('file', 'feed')),
  sequence integer,
  sender text not null,
  as_of date not null,
  file_name text not null,
  file_bytes bigint not null,
  file_sm3 text not null,
  file_says text not null,
  -- The key of the working file.
  sealed bytea not null,
  sheet integer not null,
  heading_row integer not null,
  headings jsonb not null,
  mapping jsonb not null,
  notes jsonb not null default '[]',
  status text not null check (status in ('uploaded', 'comparing', 'compared', 'failed', 'discarded')),
  rows integer not null default 0,
  matched integer not null default 0,
  differs integer not null default 0,
  not_found integer not null default 0,
  ambiguous integer not null default 0,
  unreadable integer not null default 0,
  -- How far the file was read: a stopped comparison goes on below this row.
  last_row integer not null default 0,
  run_id uuid,
  started_by uuid not null,
  started_by_post uuid,
  started_by_name text not null,
  started_by_role text not null,
  uploaded_at timestamptz not null,
  compared_at timestamptz,
  error text,
  constraint comparison_batches_sum check (rows = matched + differs + not_found + ambiguous + unreadable),
  check ((origin = 'feed') = (sequence is not null))
);
create index comparison_batches_area on comparison_batches (area_code, uploaded_at desc, batch_id);
-- The same batch delivered again makes no second one.
create unique index comparison_batches_sequence on comparison_batches (area_code, kind, sequence) where sequence is not null;
select row_rules('comparison_batches', '{"area":"area_code"}');

-- What a table brought stays with the office that sent it: area_code is the batch's.
create table comparison_rows (
  batch_id uuid not null,
  row_number integer not null,
  area_code text collate "C" not null,
  outcome text not null check (outcome in ('matched', 'differs', 'not-found', 'ambiguous', 'unreadable')),
  elder_id uuid references elders,
  identity_index bytea,
  -- Name and masked number of whoever is not in the register.
  sealed bytea,
  because text,
  difference_id uuid,
  -- 医保支出: what the person paid, in fen, and the year it belongs to.
  cost_fen bigint check (cost_fen >= 0),
  period text,
  primary key (batch_id, row_number)
);
create index comparison_rows_outcome on comparison_rows (batch_id, outcome, row_number);
create index comparison_rows_identity on comparison_rows (batch_id, identity_index) where identity_index is not null;
select row_rules('comparison_rows', '{"area":"area_code"}');

create table comparison_differences (
  elder_id uuid not null references elders,
  difference_id uuid not null,
  area_code text collate "C" not null,
  batch_id uuid not null,
  row_number integer not null,
  kind text not null check (kind in ('hukou', 'death', 'disability', 'hardship', 'insurance', 'roster')),
  sender text not null,
  source_number text,
  as_of date not null,
  elder_name text not null,
  -- [{"field":"economicClass","ours":"低保","theirs":"none"}], clear fields only.
  fields jsonb not null,
  owner_role text not null check (owner_role in ('community', 'street', 'district')),
  status text not null check (status in ('open', 'proposed', 'adopted', 'refused')),
  correction_id uuid,
  note text,
  found_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (elder_id, difference_id)
);
create unique index comparison_differences_id on comparison_differences (difference_id);
create unique index comparison_differences_open on comparison_differences (elder_id, kind) where status in ('open', 'proposed');
create index comparison_differences_area on comparison_differences (area_code, status, found_at desc);
create index comparison_differences_batch on comparison_differences (batch_id);
create index comparison_differences_correction on comparison_differences (correction_id) where correction_id is not null;
select row_rules('comparison_differences', '{"area":"area_code"}');

create table comparison_feeds (
  area_code text collate "C" not null,
  kind text not null check (kind in ('hukou', 'death', 'disability', 'hardship', 'insurance', 'roster')),
  last_sequence integer not null default 0,
  last_at timestamptz,
  last_rows integer,
  last_error text,
  failed_at timestamptz,
  primary key (area_code, kind)
);
select row_rules('comparison_feeds', '{"area":"area_code"}');

-- Which columns a sender's headings are: one row a heading.
create table comparison_headings (
  area_code text collate "C" not null,
  sender text not null,
  heading text not null,
  field text,
  used_at timestamptz not null,
  primary key (area_code, sender, heading)
);
select row_rules('comparison_headings', '{"area":"area_code"}');

create view comparisons_v_medical with (security_invoker = true) as
  select r.batch_id, r.row_number, r.elder_id, r.cost_fen, coalesce(r.period, substr(b.as_of::text, 1, 4)) as period,
    b.sender, b.as_of, r.area_code
  from comparison_rows r join comparison_batches b on b.batch_id = r.batch_id
  where b.kind = 'insurance' and r.elder_id is not null and r.cost_fen is not null and r.outcome in ('matched', 'differs');
select publish_view('comparisons_v_medical');
