-- payments: money decided elsewhere (temporary relief, funeral money, festival visits, subsidies of organisations) is paid
-- through the same cycle as the monthly allowances: listed, checked, locked, authorised, sent, answered, reconciled.

-- One decision that is to be paid once. Whose account: the elder's own, or that of another payee (an organisation, or who
-- buried the elder), named by other_payee_id.
create table payment_payables (
  payable_id uuid primary key,
  source_kind text not null check (source_kind in ('relief-application', 'funeral-claim', 'festival-visit', 'subsidy-statement')),
  source_id uuid not null,
  scheme text not null check (scheme in ('temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal')),
  elder_id uuid references elders,
  other_payee_id uuid,
  payee_name text not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null check (payer_code ~ '^\d{6}000000$'),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen > 0),
  sentence text not null,
  status text not null check (status in ('waiting', 'paid', 'withdrawn')),
  status_reason text,
  submitted_by_name text not null,
  submitted_at timestamptz not null,
  paid_on date,
  -- The same decision is put to payment once, however often it is tried.
  unique (source_kind, source_id),
  check (elder_id is not null or other_payee_id is not null),
  check ((status = 'paid') = (paid_on is not null)),
  check ((status = 'withdrawn') = (status_reason is not null))
);
create index payment_payables_payer on payment_payables (payer_code, status);
create index payment_payables_area on payment_payables (area_code, submitted_at desc, payable_id desc);
create index payment_payables_elder on payment_payables (elder_id) where elder_id is not null;
select row_rules('payment_payables', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- Accounts of payees who are no elder. Sealed like an elder's, bound to the payee.
create table payment_other_accounts (
  payee_id uuid primary key,
  area_code text collate "C" not null,
  payee_name text not null,
  sealed bytea not null,
  last_four text not null check (last_four ~ '^\d{4}$'),
  account_index bytea not null,
  fault text,
  source text not null,
  updated_at timestamptz not null,
  updated_by text not null
);
select row_rules('payment_other_accounts', '{"area":"area_code"}');

-- Lines and transfers name their payee: the elder, or another.
alter table payment_lines drop constraint payment_lines_pkey;
alter table payment_lines add primary key (line_id);
alter table payment_lines alter column elder_id drop not null;
alter table payment_lines add column payable_id uuid;
alter table payment_lines add column other_payee_id uuid;
alter table payment_lines add check (elder_id is not null or other_payee_id is not null);
create index payment_lines_elder on payment_lines (elder_id, scheme, month);
create index payment_lines_payable on payment_lines (payable_id) where payable_id is not null;
alter table payment_lines drop constraint payment_lines_scheme_check;
alter table payment_lines add constraint payment_lines_scheme_check check (scheme in
  ('hardship', 'care', 'advancedAge', 'temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal'));
alter table payment_lines drop constraint payment_lines_kind_check;
alter table payment_lines add constraint payment_lines_kind_check check (kind in ('regular', 'back-pay', 'one-off', 'offset'));
alter table payment_lines drop constraint payment_lines_cause_check;
alter table payment_lines add constraint payment_lines_cause_check check (cause in
  ('same', 'new', 'raised', 'lowered', 'resumed', 'late', 'rate', 'returned', 'granted', 'recovery'));
alter table payment_lines drop constraint payment_lines_check;
alter table payment_lines add constraint payment_lines_check check (case kind
  when 'offset' then amount_fen < 0 and recovery_id is not null
  when 'one-off' then amount_fen > 0 and payable_id is not null and recovery_id is null
  else amount_fen > 0 and determination_id is not null and recovery_id is null and elder_id is not null end);
alter table payment_lines drop constraint payment_lines_once;
alter table payment_lines add constraint payment_lines_once
  unique nulls not distinct (cycle_id, elder_id, scheme, month, kind, recovery_id, payable_id, merged_from);
-- A decision has one living line in the whole city: it is never paid twice.
create unique index payment_lines_one_off on payment_lines (payable_id)
  where kind = 'one-off' and status in ('due', 'locked', 'sent', 'paid');

alter table payment_transfers drop constraint payment_transfers_pkey;
alter table payment_transfers add primary key (transfer_id);
alter table payment_transfers alter column elder_id drop not null;
alter table payment_transfers add column other_payee_id uuid;
alter table payment_transfers add check (elder_id is not null or other_payee_id is not null);
create index payment_transfers_elder on payment_transfers (elder_id);
alter table payment_transfers drop constraint payment_transfers_once;
create unique index payment_transfers_once on payment_transfers (cycle_id, coalesce(other_payee_id, elder_id), merged_from) nulls not distinct;

-- Every account money can go to, by payee.
create view payments_v_payees with (security_invoker = true) as
  select elder_id as payee_id, sealed, last_four, fault from payment_accounts
  union all select payee_id, sealed, last_four, fault from payment_other_accounts;
select publish_view('payments_v_payees');

create or replace view payments_v_live with (security_invoker = true) as
  select elder_id, line_id, area_code, payer_code, cycle_id, scheme, month, kind, amount_fen, status
  from payment_lines where status in ('locked', 'sent', 'paid') and kind in ('regular', 'back-pay');
