-- payments: the monthly cycle. A district pays, for one month, the people of its 户籍 (160号八): prepared, checked, locked,
-- authorised by three different people, sent to the bank, answered, reconciled.

-- Where the money goes. The number is sealed; the blind index finds one account used for two people.
create table payment_accounts (
  elder_id uuid primary key references elders,
  area_code text collate "C" not null,
  kind text not null check (kind in ('elder-card', 'civil-card', 'disability-card', 'special-card', 'social-security-card', 'military-card', 'bank-account')),
  sealed bytea not null,
  last_four text not null check (last_four ~ '^\d{4}$'),
  account_index bytea not null,
  -- Set when the bank sent money back: not paid to again before the account is put right.
  fault text,
  source text not null,
  updated_at timestamptz not null,
  updated_by text not null
);
create index payment_accounts_index on payment_accounts (account_index);
select row_rules('payment_accounts', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table payment_cycles (
  cycle_id uuid primary key,
  -- The paying district.
  area_code text collate "C" not null check (area_code ~ '^\d{6}000000$'),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- 2 and more = a supplementary round of the same month.
  round integer not null check (round >= 1),
  -- The first month this product pays for in the district; nothing before it is paid back.
  floor_month text not null check (floor_month <= month),
  status text not null check (status in ('preparing', 'draft', 'checked', 'locked', 'authorised', 'sent', 'answered', 'reconciled', 'cancelled')),
  prepared_by uuid not null,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamptz,
  locked_by_name text,
  locked_at timestamptz,
  authorised_by uuid,
  authorised_by_name text,
  authorised_at timestamptz,
  -- SM3 of the file to the bank; written at the lock and compared before every later step.
  file_number text,
  file_sm3 text,
  file_count integer,
  file_fen bigint,
  sent_at timestamptz,
  bank_reference text,
  answered_at timestamptz,
  reconciled_at timestamptz,
  reconciled_by_name text,
  run_id uuid,
  note text,
  constraint payment_cycles_checker check (checked_by <> prepared_by),
  constraint payment_cycles_authoriser check (authorised_by <> prepared_by and authorised_by <> checked_by),
  constraint payment_cycles_authorised check (status not in ('authorised', 'sent', 'answered', 'reconciled') or (authorised_by is not null and checked_by is not null)),
  constraint payment_cycles_locked check (status not in ('locked', 'authorised', 'sent', 'answered', 'reconciled') or file_sm3 is not null),
  unique (area_code, month, round)
);
-- One at a time in a district: what one has not finished, another would pay again.
create unique index payment_cycles_open on payment_cycles (area_code) where status not in ('reconciled', 'cancelled');
create unique index payment_cycles_file on payment_cycles (file_number) where file_number is not null;
create index payment_cycles_at on payment_cycles (prepared_at desc, cycle_id);
select row_rules('payment_cycles', '{"area":"area_code"}');

-- One line per person, scheme and month of entitlement. The name is kept: people of the district's 户籍 who live elsewhere
-- are out of its reach in the register.
create table payment_lines (
  elder_id uuid not null references elders,
  line_id uuid not null,
  -- Community of 户籍, which answers for the money; it stays with who paid when the person moves.
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  payer_code text collate "C" not null check (payer_code ~ '^\d{6}000000$'),
  cycle_id uuid not null,
  elder_name text not null,
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('regular', 'back-pay', 'offset')),
  -- Against last month, or why a past month is paid now.
  cause text not null check (cause in ('same', 'new', 'raised', 'lowered', 'resumed', 'late', 'rate', 'returned', 'recovery')),
  amount_fen bigint not null,
  former_fen bigint,
  determination_id uuid,
  recovery_id uuid,
  status text not null check (status in ('due', 'held', 'dropped', 'locked', 'sent', 'paid', 'failed')),
  status_reason text,
  made_at timestamptz not null,
  primary key (elder_id, line_id),
  check (case kind when 'offset' then amount_fen < 0 and recovery_id is not null
    else amount_fen > 0 and determination_id is not null and recovery_id is null end),
  check (status not in ('held', 'dropped', 'failed') or status_reason is not null),
  unique nulls not distinct (cycle_id, elder_id, scheme, month, kind, recovery_id)
);
-- Nobody is paid twice: one living regular line per person, scheme and month in the whole city, and one back-pay under way.
create unique index payment_lines_regular on payment_lines (elder_id, scheme, month)
  where kind = 'regular' and status in ('due', 'locked', 'sent', 'paid');
