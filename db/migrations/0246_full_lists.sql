-- comparisons: whom a full list does not name, and every receipt of a feed.

alter table comparison_batches
  -- The list names everybody of the area who is of its kind: who is not on it is a difference too.
  add column full_list boolean not null default false,
  add column missing integer not null default 0,
  -- Whom a row that could not be told apart or read may mean: not counted as missing.
  add column unsure integer not null default 0,
  -- How far the register was walked for them.
  add column swept_to uuid;
alter table comparison_rows add column maybe uuid[];
create index comparison_rows_person on comparison_rows (elder_id, batch_id) where elder_id is not null;
alter table comparison_differences add column missing boolean not null default false;

-- Each time something was asked of the exchange: what came, or why nothing was taken.
create table comparison_receipts (
  receipt_id uuid primary key,
  area_code text collate "C" not null,
  kind text not null check (kind in ('hukou', 'death', 'disability', 'hardship', 'insurance', 'roster')),
  outcome text not null check (outcome in ('came', 'nothing', 'refused')),
  -- wrong = not signed by the shared secret, so nothing was taken; unseen = it did not come so far.
  signature text not null check (signature in ('right', 'wrong', 'unseen')),
  sequence integer,
  sender text,
  rows integer,
  batch_id uuid,
  because text,
  at timestamptz not null,
  by_name text not null,
  check ((outcome = 'came') = (batch_id is not null))
);
create index comparison_receipts_area on comparison_receipts (area_code, at desc, receipt_id desc);
select row_rules('comparison_receipts', '{"area":"area_code"}');
