-- letters: 受理单、决定书、告知书、停发和追缴通知书, as issued, and the call list for people without an account.

-- One row a version. Nothing changes after it was issued but the area that answers for the person, and the person's own
-- record when two records turn out to be one.
create table letters (
  elder_id uuid not null references elders,
  letter_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_name text not null,
  kind text not null check (kind in ('receipt', 'grant', 'refuse', 'found', 'result', 'stop', 'recover')),
  issuer_code text collate "C" not null,
  series text not null,
  year integer not null,
  serial integer not null check (serial > 0),
  version integer not null check (version > 0),
  number text not null,
  about text not null,
  subject_kind text not null,
  subject_id uuid not null,
  template_version text not null,
  paper jsonb not null,
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  issued_by_name text not null,
  reason text,
  -- Accounts that got a message of it; 0 = the person stands on the call list.
  receivers integer not null,
  primary key (elder_id, letter_id),
  check ((version = 1) = (reason is null))
);
create unique index letters_number on letters (issuer_code, series, year, serial, version);
create unique index letters_id on letters (letter_id);
create index letters_subject on letters (subject_id, kind, elder_id, version);
create index letters_area on letters (area_code, issued_at desc, letter_id desc);
select row_rules('letters', '{"area":"area_code","family":"elder_id","readOnly":["area","family"]}');
revoke update, delete on letters from yinian_batch;
grant update (elder_id, area_code) on letters to yinian_batch;

-- The last number an office has used, by series and year.
create table letter_numbers (
  issuer_code text collate "C" not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (issuer_code, series, year)
);
select row_rules('letter_numbers', '{"area":"issuer_code","readOnly":["area"]}');

-- Who must be rung up or called on; at most one open row a person, so that one call tells everything.
create table letter_tellings (
  elder_id uuid not null references elders,
  telling_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  status text not null check (status in ('waiting', 'visiting', 'told', 'dropped')),
  has_phone boolean not null,
  letter_ids uuid[] not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (elder_id, telling_id),
  check ((status in ('told', 'dropped')) = (ended_at is not null))
);
create unique index letter_tellings_open on letter_tellings (elder_id) where status in ('waiting', 'visiting');
create unique index letter_tellings_id on letter_tellings (telling_id);
create index letter_tellings_area on letter_tellings (area_code, opened_at desc, telling_id desc);
select row_rules('letter_tellings', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

create view accounts_v_elder_posts with (security_invoker = true) as
  select account_id, elder_id, role, area_code, from_on, to_on from posts where elder_id is not null;
select publish_view('accounts_v_elder_posts');

create view elders_v_reach with (security_invoker = true) as
  select s.elder_id, s.phone_index is not null or exists (select from elder_contacts c
    where c.elder_id = s.elder_id and c.removed_at is null) as has_phone
  from elder_sealed s;
select publish_view('elders_v_reach');

create view payments_v_stops with (security_invoker = true) as
  select s.elder_id, s.cycle_id, c.month, s.scheme, s.area_code, s.payer_code, s.former_fen, s.reason
  from payment_stops s join payment_cycles c on c.cycle_id = s.cycle_id;
select publish_view('payments_v_stops');
