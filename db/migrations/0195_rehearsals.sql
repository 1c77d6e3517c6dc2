-- rehearsals: drafts of a change of the law, computed on the live register before anybody adopts them; and the budget.

create table rehearsals (
  rehearsal_id uuid primary key,
  area_code text collate "C" not null,
  kind text not null check (kind in ('change', 'forecast', 'beds')),
  name text not null,
  purpose text not null,
  basis text not null,
  starts_month text not null check (starts_month ~ '^\d{4}-\d{2}$'),
  months integer not null check (months between 1 and 48),
  reassessed boolean not null,
  changes jsonb not null,
  status text not null check (status in ('drafting', 'rehearsed', 'submitted', 'signed', 'discarded')),
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamptz,
  signed_by uuid,
  signed_by_name text,
  signed_at timestamptz,
  decision text,
  -- The computing: how far, on which law and which register.
  result_status text not null default 'none' check (result_status in ('none', 'running', 'stopped', 'failed', 'done')),
  run_id uuid,
  -- Everything below this area code is done; a run that was killed goes on here.
  after_area text collate "C",
  law_mark text,
  -- Facts changed by transactions from here on were perhaps not seen.
  through_xid bigint,
  people bigint not null default 0,
  problems bigint not null default 0,
  changed_people bigint not null default 0,
  total bigint not null default 0,
  -- Two halves of the fingerprint of everybody's facts, and the fingerprint of the answer.
  mark_high bigint not null default 0,
  mark_low bigint not null default 0,
  result_mark text,
  ran_at timestamptz,
  error text,
  constraint rehearsals_signer check (signed_by <> submitted_by and signed_by <> made_by),
  constraint rehearsals_signed check ((status = 'signed') = (signed_at is not null) and (signed_at is null) = (decision is null))
);
create index rehearsals_area on rehearsals (area_code, made_at desc, rehearsal_id);
select row_rules('rehearsals', '{"area":"area_code"}');

-- What payers spend by month, under the law in force (old) and the draft (new). One row per part of the run.
create table rehearsal_months (
  rehearsal_id uuid not null references rehearsals on delete cascade,
  area_code text collate "C" not null,
  part text collate "C" not null,
  payer_code text collate "C" not null,
  scheme text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  law text not null check (law in ('old', 'new')),
  fen bigint not null,
  people bigint not null,
  open_fen bigint not null,
  open_people bigint not null,
  -- With the deaths assumed; `coming`: claims that begin later, before the share of those who apply.
  expected_fen double precision not null,
  coming_fen double precision not null,
  city_fen bigint not null,
  city_expected_fen double precision not null,
  city_coming_fen double precision not null,
  primary key (rehearsal_id, part, payer_code, scheme, month, law)
);
select row_rules('rehearsal_months', '{"area":"area_code"}');

-- People and money by street and group.
create table rehearsal_cells (
  rehearsal_id uuid not null references rehearsals on delete cascade,
  area_code text collate "C" not null,
  street_code text collate "C" not null,
  band text not null,
  economic text not null,
  ability text not null,
  card text not null,
  living text not null,
  outcome text not null check (outcome in ('gain', 'enter', 'lose', 'leave', 'mixed', 'open', 'close', 'same', 'none')),
  people bigint not null,
  old_fen bigint not null,
  new_fen bigint not null,
  open_old_fen bigint not null,
  open_new_fen bigint not null,
  primary key (rehearsal_id, street_code, band, economic, ability, card, living, outcome)
);
select row_rules('rehearsal_cells', '{"area":"area_code"}');

-- Places where one step costs money.
create table rehearsal_cliffs (
  rehearsal_id uuid not null references rehearsals on delete cascade,
  area_code text collate "C" not null,
  part text collate "C" not null,
  key text not null,
  people bigint not null,
  primary key (rehearsal_id, part, key)
);
select row_rules('rehearsal_cliffs', '{"area":"area_code"}');

-- Whoever the draft touches, so that every figure opens its people. `street_code` and the groups are of the day of the run.
create table rehearsal_people (
  elder_id uuid not null references elders,
  rehearsal_id uuid not null references rehearsals on delete cascade,
  area_code text collate "C" not null,
  street_code text collate "C" not null,
  band text not null,
  economic text not null,
  ability text not null,
  card text not null,
  living text not null,
  outcome text not null check (outcome in ('gain', 'enter', 'lose', 'leave', 'mixed', 'open', 'close', 'same', 'none')),
  first_month text,
  old_month_fen bigint not null,
  new_month_fen bigint not null,
  old_fen bigint not null,
  new_fen bigint not null,
  open_old_fen bigint not null,
  open_new_fen bigint not null,
  cliffs text[],
  primary key (elder_id, rehearsal_id)
);
create index rehearsal_people_rehearsal on rehearsal_people (rehearsal_id, street_code, elder_id);
select row_rules('rehearsal_people', '{"area":"area_code"}');

-- What finance has been given: one row per paying district, scheme and year; every change is in the audit.
create table budget_lines (
  area_code text collate "C" not null check (area_code ~ '^\d{6}000000$'),
  scheme text not null,
  year integer not null check (year between 2019 and 2100),
  fen bigint not null check (fen >= 0),
  source text not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (area_code, scheme, year)
);
select row_rules('budget_lines', '{"area":"area_code"}');
