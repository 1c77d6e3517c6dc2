-- comparisons: what 人社, 医保, 税务, 教育 and 住房 send about people (S0-10.2), beside the kinds of before. relief: signals, the
-- rules that read them, what a rule found, and one visit for all of it.

alter table comparison_batches drop constraint comparison_batches_kind_check;
alter table comparison_batches add constraint comparison_batches_kind_check check (kind in ('hukou', 'death', 'disability', 'hardship',
  'insurance', 'roster', 'unemployment', 'employmentAid', 'seriousIllness', 'medicalAid', 'subsidisedEnrolment', 'incomeTax', 'educationAid',
  'housingAid'));
alter table comparison_differences drop constraint comparison_differences_kind_check;
alter table comparison_differences add constraint comparison_differences_kind_check check (kind in ('hukou', 'death', 'disability', 'hardship',
  'insurance', 'roster', 'unemployment', 'employmentAid', 'seriousIllness', 'medicalAid', 'subsidisedEnrolment', 'incomeTax', 'educationAid',
  'housingAid'));
alter table comparison_feeds drop constraint comparison_feeds_kind_check;
alter table comparison_feeds add constraint comparison_feeds_kind_check check (kind in ('hukou', 'death', 'disability', 'hardship',
  'insurance', 'roster', 'unemployment', 'employmentAid', 'seriousIllness', 'medicalAid', 'subsidisedEnrolment', 'incomeTax', 'educationAid',
  'housingAid'));
alter table comparison_receipts drop constraint comparison_receipts_kind_check;
alter table comparison_receipts add constraint comparison_receipts_kind_check check (kind in ('hukou', 'death', 'disability', 'hardship',
  'insurance', 'roster', 'unemployment', 'employmentAid', 'seriousIllness', 'medicalAid', 'subsidisedEnrolment', 'incomeTax', 'educationAid',
  'housingAid'));

-- What a row of those kinds says (amount, days, category), sealed to its batch; who of an elder's household it is about, if not the elder.
alter table comparison_rows add column facts bytea;
alter table comparison_rows add column member_id uuid;
-- The medical costs go the same way as the other signals now.
drop view comparisons_v_medical;
-- They stood in clear; what was warned of keeps its sentence below.
alter table comparison_rows drop column cost_fen;

-- A member of a household by his number: only its blind index is kept, the fact itself has the number masked.
alter table relief_means_entries add column identity_index bytea;
create index relief_means_entries_identity on relief_means_entries (identity_index) where identity_index is not null and ended_at is null;
create view relief_v_members with (security_invoker = true) as
  select elder_id, area_code, entry_id, identity_index, entered_at from relief_means_entries
  where identity_index is not null and ended_at is null;
select publish_view('relief_v_members');

-- One record of a department about a person or a member of the household; elder_id is the elder it is about or lives with.
create table relief_signals (
  elder_id uuid not null references elders,
  signal_id uuid not null,
  area_code text collate "C" not null,
  household_key uuid not null,
  topic text not null check (topic in ('insurance', 'unemployment', 'employmentAid', 'seriousIllness', 'medicalAid', 'subsidisedEnrolment',
    'incomeTax', 'educationAid', 'housingAid')),
  -- The elder, or the entry of a member in the household's means.
  person_id uuid not null,
  period text not null,
  as_of date not null,
  sender text not null,
  batch_id uuid not null,
  row_number integer not null,
  -- Amounts, days, category, and what was known of the household when it came (in any aid, how many people, the year before).
  sealed bytea not null,
  received_at timestamptz not null,
  primary key (elder_id, signal_id),
  unique (elder_id, person_id, topic, period)
);
create unique index relief_signals_id on relief_signals (signal_id);
create index relief_signals_area on relief_signals (area_code, as_of desc, signal_id);
create index relief_signals_household on relief_signals (household_key);
select row_rules('relief_signals', '{"area":"area_code"}');

-- Warnings are of a household now, for one reason or several.
alter table relief_warnings add column household_key uuid;
update relief_warnings w set household_key = coalesce((select household_id from household_members m where m.elder_id = w.elder_id), w.elder_id);
alter table relief_warnings alter column household_key set not null;
alter table relief_warnings add column rules text[] not null default '{medicalCost}';
alter table relief_warnings alter column rules drop default;
-- When somebody had been there: verified or excluded.
alter table relief_warnings add column visited_at timestamptz;
update relief_warnings w set visited_at = (select min(s.at) from lifecycle_steps s where s.subject_id = w.warning_id and s.action in ('verify', 'exclude'));
-- The street of 户籍, where it is another: it is told, and asks nobody.
alter table relief_warnings add column informed_area text collate "C";
-- Other help than a relief: what and from whom.
alter table relief_warnings add column aid text;
create index relief_warnings_household on relief_warnings (household_key) where status = 'warned';

