-- home-care-beds: 家庭养老床位, its pauses, its contract and the trace of signing.

create table home_care_beds (
  bed_id uuid primary key,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  status text not null check (status in ('applied', 'eligible', 'assessed', 'designed', 'built', 'accepted', 'contracted', 'in-service', 'suspended', 'ended', 'rejected')),
  elder_name text not null,
  elder_sex text not null,
  elder_born_on date not null,
  road text,
  compound text,
  ability_level integer,
  provider_id uuid,
  provider_name text,
  wish text,
  applied_on date not null,
  applied_by text not null,
  eligible_on date,
  eligible_reasons text[] not null default '{}',
  assessed_on date,
  findings text,
  designed_on date,
  care_package text,
  devices text[] not null default '{}',
  built_on date,
  built_note text,
  accepted_on date,
  acceptance_note text,
  evidence uuid[] not null default '{}',
  contracted_on date,
  in_service_on date,
  ended_on date,
  end_reason text,
  next_due_on date,
  next_due_provisional boolean not null default false,
  changed_at timestamptz not null,
  check (status not in ('accepted', 'contracted', 'in-service', 'suspended') or accepted_on is not null),
  check (status not in ('ended', 'rejected') or end_reason is not null)
);
create unique index home_care_beds_one on home_care_beds (elder_id) where status not in ('ended', 'rejected');
create index home_care_beds_area on home_care_beds (area_code, status);
create index home_care_beds_listed on home_care_beds (applied_on desc, bed_id desc);
create index home_care_beds_provider on home_care_beds (provider_id, status);
create index home_care_beds_accepted on home_care_beds (accepted_on) where accepted_on is not null;
select row_rules('home_care_beds', '{"area":"area_code","organisation":"provider_id","family":"elder_id"}');

-- Days on which the elder is away (hospital, institution, respite): nothing is settled for them.
create table home_care_bed_pauses (
  pause_id uuid primary key,
  bed_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid,
  reason text not null check (reason in ('hospital', 'institution', 'respite', 'away')),
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
create unique index home_care_bed_pauses_open on home_care_bed_pauses (bed_id) where to_on is null;
create index home_care_bed_pauses_elder on home_care_bed_pauses (elder_id, from_on);
select row_rules('home_care_bed_pauses', '{"area":"area_code","organisation":"provider_id","family":"elder_id","readOnly":["family"]}');

create table home_care_contracts (
  contract_id uuid primary key,
  bed_id uuid not null unique,
  elder_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid not null,
  template text not null,
  body text not null,
  body_hash text not null,
  made_at timestamptz not null,
  family_signed_at timestamptz,
  family_signer text,
  provider_signed_at timestamptz,
  provider_signer text
);
select row_rules('home_care_contracts', '{"area":"area_code","organisation":"provider_id","family":"elder_id"}');

-- The trace of a contract: every view and signature with the hash of the text that stood there. Append-only.
create table home_care_contract_traces (
  trace_id uuid primary key,
  contract_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid not null,
  at timestamptz not null,
  action text not null check (action in ('made', 'family-signed', 'provider-signed')),
  actor_name text not null,
  account_id uuid not null,
  role text not null,
  body_hash text not null,
  confirmation text,
  address text,
  device text
);
create index home_care_contract_traces_contract on home_care_contract_traces (contract_id, at);
select row_rules('home_care_contract_traces', '{"area":"area_code","organisation":"provider_id","family":"elder_id"}');
revoke update on home_care_contract_traces from yinian_area, yinian_organisation, yinian_family, yinian_batch;

create view home_care_beds_v_facts with (security_invoker = true) as
  select bed_id, elder_id, area_code, happened_area, status, applied_on, accepted_on, in_service_on, ended_on from home_care_beds;
select publish_view('home_care_beds_v_facts');