create unique index payment_lines_back_pay on payment_lines (elder_id, scheme, month)
  where kind = 'back-pay' and status in ('due', 'locked', 'sent');
create index payment_lines_cycle on payment_lines (cycle_id, status);
create index payment_lines_area on payment_lines (area_code, made_at desc, line_id);
create index payment_lines_payer on payment_lines (payer_code, month);
select row_rules('payment_lines', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- Who was paid last month and is not this month, with the reason as the rules gave it when the cycle was prepared.
create table payment_stops (
  elder_id uuid not null references elders,
  cycle_id uuid not null,
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  elder_name text not null,
  former_fen bigint not null check (former_fen > 0),
  reason text not null,
  primary key (elder_id, cycle_id, scheme)
);
create index payment_stops_cycle on payment_stops (cycle_id, elder_name, elder_id);
select row_rules('payment_stops', '{"area":"area_code"}');

-- What the bank is told: one transfer per person and cycle, the sum of the lines after offsets.
create table payment_transfers (
  elder_id uuid not null references elders,
  transfer_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  cycle_id uuid not null,
  -- 20 digits, unique for ever: the bank refuses a second use.
  number text not null unique check (number ~ '^\d{20}$'),
  amount_fen bigint not null check (amount_fen > 0),
  sealed bytea not null,
  last_four text not null,
  status text not null check (status in ('ready', 'sent', 'paid', 'failed')),
  failure text check (failure in ('account-closed', 'name-mismatch', 'account-frozen', 'account-unknown', 'other')),
  failure_note text,
  answered_at timestamptz,
  primary key (elder_id, transfer_id),
  unique (cycle_id, elder_id),
  check ((status = 'failed') = (failure is not null))
);
create index payment_transfers_cycle on payment_transfers (cycle_id, number);
select row_rules('payment_transfers', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- Every result file that was taken in, with the rows that could not be used. The same file twice is one row.
create table payment_results (
  result_id uuid primary key,
  area_code text collate "C" not null,
  cycle_id uuid not null,
  sm3 text not null,
  file_name text not null,
  rows integer not null,
  paid integer not null,
  failed integer not null,
  problems jsonb not null default '[]',
  taken_by text not null,
  taken_at timestamptz not null,
  unique (cycle_id, sm3)
);
select row_rules('payment_results', '{"area":"area_code"}');

-- Recipients drawn to be asked whether the money arrived; the seed makes the draw repeatable.
create table payment_checks (
  elder_id uuid not null references elders,
  check_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  cycle_id uuid not null,
  elder_name text not null,
  amount_fen bigint not null,
  seed text not null,
  draw integer not null,
  status text not null check (status in ('drawn', 'received', 'not-received', 'not-reached')),
  note text,
  answered_by text,
  answered_at timestamptz,
  drawn_at timestamptz not null,
  primary key (elder_id, check_id),
  unique (cycle_id, elder_id)
);
create index payment_checks_cycle on payment_checks (cycle_id, draw);
select row_rules('payment_checks', '{"area":"area_code"}');

-- Money of these lines is on its way or arrived: nothing may lower or remove what it was paid for.
create view payments_v_live with (security_invoker = true) as
  select elder_id, line_id, area_code, payer_code, cycle_id, scheme, month, kind, amount_fen, status
  from payment_lines where status in ('locked', 'sent', 'paid') and kind <> 'offset';
select publish_view('payments_v_live');
grant select on payment_lines to yinian_organisation, yinian_assigned;