-- What a rule found: the record it rests on, and what the visit made of it.
create table relief_reasons (
  elder_id uuid not null references elders,
  reason_id uuid not null,
  area_code text collate "C" not null,
  household_key uuid not null,
  rule text not null check (rule in ('medicalCost', 'illnessUnaided', 'medicalAidUnaided', 'unemploymentBegun', 'unemploymentEnded',
    'employmentAidEnded', 'incomeFallen', 'enrolmentLapsed', 'subsidisedUnrecognised', 'otherAidUnrecognised', 'incomeRisen')),
  period text not null,
  signal_id uuid,
  -- {"sentence": …, "member": …}; in clear only what was in clear before there were signals.
  sealed bytea,
  says text,
  line bigint not null,
  basis text not null,
  confidence text not null,
  sender text not null,
  as_of date not null,
  batch_id uuid not null,
  warning_id uuid,
  recheck_id uuid,
  verdict text check (verdict in ('true', 'no-need', 'false')),
  verdict_note text,
  judged_by text,
  judged_at timestamptz,
  found_at timestamptz not null,
  primary key (elder_id, reason_id),
  -- However often it is sent, a household is warned once by a rule and period.
  unique (household_key, rule, period),
  check ((sealed is null) <> (says is null)),
  check ((warning_id is null) <> (recheck_id is null)),
  check ((verdict is null) = (judged_at is null))
);
create unique index relief_reasons_id on relief_reasons (reason_id);
create index relief_reasons_warning on relief_reasons (warning_id);
create index relief_reasons_recheck on relief_reasons (recheck_id) where recheck_id is not null;
create index relief_reasons_area on relief_reasons (area_code, rule, found_at);
select row_rules('relief_reasons', '{"area":"area_code"}');

insert into relief_reasons (elder_id, reason_id, area_code, household_key, rule, period, says, line, basis, confidence, sender, as_of, batch_id,
  warning_id, found_at, verdict, judged_by, judged_at)
select distinct on (household_key, period) elder_id, gen_random_uuid(), area_code, household_key, 'medicalCost', period,
  period || '年个人负担医疗费 ' || to_char(cost_fen / 100.0, 'FM999999990.00') || ' 元，超过预警线 '
    || to_char(threshold_fen / 100.0, 'FM999999990.00') || ' 元',
  threshold_fen, '预警时的线', 'designDefault', sender, as_of, batch_id, warning_id, warned_at,
  case when visited_at is null then null when status = 'excluded' then 'no-need' else 'true' end,
  case when visited_at is null then null else '登记在这以前' end, visited_at
from relief_warnings order by household_key, period, warned_at;
alter table relief_warnings drop constraint relief_warnings_elder_id_period_key;
alter table relief_warnings drop column period, drop column cost_fen, drop column threshold_fen, drop column batch_id, drop column sender,
  drop column as_of;

-- The elder and who may see their money learn why somebody comes: what kind of thing, by when, never an amount.
alter policy relief_warnings_family on relief_warnings
  using (elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid) with check (false);
grant select (elder_id, warning_id, area_code, number, status, rules, warned_at, visited_at) on relief_warnings to yinian_family;

-- The street of 户籍 is told that the street where the person lives goes there: who, of what kind, how far. No amounts.
create table relief_warning_notices (
  elder_id uuid not null references elders,
  warning_id uuid not null,
  area_code text collate "C" not null,
  home_area text collate "C" not null,
  number text not null,
  elder_name text not null,
  rules text[] not null,
  status text not null check (status in ('warned', 'verified', 'aided', 'excluded', 'closed')),
  warned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (elder_id, warning_id)
);
create index relief_warning_notices_area on relief_warning_notices (area_code, warned_at desc, warning_id);
select row_rules('relief_warning_notices', '{"area":"area_code"}');

-- Lines of every rule; a rule can be switched off by an area. Unit by rule: fen, percent, or none.
alter table relief_thresholds rename column threshold_fen to line;
alter table relief_thresholds drop constraint relief_thresholds_threshold_fen_check;
alter table relief_thresholds add constraint relief_thresholds_line_check check (line >= 0);
alter table relief_thresholds add column rule text not null default 'medicalCost' check (rule in ('medicalCost', 'illnessUnaided',
  'medicalAidUnaided', 'unemploymentBegun', 'unemploymentEnded', 'employmentAidEnded', 'incomeFallen', 'enrolmentLapsed',
  'subsidisedUnrecognised', 'otherAidUnrecognised', 'incomeRisen'));
alter table relief_thresholds alter column rule drop default;
alter table relief_thresholds add column window_months integer not null default 18 check (window_months between 1 and 60);
alter table relief_thresholds alter column window_months drop default;
alter table relief_thresholds add column document_number text not null default '';
alter table relief_thresholds add column active boolean not null default true;
drop index relief_thresholds_area;
create index relief_thresholds_area on relief_thresholds (rule, area_code, from_on desc);
-- A street works by the line of its district and the city's: everybody of the offices reads all of them, each writes its own.
alter policy relief_thresholds_area on relief_thresholds using (true);
alter policy relief_thresholds_batch on relief_thresholds using (true);
revoke update on relief_thresholds from yinian_area;

alter table relief_rechecks drop constraint relief_rechecks_cause_check;
alter table relief_rechecks add constraint relief_rechecks_cause_check check (cause in ('sample', 'periodic', 'signal'));

-- 项目验收 (S0-10.5): what stage the platform is in since when, as the city enters it; each entry stands, the latest of a stage holds.
create table relief_project_stages (
  stage_id uuid primary key,
  area_code text collate "C" not null,
  stage text not null check (stage in ('preliminary-acceptance', 'trial-run', 'final-acceptance')),
  state text not null check (state in ('running', 'passed', 'failed')),
  on_date date not null,
  opinion text not null,
  document text not null,
  set_by text not null,
  set_at timestamptz not null
);
select row_rules('relief_project_stages', '{"area":"area_code"}');
alter policy relief_project_stages_area on relief_project_stages using (true);
revoke update on relief_project_stages from yinian_area;
