-- subsidies: what organisations get for the people they serve, computed from who signed, stayed and ate; each figure keeps
-- the people that make it.

-- Who is served in a place: a signed service agreement (station), a stay (institution), a meal (meal point). A row answers
-- to the place's area: its district pays, wherever the person lives.
create table place_uses (
  use_id uuid primary key,
  kind text not null check (kind in ('agreement', 'stay', 'meal')),
  facility_id uuid not null,
  facility_name text not null,
  organisation_id uuid,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_id uuid not null references elders,
  elder_name text not null,
  from_on date not null,
  -- The last day; null = still. A meal is one day.
  to_on date check (to_on >= from_on),
  -- Number of the agreement.
  number text,
  bill_fen bigint check (bill_fen >= 0),
  ended_because text,
  entered_by text not null,
  entered_at timestamptz not null,
  check (case kind when 'meal' then to_on = from_on and bill_fen is not null
    when 'agreement' then number is not null and bill_fen is null else bill_fen is null end)
);
-- 每人每天一次: a second meal of the day is not subsidised, wherever it is eaten.
create unique index place_uses_meal on place_uses (elder_id, from_on) where kind = 'meal';
-- One agreement, one bed at a time.
create unique index place_uses_open on place_uses (elder_id, kind) where kind <> 'meal' and to_on is null;
create index place_uses_area on place_uses (area_code, entered_at desc, use_id desc);
create index place_uses_facility on place_uses (facility_id, kind, from_on);
select row_rules('place_uses', '{"area":"area_code","organisation":"organisation_id"}');

-- Whether a station is a rural one: no register says so.
create table station_facts (
  facility_id uuid primary key,
  area_code text collate "C" not null,
  rural boolean not null,
  basis text not null,
  set_by text not null,
  set_at timestamptz not null
);
select row_rules('station_facts', '{"area":"area_code"}');

-- One place, kind and month.
create table subsidy_statements (
  statement_id uuid primary key,
  scheme text not null check (scheme in ('station', 'institutionOperating', 'meal')),
  facility_id uuid not null,
  facility_name text not null,
  organisation_id uuid,
  payee_name text not null,
  area_code text collate "C" not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  status text not null check (status in ('computed', 'approved', 'paid', 'cancelled')),
  amount_fen bigint not null check (amount_fen >= 0),
  people integer not null,
  -- Lines with sentence, amount, document, clause and confidence, as the rule gave them.
  lines jsonb not null,
  -- What the amounts were computed from; compared again before it is approved.
  fingerprint text not null,
  version text not null,
  computed_by uuid not null,
  computed_by_name text not null,
  computed_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  paid_on date,
  note text,
  constraint subsidy_statements_two_people check (approved_by <> computed_by),
  check (status not in ('approved', 'paid') or approved_by is not null),
  check ((status = 'paid') = (paid_on is not null))
);
create unique index subsidy_statements_live on subsidy_statements (facility_id, scheme, month) where status <> 'cancelled';
create index subsidy_statements_area on subsidy_statements (area_code, computed_at desc, statement_id desc);
select row_rules('subsidy_statements', '{"area":"area_code","organisation":"organisation_id","readOnly":["organisation"]}');

-- The people behind a statement, counted or not and why.
create table subsidy_people (
  statement_id uuid not null,
  elder_id uuid not null references elders,
  elder_name text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  scheme text not null,
  month text not null,
  days integer not null,
  -- Days with the diner's own 5 yuan; meals only.
  diner_days integer,
  ability_level integer,
  counted boolean not null,
  because text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  -- False once the statement is cancelled.
  holds boolean not null default true,
  primary key (statement_id, elder_id)
);
-- Nobody is counted by two places for one month (meals are counted by the day).
create unique index subsidy_people_once on subsidy_people (elder_id, scheme, month) where counted and holds and scheme <> 'meal';
create index subsidy_people_area on subsidy_people (area_code);
select row_rules('subsidy_people', '{"area":"area_code","organisation":"organisation_id","readOnly":["organisation"]}');
