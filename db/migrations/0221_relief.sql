-- relief: signals that somebody has fallen on hard times, temporary relief, checks elsewhere, re-check of recipients.

-- From which yearly medical cost of one's own a warning is raised; dated, by area. Without a row the product's default holds.
create table relief_thresholds (
  threshold_id uuid primary key,
  area_code text collate "C" not null,
  threshold_fen bigint not null check (threshold_fen > 0),
  basis text not null,
  from_on date not null,
  set_by text not null,
  set_at timestamptz not null
);
create index relief_thresholds_area on relief_thresholds (area_code, from_on desc);
select row_rules('relief_thresholds', '{"area":"area_code"}');

create table relief_warnings (
  elder_id uuid not null references elders,
  warning_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  elder_name text not null,
  period text not null,
  cost_fen bigint not null,
  threshold_fen bigint not null,
  batch_id uuid not null,
  sender text not null,
  as_of date not null,
  status text not null check (status in ('warned', 'verified', 'aided', 'excluded', 'closed')),
  finding text,
  outcome text,
  warned_at timestamptz not null,
  primary key (elder_id, warning_id),
  -- The same year's cost warns once, however often the insurer sends it.
  unique (elder_id, period)
);
create unique index relief_warnings_id on relief_warnings (warning_id);
create index relief_warnings_area on relief_warnings (area_code, status, warned_at desc);
select row_rules('relief_warnings', '{"area":"area_code"}');

-- One application = one number; where 户籍 and home are apart it has a row at each of both streets, always alike.
create table relief_applications (
  elder_id uuid not null references elders,
  application_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  -- This row's area decides.
  responsible boolean not null,
  responsible_area text collate "C" not null,
  applied_area text collate "C" not null,
  elder_name text not null,
  warning_id uuid,
  economic_class text not null,
  severely_disabled boolean not null,
  spent_fen bigint not null check (spent_fen > 0),
  reason text not null,
  amount_fen bigint check (amount_fen >= 0),
  status text not null check (status in ('applied', 'approved', 'refused', 'closed')),
  applied_by text not null,
  applied_at timestamptz not null,
  decided_by text,
  decision_note text,
  outcome text,
  primary key (elder_id, application_id, area_code)
);
create index relief_applications_id on relief_applications (application_id);
create index relief_applications_area on relief_applications (area_code, applied_at desc, application_id);
select row_rules('relief_applications', '{"area":"area_code"}');

-- As the application, at each of both streets.
create table relief_measures (
  measure_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  kind text not null check (kind in ('money', 'service')),
  what text not null,
  provider text not null,
  amount_fen bigint check (amount_fen > 0),
  done_on date not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (measure_id, area_code),
  check ((kind = 'money') = (amount_fen is not null))
);
create index relief_measures_application on relief_measures (application_id);
select row_rules('relief_measures', '{"area":"area_code"}');

create table relief_checks (
  check_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  region text not null,
  status text not null check (status in ('asked', 'answered', 'refused')),
  asked_by text not null,
  asked_at timestamptz not null,
  handed boolean not null default false,
  origin text,
  answered_on date,
  items jsonb not null default '[]',
  because text,
  primary key (check_id, area_code),
  unique (number, area_code)
);
create index relief_checks_application on relief_checks (application_id);
create index relief_checks_open on relief_checks (asked_at) where status = 'asked';
select row_rules('relief_checks', '{"area":"area_code"}');

create table relief_rechecks (
  elder_id uuid not null references elders,
  recheck_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  economic_class text not null,
  seed text not null,
  drawn_at timestamptz not null,
  result text not null check (result in ('drawn', 'kept', 'changed', 'stopped')),
  note text,
  decided_by text,
  decided_at timestamptz,
  correction_id uuid,
  recovery_id uuid,
  primary key (elder_id, recheck_id)
);
create unique index relief_rechecks_id on relief_rechecks (recheck_id);
create index relief_rechecks_area on relief_rechecks (area_code, drawn_at desc, recheck_id);
create unique index relief_rechecks_open on relief_rechecks (elder_id) where result = 'drawn';
select row_rules('relief_rechecks', '{"area":"area_code"}');
