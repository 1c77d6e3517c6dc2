-- vouchers: 服务券, money a person holds and spends at any provider of the catalogue (补人头). A scheme is a district's
-- configuration; an issue finds the people by its rule and is checked by another person; a redemption pays part of one
-- settlement line and is owed to the provider until a statement puts it to payment.

create table voucher_schemes (
  scheme_id uuid primary key,
  -- The district that issues and pays.
  area_code text collate "C" not null check (area_code ~ '^\d{6}000000$'),
  name text not null,
  -- {"minAge":null,"abilityLevels":[2,3,4],"economicClasses":[],"tags":[]}: every group that names something must hold.
  rule jsonb not null,
  value_fen bigint not null check (value_fen > 0),
  period text not null check (period in ('month', 'once')),
  -- Months a month's voucher may be kept beyond its own.
  keep_months integer not null check (keep_months between 0 and 11),
  items text[] not null check (cardinality(items) > 0),
  item_names text[] not null,
  valid_from date not null,
  valid_to date not null,
  basis text not null,
  -- None = the value is the district's own configuration, shown as such.
  document_number text,
  confidence text not null check (confidence in ('found', 'designDefault')),
  status text not null check (status in ('draft', 'active', 'stopped', 'discarded')),
  note text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  constraint voucher_schemes_two_people check (checked_by <> made_by),
  check (valid_to >= valid_from),
  check ((document_number is null) = (confidence = 'designDefault')),
  check (status not in ('active', 'stopped') or checked_by is not null)
);
create index voucher_schemes_area on voucher_schemes (area_code, made_at desc, scheme_id desc);
select row_rules('voucher_schemes', '{"area":"area_code"}');

create table voucher_issues (
  issue_id uuid primary key,
  scheme_id uuid not null references voucher_schemes,
  area_code text collate "C" not null,
  -- 2025-06, or once.
  period_key text not null,
  valid_from date not null,
  valid_to date not null,
  status text not null check (status in ('draft', 'issued', 'cancelled')),
  note text,
  -- As it was checked: who moves away later stays counted.
  people integer,
  total_fen bigint,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamptz,
  constraint voucher_issues_two_people check (checked_by <> made_by),
  check ((status = 'issued') = (people is not null and total_fen is not null and checked_by is not null))
);
create unique index voucher_issues_draft on voucher_issues (scheme_id, period_key) where status = 'draft';
create index voucher_issues_scheme on voucher_issues (scheme_id, made_at desc);
select row_rules('voucher_issues', '{"area":"area_code"}');

create table vouchers (
  elder_id uuid not null references elders,
  voucher_id uuid not null,
  scheme_id uuid not null,
  issue_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  -- The district that owes what is spent, wherever the person lives later.
  payer_code text collate "C" not null,
  scheme_name text not null,
  period_key text not null,
  elder_name text not null,
  because text not null,
  items text[] not null,
  item_names text[] not null,
  value_fen bigint not null check (value_fen > 0),
  balance_fen bigint not null,
  valid_from date not null,
  valid_to date not null,
  confidence text not null,
  document_number text,
  status text not null check (status in ('proposed', 'active', 'stopped', 'removed')),
  -- A service of this day or before is still paid: it is confirmed some days later.
  stopped_on date,
  stop_cause text check (stop_cause in ('death', 'moved', 'move-out', 'desk')),
  note text,
  issued_at timestamptz,
  primary key (elder_id, voucher_id),
  -- Never more than its value, never below nothing: what two orders at once must not break either.
  constraint vouchers_balance check (balance_fen between 0 and value_fen),
  check (status <> 'stopped' or (stopped_on is not null and stop_cause is not null)),
  check (status <> 'removed' or note is not null)
);
-- Nobody twice for one scheme and period.
create unique index vouchers_once on vouchers (scheme_id, period_key, elder_id) where status <> 'removed';
create unique index vouchers_id on vouchers (voucher_id);
create index vouchers_issue on vouchers (issue_id, area_code, elder_name, voucher_id);
select row_rules('vouchers', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create table voucher_redemptions (
  elder_id uuid not null,
  redemption_id uuid not null,
  voucher_id uuid not null,
  scheme_id uuid not null,
  scheme_name text not null,
  -- Where the person lived when the service was settled; it stays with the district that owes it.
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  kind text not null check (kind in ('redeem', 'return')),
  -- Below zero for what is given back.
  amount_fen bigint not null,
  returns_id uuid,
  provider_id uuid not null,
  provider_name text not null,
  order_id uuid not null,
  record_id uuid not null,
  item_code text not null,
  item_name text not null,
  elder_name text not null,
  served_on date not null,
  reason text not null,
  made_at timestamptz not null,
  statement_id uuid,
  primary key (elder_id, redemption_id),
  check (case kind when 'redeem' then amount_fen > 0 and returns_id is null else amount_fen < 0 and returns_id is not null end)
);
create unique index voucher_redemptions_id on voucher_redemptions (redemption_id);
create unique index voucher_redemptions_once on voucher_redemptions (voucher_id, record_id) where kind = 'redeem';
create unique index voucher_redemptions_returned on voucher_redemptions (returns_id) where returns_id is not null;
create index voucher_redemptions_record on voucher_redemptions (record_id);
create index voucher_redemptions_provider on voucher_redemptions (provider_id, served_on);
create index voucher_redemptions_scheme on voucher_redemptions (scheme_id, made_at desc);
create index voucher_redemptions_made on voucher_redemptions (made_at desc, redemption_id desc);
create index voucher_redemptions_open on voucher_redemptions (payer_code, provider_id) where statement_id is null;
select row_rules('voucher_redemptions', '{"area":"area_code","organisation":"provider_id","family":"elder_id","readOnly":["area","organisation","family"]}');
-- A redemption is never changed: only the statement that pays it, and whose it is after a merge, are set later.
revoke update on voucher_redemptions from yinian_batch;
grant update (elder_id, statement_id) on voucher_redemptions to yinian_batch;

create table voucher_statements (
  statement_id uuid primary key,
  area_code text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  -- Redemptions of services up to the end of this month that no statement had.
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen > 0),
  redemptions integer not null,
  status text not null check (status in ('submitted', 'paid')),
  made_by_name text not null,
  made_at timestamptz not null,
  paid_on date,
  check ((status = 'paid') = (paid_on is not null))
);
create index voucher_statements_made on voucher_statements (made_at desc, statement_id desc);
select row_rules('voucher_statements', '{"area":"area_code","organisation":"provider_id","readOnly":["organisation"]}');

-- For the books: what was redeemed and not given back, by the district that owes it.
create view vouchers_v_redeemed with (security_invoker = true) as
  select redemption_id, area_code, payer_code, provider_id, served_on, amount_fen as fen from voucher_redemptions;
select publish_view('vouchers_v_redeemed');
