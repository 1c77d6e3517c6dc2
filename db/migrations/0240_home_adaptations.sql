-- home-adaptations: 居家适老化改造 (京民老龄发〔2016〕374号), from the application to the settlement.

-- The catalogue of a district: government prices and self-paid items. A price is never changed, the product is withdrawn.
create table home_adaptation_products (
  product_id uuid primary key,
  area_code text collate "C" not null check (area_code ~ '^\d{6}000000$'),
  class text not null check (class in ('floor', 'bathroom', 'passage', 'bedroom', 'kitchen', 'light', 'alarm', 'aid')),
  name text not null,
  unit text not null,
  price_fen bigint not null check (price_fen > 0),
  payment text not null check (payment in ('government', 'self')),
  basis text not null,
  from_on date not null,
  withdrawn_on date,
  set_by text not null
);
create index home_adaptation_products_area on home_adaptation_products (area_code, class) where withdrawn_on is null;
select row_rules('home_adaptation_products', '{"area":"*","organisation":"*","assigned":"*","family":"*"}');
grant insert on home_adaptation_products to yinian_area;
grant update (withdrawn_on) on home_adaptation_products to yinian_area;

create table home_adaptations (
  elder_id uuid not null references elders,
  adaptation_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  number text not null,
  status text not null check (status in ('applied', 'eligible', 'assigned', 'assessed', 'planned', 'agreed', 'built', 'accepted',
    'settled', 'rejected', 'ended')),
  elder_name text not null,
  elder_sex text not null,
  elder_born_on date not null,
  road text,
  compound text,
  wish text,
  -- [{"label":"居住方式","value":"独居","source":"人员档案"}]: what the file said when it was applied for.
  known jsonb not null,
  applied_on date not null,
  applied_by text not null,
  eligible_on date,
  eligible_note text,
  assignee_id uuid,
  assessor_name text,
  assessor_organisation text,
  -- Door and phone for who comes to the home; emptied when the work is over.
  sealed_contact bytea,
  assessed_on date,
  answers jsonb,
  planned_on date,
  plan jsonb not null default '[]',
  plan_note text,
  cost_fen bigint check (cost_fen >= 0),
  government_fen bigint check (government_fen >= 0),
  -- An estimate until the acceptance, then what is paid.
  subsidy_fen bigint check (subsidy_fen >= 0),
  subsidy_lines jsonb not null default '[]',
  agreed_on date,
  provider_id uuid,
  provider_name text,
  built_on date,
  built_note text,
  accepted_on date,
  acceptance_note text,
  settled_on date,
  voucher text,
  end_note text,
  next_due_on date,
  changed_at timestamptz not null,
  primary key (elder_id, adaptation_id),
  check (subsidy_fen <= government_fen and government_fen <= cost_fen),
  check ((status = 'settled') = (voucher is not null))
);
create unique index home_adaptations_id on home_adaptations (adaptation_id);
create unique index home_adaptations_open on home_adaptations (elder_id) where status not in ('settled', 'rejected', 'ended');
create index home_adaptations_area on home_adaptations (area_code, applied_on desc, adaptation_id desc);
create index home_adaptations_provider on home_adaptations (provider_id) where provider_id is not null;
create index home_adaptations_assignee on home_adaptations (assignee_id) where assignee_id is not null;
select row_rules('home_adaptations', '{"area":"area_code","organisation":"provider_id","assigned":"assignee_id","family":"elder_id"}');

-- Who lives together, for what is counted by household.
create view elders_v_household with (security_invoker = true) as
  select household_id, elder_id, area_code from household_members;
select publish_view('elders_v_household');
