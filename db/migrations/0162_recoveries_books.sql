-- payments: what was paid and should not have been; books: the money of the cycles in double entry.

-- Found by comparing paid lines with the rest of the product; a person decides before anything is asked back.
create table payment_findings (
  elder_id uuid not null references elders,
  finding_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  elder_name text not null,
  rule text not null check (rule in ('dead-yet-paid', 'moved-yet-paid', 'institution-and-home', 'two-districts', 'not-entitled')),
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  -- Months concerned and their money: [{"month":"2025-05","lineId":"…","fen":10000}].
  months jsonb not null,
  amount_fen bigint not null check (amount_fen > 0),
  sentence text not null,
  -- The same fact is found once: rule, scheme and first month.
  first_month text not null,
  status text not null check (status in ('found', 'confirmed', 'dismissed')),
  note text,
  found_at timestamptz not null,
  decided_by text,
  decided_by_account uuid,
  decided_at timestamptz,
  recovery_id uuid,
  primary key (elder_id, finding_id),
  unique (elder_id, rule, scheme, first_month)
);
create index payment_findings_area on payment_findings (area_code, status, found_at desc);
select row_rules('payment_findings', '{"area":"area_code"}');

create table payment_recoveries (
  elder_id uuid not null references elders,
  recovery_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  elder_name text not null,
  scheme text not null check (scheme in ('hardship', 'care', 'advancedAge')),
  rule text not null,
  reason text not null,
  status text not null check (status in ('open', 'instalments', 'write-off-asked', 'settled', 'written-off')),
  total_fen bigint not null check (total_fen > 0),
  balance_fen bigint not null check (balance_fen between 0 and total_fen),
  -- At most this much is taken from each later payment; 0 = not offset.
  offset_fen bigint not null default 0 check (offset_fen >= 0),
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  write_off_asked_by uuid,
  write_off_asked_by_name text,
  write_off_reason text,
  write_off_approved_by uuid,
  write_off_approved_by_name text,
  closed_at timestamptz,
  primary key (elder_id, recovery_id),
  constraint payment_recoveries_write_off check (write_off_approved_by <> write_off_asked_by),
  check ((status in ('settled', 'written-off')) = (balance_fen = 0))
);
create index payment_recoveries_area on payment_recoveries (area_code, opened_at desc, recovery_id);
create index payment_recoveries_payer on payment_recoveries (payer_code, status);
select row_rules('payment_recoveries', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table recovery_instalments (
  elder_id uuid not null references elders,
  recovery_id uuid not null,
  number integer not null check (number >= 1),
  area_code text collate "C" not null,
  due_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (elder_id, recovery_id, number)
);
select row_rules('recovery_instalments', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');
-- A new plan replaces what was agreed before.
grant delete on recovery_instalments to yinian_batch;

-- What brought the balance down: money returned, taken from a later payment, or written off. Never changed.
create table recovery_entries (
  elder_id uuid not null references elders,
  entry_id uuid not null,
  recovery_id uuid not null,
  area_code text collate "C" not null,
  kind text not null check (kind in ('repaid', 'offset', 'offset-returned', 'written-off')),
  amount_fen bigint not null check (amount_fen <> 0),
  line_id uuid,
  note text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (elder_id, entry_id),
  check ((kind = 'offset-returned') = (amount_fen < 0))
);
create unique index recovery_entries_line on recovery_entries (line_id, kind) where line_id is not null;
create index recovery_entries_recovery on recovery_entries (recovery_id, entered_at);
select row_rules('recovery_entries', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- books: each row takes an amount from one account and gives it to another, so that no posting can be out of balance.
create table book_entries (
  entry_id uuid primary key,
  -- The district whose books these are.
  area_code text collate "C" not null check (area_code ~ '^\d{6}000000$'),
  debit_account text not null check (debit_account ~ '^[a-z-]+(\.[a-zA-Z]+)?$'),
  credit_account text not null check (credit_account ~ '^[a-z-]+(\.[a-zA-Z]+)?$'),
  amount_fen bigint not null check (amount_fen > 0),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  subject_kind text not null,
  subject_id uuid not null,
  -- The same step of the same subject posts once, however often it is tried.
  step text not null,
  note text not null,
  posted_by text not null,
  posted_at timestamptz not null,
  check (debit_account <> credit_account),
  unique (subject_id, step, debit_account, credit_account)
);
create index book_entries_area on book_entries (area_code, posted_at desc, entry_id);
select row_rules('book_entries', '{"area":"area_code"}');
-- A wrong posting is answered by a contrary one, never by a change.
revoke update on book_entries from yinian_area, yinian_batch;
revoke delete on book_entries from yinian_batch;

-- What the payment records say the books must hold: authorised and not arrived, at the bank, owed back.
create view payments_v_payable with (security_invoker = true) as
  select l.area_code, l.payer_code, l.elder_id, l.amount_fen as fen from payment_lines l
  join payment_cycles c on c.cycle_id = l.cycle_id
  where l.status in ('locked', 'sent') and c.status in ('authorised', 'sent', 'answered', 'reconciled');
select publish_view('payments_v_payable');
create view payments_v_in_transit with (security_invoker = true) as
  select area_code, payer_code, elder_id, amount_fen as fen from payment_transfers where status = 'sent';
select publish_view('payments_v_in_transit');
create view payments_v_receivable with (security_invoker = true) as
  select area_code, payer_code, elder_id, balance_fen as fen from payment_recoveries;
select publish_view('payments_v_receivable');

-- Other benefits drawn, for the comparison of payments with them.
create view benefits_v_facts with (security_invoker = true) as
  select elder_id, area_code, other_benefits, updated_at from benefit_facts;
select publish_view('benefits_v_facts');
