-- Written by `npm run generate` from the database's own catalogue. Do not edit.

table account_links (
  link_id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint account_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id),
  constraint account_links_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts(account_id),
  constraint account_links_pkey PRIMARY KEY (link_id),
  constraint account_links_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX account_links_account ON public.account_links USING btree (account_id);
CREATE UNIQUE INDEX account_links_pkey ON public.account_links USING btree (link_id);
CREATE UNIQUE INDEX account_links_token_hash_key ON public.account_links USING btree (token_hash);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: true
-- yinian_lookup update: true

table accounts (
  account_id uuid not null,
  login text not null,
  name text not null,
  password_hash text,
  demo_password text,
  must_change boolean not null default false,
  disabled_at timestamp with time zone,
  made_at timestamp with time zone not null default now(),
  constraint accounts_login_key UNIQUE (login),
  constraint accounts_pkey PRIMARY KEY (account_id)
)
CREATE UNIQUE INDEX accounts_login_key ON public.accounts USING btree (login);
CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (account_id);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_lookup update: true
-- yinian_public all: false
-- yinian_system all: true

table accounts_v_elder_posts (
  account_id uuid,
  elder_id uuid,
  role text,
  area_code text collate "C",
  from_on date,
  to_on date
)


table accounts_v_staff (
  post_id uuid,
  account_id uuid,
  holder_name text,
  role text,
  title text,
  area_code text collate "C",
  organisation_id uuid,
  from_on date,
  to_on date
)


table agreement_parties (
  agreement_id uuid not null,
  "position" integer not null,
  area_code text collate "C" not null,
  name text not null,
  region text not null,
  constraint agreement_parties_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(agreement_id),
  constraint agreement_parties_pkey PRIMARY KEY (agreement_id, "position"),
  constraint agreement_parties_position_check CHECK (("position" > 0))
)
CREATE UNIQUE INDEX agreement_parties_pkey ON public.agreement_parties USING btree (agreement_id, "position");
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table agreements (
  agreement_id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  subject text not null,
  signed_on date not null,
  ends_on date,
  meeting text,
  meeting_number integer,
  summary text,
  status text not null,
  ended_on date,
  note text,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  constraint agreements_check CHECK ((ends_on > signed_on)),
  constraint agreements_check1 CHECK (((status = 'ended'::text) = (ended_on IS NOT NULL))),
  constraint agreements_meeting_number_check CHECK ((meeting_number > 0)),
  constraint agreements_pkey PRIMARY KEY (agreement_id),
  constraint agreements_status_check CHECK ((status = ANY (ARRAY['in-force'::text, 'ended'::text]))),
  constraint agreements_subject_check CHECK ((subject = ANY (ARRAY['cooperation'::text, 'elder-care'::text, 'means-check'::text, 'sea-burial'::text, 'children'::text, 'social-work'::text, 'marriage'::text, 'social-organisations'::text, 'other'::text])))
)
CREATE INDEX agreements_area ON public.agreements USING btree (area_code, subject, signed_on DESC, agreement_id DESC);
CREATE INDEX agreements_ends ON public.agreements USING btree (ends_on) WHERE (status = 'in-force'::text);
CREATE UNIQUE INDEX agreements_pkey ON public.agreements USING btree (agreement_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table alarm_baselines (
  device_id uuid not null,
  area_code text collate "C" not null,
  computed_at timestamp with time zone not null,
  from_on date not null,
  to_on date not null,
  days integer not null,
  usual_minutes integer[] not null,
  constraint alarm_baselines_pkey PRIMARY KEY (device_id),
  constraint alarm_baselines_usual_minutes_check CHECK ((array_length(usual_minutes, 1) = 24))
)
CREATE UNIQUE INDEX alarm_baselines_pkey ON public.alarm_baselines USING btree (device_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table alarm_calls (
  call_id uuid not null,
  alarm_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  assignee_id uuid,
  at timestamp with time zone not null,
  caller_name text not null,
  callee text not null,
  outcome text not null,
  note text,
  constraint alarm_calls_callee_check CHECK ((callee = ANY (ARRAY['elder'::text, 'family'::text]))),
  constraint alarm_calls_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'no-answer'::text]))),
  constraint alarm_calls_pkey PRIMARY KEY (call_id)
)
CREATE INDEX alarm_calls_alarm ON public.alarm_calls USING btree (alarm_id, at);
CREATE UNIQUE INDEX alarm_calls_pkey ON public.alarm_calls USING btree (call_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table alarms (
  alarm_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  organisation_id uuid,
  assignee_id uuid,
  assignee_name text,
  assignee_title text,
  rule text not null,
  level text not null,
  status text not null,
  device_id uuid,
  quiet_from timestamp with time zone,
  quiet_to timestamp with time zone,
  person jsonb not null,
  evidence jsonb not null,
  raised_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  called_at timestamp with time zone,
  call_outcome text,
  dispatched_at timestamp with time zone,
  expected_at timestamp with time zone,
  on_site_at timestamp with time zone,
  closed_at timestamp with time zone,
  silenced_at timestamp with time zone,
  is_true boolean,
  cause text,
  escalation integer not null default 0,
  escalated_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint alarms_call_outcome_check CHECK ((call_outcome = ANY (ARRAY['answered'::text, 'no-answer'::text]))),
  constraint alarms_check CHECK (((status <> 'closed'::text) OR ((closed_at IS NOT NULL) AND (is_true IS NOT NULL) AND (cause IS NOT NULL)))),
  constraint alarms_check1 CHECK (((rule = 'no-water-use'::text) = ((device_id IS NOT NULL) AND (quiet_from IS NOT NULL) AND (quiet_to IS NOT NULL)))),
  constraint alarms_level_check CHECK ((level = ANY (ARRAY['red'::text, 'orange'::text, 'yellow'::text, 'blue'::text]))),
  constraint alarms_pkey PRIMARY KEY (alarm_id),
  constraint alarms_rule_check CHECK ((rule = ANY (ARRAY['no-water-use'::text, 'one-press-call'::text]))),
  constraint alarms_status_check CHECK ((status = ANY (ARRAY['raised'::text, 'acknowledged'::text, 'called'::text, 'dispatched'::text, 'on-site'::text, 'closed'::text, 'silenced'::text])))
)
CREATE INDEX alarms_area ON public.alarms USING btree (area_code, raised_at DESC);
CREATE INDEX alarms_assignee ON public.alarms USING btree (assignee_id, raised_at DESC) WHERE (assignee_id IS NOT NULL);
CREATE INDEX alarms_elder ON public.alarms USING btree (elder_id, raised_at DESC);
CREATE INDEX alarms_live ON public.alarms USING btree (area_code, raised_at) WHERE (status <> ALL (ARRAY['closed'::text, 'silenced'::text]));
CREATE UNIQUE INDEX alarms_one_an_episode ON public.alarms USING btree (device_id, quiet_from) WHERE (device_id IS NOT NULL);
CREATE UNIQUE INDEX alarms_one_open_call ON public.alarms USING btree (elder_id) WHERE ((rule = 'one-press-call'::text) AND (status <> ALL (ARRAY['closed'::text, 'silenced'::text])));
CREATE INDEX alarms_organisation ON public.alarms USING btree (organisation_id, raised_at DESC);
CREATE UNIQUE INDEX alarms_pkey ON public.alarms USING btree (alarm_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table alarms_v_away (
  notice_id uuid,
  elder_id uuid,
  area_code text collate "C",
  away_from timestamp with time zone,
  away_to timestamp with time zone,
  place text
)


table alarms_v_facts (
  alarm_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  rule text,
  level text,
  raised_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  called_at timestamp with time zone,
  dispatched_at timestamp with time zone,
  on_site_at timestamp with time zone,
  closed_at timestamp with time zone,
  is_true boolean,
  status text,
  escalation integer
)


table alarms_v_response (
  happened_area text collate "C",
  month date,
  alarms integer,
  reached integer,
  median_minutes double precision
)


table alarms_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table area_counts (
  area_code text collate "C" not null,
  as_of date not null,
  age_band text not null,
  ability text not null,
  living_alone integer not null,
  couple_only integer not null,
  with_children integer not null,
  with_others integer not null,
  in_institution integer not null,
  constraint area_counts_couple_only_check CHECK ((couple_only >= 0)),
  constraint area_counts_in_institution_check CHECK ((in_institution >= 0)),
  constraint area_counts_living_alone_check CHECK ((living_alone >= 0)),
  constraint area_counts_pkey PRIMARY KEY (area_code, as_of, age_band, ability),
  constraint area_counts_with_children_check CHECK ((with_children >= 0)),
  constraint area_counts_with_others_check CHECK ((with_others >= 0))
)
CREATE UNIQUE INDEX area_counts_pkey ON public.area_counts USING btree (area_code, as_of, age_band, ability);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table area_successors (
  code text collate "C" not null,
  successor text collate "C" not null,
  on_date date not null,
  document text,
  constraint area_successors_code_fkey FOREIGN KEY (code) REFERENCES areas(code),
  constraint area_successors_pkey PRIMARY KEY (code, successor),
  constraint area_successors_successor_fkey FOREIGN KEY (successor) REFERENCES areas(code)
)
CREATE UNIQUE INDEX area_successors_pkey ON public.area_successors USING btree (code, successor);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table areas (
  code text collate "C" not null,
  name text not null,
  level text not null,
  parent_code text collate "C",
  valid_from date not null,
  valid_to date,
  constraint areas_check CHECK ((valid_to > valid_from)),
  constraint areas_code_check CHECK ((code ~ '^[0-9]{12}$'::text)),
  constraint areas_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'street'::text, 'community'::text]))),
  constraint areas_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES areas(code),
  constraint areas_pkey PRIMARY KEY (code)
)
CREATE INDEX areas_parent ON public.areas USING btree (parent_code, code);
CREATE UNIQUE INDEX areas_pkey ON public.areas USING btree (code);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_granted select: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table areas_v_areas (
  code text collate "C",
  name text,
  level text,
  parent_code text collate "C",
  valid_from date,
  valid_to date
)


table areas_v_counts (
  area_code text collate "C",
  as_of date,
  age_band text,
  ability text,
  living text,
  elders integer
)


table assessment_assignments (
  elder_id uuid not null,
  assignment_id uuid not null,
  assessment_id uuid not null,
  area_code text collate "C" not null,
  assignee_id uuid not null,
  "position" smallint not null,
  medical boolean not null,
  assessor_name text not null,
  assessor_title text not null,
  organisation_name text,
  elder_name text not null,
  sex text not null,
  born_on date not null,
  road text,
  compound text,
  reason text not null,
  scale text not null,
  sealed_contact bytea,
  visit_at timestamp with time zone not null,
  draft jsonb,
  draft_saved_at timestamp with time zone,
  signed jsonb,
  signed_at timestamp with time zone,
  note text,
  peer_name text not null,
  peer_signed jsonb,
  peer_signed_at timestamp with time zone,
  peer_note text,
  returned_because text,
  finished_at timestamp with time zone,
  sample_id uuid,
  score jsonb,
  constraint assessment_assignments_elder_id_assessment_id_assignee_id_key UNIQUE (elder_id, assessment_id, assignee_id),
  constraint assessment_assignments_elder_id_assessment_id_position_key UNIQUE (elder_id, assessment_id, "position"),
  constraint assessment_assignments_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint assessment_assignments_pkey PRIMARY KEY (elder_id, assignment_id),
  constraint assessment_assignments_position_check CHECK ((("position" = ANY (ARRAY[1, 2, 3])) AND (("position" = 3) = (sample_id IS NOT NULL))))
)
CREATE INDEX assessment_assignments_assessment ON public.assessment_assignments USING btree (assessment_id);
CREATE INDEX assessment_assignments_assignee ON public.assessment_assignments USING btree (assignee_id, visit_at DESC);
CREATE UNIQUE INDEX assessment_assignments_elder_id_assessment_id_assignee_id_key ON public.assessment_assignments USING btree (elder_id, assessment_id, assignee_id);
CREATE UNIQUE INDEX assessment_assignments_elder_id_assessment_id_position_key ON public.assessment_assignments USING btree (elder_id, assessment_id, "position");
CREATE UNIQUE INDEX assessment_assignments_pkey ON public.assessment_assignments USING btree (elder_id, assignment_id);
CREATE INDEX assessment_assignments_visit ON public.assessment_assignments USING btree (area_code, visit_at);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table assessment_fillings (
  elder_id uuid not null,
  filling_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  form text not null,
  form_version date,
  answers jsonb not null,
  result jsonb not null,
  note text,
  filled_on date not null,
  recorded_at timestamp with time zone not null,
  filled_by uuid not null,
  filled_by_name text not null,
  constraint assessment_fillings_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint assessment_fillings_pkey PRIMARY KEY (elder_id, filling_id)
)
CREATE INDEX assessment_fillings_area ON public.assessment_fillings USING btree (area_code, recorded_at DESC);
CREATE INDEX assessment_fillings_id ON public.assessment_fillings USING btree (filling_id);
CREATE UNIQUE INDEX assessment_fillings_pkey ON public.assessment_fillings USING btree (elder_id, filling_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (filled_by = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND overviews_served(elder_id) AND consents_given(elder_id, 'organisation-health'::text))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table assessment_sample_members (
  elder_id uuid not null,
  sample_id uuid not null,
  assessment_id uuid not null,
  area_code text collate "C" not null,
  draw_rank integer not null,
  constraint assessment_sample_members_draw_rank_check CHECK ((draw_rank > 0)),
  constraint assessment_sample_members_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint assessment_sample_members_pkey PRIMARY KEY (elder_id, sample_id, assessment_id)
)
CREATE UNIQUE INDEX assessment_sample_members_pkey ON public.assessment_sample_members USING btree (elder_id, sample_id, assessment_id);
CREATE INDEX assessment_sample_members_sample ON public.assessment_sample_members USING btree (sample_id, draw_rank);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table assessment_samples (
  sample_id uuid not null,
  area_code text collate "C" not null,
  from_on date not null,
  to_on date not null,
  population integer not null,
  size integer not null,
  seed text not null,
  note text,
  drawn_at timestamp with time zone not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  constraint assessment_samples_check CHECK (((size >= 1) AND (size <= population))),
  constraint assessment_samples_pkey PRIMARY KEY (sample_id),
  constraint assessment_samples_population_check CHECK ((population >= 0))
)
CREATE INDEX assessment_samples_area ON public.assessment_samples USING btree (area_code, drawn_at DESC);
CREATE UNIQUE INDEX assessment_samples_pkey ON public.assessment_samples USING btree (sample_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table assessments (
  elder_id uuid not null,
  assessment_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scale text not null,
  reason text not null,
  status text not null,
  applied_at timestamp with time zone not null,
  applied_by uuid not null,
  applied_by_name text not null,
  note text,
  sealed_contact bytea,
  visit_at timestamp with time zone,
  assessors jsonb not null default '[]'::jsonb,
  answers jsonb,
  score jsonb,
  total smallint,
  level smallint,
  assessed_on date,
  reviewed_by_name text,
  published_on date,
  valid_to date,
  replaces_id uuid,
  objection text,
  origin jsonb,
  reminded_on date,
  constraint assessments_check1 CHECK (((published_on IS NULL) OR ((level IS NOT NULL) AND (valid_to IS NOT NULL)))),
  constraint assessments_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint assessments_level_check CHECK (((level >= 0) AND (level <= 4))),
  constraint assessments_level_explained CHECK ((((score IS NULL) OR (level IS NOT NULL)) AND ((level IS NULL) OR (score IS NOT NULL) OR (origin IS NOT NULL)))),
  constraint assessments_pkey PRIMARY KEY (elder_id, assessment_id),
  constraint assessments_reason_check CHECK ((reason = ANY (ARRAY['首次评估'::text, '常规评估'::text, '即时评估'::text, '对评估结果有疑问进行的复评'::text, '其他'::text]))),
  constraint assessments_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'scheduled'::text, 'on-site'::text, 'scored'::text, 'reviewed'::text, 'published'::text, 'objected'::text, 're-assessed'::text, 'expired'::text, 'cancelled'::text]))),
  constraint assessments_total_check CHECK (((total >= 0) AND (total <= 90)))
)
CREATE INDEX assessments_area ON public.assessments USING btree (area_code, applied_at DESC, assessment_id);
CREATE INDEX assessments_ending ON public.assessments USING btree (valid_to) WHERE ((status = ANY (ARRAY['published'::text, 'objected'::text])) AND (reminded_on IS NULL));
CREATE INDEX assessments_id ON public.assessments USING btree (assessment_id);
CREATE UNIQUE INDEX assessments_pkey ON public.assessments USING btree (elder_id, assessment_id);
CREATE INDEX assessments_status ON public.assessments USING btree (status, area_code, applied_at DESC);
CREATE INDEX assessments_valid_to ON public.assessments USING btree (valid_to) WHERE (status = ANY (ARRAY['published'::text, 'objected'::text]));
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND overviews_served(elder_id) AND consents_given(elder_id, 'organisation-health'::text))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table assessments_v_facts (
  assessment_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  status text,
  level smallint,
  applied_at timestamp with time zone,
  assessed_on date,
  published_on date,
  valid_to date
)


table assessments_v_fillings (
  filling_id uuid,
  elder_id uuid,
  area_code text collate "C",
  form text,
  form_version date,
  answers jsonb,
  result jsonb,
  filled_on date,
  recorded_at timestamp with time zone,
  filled_by_name text
)


table assessments_v_results (
  assessment_id uuid,
  elder_id uuid,
  area_code text collate "C",
  scale text,
  status text,
  answers jsonb,
  score jsonb,
  total smallint,
  level smallint,
  assessed_on date,
  published_on date,
  valid_to date,
  origin jsonb,
  assessors jsonb
)


table attachments (
  attachment_id uuid not null,
  sm3 text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  owner_kind text not null,
  owner_id uuid not null,
  elder_id uuid,
  area_code text collate "C" not null,
  provider_id uuid,
  assignee_id uuid,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint attachments_bytes_check CHECK ((bytes > 0)),
  constraint attachments_pkey PRIMARY KEY (attachment_id),
  constraint attachments_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text))
)
CREATE INDEX attachments_elder ON public.attachments USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE INDEX attachments_owner ON public.attachments USING btree (owner_id, uploaded_at);
CREATE UNIQUE INDEX attachments_pkey ON public.attachments USING btree (attachment_id);
CREATE INDEX attachments_sm3 ON public.attachments USING btree (sm3);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table audit_entries (
  entry_id uuid not null,
  at timestamp with time zone not null default now(),
  kind text not null,
  action text not null,
  request_id text not null,
  account_id uuid,
  post_id uuid,
  actor_name text,
  role text,
  way text,
  subject_kind text,
  subject_id text,
  elder_id uuid,
  area_code text collate "C",
  note text,
  before jsonb,
  after jsonb,
  constraint audit_entries_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'write'::text, 'refused'::text, 'session'::text]))),
  constraint audit_entries_pkey PRIMARY KEY (entry_id)
)
CREATE INDEX audit_entries_account ON public.audit_entries USING btree (account_id, at DESC);
CREATE INDEX audit_entries_area ON public.audit_entries USING btree (area_code, at DESC);
CREATE INDEX audit_entries_elder ON public.audit_entries USING btree (elder_id, at DESC) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX audit_entries_pkey ON public.audit_entries USING btree (entry_id);
-- yinian_area insert: true
-- yinian_assigned insert: true
-- yinian_batch insert: true
-- yinian_family insert: true
-- yinian_lookup insert: true
-- yinian_organisation insert: true
-- yinian_public insert: true
-- yinian_system insert: true
-- yinian_area select: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_backup select: true
-- yinian_batch select: true
-- yinian_family select: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)

table away_notices (
  notice_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  away_from timestamp with time zone not null,
  away_to timestamp with time zone not null,
  place text not null,
  note text,
  by_name text not null,
  by_role text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint away_notices_check CHECK ((away_to > away_from)),
  constraint away_notices_pkey PRIMARY KEY (notice_id),
  constraint away_notices_place_check CHECK ((place = ANY (ARRAY['family'::text, 'hospital'::text, 'institution'::text, 'travel'::text, 'other'::text])))
)
CREATE INDEX away_notices_area ON public.away_notices USING btree (area_code, away_to);
CREATE INDEX away_notices_elder ON public.away_notices USING btree (elder_id, away_to);
CREATE UNIQUE INDEX away_notices_pkey ON public.away_notices USING btree (notice_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table benefit_applications (
  elder_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scheme text not null,
  status text not null,
  applied_on date not null,
  applied_at timestamp with time zone not null,
  applied_by uuid not null,
  applied_by_name text not null,
  note text,
  checked_by uuid,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_note text,
  answers jsonb,
  constraint benefit_applications_check CHECK (((status = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_at IS NOT NULL))),
  constraint benefit_applications_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_applications_pkey PRIMARY KEY (elder_id, application_id),
  constraint benefit_applications_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text]))),
  constraint benefit_applications_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'disputed'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])))
)
CREATE INDEX benefit_applications_area ON public.benefit_applications USING btree (area_code, applied_at DESC, application_id);
CREATE INDEX benefit_applications_id ON public.benefit_applications USING btree (application_id);
CREATE INDEX benefit_applications_newest ON public.benefit_applications USING btree (applied_at DESC, application_id DESC);
CREATE UNIQUE INDEX benefit_applications_one ON public.benefit_applications USING btree (elder_id, scheme) WHERE (status = ANY (ARRAY['applied'::text, 'disputed'::text, 'granted'::text]));
CREATE UNIQUE INDEX benefit_applications_pkey ON public.benefit_applications USING btree (elder_id, application_id);
CREATE INDEX benefit_applications_status ON public.benefit_applications USING btree (status, area_code, applied_at DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_batches (
  batch_id uuid not null,
  area_code text collate "C" not null,
  month text not null,
  status text not null,
  people integer not null default 0,
  total integer not null default 0,
  granted integer not null default 0,
  offers integer not null default 0,
  amount_fen bigint not null default 0,
  problems integer not null default 0,
  after_area text collate "C",
  after_name text collate "C",
  after_elder uuid,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  error text,
  run_id uuid,
  mode text not null default 'full'::text,
  through_xid bigint,
  added integer not null default 0,
  changed integer not null default 0,
  removed integer not null default 0,
  kept integer not null default 0,
  constraint benefit_batches_mode_check CHECK ((mode = ANY (ARRAY['full'::text, 'changed'::text]))),
  constraint benefit_batches_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_batches_pkey PRIMARY KEY (batch_id),
  constraint benefit_batches_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'stopped'::text, 'done'::text, 'failed'::text])))
)
CREATE INDEX benefit_batches_area ON public.benefit_batches USING btree (area_code, requested_at DESC);
CREATE UNIQUE INDEX benefit_batches_pkey ON public.benefit_batches USING btree (batch_id);
CREATE UNIQUE INDEX benefit_batches_running ON public.benefit_batches USING btree (area_code, month) WHERE (status = ANY (ARRAY['waiting'::text, 'running'::text]));
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_changes (
  elder_id uuid not null,
  area_code text collate "C" not null,
  changed_xid bigint not null,
  because text not null,
  changed_at timestamp with time zone not null,
  constraint benefit_changes_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_changes_pkey PRIMARY KEY (elder_id)
)
CREATE UNIQUE INDEX benefit_changes_pkey ON public.benefit_changes USING btree (elder_id);
CREATE INDEX benefit_changes_xid ON public.benefit_changes USING btree (changed_xid);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_determinations (
  elder_id uuid not null,
  determination_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scheme text not null,
  month text not null,
  amount_fen bigint not null,
  from_month text not null,
  paid_by text,
  reasons jsonb not null,
  document_numbers text[] not null,
  determined_at timestamp with time zone not null,
  batch_id uuid,
  payer_code text collate "C",
  tier text,
  facts_mark bigint,
  constraint benefit_determinations_amount_fen_check CHECK ((amount_fen > 0)),
  constraint benefit_determinations_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_determinations_from_month_check CHECK ((from_month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_determinations_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_determinations_payer_code_check CHECK ((payer_code ~ '^\d{6}000000$'::text)),
  constraint benefit_determinations_pkey PRIMARY KEY (elder_id, scheme, month),
  constraint benefit_determinations_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text])))
)
CREATE INDEX benefit_determinations_areas ON public.benefit_determinations USING btree (area_code, month);
CREATE INDEX benefit_determinations_id ON public.benefit_determinations USING btree (determination_id);
CREATE INDEX benefit_determinations_month ON public.benefit_determinations USING btree (month, area_code, determination_id);
CREATE INDEX benefit_determinations_payer ON public.benefit_determinations USING btree (payer_code, month, elder_id, scheme);
CREATE UNIQUE INDEX benefit_determinations_pkey ON public.benefit_determinations USING btree (elder_id, scheme, month);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_facts (
  elder_id uuid not null,
  area_code text collate "C" not null,
  other_benefits jsonb not null default '[]'::jsonb,
  imprisoned_on date,
  released_on date,
  declared_missing_on date,
  source text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  by_scheme jsonb not null default '{}'::jsonb,
  constraint benefit_facts_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_facts_pkey PRIMARY KEY (elder_id)
)
CREATE UNIQUE INDEX benefit_facts_pkey ON public.benefit_facts USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_insurances (
  elder_id uuid not null,
  insurance_id uuid not null,
  area_code text collate "C" not null,
  grade text not null,
  from_on date not null,
  to_on date,
  evidence text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  ended_note text,
  ended_by text,
  constraint benefit_insurances_check CHECK (((to_on IS NULL) OR (to_on >= from_on))),
  constraint benefit_insurances_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_insurances_pkey PRIMARY KEY (elder_id, insurance_id)
)
CREATE INDEX benefit_insurances_area ON public.benefit_insurances USING btree (area_code, elder_id);
CREATE UNIQUE INDEX benefit_insurances_id ON public.benefit_insurances USING btree (insurance_id);
CREATE UNIQUE INDEX benefit_insurances_pkey ON public.benefit_insurances USING btree (elder_id, insurance_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_offers (
  elder_id uuid not null,
  offer_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scheme text not null,
  status text not null,
  month text not null,
  amount_fen bigint not null,
  sentence text not null,
  found_at timestamp with time zone not null,
  note text,
  constraint benefit_offers_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint benefit_offers_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_offers_elder_id_scheme_key UNIQUE (elder_id, scheme),
  constraint benefit_offers_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_offers_pkey PRIMARY KEY (elder_id, offer_id),
  constraint benefit_offers_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text, 'homeCareBed'::text, 'basicService'::text, 'meal'::text, 'familyDoctor'::text, 'onePressCall'::text, 'disabledPersonsCare'::text, 'disabledPersonsLiving'::text]))),
  constraint benefit_offers_status_check CHECK ((status = ANY (ARRAY['found'::text, 'notified'::text, 'claimed'::text, 'arranged'::text, 'declined'::text, 'lapsed'::text])))
)
CREATE INDEX benefit_offers_area ON public.benefit_offers USING btree (area_code, found_at DESC, offer_id);
CREATE UNIQUE INDEX benefit_offers_elder_id_scheme_key ON public.benefit_offers USING btree (elder_id, scheme);
CREATE INDEX benefit_offers_id ON public.benefit_offers USING btree (offer_id);
CREATE UNIQUE INDEX benefit_offers_pkey ON public.benefit_offers USING btree (elder_id, offer_id);
CREATE INDEX benefit_offers_status ON public.benefit_offers USING btree (status, area_code, found_at DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_setting_proposals (
  proposal_id uuid not null,
  area_code text collate "C" not null,
  scheme text not null,
  parameter text not null,
  value numeric not null,
  from_on date not null,
  document_number text not null,
  status text not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  note text,
  constraint benefit_setting_proposals_area_code_check CHECK ((area_code ~ '^11\d{4}000000$'::text)),
  constraint benefit_setting_proposals_check CHECK (((status = 'proposed'::text) = (decided_by IS NULL))),
  constraint benefit_setting_proposals_check1 CHECK (((status = 'withdrawn'::text) OR (decided_by <> proposed_by))),
  constraint benefit_setting_proposals_pkey PRIMARY KEY (proposal_id),
  constraint benefit_setting_proposals_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint benefit_setting_proposals_value_check CHECK ((value >= (0)::numeric))
)
CREATE INDEX benefit_setting_proposals_area ON public.benefit_setting_proposals USING btree (area_code, proposed_at DESC);
CREATE UNIQUE INDEX benefit_setting_proposals_open ON public.benefit_setting_proposals USING btree (area_code, scheme, parameter) WHERE (status = 'proposed'::text);
CREATE UNIQUE INDEX benefit_setting_proposals_pkey ON public.benefit_setting_proposals USING btree (proposal_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table benefit_settings (
  setting_id uuid not null,
  district text collate "C" not null,
  scheme text not null,
  parameter text not null,
  from_on date not null,
  to_on date,
  value numeric not null,
  document_number text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  proposed_by text,
  proposal_id uuid,
  constraint benefit_settings_check CHECK (((to_on IS NULL) OR (to_on >= from_on))),
  constraint benefit_settings_district_check CHECK ((district ~ '^11\d{4}000000$'::text)),
  constraint benefit_settings_pkey PRIMARY KEY (setting_id),
  constraint benefit_settings_value_check CHECK ((value >= (0)::numeric))
)
CREATE INDEX benefit_settings_district ON public.benefit_settings USING btree (district, scheme);
CREATE UNIQUE INDEX benefit_settings_pkey ON public.benefit_settings USING btree (setting_id);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: false

table benefits_v_determinations (
  determination_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  scheme text,
  month text,
  amount_fen bigint,
  from_month text,
  paid_by text,
  payer_code text collate "C",
  tier text
)


table benefits_v_facts (
  elder_id uuid,
  area_code text collate "C",
  other_benefits jsonb,
  updated_at timestamp with time zone
)


table benefits_v_offers (
  offer_id uuid,
  elder_id uuid,
  area_code text collate "C",
  scheme text,
  status text,
  month text,
  amount_fen bigint,
  sentence text
)


table book_appropriations (
  appropriation_id uuid not null,
  area_code text collate "C" not null,
  document_number text not null,
  received_on date not null,
  amount_fen bigint not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  constraint book_appropriations_amount_fen_check CHECK ((amount_fen > 0)),
  constraint book_appropriations_area_code_check CHECK ((area_code ~ '^\d{6}000000$'::text)),
  constraint book_appropriations_area_code_document_number_key UNIQUE (area_code, document_number),
  constraint book_appropriations_pkey PRIMARY KEY (appropriation_id)
)
CREATE UNIQUE INDEX book_appropriations_area_code_document_number_key ON public.book_appropriations USING btree (area_code, document_number);
CREATE UNIQUE INDEX book_appropriations_pkey ON public.book_appropriations USING btree (appropriation_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table book_entries (
  entry_id uuid not null,
  area_code text collate "C" not null,
  debit_account text not null,
  credit_account text not null,
  amount_fen bigint not null,
  month text not null,
  subject_kind text not null,
  subject_id uuid not null,
  step text not null,
  note text not null,
  posted_by text not null,
  posted_at timestamp with time zone not null,
  constraint book_entries_amount_fen_check CHECK ((amount_fen > 0)),
  constraint book_entries_area_code_check CHECK ((area_code ~ '^\d{6}000000$'::text)),
  constraint book_entries_check CHECK ((debit_account <> credit_account)),
  constraint book_entries_credit_account_check CHECK ((credit_account ~ '^[a-z-]+(\.[a-zA-Z]+)?$'::text)),
  constraint book_entries_debit_account_check CHECK ((debit_account ~ '^[a-z-]+(\.[a-zA-Z]+)?$'::text)),
  constraint book_entries_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint book_entries_pkey PRIMARY KEY (entry_id),
  constraint book_entries_subject_id_step_debit_account_credit_account_key UNIQUE (subject_id, step, debit_account, credit_account)
)
CREATE INDEX book_entries_area ON public.book_entries USING btree (area_code, posted_at DESC, entry_id);
CREATE UNIQUE INDEX book_entries_pkey ON public.book_entries USING btree (entry_id);
CREATE UNIQUE INDEX book_entries_subject_id_step_debit_account_credit_account_key ON public.book_entries USING btree (subject_id, step, debit_account, credit_account);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table budget_lines (
  area_code text collate "C" not null,
  scheme text not null,
  year integer not null,
  fen bigint not null,
  source text not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  constraint budget_lines_area_code_check CHECK ((area_code ~ '^\d{6}000000$'::text)),
  constraint budget_lines_fen_check CHECK ((fen >= 0)),
  constraint budget_lines_pkey PRIMARY KEY (area_code, scheme, year),
  constraint budget_lines_year_check CHECK (((year >= 2019) AND (year <= 2100)))
)
CREATE UNIQUE INDEX budget_lines_pkey ON public.budget_lines USING btree (area_code, scheme, year);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table card_use_batches (
  batch_id uuid not null,
  area_code text collate "C" not null,
  sender text not null,
  file_name text not null,
  file_sm3 text not null,
  rows integer not null,
  taken integer not null,
  repeated integer not null,
  refused integer not null,
  taken_fen bigint not null,
  repeated_fen bigint not null,
  refusals jsonb not null,
  brought_by text not null,
  brought_at timestamp with time zone not null,
  status text not null,
  sheet integer not null default 0,
  heading_row integer not null default 0,
  mapping jsonb not null default '[]'::jsonb,
  last_row integer not null default 0,
  sealed bytea,
  run_id uuid,
  error text,
  started_by uuid,
  started_by_post uuid,
  started_by_role text,
  constraint card_use_batches_pkey PRIMARY KEY (batch_id),
  constraint card_use_batches_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'taken'::text, 'stopped'::text]))),
  constraint card_use_batches_sum CHECK ((rows = ((taken + repeated) + refused)))
)
CREATE INDEX card_use_batches_area ON public.card_use_batches USING btree (area_code, brought_at DESC);
CREATE UNIQUE INDEX card_use_batches_pkey ON public.card_use_batches USING btree (batch_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table card_uses (
  sender text collate "C" not null,
  number text collate "C" not null,
  batch_id uuid not null,
  area_code text collate "C" not null,
  used_on date not null,
  merchant text not null,
  merchant_type text not null,
  amount_fen bigint not null,
  age_group text not null,
  constraint card_uses_age_group_check CHECK ((age_group = ANY (ARRAY['under-60'::text, '60-69'::text, '70-79'::text, '80-89'::text, '90-'::text, 'unknown'::text]))),
  constraint card_uses_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES card_use_batches(batch_id),
  constraint card_uses_merchant_type_check CHECK ((merchant_type = ANY (ARRAY['transit'::text, 'park'::text, 'meals'::text, 'shop'::text, 'medicine'::text, 'service'::text, 'other'::text]))),
  constraint card_uses_pkey PRIMARY KEY (sender, number)
)
CREATE INDEX card_uses_area ON public.card_uses USING btree (area_code, used_on) INCLUDE (merchant_type, age_group, amount_fen);
CREATE UNIQUE INDEX card_uses_pkey ON public.card_uses USING btree (sender, number);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table caregivers (
  caregiver_id uuid not null,
  account_id uuid not null,
  provider_id uuid not null,
  provider_name text not null,
  name text not null,
  sex text not null,
  level integer not null,
  status text not null,
  verified_on date,
  negative_since date,
  negative_reason text,
  area_code text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  orders_per_day integer not null default 6,
  started_on date not null,
  left_on date,
  constraint caregivers_account_id_key UNIQUE (account_id),
  constraint caregivers_check CHECK (((status <> 'active'::text) OR (verified_on IS NOT NULL))),
  constraint caregivers_check1 CHECK (((status <> 'negative-list'::text) OR ((negative_since IS NOT NULL) AND (negative_reason IS NOT NULL)))),
  constraint caregivers_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint caregivers_orders_per_day_check CHECK ((orders_per_day > 0)),
  constraint caregivers_pkey PRIMARY KEY (caregiver_id),
  constraint caregivers_sex_check CHECK ((sex = ANY (ARRAY['男'::text, '女'::text]))),
  constraint caregivers_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'active'::text, 'suspended'::text, 'negative-list'::text, 'left'::text])))
)
CREATE UNIQUE INDEX caregivers_account_id_key ON public.caregivers USING btree (account_id);
CREATE INDEX caregivers_area ON public.caregivers USING btree (area_code, status);
CREATE UNIQUE INDEX caregivers_pkey ON public.caregivers USING btree (caregiver_id);
CREATE INDEX caregivers_provider ON public.caregivers USING btree (provider_id, status);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table certificates (
  certificate_id uuid not null,
  caregiver_id uuid not null,
  account_id uuid not null,
  provider_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  level text,
  issued_on date not null,
  expires_on date,
  revoked_on date,
  constraint certificates_pkey PRIMARY KEY (certificate_id)
)
CREATE INDEX certificates_caregiver ON public.certificates USING btree (caregiver_id);
CREATE UNIQUE INDEX certificates_pkey ON public.certificates USING btree (certificate_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table comparison_batches (
  batch_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  origin text not null,
  sequence integer,
  sender text not null,
  as_of date not null,
  file_name text not null,
  file_bytes bigint not null,
  file_sm3 text not null,
  file_says text not null,
  sealed bytea not null,
  sheet integer not null,
  heading_row integer not null,
  headings jsonb not null,
  mapping jsonb not null,
  notes jsonb not null default '[]'::jsonb,
  status text not null,
  rows integer not null default 0,
  matched integer not null default 0,
  differs integer not null default 0,
  not_found integer not null default 0,
  ambiguous integer not null default 0,
  unreadable integer not null default 0,
  last_row integer not null default 0,
  run_id uuid,
  started_by uuid not null,
  started_by_post uuid,
  started_by_name text not null,
  started_by_role text not null,
  uploaded_at timestamp with time zone not null,
  compared_at timestamp with time zone,
  error text,
  full_list boolean not null default false,
  missing integer not null default 0,
  unsure integer not null default 0,
  swept_to uuid,
  constraint comparison_batches_check CHECK (((origin = 'feed'::text) = (sequence IS NOT NULL))),
  constraint comparison_batches_kind_check CHECK ((kind = ANY (ARRAY['hukou'::text, 'death'::text, 'disability'::text, 'hardship'::text, 'insurance'::text, 'roster'::text, 'unemployment'::text, 'employmentAid'::text, 'seriousIllness'::text, 'medicalAid'::text, 'subsidisedEnrolment'::text, 'incomeTax'::text, 'educationAid'::text, 'housingAid'::text]))),
  constraint comparison_batches_origin_check CHECK ((origin = ANY (ARRAY['file'::text, 'feed'::text]))),
  constraint comparison_batches_pkey PRIMARY KEY (batch_id),
  constraint comparison_batches_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'comparing'::text, 'compared'::text, 'failed'::text, 'discarded'::text]))),
  constraint comparison_batches_sum CHECK ((rows = ((((matched + differs) + not_found) + ambiguous) + unreadable)))
)
CREATE INDEX comparison_batches_area ON public.comparison_batches USING btree (area_code, uploaded_at DESC, batch_id);
CREATE UNIQUE INDEX comparison_batches_pkey ON public.comparison_batches USING btree (batch_id);
CREATE UNIQUE INDEX comparison_batches_sequence ON public.comparison_batches USING btree (area_code, kind, sequence) WHERE (sequence IS NOT NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table comparison_differences (
  elder_id uuid not null,
  difference_id uuid not null,
  area_code text collate "C" not null,
  batch_id uuid not null,
  row_number integer not null,
  kind text not null,
  sender text not null,
  source_number text,
  as_of date not null,
  elder_name text not null,
  fields jsonb not null,
  owner_role text not null,
  status text not null,
  correction_id uuid,
  note text,
  found_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  missing boolean not null default false,
  constraint comparison_differences_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint comparison_differences_kind_check CHECK ((kind = ANY (ARRAY['hukou'::text, 'death'::text, 'disability'::text, 'hardship'::text, 'insurance'::text, 'roster'::text, 'unemployment'::text, 'employmentAid'::text, 'seriousIllness'::text, 'medicalAid'::text, 'subsidisedEnrolment'::text, 'incomeTax'::text, 'educationAid'::text, 'housingAid'::text]))),
  constraint comparison_differences_owner_role_check CHECK ((owner_role = ANY (ARRAY['community'::text, 'street'::text, 'district'::text]))),
  constraint comparison_differences_pkey PRIMARY KEY (elder_id, difference_id),
  constraint comparison_differences_status_check CHECK ((status = ANY (ARRAY['open'::text, 'proposed'::text, 'adopted'::text, 'refused'::text])))
)
CREATE INDEX comparison_differences_area ON public.comparison_differences USING btree (area_code, status, found_at DESC);
CREATE INDEX comparison_differences_batch ON public.comparison_differences USING btree (batch_id);
CREATE INDEX comparison_differences_correction ON public.comparison_differences USING btree (correction_id) WHERE (correction_id IS NOT NULL);
CREATE UNIQUE INDEX comparison_differences_id ON public.comparison_differences USING btree (difference_id);
CREATE UNIQUE INDEX comparison_differences_open ON public.comparison_differences USING btree (elder_id, kind) WHERE (status = ANY (ARRAY['open'::text, 'proposed'::text]));
CREATE UNIQUE INDEX comparison_differences_pkey ON public.comparison_differences USING btree (elder_id, difference_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table comparison_feeds (
  area_code text collate "C" not null,
  kind text not null,
  last_sequence integer not null default 0,
  last_at timestamp with time zone,
  last_rows integer,
  last_error text,
  failed_at timestamp with time zone,
  constraint comparison_feeds_kind_check CHECK ((kind = ANY (ARRAY['hukou'::text, 'death'::text, 'disability'::text, 'hardship'::text, 'insurance'::text, 'roster'::text, 'unemployment'::text, 'employmentAid'::text, 'seriousIllness'::text, 'medicalAid'::text, 'subsidisedEnrolment'::text, 'incomeTax'::text, 'educationAid'::text, 'housingAid'::text]))),
  constraint comparison_feeds_pkey PRIMARY KEY (area_code, kind)
)
CREATE UNIQUE INDEX comparison_feeds_pkey ON public.comparison_feeds USING btree (area_code, kind);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table comparison_headings (
  area_code text collate "C" not null,
  sender text not null,
  heading text not null,
  field text,
  used_at timestamp with time zone not null,
  constraint comparison_headings_pkey PRIMARY KEY (area_code, sender, heading)
)
CREATE UNIQUE INDEX comparison_headings_pkey ON public.comparison_headings USING btree (area_code, sender, heading);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table comparison_receipts (
  receipt_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  outcome text not null,
  signature text not null,
  sequence integer,
  sender text,
  rows integer,
  batch_id uuid,
  because text,
  at timestamp with time zone not null,
  by_name text not null,
  constraint comparison_receipts_check CHECK (((outcome = 'came'::text) = (batch_id IS NOT NULL))),
  constraint comparison_receipts_kind_check CHECK ((kind = ANY (ARRAY['hukou'::text, 'death'::text, 'disability'::text, 'hardship'::text, 'insurance'::text, 'roster'::text, 'unemployment'::text, 'employmentAid'::text, 'seriousIllness'::text, 'medicalAid'::text, 'subsidisedEnrolment'::text, 'incomeTax'::text, 'educationAid'::text, 'housingAid'::text]))),
  constraint comparison_receipts_outcome_check CHECK ((outcome = ANY (ARRAY['came'::text, 'nothing'::text, 'refused'::text]))),
  constraint comparison_receipts_pkey PRIMARY KEY (receipt_id),
  constraint comparison_receipts_signature_check CHECK ((signature = ANY (ARRAY['right'::text, 'wrong'::text, 'unseen'::text])))
)
CREATE INDEX comparison_receipts_area ON public.comparison_receipts USING btree (area_code, at DESC, receipt_id DESC);
CREATE UNIQUE INDEX comparison_receipts_pkey ON public.comparison_receipts USING btree (receipt_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table comparison_rows (
  batch_id uuid not null,
  row_number integer not null,
  area_code text collate "C" not null,
  outcome text not null,
  elder_id uuid,
  identity_index bytea,
  sealed bytea,
  because text,
  difference_id uuid,
  period text,
  maybe uuid[],
  facts bytea,
  member_id uuid,
  constraint comparison_rows_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint comparison_rows_outcome_check CHECK ((outcome = ANY (ARRAY['matched'::text, 'differs'::text, 'not-found'::text, 'ambiguous'::text, 'unreadable'::text]))),
  constraint comparison_rows_pkey PRIMARY KEY (batch_id, row_number)
)
CREATE INDEX comparison_rows_identity ON public.comparison_rows USING btree (batch_id, identity_index) WHERE (identity_index IS NOT NULL);
CREATE INDEX comparison_rows_outcome ON public.comparison_rows USING btree (batch_id, outcome, row_number);
CREATE INDEX comparison_rows_person ON public.comparison_rows USING btree (elder_id, batch_id) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX comparison_rows_pkey ON public.comparison_rows USING btree (batch_id, row_number);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table consents (
  elder_id uuid not null,
  consent_id uuid not null,
  area_code text collate "C" not null,
  purpose text collate "C" not null,
  decision text not null,
  text_version text not null,
  valid_from date not null,
  valid_to date,
  by_kind text not null,
  by_name text not null,
  by_account uuid not null,
  evidence text,
  decided_at timestamp with time zone not null,
  constraint consents_by_kind_check CHECK ((by_kind = ANY (ARRAY['self'::text, 'family'::text, 'staff'::text]))),
  constraint consents_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'refused'::text]))),
  constraint consents_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint consents_pkey PRIMARY KEY (elder_id, consent_id),
  constraint consents_purpose_check CHECK ((purpose = ANY (ARRAY['health-doctor'::text, 'location-alarm'::text, 'photo-service'::text, 'family-view'::text, 'family-money'::text, 'family-health'::text, 'official-health'::text, 'official-medical'::text, 'organisation-health'::text, 'organisation-medical'::text, 'cross-area'::text, 'publication'::text])))
)
CREATE UNIQUE INDEX consents_pkey ON public.consents USING btree (elder_id, consent_id);
CREATE INDEX consents_purpose ON public.consents USING btree (elder_id, purpose, decided_at DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table construction_v_projects (
  project_id uuid,
  programme text,
  plan_year integer,
  name text,
  area_code text collate "C",
  facility_id uuid,
  stage text,
  stage_label text,
  latest_on date
)


table construction_v_stages (
  project_id uuid,
  programme text,
  plan_year integer,
  area_code text collate "C",
  stage text,
  reached_on date
)


table credit_batches (
  batch_id uuid not null,
  area_code text collate "C" not null,
  origin text not null,
  sequence integer,
  department text not null,
  file_name text not null,
  file_sm3 text not null,
  rows integer not null,
  taken integer not null,
  refused integer not null,
  refusals jsonb not null,
  brought_by text not null,
  brought_at timestamp with time zone not null,
  constraint credit_batches_check CHECK (((origin = 'feed'::text) = (sequence IS NOT NULL))),
  constraint credit_batches_origin_check CHECK ((origin = ANY (ARRAY['file'::text, 'feed'::text]))),
  constraint credit_batches_pkey PRIMARY KEY (batch_id),
  constraint credit_batches_sum CHECK ((rows = (taken + refused)))
)
CREATE INDEX credit_batches_area ON public.credit_batches USING btree (area_code, brought_at DESC, batch_id DESC);
CREATE UNIQUE INDEX credit_batches_pkey ON public.credit_batches USING btree (batch_id);
CREATE UNIQUE INDEX credit_batches_sequence ON public.credit_batches USING btree (area_code, sequence) WHERE (sequence IS NOT NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table credit_records (
  record_id uuid not null,
  batch_id uuid not null,
  department text collate "C" not null,
  source_number text collate "C" not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_name text not null,
  content text not null,
  happened_on date not null,
  collected_at timestamp with time zone not null,
  scope text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  is_public boolean not null default (scope = 'public'::text),
  constraint credit_records_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES credit_batches(batch_id),
  constraint credit_records_check CHECK (((scope <> 'city'::text) OR (organisation_id IS NULL))),
  constraint credit_records_kind_check CHECK ((kind = ANY (ARRAY['licence'::text, 'annual-report'::text, 'audit'::text, 'penalty'::text, 'rating'::text, 'donation'::text, 'award'::text, 'other'::text]))),
  constraint credit_records_pkey PRIMARY KEY (record_id),
  constraint credit_records_scope_check CHECK ((scope = ANY (ARRAY['public'::text, 'offices'::text, 'district'::text, 'city'::text]))),
  constraint credit_records_source UNIQUE (department, source_number),
  constraint credit_records_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['provider'::text, 'institution'::text, 'practitioner'::text])))
)
CREATE INDEX credit_records_area ON public.credit_records USING btree (area_code, collected_at DESC);
CREATE INDEX credit_records_list ON public.credit_records USING btree (collected_at DESC, record_id DESC);
CREATE UNIQUE INDEX credit_records_pkey ON public.credit_records USING btree (record_id);
CREATE UNIQUE INDEX credit_records_source ON public.credit_records USING btree (department, source_number);
CREATE INDEX credit_records_subject ON public.credit_records USING btree (subject_id, happened_on DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: (is_public = true)
-- yinian_system all: false

table demo_plan (
  only_row boolean not null default true,
  size text not null,
  seed integer not null,
  elders integer not null,
  made_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  constraint demo_plan_elders_check CHECK ((elders > 0)),
  constraint demo_plan_only_row_check CHECK (only_row),
  constraint demo_plan_pkey PRIMARY KEY (only_row),
  constraint demo_plan_size_check CHECK ((size = ANY (ARRAY['small'::text, 'streets'::text, 'city'::text])))
)
CREATE UNIQUE INDEX demo_plan_pkey ON public.demo_plan USING btree (only_row);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: true

table demo_rebuild (
  "position" integer not null,
  name text not null,
  statement text not null,
  constraint demo_rebuild_name_key UNIQUE (name),
  constraint demo_rebuild_pkey PRIMARY KEY ("position")
)
CREATE UNIQUE INDEX demo_rebuild_name_key ON public.demo_rebuild USING btree (name);
CREATE UNIQUE INDEX demo_rebuild_pkey ON public.demo_rebuild USING btree ("position");
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: true

table demo_steps (
  name text not null,
  rows integer not null,
  done_at timestamp with time zone not null default now(),
  constraint demo_steps_pkey PRIMARY KEY (name),
  constraint demo_steps_rows_check CHECK ((rows >= 0))
)
CREATE UNIQUE INDEX demo_steps_pkey ON public.demo_steps USING btree (name);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: true

table device_bindings (
  serial text not null,
  device_id uuid not null,
  secret_salt bytea not null,
  secret_hash bytea not null,
  bound_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint device_bindings_pkey PRIMARY KEY (serial)
)
CREATE UNIQUE INDEX device_bindings_pkey ON public.device_bindings USING btree (serial);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table device_rejections (
  device_id uuid not null,
  on_date date not null,
  reason text not null,
  area_code text collate "C" not null,
  keeper_id uuid,
  rejected integer not null,
  last_at timestamp with time zone not null,
  constraint device_rejections_pkey PRIMARY KEY (device_id, on_date, reason),
  constraint device_rejections_rejected_check CHECK ((rejected > 0))
)
CREATE UNIQUE INDEX device_rejections_pkey ON public.device_rejections USING btree (device_id, on_date, reason);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (keeper_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table device_tasks (
  task_id uuid not null,
  device_id uuid,
  area_code text collate "C" not null,
  keeper_id uuid,
  device_count integer not null,
  status text not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint device_tasks_device_count_check CHECK ((device_count > 0)),
  constraint device_tasks_pkey PRIMARY KEY (task_id),
  constraint device_tasks_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text])))
)
CREATE INDEX device_tasks_area ON public.device_tasks USING btree (area_code, status);
CREATE UNIQUE INDEX device_tasks_open ON public.device_tasks USING btree (device_id) WHERE ((status = 'open'::text) AND (device_id IS NOT NULL));
CREATE UNIQUE INDEX device_tasks_pkey ON public.device_tasks USING btree (task_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (keeper_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table devices (
  device_id uuid not null,
  kind text not null,
  serial text not null,
  status text not null,
  elder_id uuid,
  area_code text collate "C" not null,
  keeper_id uuid,
  installed_on date,
  slot_seconds integer not null default 900,
  last_reading_at timestamp with time zone,
  last_heard_at timestamp with time zone,
  constraint devices_kind_check CHECK ((kind = 'water-meter'::text)),
  constraint devices_pkey PRIMARY KEY (device_id),
  constraint devices_slot_seconds_check CHECK (((slot_seconds >= 60) AND (slot_seconds <= 86400))),
  constraint devices_status_check CHECK ((status = ANY (ARRAY['stock'::text, 'installed'::text, 'online'::text, 'offline'::text, 'removed'::text])))
)
CREATE INDEX devices_area ON public.devices USING btree (area_code, status);
CREATE INDEX devices_keeper ON public.devices USING btree (keeper_id) WHERE (keeper_id IS NOT NULL);
CREATE UNIQUE INDEX devices_one_water_meter ON public.devices USING btree (elder_id, kind) WHERE ((elder_id IS NOT NULL) AND (status <> 'removed'::text));
CREATE UNIQUE INDEX devices_pkey ON public.devices USING btree (device_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (keeper_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table devices_v_facts (
  device_id uuid,
  elder_id uuid,
  area_code text collate "C",
  kind text,
  status text,
  installed_on date,
  last_reading_at timestamp with time zone,
  last_heard_at timestamp with time zone
)


table devices_v_tasks_facts (
  task_id uuid,
  device_id uuid,
  area_code text collate "C",
  device_count integer,
  status text,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone
)


table directory_changes (
  change_id uuid not null,
  directory text not null,
  subject_id uuid not null,
  subject_name text not null,
  area_code text collate "C" not null,
  what text not null,
  source text not null,
  source_area text collate "C" not null,
  by_name text not null,
  changed_at timestamp with time zone not null,
  constraint directory_changes_directory_check CHECK ((directory = ANY (ARRAY['provider'::text, 'facility'::text]))),
  constraint directory_changes_pkey PRIMARY KEY (change_id)
)
CREATE INDEX directory_changes_at ON public.directory_changes USING btree (changed_at DESC, change_id DESC);
CREATE UNIQUE INDEX directory_changes_pkey ON public.directory_changes USING btree (change_id);
CREATE INDEX directory_changes_subject ON public.directory_changes USING btree (subject_id, changed_at DESC);
-- yinian_area all: true
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: false
-- yinian_system all: false

table doctor_contacts (
  elder_id uuid not null,
  contact_id uuid not null,
  contract_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  doctor_id uuid not null,
  doctor_name text not null,
  contacted_at timestamp with time zone not null,
  contacted_on date not null,
  way text not null,
  about text not null,
  findings text not null,
  advice text not null,
  measurements jsonb not null,
  next_contact_on date not null,
  constraint doctor_contacts_about_check CHECK ((about = ANY (ARRAY['routine'::text, 'after-alarm'::text, 'home-care-bed'::text]))),
  constraint doctor_contacts_pkey PRIMARY KEY (elder_id, contact_id),
  constraint doctor_contacts_way_check CHECK ((way = ANY (ARRAY['home'::text, 'phone'::text, 'clinic'::text])))
)
CREATE INDEX doctor_contacts_area ON public.doctor_contacts USING btree (area_code, contacted_on DESC);
CREATE INDEX doctor_contacts_doctor ON public.doctor_contacts USING btree (doctor_id, contacted_on DESC);
CREATE UNIQUE INDEX doctor_contacts_pkey ON public.doctor_contacts USING btree (elder_id, contact_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (doctor_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND overviews_served(elder_id) AND consents_given(elder_id, 'organisation-medical'::text))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table doctor_contracts (
  elder_id uuid not null,
  contract_id uuid not null,
  area_code text collate "C" not null,
  doctor_id uuid not null,
  doctor_name text not null,
  organisation_name text,
  status text not null,
  signed_on date not null,
  signed_by text not null,
  ended_on date,
  end_reason text,
  person jsonb not null,
  next_contact_on date,
  contact_because text,
  last_contact_on date,
  changed_at timestamp with time zone not null,
  constraint doctor_contracts_check CHECK (((status = 'ended'::text) = (ended_on IS NOT NULL))),
  constraint doctor_contracts_pkey PRIMARY KEY (elder_id, contract_id),
  constraint doctor_contracts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text])))
)
CREATE INDEX doctor_contracts_area ON public.doctor_contracts USING btree (area_code);
CREATE INDEX doctor_contracts_doctor ON public.doctor_contracts USING btree (doctor_id, next_contact_on) WHERE (status = 'active'::text);
CREATE UNIQUE INDEX doctor_contracts_one ON public.doctor_contracts USING btree (elder_id) WHERE (status = 'active'::text);
CREATE UNIQUE INDEX doctor_contracts_pkey ON public.doctor_contracts USING btree (elder_id, contract_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (doctor_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table doctors_v_contacts (
  elder_id uuid,
  contact_id uuid,
  contacted_at timestamp with time zone,
  contacted_on date,
  way text,
  about text,
  findings text,
  advice text,
  measurements jsonb,
  doctor_name text
)


table doctors_v_contracts (
  contract_id uuid,
  elder_id uuid,
  area_code text collate "C",
  status text,
  signed_on date,
  ended_on date
)


table doctors_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table doctors_v_timeline (
  elder_id uuid,
  event_id uuid,
  at timestamp with time zone,
  subject_kind text,
  label text,
  note text,
  actor text
)


table due_items (
  due_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  elder_id uuid,
  area_code text collate "C",
  organisation_id uuid,
  assignee_id uuid,
  for_role text not null,
  kind_label text not null,
  title text not null,
  reason text not null,
  action_label text not null,
  path text not null,
  opened_at timestamp with time zone not null default now(),
  from_date date not null,
  within_working_days integer,
  due_on date,
  due_at timestamp with time zone,
  provisional boolean not null default false,
  escalated_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint due_items_pkey PRIMARY KEY (due_id)
)
CREATE INDEX due_items_area ON public.due_items USING btree (area_code, due_on) WHERE (closed_at IS NULL);
CREATE INDEX due_items_assignee ON public.due_items USING btree (assignee_id, due_on) WHERE (closed_at IS NULL);
CREATE INDEX due_items_elder ON public.due_items USING btree (elder_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX due_items_open ON public.due_items USING btree (subject_id, for_role, action_label) WHERE (closed_at IS NULL);
CREATE INDEX due_items_organisation ON public.due_items USING btree (organisation_id, due_on) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX due_items_pkey ON public.due_items USING btree (due_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_lookup update: true
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table elder_cards (
  elder_id uuid not null,
  card_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  status text not null,
  sealed bytea not null,
  number_last4 text not null,
  issued_on date,
  valid_to date,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint elder_cards_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_cards_kind_check CHECK ((kind = ANY (ARRAY['elder-disabled'::text, 'preference'::text, 'disability'::text, 'social-security'::text]))),
  constraint elder_cards_pkey PRIMARY KEY (elder_id, card_id),
  constraint elder_cards_status_check CHECK ((status = ANY (ARRAY['in-use'::text, 'lost'::text, 'ended'::text])))
)
CREATE UNIQUE INDEX elder_cards_id ON public.elder_cards USING btree (card_id);
CREATE UNIQUE INDEX elder_cards_in_use ON public.elder_cards USING btree (elder_id, kind) WHERE (status <> 'ended'::text);
CREATE UNIQUE INDEX elder_cards_pkey ON public.elder_cards USING btree (elder_id, card_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_contacts (
  elder_id uuid not null,
  contact_id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  relation text not null,
  sealed bytea not null,
  phone_index bytea not null,
  phone_last4 text not null,
  is_emergency boolean not null default false,
  lives_together boolean not null default false,
  "position" smallint not null,
  removed_at timestamp with time zone,
  constraint elder_contacts_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_contacts_pkey PRIMARY KEY (elder_id, contact_id)
)
CREATE INDEX elder_contacts_phone ON public.elder_contacts USING btree (phone_index, area_code) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX elder_contacts_pkey ON public.elder_contacts USING btree (elder_id, contact_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND elders_look_stands(elder_id))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_corrections (
  elder_id uuid not null,
  correction_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  status text not null,
  fields jsonb not null,
  before jsonb not null,
  after jsonb not null,
  sealed bytea,
  base_version integer not null,
  reason text not null,
  evidence text not null,
  source_kind text not null,
  source_number text,
  as_of date not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_role text not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_note text,
  kept jsonb not null default '[]'::jsonb,
  import_id uuid,
  constraint elder_corrections_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_corrections_pkey PRIMARY KEY (elder_id, correction_id),
  constraint elder_corrections_source_kind_check CHECK ((source_kind = ANY (ARRAY['desk'::text, 'family'::text, 'visit'::text, 'import'::text, 'hukou'::text, 'disability'::text, 'hardship'::text, 'death'::text, 'insurance'::text]))),
  constraint elder_corrections_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text, 'withdrawn'::text])))
)
CREATE INDEX elder_corrections_area ON public.elder_corrections USING btree (area_code, proposed_at DESC, correction_id DESC);
CREATE UNIQUE INDEX elder_corrections_id ON public.elder_corrections USING btree (correction_id);
CREATE INDEX elder_corrections_import ON public.elder_corrections USING btree (import_id, status) WHERE (import_id IS NOT NULL);
CREATE UNIQUE INDEX elder_corrections_pkey ON public.elder_corrections USING btree (elder_id, correction_id);
CREATE UNIQUE INDEX elder_corrections_source ON public.elder_corrections USING btree (source_kind, source_number, area_code) WHERE (source_number IS NOT NULL);
CREATE INDEX elder_corrections_waiting ON public.elder_corrections USING btree (area_code, proposed_at) WHERE (status = 'proposed'::text);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_field_sources (
  elder_id uuid not null,
  field text collate "C" not null,
  area_code text collate "C" not null,
  source text not null,
  as_of date not null,
  confidence text not null,
  reference text,
  by_name text not null,
  set_at timestamp with time zone not null,
  constraint elder_field_sources_confidence_check CHECK ((confidence = ANY (ARRAY['checked'::text, 'matched'::text, 'stated'::text, 'doubtful'::text]))),
  constraint elder_field_sources_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_field_sources_pkey PRIMARY KEY (elder_id, field),
  constraint elder_field_sources_source_check CHECK ((source = ANY (ARRAY['register'::text, 'import'::text, 'edit'::text, 'correction'::text, 'comparison'::text, 'assessment'::text, 'event'::text])))
)
CREATE UNIQUE INDEX elder_field_sources_pkey ON public.elder_field_sources USING btree (elder_id, field);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_grams (
  gram text collate "C" not null,
  area_code text collate "C" not null,
  name text collate "C" not null,
  elder_id uuid not null,
  constraint elder_grams_pkey PRIMARY KEY (gram, area_code, name, elder_id)
)
CREATE INDEX elder_grams_elder ON public.elder_grams USING btree (elder_id);
CREATE UNIQUE INDEX elder_grams_pkey ON public.elder_grams USING btree (gram, area_code, name, elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_handovers (
  event_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  from_area text collate "C" not null,
  name text not null,
  sex text not null,
  born_on date not null,
  moved_on date not null,
  road text,
  compound text,
  note text,
  status text not null,
  offered_by_name text not null,
  offered_at timestamp with time zone not null,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_note text,
  constraint elder_handovers_pkey PRIMARY KEY (event_id),
  constraint elder_handovers_sex_check CHECK ((sex = ANY (ARRAY['男'::text, '女'::text]))),
  constraint elder_handovers_status_check CHECK ((status = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
)
CREATE INDEX elder_handovers_area ON public.elder_handovers USING btree (area_code, offered_at DESC, event_id);
CREATE INDEX elder_handovers_elder ON public.elder_handovers USING btree (elder_id);
CREATE UNIQUE INDEX elder_handovers_pkey ON public.elder_handovers USING btree (event_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_identities (
  identity_index bytea not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  constraint elder_identities_pkey PRIMARY KEY (identity_index)
)
CREATE INDEX elder_identities_elder ON public.elder_identities USING btree (elder_id);
CREATE UNIQUE INDEX elder_identities_pkey ON public.elder_identities USING btree (identity_index);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_lookup insert: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_lookup update: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_lookup delete: true
-- yinian_system all: false

table elder_import_headings (
  area_code text collate "C" not null,
  sender text not null,
  heading text not null,
  field text,
  used_at timestamp with time zone not null,
  constraint elder_import_headings_pkey PRIMARY KEY (area_code, sender, heading)
)
CREATE UNIQUE INDEX elder_import_headings_pkey ON public.elder_import_headings USING btree (area_code, sender, heading);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_import_people (
  elder_id uuid not null,
  import_id uuid not null,
  area_code text collate "C" not null,
  row_number integer not null,
  announced_at timestamp with time zone,
  constraint elder_import_people_pkey PRIMARY KEY (elder_id, import_id)
)
CREATE UNIQUE INDEX elder_import_people_pkey ON public.elder_import_people USING btree (elder_id, import_id);
CREATE INDEX elder_import_people_waiting ON public.elder_import_people USING btree (import_id, row_number) WHERE (announced_at IS NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_import_rows (
  import_id uuid not null,
  row_number integer not null,
  area_code text collate "C" not null,
  kind text not null,
  faults jsonb not null default '[]'::jsonb,
  sealed bytea,
  identity_index bytea,
  matches jsonb not null default '[]'::jsonb,
  decision text,
  reason text,
  decided_by text,
  decided_at timestamp with time zone,
  constraint elder_import_rows_decision_check CHECK ((decision = ANY (ARRAY['different'::text, 'skip'::text]))),
  constraint elder_import_rows_kind_check CHECK ((kind = ANY (ARRAY['wrong'::text, 'look-alike'::text]))),
  constraint elder_import_rows_pkey PRIMARY KEY (import_id, row_number)
)
CREATE INDEX elder_import_rows_kind ON public.elder_import_rows USING btree (import_id, kind, row_number);
CREATE UNIQUE INDEX elder_import_rows_pkey ON public.elder_import_rows USING btree (import_id, row_number);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_imports (
  import_id uuid not null,
  area_code text collate "C" not null,
  sender text not null,
  file_name text not null,
  file_bytes bigint not null,
  file_sm3 text not null,
  file_says text not null,
  sealed bytea not null,
  sheets jsonb not null,
  sheet integer not null,
  heading_row integer not null,
  headings jsonb not null,
  mapping jsonb not null,
  notes jsonb not null default '[]'::jsonb,
  arrive_as text not null default 'registered'::text,
  status text not null,
  counts jsonb,
  faults jsonb not null default '[]'::jsonb,
  changed_fields jsonb not null default '[]'::jsonb,
  has_error_book boolean not null default false,
  run_id uuid,
  started_by uuid not null,
  started_by_post uuid,
  started_by_name text not null,
  started_by_role text not null,
  uploaded_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  loaded_at timestamp with time zone,
  error text,
  changes_status text,
  constraint elder_imports_arrive_as_check CHECK ((arrive_as = ANY (ARRAY['registered'::text, 'active'::text]))),
  constraint elder_imports_changes_status_check CHECK ((changes_status = ANY (ARRAY['proposed'::text, 'deciding'::text, 'decided'::text]))),
  constraint elder_imports_pkey PRIMARY KEY (import_id),
  constraint elder_imports_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'loading'::text, 'loaded'::text, 'failed'::text, 'discarded'::text])))
)
CREATE INDEX elder_imports_area ON public.elder_imports USING btree (area_code, uploaded_at DESC, import_id);
CREATE UNIQUE INDEX elder_imports_pkey ON public.elder_imports USING btree (import_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_life_events (
  elder_id uuid not null,
  event_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  kind text not null,
  status text not null,
  happened_on date not null,
  until_on date,
  from_area text collate "C",
  to_area text collate "C",
  place text,
  note text,
  before jsonb not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_note text,
  undo_reason text,
  undo_asked_by uuid,
  undo_asked_by_name text,
  undo_asked_at timestamp with time zone,
  undone_by_name text,
  undone_at timestamp with time zone,
  constraint elder_life_events_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_life_events_kind_check CHECK ((kind = ANY (ARRAY['move'::text, 'move-out'::text, 'hospital'::text, 'institution'::text, 'travel'::text, 'return'::text, 'death'::text]))),
  constraint elder_life_events_pkey PRIMARY KEY (elder_id, event_id),
  constraint elder_life_events_status_check CHECK ((status = ANY (ARRAY['offered'::text, 'recorded'::text, 'refused'::text, 'withdrawn'::text, 'undo-asked'::text, 'undone'::text])))
)
CREATE INDEX elder_life_events_at ON public.elder_life_events USING btree (elder_id, recorded_at DESC);
CREATE UNIQUE INDEX elder_life_events_offered ON public.elder_life_events USING btree (elder_id) WHERE (status = 'offered'::text);
CREATE UNIQUE INDEX elder_life_events_pkey ON public.elder_life_events USING btree (elder_id, event_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((kind = 'hospital'::text) AND (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND overviews_served(elder_id) AND consents_given(elder_id, 'organisation-medical'::text))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_not_duplicates (
  elder_id uuid not null,
  other_elder_id uuid not null,
  area_code text collate "C" not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  constraint elder_not_duplicates_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_not_duplicates_pkey PRIMARY KEY (elder_id, other_elder_id)
)
CREATE UNIQUE INDEX elder_not_duplicates_pkey ON public.elder_not_duplicates USING btree (elder_id, other_elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_outside_looks (
  elder_id uuid not null,
  look_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  account_id uuid not null,
  actor_name text not null,
  role text not null,
  actor_area text collate "C" not null,
  purpose text not null,
  reason text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  status text not null,
  reviewed_by_name text,
  reviewed_at timestamp with time zone,
  review_note text,
  constraint elder_outside_looks_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_outside_looks_pkey PRIMARY KEY (elder_id, look_id),
  constraint elder_outside_looks_status_check CHECK ((status = ANY (ARRAY['unreviewed'::text, 'proper'::text, 'improper'::text])))
)
CREATE INDEX elder_outside_looks_account ON public.elder_outside_looks USING btree (account_id, until_at);
CREATE INDEX elder_outside_looks_area ON public.elder_outside_looks USING btree (area_code, from_at DESC, look_id DESC);
CREATE UNIQUE INDEX elder_outside_looks_id ON public.elder_outside_looks USING btree (look_id);
CREATE UNIQUE INDEX elder_outside_looks_pkey ON public.elder_outside_looks USING btree (elder_id, look_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_postings (
  gram text collate "C" not null,
  area_code text collate "C" not null,
  seats bytea not null,
  constraint elder_postings_pkey PRIMARY KEY (gram, area_code)
)
CREATE INDEX elder_postings_area ON public.elder_postings USING btree (area_code);
CREATE UNIQUE INDEX elder_postings_pkey ON public.elder_postings USING btree (gram, area_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_reveals (
  elder_id uuid not null,
  reveal_id uuid not null,
  area_code text collate "C" not null,
  account_id uuid not null,
  actor_name text not null,
  role text not null,
  purpose text not null,
  note text,
  fields jsonb not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint elder_reveals_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_reveals_pkey PRIMARY KEY (elder_id, reveal_id)
)
CREATE INDEX elder_reveals_at ON public.elder_reveals USING btree (elder_id, at DESC);
CREATE UNIQUE INDEX elder_reveals_pkey ON public.elder_reveals USING btree (elder_id, reveal_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_roll_gaps (
  area_code text collate "C" not null,
  seat integer not null,
  constraint elder_roll_gaps_pkey PRIMARY KEY (area_code, seat)
)
CREATE UNIQUE INDEX elder_roll_gaps_pkey ON public.elder_roll_gaps USING btree (area_code, seat);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup insert: true
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_rolls (
  area_code text collate "C" not null,
  people integer not null,
  elder_ids bytea not null,
  made_at timestamp with time zone not null,
  constraint elder_rolls_area_code_check CHECK ((area_code ~ '^\d{9}000$'::text)),
  constraint elder_rolls_pkey PRIMARY KEY (area_code)
)
CREATE UNIQUE INDEX elder_rolls_pkey ON public.elder_rolls USING btree (area_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_scopes (
  elder_id uuid not null,
  scope_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  scope_area_code text collate "C" not null,
  from_on date not null,
  to_on date,
  constraint elder_scopes_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_scopes_kind_check CHECK ((kind = ANY (ARRAY['户籍'::text, '居住'::text, '服务'::text]))),
  constraint elder_scopes_pkey PRIMARY KEY (elder_id, scope_id)
)
CREATE UNIQUE INDEX elder_scopes_pkey ON public.elder_scopes USING btree (elder_id, scope_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND elders_look_stands(elder_id))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_sealed (
  elder_id uuid not null,
  area_code text collate "C" not null,
  name text collate "C" not null,
  sealed bytea not null,
  identity_index bytea not null,
  identity_last4_index bytea not null,
  phone_index bytea,
  phone_last4_index bytea,
  constraint elder_sealed_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_sealed_pkey PRIMARY KEY (elder_id)
)
CREATE INDEX elder_sealed_identity ON public.elder_sealed USING btree (identity_index);
CREATE INDEX elder_sealed_identity_last4 ON public.elder_sealed USING btree (identity_last4_index, area_code, elder_id) INCLUDE (name);
CREATE INDEX elder_sealed_phone ON public.elder_sealed USING btree (phone_index) WHERE (phone_index IS NOT NULL);
CREATE INDEX elder_sealed_phone_last4 ON public.elder_sealed USING btree (phone_last4_index, area_code, elder_id) INCLUDE (name) WHERE (phone_last4_index IS NOT NULL);
CREATE UNIQUE INDEX elder_sealed_pkey ON public.elder_sealed USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND elders_look_stands(elder_id))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_source_trusts (
  trust_id uuid not null,
  area_code text collate "C" not null,
  source_kind text not null,
  fields jsonb not null,
  basis text not null,
  from_on date not null,
  to_on date,
  allowed_by uuid not null,
  allowed_by_name text not null,
  allowed_at timestamp with time zone not null,
  ended_by_name text,
  constraint elder_source_trusts_pkey PRIMARY KEY (trust_id),
  constraint elder_source_trusts_source_kind_check CHECK ((source_kind = ANY (ARRAY['hukou'::text, 'disability'::text, 'hardship'::text, 'death'::text, 'insurance'::text])))
)
CREATE INDEX elder_source_trusts_area ON public.elder_source_trusts USING btree (area_code, source_kind);
CREATE UNIQUE INDEX elder_source_trusts_pkey ON public.elder_source_trusts USING btree (trust_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elder_tags (
  elder_id uuid not null,
  code text collate "C" not null,
  area_code text collate "C" not null,
  name text collate "C" not null,
  family text not null,
  value text,
  reason text not null,
  source_kind text not null,
  source_id text not null,
  computed_at timestamp with time zone not null,
  valid_from date not null,
  valid_to date,
  constraint elder_tags_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint elder_tags_family_check CHECK ((family = ANY (ARRAY['age'::text, 'living'::text, 'ability'::text, 'health'::text, 'economy'::text, 'benefit'::text, 'need'::text, 'risk'::text, 'service'::text]))),
  constraint elder_tags_pkey PRIMARY KEY (elder_id, code)
)
CREATE INDEX elder_tags_code ON public.elder_tags USING btree (code, area_code, name, elder_id);
CREATE UNIQUE INDEX elder_tags_pkey ON public.elder_tags USING btree (elder_id, code);
CREATE INDEX elder_tags_valid_to ON public.elder_tags USING btree (valid_to, area_code) WHERE (valid_to IS NOT NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND elders_look_stands(elder_id))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elders (
  elder_id uuid not null,
  area_code text collate "C" not null,
  name text collate "C" not null,
  sex text not null,
  born_on date not null,
  nation text,
  marital_status text,
  hukou_area_code text collate "C" not null,
  hukou_in_beijing boolean not null,
  hukou_left_on date,
  road text,
  compound text,
  grid text,
  lon double precision,
  lat double precision,
  living text not null,
  left_behind boolean not null default false,
  economic_class text not null default 'none'::text,
  family_planning_special boolean not null default false,
  military_family boolean not null default false,
  ability_level smallint,
  ability_valid_to date,
  dementia boolean not null default false,
  disabilities jsonb not null default '[]'::jsonb,
  multiple_disability boolean not null default false,
  diseases jsonb not null default '[]'::jsonb,
  wish_for_visits boolean not null default true,
  service_mode text not null default 'home'::text,
  status text not null,
  died_on date,
  source text not null,
  registered_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  away text,
  confirmed_on date not null,
  confirmed_by text,
  constraint elders_ability_level_check CHECK (((ability_level >= 0) AND (ability_level <= 4))),
  constraint elders_area_code_check CHECK ((area_code ~ '^\d{12}$'::text)),
  constraint elders_away_check CHECK ((away = ANY (ARRAY['hospital'::text, 'institution'::text, 'travel'::text]))),
  constraint elders_check CHECK (((status = 'deceased'::text) = (died_on IS NOT NULL))),
  constraint elders_economic_class_check CHECK ((economic_class = ANY (ARRAY['none'::text, '低收入'::text, '低保'::text, '特困'::text]))),
  constraint elders_lat_check CHECK (((lat >= (39)::double precision) AND (lat <= (42)::double precision))),
  constraint elders_living_check CHECK ((living = ANY (ARRAY['独居'::text, '空巢'::text, '与子女同住'::text, '与其他人同住'::text, '住养老机构'::text]))),
  constraint elders_lon_check CHECK (((lon >= (115)::double precision) AND (lon <= (118)::double precision))),
  constraint elders_marital_status_check CHECK ((marital_status = ANY (ARRAY['未婚'::text, '已婚'::text, '丧偶'::text, '离婚'::text]))),
  constraint elders_pkey PRIMARY KEY (elder_id),
  constraint elders_service_mode_check CHECK ((service_mode = ANY (ARRAY['home'::text, 'institution'::text, 'travel'::text]))),
  constraint elders_sex_check CHECK ((sex = ANY (ARRAY['男'::text, '女'::text]))),
  constraint elders_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'visit'::text, 'import'::text, 'exchange'::text]))),
  constraint elders_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'verified'::text, 'active'::text, 'moved-out'::text, 'deceased'::text])))
)
CREATE INDEX elders_born ON public.elders USING btree (born_on, name, area_code) INCLUDE (died_on);
CREATE INDEX elders_hukou ON public.elders USING btree (hukou_area_code);
CREATE INDEX elders_order ON public.elders USING btree (area_code, name, elder_id) WHERE (died_on IS NULL);
CREATE UNIQUE INDEX elders_pkey ON public.elders USING btree (elder_id);
CREATE INDEX elders_registered ON public.elders USING btree (area_code, registered_at);
CREATE INDEX elders_upkeep ON public.elders USING btree (area_code, confirmed_on) INCLUDE (born_on, status, elder_id) WHERE (died_on IS NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_granted select: ((elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid) AND elders_opened(elder_id))
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table elders_v_brief (
  elder_id uuid,
  area_code text collate "C",
  name text collate "C",
  sex text,
  born_on date,
  road text,
  compound text,
  lon double precision,
  lat double precision,
  living text,
  left_behind boolean,
  economic_class text,
  family_planning_special boolean,
  ability_level smallint,
  ability_valid_to date,
  dementia boolean,
  disabilities jsonb,
  multiple_disability boolean,
  wish_for_visits boolean,
  service_mode text,
  status text,
  died_on date,
  hukou_area_code text collate "C",
  hukou_in_beijing boolean,
  hukou_left_on date,
  registered_at timestamp with time zone,
  source text,
  away text
)


table elders_v_hospital_stays (
  elder_id uuid,
  event_id uuid,
  happened_on date,
  until_on date,
  place text,
  note text,
  recorded_at timestamp with time zone,
  recorded_by_name text
)


table elders_v_household (
  household_id uuid,
  elder_id uuid,
  area_code text collate "C"
)


table elders_v_households (
  elder_id uuid,
  household_id uuid,
  area_code text collate "C"
)


table elders_v_illnesses (
  elder_id uuid,
  diseases jsonb
)


table elders_v_not_duplicates (
  elder_id uuid,
  other_elder_id uuid,
  area_code text collate "C"
)


table elders_v_reach (
  elder_id uuid,
  has_phone boolean
)


table elders_v_tags (
  elder_id uuid,
  code text collate "C",
  area_code text collate "C",
  family text,
  value text,
  reason text,
  valid_from date,
  valid_to date
)


table facilities (
  facility_id uuid not null,
  kind text not null,
  name text not null,
  area_code text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  address text,
  phone text,
  opening_hours text,
  status text not null,
  ownership text,
  operator_name text,
  organisation_id uuid,
  opened_on date,
  exited_on date,
  exit_reason text,
  linked_centre_id uuid,
  linked_on date,
  beds integer not null default 0,
  nursing_beds integer not null default 0,
  star integer,
  constraint facilities_beds_check CHECK ((beds >= 0)),
  constraint facilities_check CHECK (((nursing_beds >= 0) AND (nursing_beds <= beds))),
  constraint facilities_check1 CHECK (((status = 'planned'::text) OR (opened_on IS NOT NULL))),
  constraint facilities_check2 CHECK (((status = 'exited'::text) = (exited_on IS NOT NULL))),
  constraint facilities_check3 CHECK (((exited_on IS NULL) = (exit_reason IS NULL))),
  constraint facilities_check4 CHECK ((exited_on >= opened_on)),
  constraint facilities_check5 CHECK (((linked_centre_id IS NULL) = (linked_on IS NULL))),
  constraint facilities_check6 CHECK (((linked_centre_id IS NULL) OR (kind = 'station'::text))),
  constraint facilities_kind_check CHECK ((kind = ANY (ARRAY['institution'::text, 'care-centre'::text, 'regional-centre'::text, 'station'::text, 'meal-point'::text, 'mutual-aid-point'::text]))),
  constraint facilities_ownership_check CHECK ((ownership = ANY (ARRAY['公办'::text, '公建民营'::text, '民办'::text]))),
  constraint facilities_pkey PRIMARY KEY (facility_id),
  constraint facilities_star_check CHECK (((star >= 1) AND (star <= 5))),
  constraint facilities_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'operating'::text, 'suspended'::text, 'exited'::text])))
)
CREATE INDEX facilities_area ON public.facilities USING btree (area_code, kind);
CREATE INDEX facilities_kind ON public.facilities USING btree (kind, status);
CREATE INDEX facilities_linked ON public.facilities USING btree (linked_centre_id) WHERE (linked_centre_id IS NOT NULL);
CREATE INDEX facilities_organisation ON public.facilities USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX facilities_pkey ON public.facilities USING btree (facility_id);
CREATE INDEX facilities_place ON public.facilities USING btree (longitude, latitude);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table facilities_v_coverage (
  facility_id uuid,
  community_code text collate "C",
  area_code text collate "C",
  from_on date,
  to_on date
)


table facilities_v_facts (
  facility_id uuid,
  kind text,
  name text,
  area_code text collate "C",
  status text,
  opened_on date,
  exited_on date,
  exit_reason text,
  linked_centre_id uuid,
  linked_on date,
  beds integer,
  nursing_beds integer,
  star integer,
  ownership text,
  operator_name text,
  organisation_id uuid,
  longitude double precision,
  latitude double precision,
  phone text,
  address text
)


table facility_coverage (
  facility_id uuid not null,
  area_code text collate "C" not null,
  from_on date not null,
  to_on date,
  constraint facility_coverage_check CHECK ((to_on >= from_on)),
  constraint facility_coverage_pkey PRIMARY KEY (facility_id, area_code, from_on)
)
CREATE INDEX facility_coverage_community ON public.facility_coverage USING btree (area_code);
CREATE UNIQUE INDEX facility_coverage_pkey ON public.facility_coverage USING btree (facility_id, area_code, from_on);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table facility_prices (
  facility_id uuid not null,
  area_code text collate "C" not null,
  item text not null,
  unit text not null,
  low_fen bigint not null,
  high_fen bigint not null,
  from_on date not null,
  to_on date,
  constraint facility_prices_check CHECK ((high_fen >= low_fen)),
  constraint facility_prices_check1 CHECK ((to_on > from_on)),
  constraint facility_prices_low_fen_check CHECK ((low_fen >= 0)),
  constraint facility_prices_pkey PRIMARY KEY (facility_id, item, from_on)
)
CREATE UNIQUE INDEX facility_prices_pkey ON public.facility_prices USING btree (facility_id, item, from_on);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table facility_vacancies (
  facility_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  free_beds integer not null,
  waiting integer not null default 0,
  updated_at timestamp with time zone not null,
  constraint facility_vacancies_free_beds_check CHECK ((free_beds >= 0)),
  constraint facility_vacancies_pkey PRIMARY KEY (facility_id),
  constraint facility_vacancies_waiting_check CHECK ((waiting >= 0))
)
CREATE UNIQUE INDEX facility_vacancies_pkey ON public.facility_vacancies USING btree (facility_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: true
-- yinian_system all: false

table festival_lists (
  list_id uuid not null,
  area_code text collate "C" not null,
  occasion text not null,
  name text not null,
  on_day date not null,
  occasion_key text not null,
  rule jsonb not null,
  basis text not null,
  amount_fen bigint,
  goods text,
  status text not null,
  note text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamp with time zone,
  constraint festival_lists_amount_fen_check CHECK ((amount_fen > 0)),
  constraint festival_lists_check CHECK (((amount_fen IS NOT NULL) OR (goods IS NOT NULL))),
  constraint festival_lists_check1 CHECK (((status <> ALL (ARRAY['visiting'::text, 'closed'::text])) OR (checked_by IS NOT NULL))),
  constraint festival_lists_occasion_check CHECK ((occasion = ANY (ARRAY['spring'::text, 'ninth'::text, 'other'::text]))),
  constraint festival_lists_pkey PRIMARY KEY (list_id),
  constraint festival_lists_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'visiting'::text, 'closed'::text, 'cancelled'::text]))),
  constraint festival_lists_two_people CHECK ((checked_by <> made_by))
)
CREATE INDEX festival_lists_area ON public.festival_lists USING btree (area_code, made_at DESC, list_id DESC);
CREATE UNIQUE INDEX festival_lists_pkey ON public.festival_lists USING btree (list_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table festival_visits (
  visit_id uuid not null,
  list_id uuid not null,
  occasion_key text not null,
  occasion_name text not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_name text not null,
  place text,
  because text not null,
  amount_fen bigint,
  goods text,
  status text not null,
  assignee_id uuid,
  done_on date,
  done_by_name text,
  receiver text,
  note text,
  paid_on date,
  listed_at timestamp with time zone not null,
  added_by uuid,
  added_by_name text,
  constraint festival_visits_check CHECK (((status <> 'done'::text) OR ((done_on IS NOT NULL) AND (receiver IS NOT NULL)))),
  constraint festival_visits_check1 CHECK (((status <> ALL (ARRAY['removed'::text, 'left'::text])) OR (note IS NOT NULL))),
  constraint festival_visits_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint festival_visits_pkey PRIMARY KEY (visit_id),
  constraint festival_visits_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'listed'::text, 'removed'::text, 'done'::text, 'left'::text])))
)
CREATE INDEX festival_visits_assignee ON public.festival_visits USING btree (assignee_id) WHERE (status = 'listed'::text);
CREATE INDEX festival_visits_elder ON public.festival_visits USING btree (elder_id);
CREATE INDEX festival_visits_list ON public.festival_visits USING btree (list_id, area_code, elder_name, visit_id);
CREATE UNIQUE INDEX festival_visits_once ON public.festival_visits USING btree (occasion_key, elder_id) WHERE (status <> 'removed'::text);
CREATE UNIQUE INDEX festival_visits_pkey ON public.festival_visits USING btree (visit_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table filial_nominees (
  nominee_id uuid not null,
  year_id uuid not null,
  places integer not null,
  area_code text collate "C" not null,
  name text not null,
  lives_at text not null default ''::text,
  deeds text not null,
  nominated_from text not null,
  status text not null,
  place integer,
  consented boolean not null,
  consent_note text,
  is_public boolean not null default false,
  note text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  checked_by uuid,
  checked_by_name text,
  selected_by_name text,
  constraint filial_nominees_check CHECK (((status = 'selected'::text) = (place IS NOT NULL))),
  constraint filial_nominees_check1 CHECK (((status = ANY (ARRAY['nominated'::text, 'withdrawn'::text, 'refused'::text])) OR (checked_by IS NOT NULL))),
  constraint filial_nominees_check2 CHECK (((status <> ALL (ARRAY['refused'::text, 'passed-over'::text, 'withdrawn'::text])) OR (note IS NOT NULL))),
  constraint filial_nominees_check3 CHECK (((NOT is_public) OR (consented AND (status = 'selected'::text)))),
  constraint filial_nominees_limit CHECK (((place >= 1) AND (place <= places))),
  constraint filial_nominees_nominated_from_check CHECK ((nominated_from = ANY (ARRAY['community'::text, 'street'::text]))),
  constraint filial_nominees_once UNIQUE (year_id, area_code, name, lives_at),
  constraint filial_nominees_pkey PRIMARY KEY (nominee_id),
  constraint filial_nominees_place UNIQUE (year_id, place),
  constraint filial_nominees_status_check CHECK ((status = ANY (ARRAY['nominated'::text, 'recommended'::text, 'refused'::text, 'selected'::text, 'passed-over'::text, 'withdrawn'::text]))),
  constraint filial_nominees_two_people CHECK ((checked_by <> made_by)),
  constraint filial_nominees_year FOREIGN KEY (year_id, places) REFERENCES filial_years(year_id, places) ON UPDATE CASCADE
)
CREATE INDEX filial_nominees_area ON public.filial_nominees USING btree (area_code, made_at DESC);
CREATE INDEX filial_nominees_list ON public.filial_nominees USING btree (year_id, status, area_code, nominee_id);
CREATE UNIQUE INDEX filial_nominees_once ON public.filial_nominees USING btree (year_id, area_code, name, lives_at);
CREATE UNIQUE INDEX filial_nominees_pkey ON public.filial_nominees USING btree (nominee_id);
CREATE UNIQUE INDEX filial_nominees_place ON public.filial_nominees USING btree (year_id, place);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: (is_public = true)
-- yinian_system all: false

table filial_years (
  year_id uuid not null,
  area_code text collate "C" not null,
  year integer not null,
  places integer not null,
  basis text not null,
  confidence text not null,
  status text not null,
  notice_from date,
  notice_to date,
  published_on date,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  constraint filial_years_check CHECK (((status = 'nominating'::text) OR ((notice_from IS NOT NULL) AND (notice_to >= notice_from)))),
  constraint filial_years_check1 CHECK (((status = 'published'::text) = (published_on IS NOT NULL))),
  constraint filial_years_confidence_check CHECK ((confidence = ANY (ARRAY['seed'::text, 'found'::text, 'found second-hand'::text, 'memory'::text, 'uncertain'::text, 'modelled'::text, 'designDefault'::text]))),
  constraint filial_years_once UNIQUE (area_code, year),
  constraint filial_years_pkey PRIMARY KEY (year_id),
  constraint filial_years_places UNIQUE (year_id, places),
  constraint filial_years_places_check CHECK ((places > 0)),
  constraint filial_years_status_check CHECK ((status = ANY (ARRAY['nominating'::text, 'noticed'::text, 'published'::text]))),
  constraint filial_years_year_check CHECK (((year >= 2000) AND (year <= 2100)))
)
CREATE UNIQUE INDEX filial_years_once ON public.filial_years USING btree (area_code, year);
CREATE UNIQUE INDEX filial_years_pkey ON public.filial_years USING btree (year_id);
CREATE UNIQUE INDEX filial_years_places ON public.filial_years USING btree (year_id, places);
-- yinian_area all: true
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: true
-- yinian_system all: false

table first_administrator (
  only_row boolean not null default true,
  account_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint first_administrator_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id),
  constraint first_administrator_only_row_check CHECK (only_row),
  constraint first_administrator_pkey PRIMARY KEY (only_row)
)
CREATE UNIQUE INDEX first_administrator_pkey ON public.first_administrator USING btree (only_row);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false
-- yinian_lookup update: true

table funeral_claims (
  elder_id uuid not null,
  claim_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_name text not null,
  died_on date not null,
  status text not null,
  amount_fen bigint not null,
  offered_at timestamp with time zone not null,
  claimant text,
  relation text,
  certificate text,
  other_funeral_benefit boolean,
  claimed_by uuid,
  claimed_by_name text,
  claimed_on date,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  note text,
  paid_on date,
  voucher text,
  paid_by_name text,
  constraint funeral_claims_amount_fen_check CHECK ((amount_fen > 0)),
  constraint funeral_claims_check CHECK (((status <> ALL (ARRAY['claimed'::text, 'granted'::text, 'refused'::text, 'paid'::text])) OR ((claimant IS NOT NULL) AND (other_funeral_benefit IS NOT NULL)))),
  constraint funeral_claims_claim_id_key UNIQUE (claim_id),
  constraint funeral_claims_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint funeral_claims_paid CHECK (
CASE status
    WHEN 'paid'::text THEN (voucher IS NOT NULL)
    WHEN 'lapsed'::text THEN true
    ELSE (voucher IS NULL)
END),
  constraint funeral_claims_pkey PRIMARY KEY (elder_id),
  constraint funeral_claims_status_check CHECK ((status = ANY (ARRAY['offered'::text, 'claimed'::text, 'granted'::text, 'refused'::text, 'declined'::text, 'paid'::text, 'lapsed'::text]))),
  constraint funeral_claims_two_people CHECK ((decided_by <> claimed_by))
)
CREATE INDEX funeral_claims_area ON public.funeral_claims USING btree (area_code, offered_at DESC, claim_id DESC);
CREATE UNIQUE INDEX funeral_claims_claim_id_key ON public.funeral_claims USING btree (claim_id);
CREATE UNIQUE INDEX funeral_claims_pkey ON public.funeral_claims USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table home_adaptation_products (
  product_id uuid not null,
  area_code text collate "C" not null,
  class text not null,
  name text not null,
  unit text not null,
  price_fen bigint not null,
  payment text not null,
  basis text not null,
  from_on date not null,
  withdrawn_on date,
  set_by text not null,
  constraint home_adaptation_products_area_code_check CHECK ((area_code ~ '^\d{6}000000$'::text)),
  constraint home_adaptation_products_class_check CHECK ((class = ANY (ARRAY['floor'::text, 'bathroom'::text, 'passage'::text, 'bedroom'::text, 'kitchen'::text, 'light'::text, 'alarm'::text, 'aid'::text]))),
  constraint home_adaptation_products_payment_check CHECK ((payment = ANY (ARRAY['government'::text, 'self'::text]))),
  constraint home_adaptation_products_pkey PRIMARY KEY (product_id),
  constraint home_adaptation_products_price_fen_check CHECK ((price_fen > 0))
)
CREATE INDEX home_adaptation_products_area ON public.home_adaptation_products USING btree (area_code, class) WHERE (withdrawn_on IS NULL);
CREATE UNIQUE INDEX home_adaptation_products_pkey ON public.home_adaptation_products USING btree (product_id);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: false
-- yinian_system all: false

table home_adaptations (
  elder_id uuid not null,
  adaptation_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  number text not null,
  status text not null,
  elder_name text not null,
  elder_sex text not null,
  elder_born_on date not null,
  road text,
  compound text,
  wish text,
  known jsonb not null,
  applied_on date not null,
  applied_by text not null,
  eligible_on date,
  eligible_note text,
  assignee_id uuid,
  assessor_name text,
  assessor_organisation text,
  sealed_contact bytea,
  assessed_on date,
  answers jsonb,
  planned_on date,
  plan jsonb not null default '[]'::jsonb,
  plan_note text,
  cost_fen bigint,
  government_fen bigint,
  subsidy_fen bigint,
  subsidy_lines jsonb not null default '[]'::jsonb,
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
  changed_at timestamp with time zone not null,
  constraint home_adaptations_check CHECK (((subsidy_fen <= government_fen) AND (government_fen <= cost_fen))),
  constraint home_adaptations_check1 CHECK (((status = 'settled'::text) = (voucher IS NOT NULL))),
  constraint home_adaptations_cost_fen_check CHECK ((cost_fen >= 0)),
  constraint home_adaptations_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint home_adaptations_government_fen_check CHECK ((government_fen >= 0)),
  constraint home_adaptations_pkey PRIMARY KEY (elder_id, adaptation_id),
  constraint home_adaptations_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'eligible'::text, 'assigned'::text, 'assessed'::text, 'planned'::text, 'agreed'::text, 'built'::text, 'accepted'::text, 'settled'::text, 'rejected'::text, 'ended'::text]))),
  constraint home_adaptations_subsidy_fen_check CHECK ((subsidy_fen >= 0))
)
CREATE INDEX home_adaptations_area ON public.home_adaptations USING btree (area_code, applied_on DESC, adaptation_id DESC);
CREATE INDEX home_adaptations_assignee ON public.home_adaptations USING btree (assignee_id) WHERE (assignee_id IS NOT NULL);
CREATE UNIQUE INDEX home_adaptations_id ON public.home_adaptations USING btree (adaptation_id);
CREATE UNIQUE INDEX home_adaptations_open ON public.home_adaptations USING btree (elder_id) WHERE (status <> ALL (ARRAY['settled'::text, 'rejected'::text, 'ended'::text]));
CREATE UNIQUE INDEX home_adaptations_pkey ON public.home_adaptations USING btree (elder_id, adaptation_id);
CREATE INDEX home_adaptations_provider ON public.home_adaptations USING btree (provider_id) WHERE (provider_id IS NOT NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table home_adaptations_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table home_care_bed_pauses (
  pause_id uuid not null,
  bed_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid,
  reason text not null,
  from_on date not null,
  to_on date,
  constraint home_care_bed_pauses_check CHECK (((to_on IS NULL) OR (to_on >= from_on))),
  constraint home_care_bed_pauses_pkey PRIMARY KEY (pause_id),
  constraint home_care_bed_pauses_reason_check CHECK ((reason = ANY (ARRAY['hospital'::text, 'institution'::text, 'respite'::text, 'away'::text])))
)
CREATE INDEX home_care_bed_pauses_elder ON public.home_care_bed_pauses USING btree (elder_id, from_on);
CREATE UNIQUE INDEX home_care_bed_pauses_open ON public.home_care_bed_pauses USING btree (bed_id) WHERE (to_on IS NULL);
CREATE UNIQUE INDEX home_care_bed_pauses_pkey ON public.home_care_bed_pauses USING btree (pause_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table home_care_beds (
  bed_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  status text not null,
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
  eligible_reasons text[] not null default '{}'::text[],
  assessed_on date,
  findings text,
  designed_on date,
  care_package text,
  devices text[] not null default '{}'::text[],
  built_on date,
  built_note text,
  accepted_on date,
  acceptance_note text,
  evidence uuid[] not null default '{}'::uuid[],
  contracted_on date,
  in_service_on date,
  ended_on date,
  end_reason text,
  next_due_on date,
  next_due_provisional boolean not null default false,
  changed_at timestamp with time zone not null,
  constraint home_care_beds_check CHECK (((status <> ALL (ARRAY['accepted'::text, 'contracted'::text, 'in-service'::text, 'suspended'::text])) OR (accepted_on IS NOT NULL))),
  constraint home_care_beds_check1 CHECK (((status <> ALL (ARRAY['ended'::text, 'rejected'::text])) OR (end_reason IS NOT NULL))),
  constraint home_care_beds_pkey PRIMARY KEY (bed_id),
  constraint home_care_beds_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'eligible'::text, 'assessed'::text, 'designed'::text, 'built'::text, 'accepted'::text, 'contracted'::text, 'in-service'::text, 'suspended'::text, 'ended'::text, 'rejected'::text])))
)
CREATE INDEX home_care_beds_accepted ON public.home_care_beds USING btree (accepted_on) WHERE (accepted_on IS NOT NULL);
CREATE INDEX home_care_beds_area ON public.home_care_beds USING btree (area_code, status);
CREATE INDEX home_care_beds_listed ON public.home_care_beds USING btree (applied_on DESC, bed_id DESC);
CREATE UNIQUE INDEX home_care_beds_one ON public.home_care_beds USING btree (elder_id) WHERE (status <> ALL (ARRAY['ended'::text, 'rejected'::text]));
CREATE UNIQUE INDEX home_care_beds_pkey ON public.home_care_beds USING btree (bed_id);
CREATE INDEX home_care_beds_provider ON public.home_care_beds USING btree (provider_id, status);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table home_care_beds_v_facts (
  bed_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  status text,
  applied_on date,
  accepted_on date,
  in_service_on date,
  ended_on date
)


table home_care_beds_v_served (
  elder_id uuid,
  organisation_id uuid,
  kind text,
  elder_name text,
  born_on date,
  what text,
  from_on date,
  to_on date,
  record_id uuid
)


table home_care_beds_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table home_care_contract_traces (
  trace_id uuid not null,
  contract_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid not null,
  at timestamp with time zone not null,
  action text not null,
  actor_name text not null,
  account_id uuid not null,
  role text not null,
  body_hash text not null,
  confirmation text,
  address text,
  device text,
  constraint home_care_contract_traces_action_check CHECK ((action = ANY (ARRAY['made'::text, 'family-signed'::text, 'provider-signed'::text]))),
  constraint home_care_contract_traces_pkey PRIMARY KEY (trace_id)
)
CREATE INDEX home_care_contract_traces_contract ON public.home_care_contract_traces USING btree (contract_id, at);
CREATE UNIQUE INDEX home_care_contract_traces_pkey ON public.home_care_contract_traces USING btree (trace_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table home_care_contracts (
  contract_id uuid not null,
  bed_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid not null,
  template text not null,
  body text not null,
  body_hash text not null,
  made_at timestamp with time zone not null,
  family_signed_at timestamp with time zone,
  family_signer text,
  provider_signed_at timestamp with time zone,
  provider_signer text,
  constraint home_care_contracts_bed_id_key UNIQUE (bed_id),
  constraint home_care_contracts_pkey PRIMARY KEY (contract_id)
)
CREATE UNIQUE INDEX home_care_contracts_bed_id_key ON public.home_care_contracts USING btree (bed_id);
CREATE UNIQUE INDEX home_care_contracts_pkey ON public.home_care_contracts USING btree (contract_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table household_files (
  household_id uuid not null,
  area_code text collate "C" not null,
  responsible_name text not null,
  responsible_unit text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  responsible_account uuid,
  constraint household_files_pkey PRIMARY KEY (household_id)
)
CREATE UNIQUE INDEX household_files_pkey ON public.household_files USING btree (household_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table household_measures (
  elder_id uuid not null,
  measure_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  kind text not null,
  what text not null,
  status text not null,
  due_on date not null,
  note text,
  made_by text not null,
  made_at timestamp with time zone not null,
  stepped_by text,
  stepped_at timestamp with time zone,
  source text not null default 'entered'::text,
  constraint household_measures_check CHECK (((status <> 'stopped'::text) OR (note IS NOT NULL))),
  constraint household_measures_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint household_measures_kind_check CHECK ((kind = ANY (ARRAY['money'::text, 'care'::text, 'home'::text, 'health'::text, 'contact'::text, 'other'::text]))),
  constraint household_measures_pkey PRIMARY KEY (elder_id, measure_id),
  constraint household_measures_source_check CHECK ((source = ANY (ARRAY['entered'::text, 'paid'::text]))),
  constraint household_measures_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'doing'::text, 'done'::text, 'stopped'::text])))
)
CREATE UNIQUE INDEX household_measures_id ON public.household_measures USING btree (measure_id);
CREATE UNIQUE INDEX household_measures_pkey ON public.household_measures USING btree (elder_id, measure_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table household_members (
  elder_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  relation text not null,
  since_on date not null,
  constraint household_members_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint household_members_pkey PRIMARY KEY (elder_id)
)
CREATE INDEX household_members_household ON public.household_members USING btree (household_id);
CREATE UNIQUE INDEX household_members_pkey ON public.household_members USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table households (
  household_id uuid not null,
  area_code text collate "C" not null,
  road text,
  compound text,
  door_index bytea,
  made_at timestamp with time zone not null,
  constraint households_pkey PRIMARY KEY (household_id)
)
CREATE INDEX households_door ON public.households USING btree (door_index, area_code) WHERE (door_index IS NOT NULL);
CREATE UNIQUE INDEX households_pkey ON public.households USING btree (household_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table idempotency_keys (
  account_id uuid not null,
  key uuid not null,
  body_hash text not null,
  status integer,
  response jsonb,
  made_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (account_id, key)
)
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (account_id, key);
-- yinian_area all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup select: true
-- yinian_batch all: true
-- yinian_family all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_lookup select: false
-- yinian_organisation all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)

table inspection_checks (
  check_id uuid not null,
  draw_id uuid not null,
  "position" integer not null,
  record_id uuid not null,
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  item_code text not null,
  item_name text not null,
  served_on date not null,
  recorded_minutes integer not null,
  line_fen bigint not null,
  status text not null,
  result text,
  found_minutes integer,
  evidence text,
  checked_by text,
  checked_at timestamp with time zone,
  corrected_record_id uuid,
  corrected_at timestamp with time zone,
  figures jsonb not null default '[]'::jsonb,
  constraint inspection_checks_check CHECK (((result IS NULL) = (checked_at IS NULL))),
  constraint inspection_checks_check1 CHECK (((result IS DISTINCT FROM 'short'::text) OR (found_minutes < recorded_minutes))),
  constraint inspection_checks_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspection_draws(draw_id),
  constraint inspection_checks_draw_id_record_id_key UNIQUE (draw_id, record_id),
  constraint inspection_checks_found_minutes_check CHECK ((found_minutes >= 0)),
  constraint inspection_checks_pkey PRIMARY KEY (check_id),
  constraint inspection_checks_position_check CHECK (("position" >= 1)),
  constraint inspection_checks_result_check CHECK ((result = ANY (ARRAY['consistent'::text, 'short'::text, 'not-found'::text]))),
  constraint inspection_checks_status_check CHECK ((status = ANY (ARRAY['drawn'::text, 'checking'::text, 'found-consistent'::text, 'found-short'::text, 'not-found'::text, 'corrected'::text, 'closed'::text])))
)
CREATE INDEX inspection_checks_area ON public.inspection_checks USING btree (area_code, status);
CREATE UNIQUE INDEX inspection_checks_draw_id_record_id_key ON public.inspection_checks USING btree (draw_id, record_id);
CREATE UNIQUE INDEX inspection_checks_pkey ON public.inspection_checks USING btree (check_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table inspection_draws (
  draw_id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  wanted integer not null,
  seed text not null,
  seed_published_at timestamp with time zone not null,
  status text not null,
  drawn_at timestamp with time zone,
  population integer,
  population_digest text,
  made_by text not null,
  constraint inspection_draws_check CHECK ((to_on >= from_on)),
  constraint inspection_draws_check1 CHECK (((status = 'drawn'::text) = ((drawn_at IS NOT NULL) AND (population IS NOT NULL) AND (population_digest IS NOT NULL)))),
  constraint inspection_draws_pkey PRIMARY KEY (draw_id),
  constraint inspection_draws_status_check CHECK ((status = ANY (ARRAY['announced'::text, 'drawn'::text, 'cancelled'::text]))),
  constraint inspection_draws_wanted_check CHECK (((wanted >= 1) AND (wanted <= 500)))
)
CREATE INDEX inspection_draws_area ON public.inspection_draws USING btree (area_code, seed_published_at DESC);
CREATE UNIQUE INDEX inspection_draws_pkey ON public.inspection_draws USING btree (draw_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table inspections_v_facts (
  check_id uuid,
  draw_id uuid,
  record_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  provider_id uuid,
  served_on date,
  status text,
  result text,
  checked_at timestamp with time zone,
  corrected_record_id uuid
)


table letter_numbers (
  issuer_code text collate "C" not null,
  series text not null,
  year integer not null,
  last integer not null,
  constraint letter_numbers_pkey PRIMARY KEY (issuer_code, series, year)
)
CREATE UNIQUE INDEX letter_numbers_pkey ON public.letter_numbers USING btree (issuer_code, series, year);
-- yinian_area all: ((issuer_code >= current_setting('yinian.area_from'::text, true)) AND (issuer_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((issuer_code >= current_setting('yinian.area_from'::text, true)) AND (issuer_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table letter_tellings (
  elder_id uuid not null,
  telling_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  status text not null,
  has_phone boolean not null,
  letter_ids uuid[] not null,
  opened_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint letter_tellings_check CHECK (((status = ANY (ARRAY['told'::text, 'dropped'::text])) = (ended_at IS NOT NULL))),
  constraint letter_tellings_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint letter_tellings_pkey PRIMARY KEY (elder_id, telling_id),
  constraint letter_tellings_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'visiting'::text, 'told'::text, 'dropped'::text])))
)
CREATE INDEX letter_tellings_area ON public.letter_tellings USING btree (area_code, opened_at DESC, telling_id DESC);
CREATE UNIQUE INDEX letter_tellings_id ON public.letter_tellings USING btree (telling_id);
CREATE UNIQUE INDEX letter_tellings_open ON public.letter_tellings USING btree (elder_id) WHERE (status = ANY (ARRAY['waiting'::text, 'visiting'::text]));
CREATE UNIQUE INDEX letter_tellings_pkey ON public.letter_tellings USING btree (elder_id, telling_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table letters (
  elder_id uuid not null,
  letter_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_name text not null,
  kind text not null,
  issuer_code text collate "C" not null,
  series text not null,
  year integer not null,
  serial integer not null,
  version integer not null,
  number text not null,
  about text not null,
  subject_kind text not null,
  subject_id uuid not null,
  template_version text not null,
  paper jsonb not null,
  sm3 text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  issued_by_name text not null,
  reason text,
  receivers integer not null,
  constraint letters_check CHECK (((version = 1) = (reason IS NULL))),
  constraint letters_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint letters_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'grant'::text, 'refuse'::text, 'found'::text, 'result'::text, 'stop'::text, 'recover'::text]))),
  constraint letters_pkey PRIMARY KEY (elder_id, letter_id),
  constraint letters_serial_check CHECK ((serial > 0)),
  constraint letters_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text)),
  constraint letters_version_check CHECK ((version > 0))
)
CREATE INDEX letters_area ON public.letters USING btree (area_code, issued_at DESC, letter_id DESC);
CREATE UNIQUE INDEX letters_id ON public.letters USING btree (letter_id);
CREATE UNIQUE INDEX letters_number ON public.letters USING btree (issuer_code, series, year, serial, version);
CREATE UNIQUE INDEX letters_pkey ON public.letters USING btree (elder_id, letter_id);
CREATE INDEX letters_subject ON public.letters USING btree (subject_id, kind, elder_id, version);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table lifecycle_steps (
  step_id uuid not null,
  at timestamp with time zone not null default now(),
  subject_kind text not null,
  subject_id uuid not null,
  elder_id uuid,
  area_code text collate "C",
  organisation_id uuid,
  assignee_id uuid,
  action text not null,
  label text not null,
  from_status text,
  to_status text not null,
  actor_name text not null,
  account_id uuid,
  role text not null,
  note text,
  constraint lifecycle_steps_pkey PRIMARY KEY (step_id)
)
CREATE INDEX lifecycle_steps_elder ON public.lifecycle_steps USING btree (elder_id, at) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX lifecycle_steps_pkey ON public.lifecycle_steps USING btree (step_id);
CREATE INDEX lifecycle_steps_subject ON public.lifecycle_steps USING btree (subject_id, at);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table login_failures (
  login text not null,
  address text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint login_failures_pkey PRIMARY KEY (login, address)
)
CREATE UNIQUE INDEX login_failures_pkey ON public.login_failures USING btree (login, address);
-- yinian_batch all: true
-- yinian_public all: true

table meal_counts (
  count_id uuid not null,
  facility_id uuid not null,
  facility_name text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  from_on date not null,
  to_on date not null,
  person_times integer not null,
  entered_at timestamp with time zone not null,
  entered_by text not null,
  corrected_because text,
  constraint meal_counts_check CHECK ((to_on >= from_on)),
  constraint meal_counts_facility_id_from_on_key UNIQUE (facility_id, from_on),
  constraint meal_counts_person_times_check CHECK ((person_times >= 0)),
  constraint meal_counts_pkey PRIMARY KEY (count_id)
)
CREATE INDEX meal_counts_area ON public.meal_counts USING btree (area_code, to_on);
CREATE UNIQUE INDEX meal_counts_facility_id_from_on_key ON public.meal_counts USING btree (facility_id, from_on);
CREATE INDEX meal_counts_organisation ON public.meal_counts USING btree (organisation_id, to_on) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX meal_counts_pkey ON public.meal_counts USING btree (count_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table meals_v_counts (
  facility_id uuid,
  facility_name text,
  area_code text collate "C",
  month text,
  last_on date,
  person_times integer
)


table message_contacts (
  account_id uuid not null,
  sealed bytea not null,
  constraint message_contacts_pkey PRIMARY KEY (account_id)
)
CREATE UNIQUE INDEX message_contacts_pkey ON public.message_contacts USING btree (account_id);
-- yinian_area insert: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned insert: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_family insert: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_organisation insert: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public insert: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system insert: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_area select: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned select: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup select: true
-- yinian_batch all: true
-- yinian_area update: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned update: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_family update: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_organisation update: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public update: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system update: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_family select: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_organisation select: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public select: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system select: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)

table message_deliveries (
  message_id uuid not null,
  channel text not null,
  to_account_id uuid not null,
  status text not null,
  not_before timestamp with time zone not null,
  urgent boolean not null,
  claimed_at timestamp with time zone,
  sent_as uuid,
  sent_at timestamp with time zone,
  reference text,
  because text,
  constraint message_deliveries_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text]))),
  constraint message_deliveries_pkey PRIMARY KEY (message_id, channel),
  constraint message_deliveries_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'no-address'::text, 'not-connected'::text])))
)
CREATE INDEX message_deliveries_open ON public.message_deliveries USING btree (not_before) WHERE (status = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE UNIQUE INDEX message_deliveries_pkey ON public.message_deliveries USING btree (message_id, channel);
CREATE INDEX message_deliveries_recent ON public.message_deliveries USING btree (to_account_id, channel, sent_at DESC) WHERE (status = 'sent'::text);
-- yinian_area insert: true
-- yinian_assigned insert: true
-- yinian_family insert: true
-- yinian_organisation insert: true
-- yinian_public insert: true
-- yinian_system insert: true
-- yinian_area select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup select: true
-- yinian_batch all: true
-- yinian_family select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_organisation select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)

table messages (
  message_id uuid not null,
  to_account_id uuid not null,
  at timestamp with time zone not null,
  template text not null,
  title text not null,
  text text not null,
  path text,
  urgent boolean not null,
  about_kind text not null,
  about_id uuid not null,
  elder_id uuid,
  area_code text collate "C",
  read_at timestamp with time zone,
  constraint messages_pkey PRIMARY KEY (message_id)
)
CREATE INDEX messages_elder ON public.messages USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE INDEX messages_inbox ON public.messages USING btree (to_account_id, at DESC, message_id DESC);
CREATE UNIQUE INDEX messages_pkey ON public.messages USING btree (message_id);
CREATE INDEX messages_unread ON public.messages USING btree (to_account_id) WHERE (read_at IS NULL);
-- yinian_area insert: true
-- yinian_assigned insert: true
-- yinian_family insert: true
-- yinian_organisation insert: true
-- yinian_public insert: true
-- yinian_system insert: true
-- yinian_area select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup select: true
-- yinian_batch all: true
-- yinian_area update: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned update: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_family update: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_organisation update: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public update: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system update: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_family select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_organisation select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system select: (to_account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)

table order_offers (
  offer_id uuid not null,
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  caregiver_id uuid not null,
  caregiver_name text not null,
  assignee_id uuid not null,
  attempt integer not null,
  answer text not null,
  offered_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  answered_at timestamp with time zone,
  refusal text,
  reasons text[] not null,
  candidates jsonb not null default '[]'::jsonb,
  constraint order_offers_answer_check CHECK ((answer = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text, 'timeout'::text, 'withdrawn'::text]))),
  constraint order_offers_attempt_check CHECK ((attempt >= 1)),
  constraint order_offers_order_id_attempt_key UNIQUE (order_id, attempt),
  constraint order_offers_pkey PRIMARY KEY (offer_id)
)
CREATE UNIQUE INDEX order_offers_open ON public.order_offers USING btree (order_id) WHERE (answer = 'offered'::text);
CREATE UNIQUE INDEX order_offers_order_id_attempt_key ON public.order_offers USING btree (order_id, attempt);
CREATE UNIQUE INDEX order_offers_pkey ON public.order_offers USING btree (offer_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table orders (
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  status text not null,
  source text not null,
  item_code text not null,
  item_version integer not null,
  item_name text not null,
  need text,
  note text,
  wanted_on date not null,
  wanted_time text,
  price_fen bigint not null,
  ltc_fen bigint not null default 0,
  subsidy_fen bigint not null default 0,
  self_fen bigint not null default 0,
  elder_name text not null,
  elder_sex text not null,
  elder_born_on date not null,
  road text,
  compound text,
  longitude double precision,
  latitude double precision,
  sealed_contact bytea,
  provider_id uuid,
  provider_name text,
  caregiver_id uuid,
  caregiver_name text,
  assignee_id uuid,
  ordered_at timestamp with time zone not null,
  ordered_on date not null,
  ordered_by text not null,
  dispatched_at timestamp with time zone,
  answer_by timestamp with time zone,
  accepted_at timestamp with time zone,
  started_at timestamp with time zone,
  started_longitude double precision,
  started_latitude double precision,
  started_metres integer,
  done_at timestamp with time zone,
  done_on date,
  record_id uuid,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  score integer,
  evaluation text,
  evaluated_at timestamp with time zone,
  settled_on date,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  cancel_reason text,
  voucher_fen bigint not null default 0,
  constraint orders_check CHECK ((price_fen = (((ltc_fen + subsidy_fen) + voucher_fen) + self_fen))),
  constraint orders_check1 CHECK (((status <> 'cancelled'::text) OR (cancel_reason IS NOT NULL))),
  constraint orders_check2 CHECK (((status = ANY (ARRAY['submitted'::text, 'cancelled'::text])) OR ((provider_id IS NOT NULL) AND (assignee_id IS NOT NULL)))),
  constraint orders_pkey PRIMARY KEY (order_id),
  constraint orders_price_fen_check CHECK ((price_fen >= 0)),
  constraint orders_score_check CHECK (((score >= 1) AND (score <= 5))),
  constraint orders_source_check CHECK ((source = ANY (ARRAY['family'::text, 'elder'::text, 'community'::text, 'street'::text, 'centre'::text, 'call'::text, 'plan'::text]))),
  constraint orders_status_check CHECK ((status = ANY (ARRAY['submitted'::text, 'dispatched'::text, 'accepted'::text, 'started'::text, 'done'::text, 'confirmed'::text, 'evaluated'::text, 'settled'::text, 'cancelled'::text])))
)
CREATE INDEX orders_area ON public.orders USING btree (area_code, status, ordered_at DESC);
CREATE INDEX orders_assignee ON public.orders USING btree (assignee_id, wanted_on);
CREATE INDEX orders_caregiver_load ON public.orders USING btree (wanted_on, caregiver_id) WHERE (status = ANY (ARRAY['dispatched'::text, 'accepted'::text, 'started'::text]));
CREATE INDEX orders_elder ON public.orders USING btree (elder_id, ordered_at DESC);
CREATE INDEX orders_listed ON public.orders USING btree (ordered_at DESC, order_id DESC);
CREATE UNIQUE INDEX orders_pkey ON public.orders USING btree (order_id);
CREATE INDEX orders_provider ON public.orders USING btree (provider_id, status, ordered_at DESC);
CREATE INDEX orders_waiting ON public.orders USING btree (answer_by) WHERE (status = 'dispatched'::text);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table orders_v_facts (
  order_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  item_code text,
  status text,
  ordered_on date,
  done_on date,
  provider_id uuid,
  amount_fen bigint
)


table orders_v_served (
  elder_id uuid,
  organisation_id uuid,
  kind text,
  elder_name text,
  born_on date,
  what text,
  from_on date,
  to_on date,
  record_id uuid
)


table orders_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table organisations (
  organisation_id uuid not null,
  name text not null,
  kind text not null,
  area_code text collate "C" not null,
  credit_code text,
  opened_on date,
  closed_on date,
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'centre'::text, 'institution'::text, 'station'::text, 'meal-point'::text, 'provider'::text, 'medical'::text, 'assessment'::text, 'bank'::text]))),
  constraint organisations_pkey PRIMARY KEY (organisation_id)
)
CREATE INDEX organisations_area ON public.organisations USING btree (area_code, kind);
CREATE UNIQUE INDEX organisations_pkey ON public.organisations USING btree (organisation_id);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table outbox (
  outbox_id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  kind text not null,
  name text not null,
  payload jsonb not null,
  dispatched_at timestamp with time zone,
  constraint outbox_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'job'::text]))),
  constraint outbox_pkey PRIMARY KEY (outbox_id)
)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (outbox_id);
CREATE INDEX outbox_waiting ON public.outbox USING btree (outbox_id) WHERE (dispatched_at IS NULL);
-- yinian_area insert: true
-- yinian_assigned insert: true
-- yinian_batch insert: true
-- yinian_family insert: true
-- yinian_organisation insert: true
-- yinian_public insert: true
-- yinian_system insert: true
-- yinian_backup select: true
-- yinian_batch update: true
-- yinian_batch select: true

table overviews_v_served (
  elder_id uuid,
  organisation_id uuid,
  kind text,
  elder_name text,
  born_on date,
  what text,
  from_on date,
  to_on date,
  record_id uuid
)


table overviews_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table payment_accounts (
  elder_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  sealed bytea not null,
  last_four text not null,
  account_index bytea not null,
  fault text,
  source text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint payment_accounts_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_accounts_kind_check CHECK ((kind = ANY (ARRAY['elder-card'::text, 'civil-card'::text, 'disability-card'::text, 'special-card'::text, 'social-security-card'::text, 'military-card'::text, 'bank-account'::text]))),
  constraint payment_accounts_last_four_check CHECK ((last_four ~ '^\d{4}$'::text)),
  constraint payment_accounts_pkey PRIMARY KEY (elder_id)
)
CREATE INDEX payment_accounts_index ON public.payment_accounts USING btree (account_index);
CREATE UNIQUE INDEX payment_accounts_pkey ON public.payment_accounts USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_checks (
  elder_id uuid not null,
  check_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  cycle_id uuid not null,
  elder_name text not null,
  amount_fen bigint not null,
  seed text not null,
  draw integer not null,
  status text not null,
  note text,
  answered_by text,
  answered_at timestamp with time zone,
  drawn_at timestamp with time zone not null,
  merged_from uuid,
  constraint payment_checks_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_checks_once UNIQUE NULLS NOT DISTINCT (cycle_id, elder_id, merged_from),
  constraint payment_checks_pkey PRIMARY KEY (elder_id, check_id),
  constraint payment_checks_status_check CHECK ((status = ANY (ARRAY['drawn'::text, 'received'::text, 'not-received'::text, 'not-reached'::text])))
)
CREATE INDEX payment_checks_cycle ON public.payment_checks USING btree (cycle_id, draw);
CREATE UNIQUE INDEX payment_checks_once ON public.payment_checks USING btree (cycle_id, elder_id, merged_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX payment_checks_pkey ON public.payment_checks USING btree (elder_id, check_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_cycles (
  cycle_id uuid not null,
  area_code text collate "C" not null,
  month text not null,
  round integer not null,
  floor_month text not null,
  status text not null,
  prepared_by uuid not null,
  prepared_by_name text not null,
  prepared_at timestamp with time zone not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamp with time zone,
  locked_by_name text,
  locked_at timestamp with time zone,
  authorised_by uuid,
  authorised_by_name text,
  authorised_at timestamp with time zone,
  file_number text,
  file_sm3 text,
  file_count integer,
  file_fen bigint,
  sent_at timestamp with time zone,
  bank_reference text,
  answered_at timestamp with time zone,
  reconciled_at timestamp with time zone,
  reconciled_by_name text,
  run_id uuid,
  note text,
  send_attempts integer not null default 0,
  constraint payment_cycles_area_code_check CHECK ((area_code ~ '^\d{6}000000$'::text)),
  constraint payment_cycles_area_code_month_round_key UNIQUE (area_code, month, round),
  constraint payment_cycles_authorised CHECK (((status <> ALL (ARRAY['authorised'::text, 'sent'::text, 'answered'::text, 'reconciled'::text])) OR ((authorised_by IS NOT NULL) AND (checked_by IS NOT NULL)))),
  constraint payment_cycles_authoriser CHECK (((authorised_by <> prepared_by) AND (authorised_by <> checked_by))),
  constraint payment_cycles_check CHECK ((floor_month <= month)),
  constraint payment_cycles_checker CHECK ((checked_by <> prepared_by)),
  constraint payment_cycles_locked CHECK (((status <> ALL (ARRAY['locked'::text, 'authorised'::text, 'sent'::text, 'answered'::text, 'reconciled'::text])) OR (file_sm3 IS NOT NULL))),
  constraint payment_cycles_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint payment_cycles_pkey PRIMARY KEY (cycle_id),
  constraint payment_cycles_round_check CHECK ((round >= 1)),
  constraint payment_cycles_status_check CHECK ((status = ANY (ARRAY['preparing'::text, 'draft'::text, 'checked'::text, 'locked'::text, 'authorised'::text, 'sent'::text, 'answered'::text, 'reconciled'::text, 'cancelled'::text])))
)
CREATE UNIQUE INDEX payment_cycles_area_code_month_round_key ON public.payment_cycles USING btree (area_code, month, round);
CREATE INDEX payment_cycles_at ON public.payment_cycles USING btree (prepared_at DESC, cycle_id);
CREATE UNIQUE INDEX payment_cycles_file ON public.payment_cycles USING btree (file_number) WHERE (file_number IS NOT NULL);
CREATE UNIQUE INDEX payment_cycles_open ON public.payment_cycles USING btree (area_code) WHERE (status <> ALL (ARRAY['reconciled'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX payment_cycles_pkey ON public.payment_cycles USING btree (cycle_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_findings (
  elder_id uuid,
  finding_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  elder_name text not null,
  rule text not null,
  scheme text not null,
  months jsonb not null,
  amount_fen bigint not null,
  sentence text not null,
  first_month text not null,
  status text not null,
  note text,
  found_at timestamp with time zone not null,
  decided_by text,
  decided_by_account uuid,
  decided_at timestamp with time zone,
  recovery_id uuid,
  other_payee_id uuid,
  payee_id uuid not null default COALESCE(other_payee_id, elder_id),
  constraint payment_findings_amount_fen_check CHECK ((amount_fen > 0)),
  constraint payment_findings_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_findings_pkey PRIMARY KEY (finding_id),
  constraint payment_findings_rule_check CHECK ((rule = ANY (ARRAY['dead-yet-paid'::text, 'moved-yet-paid'::text, 'institution-and-home'::text, 'two-districts'::text, 'two-files'::text, 'death-corrected'::text, 'recognition-ended'::text, 'not-entitled'::text]))),
  constraint payment_findings_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text, 'minimumLiving'::text, 'destituteSupport'::text, 'temporaryRelief'::text, 'funeral'::text, 'festivalVisit'::text, 'station'::text, 'institutionOperating'::text, 'institutionBeds'::text, 'meal'::text, 'voucher'::text]))),
  constraint payment_findings_status_check CHECK ((status = ANY (ARRAY['found'::text, 'confirmed'::text, 'dismissed'::text])))
)
CREATE INDEX payment_findings_area ON public.payment_findings USING btree (area_code, status, found_at DESC);
CREATE UNIQUE INDEX payment_findings_once ON public.payment_findings USING btree (elder_id, rule, scheme, first_month) WHERE (rule <> 'not-entitled'::text);
CREATE INDEX payment_findings_payee ON public.payment_findings USING btree (payee_id);
CREATE UNIQUE INDEX payment_findings_pkey ON public.payment_findings USING btree (finding_id);
CREATE INDEX payment_findings_recovery ON public.payment_findings USING btree (recovery_id) WHERE (recovery_id IS NOT NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_lines (
  elder_id uuid,
  line_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  payer_code text collate "C" not null,
  cycle_id uuid not null,
  elder_name text not null,
  scheme text not null,
  month text not null,
  kind text not null,
  cause text not null,
  amount_fen bigint not null,
  former_fen bigint,
  determination_id uuid,
  recovery_id uuid,
  status text not null,
  status_reason text,
  made_at timestamp with time zone not null,
  merged_from uuid,
  payable_id uuid,
  other_payee_id uuid,
  payee_id uuid not null default COALESCE(other_payee_id, elder_id),
  constraint payment_lines_cause_check CHECK ((cause = ANY (ARRAY['same'::text, 'new'::text, 'raised'::text, 'lowered'::text, 'resumed'::text, 'late'::text, 'rate'::text, 'returned'::text, 'granted'::text, 'recovery'::text]))),
  constraint payment_lines_check CHECK (
CASE kind
    WHEN 'offset'::text THEN ((amount_fen < 0) AND (recovery_id IS NOT NULL))
    WHEN 'one-off'::text THEN ((amount_fen > 0) AND (payable_id IS NOT NULL) AND (recovery_id IS NULL))
    ELSE ((amount_fen > 0) AND (determination_id IS NOT NULL) AND (recovery_id IS NULL) AND (elder_id IS NOT NULL))
END),
  constraint payment_lines_check1 CHECK (((status <> ALL (ARRAY['held'::text, 'dropped'::text, 'failed'::text])) OR (status_reason IS NOT NULL))),
  constraint payment_lines_check2 CHECK (((elder_id IS NOT NULL) OR (other_payee_id IS NOT NULL))),
  constraint payment_lines_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_lines_kind_check CHECK ((kind = ANY (ARRAY['regular'::text, 'back-pay'::text, 'one-off'::text, 'offset'::text]))),
  constraint payment_lines_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint payment_lines_once UNIQUE NULLS NOT DISTINCT (cycle_id, elder_id, scheme, month, kind, recovery_id, payable_id, merged_from),
  constraint payment_lines_payer_code_check CHECK ((payer_code ~ '^\d{6}000000$'::text)),
  constraint payment_lines_pkey PRIMARY KEY (line_id),
  constraint payment_lines_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text, 'minimumLiving'::text, 'destituteSupport'::text, 'temporaryRelief'::text, 'funeral'::text, 'festivalVisit'::text, 'station'::text, 'institutionOperating'::text, 'institutionBeds'::text, 'meal'::text, 'voucher'::text]))),
  constraint payment_lines_status_check CHECK ((status = ANY (ARRAY['due'::text, 'held'::text, 'dropped'::text, 'locked'::text, 'sent'::text, 'paid'::text, 'failed'::text])))
)
CREATE INDEX payment_lines_area ON public.payment_lines USING btree (area_code, made_at DESC, line_id);
CREATE UNIQUE INDEX payment_lines_back_pay ON public.payment_lines USING btree (elder_id, scheme, month) WHERE ((kind = 'back-pay'::text) AND (status = ANY (ARRAY['due'::text, 'locked'::text, 'sent'::text])) AND (merged_from IS NULL));
CREATE INDEX payment_lines_cycle ON public.payment_lines USING btree (cycle_id, status);
CREATE INDEX payment_lines_elder ON public.payment_lines USING btree (elder_id, scheme, month);
CREATE UNIQUE INDEX payment_lines_once ON public.payment_lines USING btree (cycle_id, elder_id, scheme, month, kind, recovery_id, payable_id, merged_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX payment_lines_one_off ON public.payment_lines USING btree (payable_id) WHERE ((kind = 'one-off'::text) AND (status = ANY (ARRAY['due'::text, 'locked'::text, 'sent'::text, 'paid'::text])));
CREATE INDEX payment_lines_payable ON public.payment_lines USING btree (payable_id) WHERE (payable_id IS NOT NULL);
CREATE INDEX payment_lines_payee ON public.payment_lines USING btree (cycle_id, payee_id);
CREATE INDEX payment_lines_payer ON public.payment_lines USING btree (payer_code, month);
CREATE UNIQUE INDEX payment_lines_pkey ON public.payment_lines USING btree (line_id);
CREATE UNIQUE INDEX payment_lines_regular ON public.payment_lines USING btree (elder_id, scheme, month) WHERE ((kind = 'regular'::text) AND (status = ANY (ARRAY['due'::text, 'locked'::text, 'sent'::text, 'paid'::text])) AND (merged_from IS NULL));
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_other_accounts (
  payee_id uuid not null,
  area_code text collate "C" not null,
  payee_name text not null,
  sealed bytea not null,
  last_four text not null,
  account_index bytea not null,
  fault text,
  source text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint payment_other_accounts_last_four_check CHECK ((last_four ~ '^\d{4}$'::text)),
  constraint payment_other_accounts_pkey PRIMARY KEY (payee_id)
)
CREATE UNIQUE INDEX payment_other_accounts_pkey ON public.payment_other_accounts USING btree (payee_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_payables (
  payable_id uuid not null,
  source_kind text not null,
  source_id uuid not null,
  scheme text not null,
  elder_id uuid,
  other_payee_id uuid,
  payee_name text not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  month text not null,
  amount_fen bigint not null,
  sentence text not null,
  status text not null,
  status_reason text,
  submitted_by_name text not null,
  submitted_at timestamp with time zone not null,
  paid_on date,
  constraint payment_payables_amount_fen_check CHECK ((amount_fen > 0)),
  constraint payment_payables_check CHECK (((elder_id IS NOT NULL) OR (other_payee_id IS NOT NULL))),
  constraint payment_payables_check1 CHECK (((status = 'paid'::text) = (paid_on IS NOT NULL))),
  constraint payment_payables_check2 CHECK (((status = 'withdrawn'::text) = (status_reason IS NOT NULL))),
  constraint payment_payables_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_payables_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint payment_payables_payer_code_check CHECK ((payer_code ~ '^\d{6}000000$'::text)),
  constraint payment_payables_pkey PRIMARY KEY (payable_id),
  constraint payment_payables_scheme_check CHECK ((scheme = ANY (ARRAY['temporaryRelief'::text, 'funeral'::text, 'festivalVisit'::text, 'station'::text, 'institutionOperating'::text, 'institutionBeds'::text, 'meal'::text, 'voucher'::text]))),
  constraint payment_payables_source_kind_check CHECK ((source_kind = ANY (ARRAY['relief-application'::text, 'funeral-claim'::text, 'festival-visit'::text, 'subsidy-statement'::text, 'voucher-statement'::text]))),
  constraint payment_payables_source_kind_source_id_key UNIQUE (source_kind, source_id),
  constraint payment_payables_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'paid'::text, 'withdrawn'::text])))
)
CREATE INDEX payment_payables_area ON public.payment_payables USING btree (area_code, submitted_at DESC, payable_id DESC);
CREATE INDEX payment_payables_elder ON public.payment_payables USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE INDEX payment_payables_payer ON public.payment_payables USING btree (payer_code, status);
CREATE UNIQUE INDEX payment_payables_pkey ON public.payment_payables USING btree (payable_id);
CREATE UNIQUE INDEX payment_payables_source_kind_source_id_key ON public.payment_payables USING btree (source_kind, source_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_recoveries (
  elder_id uuid,
  recovery_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  elder_name text not null,
  scheme text not null,
  rule text not null,
  reason text not null,
  status text not null,
  total_fen bigint not null,
  balance_fen bigint not null,
  offset_fen bigint not null default 0,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  write_off_asked_by uuid,
  write_off_asked_by_name text,
  write_off_reason text,
  write_off_approved_by uuid,
  write_off_approved_by_name text,
  closed_at timestamp with time zone,
  other_payee_id uuid,
  payee_id uuid not null default COALESCE(other_payee_id, elder_id),
  payee_name text not null,
  constraint payment_recoveries_check CHECK (((balance_fen >= 0) AND (balance_fen <= total_fen))),
  constraint payment_recoveries_check1 CHECK (((status = ANY (ARRAY['settled'::text, 'written-off'::text])) = (balance_fen = 0))),
  constraint payment_recoveries_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_recoveries_offset_fen_check CHECK ((offset_fen >= 0)),
  constraint payment_recoveries_pkey PRIMARY KEY (recovery_id),
  constraint payment_recoveries_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text, 'minimumLiving'::text, 'destituteSupport'::text, 'temporaryRelief'::text, 'funeral'::text, 'festivalVisit'::text, 'station'::text, 'institutionOperating'::text, 'institutionBeds'::text, 'meal'::text, 'voucher'::text]))),
  constraint payment_recoveries_status_check CHECK ((status = ANY (ARRAY['open'::text, 'instalments'::text, 'write-off-asked'::text, 'settled'::text, 'written-off'::text]))),
  constraint payment_recoveries_total_fen_check CHECK ((total_fen > 0)),
  constraint payment_recoveries_write_off CHECK ((write_off_approved_by <> write_off_asked_by))
)
CREATE INDEX payment_recoveries_area ON public.payment_recoveries USING btree (area_code, opened_at DESC, recovery_id);
CREATE INDEX payment_recoveries_elder ON public.payment_recoveries USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE INDEX payment_recoveries_payee ON public.payment_recoveries USING btree (payee_id);
CREATE INDEX payment_recoveries_payer ON public.payment_recoveries USING btree (payer_code, status);
CREATE UNIQUE INDEX payment_recoveries_pkey ON public.payment_recoveries USING btree (recovery_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_results (
  result_id uuid not null,
  area_code text collate "C" not null,
  cycle_id uuid not null,
  sm3 text not null,
  file_name text not null,
  rows integer not null,
  paid integer not null,
  failed integer not null,
  problems jsonb not null default '[]'::jsonb,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  constraint payment_results_cycle_id_sm3_key UNIQUE (cycle_id, sm3),
  constraint payment_results_pkey PRIMARY KEY (result_id)
)
CREATE UNIQUE INDEX payment_results_cycle_id_sm3_key ON public.payment_results USING btree (cycle_id, sm3);
CREATE UNIQUE INDEX payment_results_pkey ON public.payment_results USING btree (result_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_stops (
  elder_id uuid not null,
  cycle_id uuid not null,
  scheme text not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  elder_name text not null,
  former_fen bigint not null,
  reason text not null,
  constraint payment_stops_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_stops_former_fen_check CHECK ((former_fen > 0)),
  constraint payment_stops_pkey PRIMARY KEY (elder_id, cycle_id, scheme),
  constraint payment_stops_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text, 'minimumLiving'::text, 'destituteSupport'::text])))
)
CREATE INDEX payment_stops_cycle ON public.payment_stops USING btree (cycle_id, elder_name, elder_id);
CREATE UNIQUE INDEX payment_stops_pkey ON public.payment_stops USING btree (elder_id, cycle_id, scheme);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payment_transfers (
  elder_id uuid,
  transfer_id uuid not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  cycle_id uuid not null,
  number text not null,
  amount_fen bigint not null,
  sealed bytea not null,
  last_four text not null,
  status text not null,
  failure text,
  failure_note text,
  answered_at timestamp with time zone,
  merged_from uuid,
  other_payee_id uuid,
  payee_id uuid not null default COALESCE(other_payee_id, elder_id),
  constraint payment_transfers_amount_fen_check CHECK ((amount_fen > 0)),
  constraint payment_transfers_check CHECK (((status = 'failed'::text) = (failure IS NOT NULL))),
  constraint payment_transfers_check1 CHECK (((elder_id IS NOT NULL) OR (other_payee_id IS NOT NULL))),
  constraint payment_transfers_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint payment_transfers_failure_check CHECK ((failure = ANY (ARRAY['account-closed'::text, 'name-mismatch'::text, 'account-frozen'::text, 'account-unknown'::text, 'other'::text]))),
  constraint payment_transfers_number_check CHECK ((number ~ '^\d{20}$'::text)),
  constraint payment_transfers_number_key UNIQUE (number),
  constraint payment_transfers_pkey PRIMARY KEY (transfer_id),
  constraint payment_transfers_status_check CHECK ((status = ANY (ARRAY['ready'::text, 'sent'::text, 'paid'::text, 'failed'::text])))
)
CREATE INDEX payment_transfers_cycle ON public.payment_transfers USING btree (cycle_id, number);
CREATE INDEX payment_transfers_elder ON public.payment_transfers USING btree (elder_id);
CREATE UNIQUE INDEX payment_transfers_number_key ON public.payment_transfers USING btree (number);
CREATE UNIQUE INDEX payment_transfers_once ON public.payment_transfers USING btree (cycle_id, payee_id, merged_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX payment_transfers_pkey ON public.payment_transfers USING btree (transfer_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table payments_v_accounts (
  elder_id uuid,
  area_code text collate "C",
  last_four text,
  source text,
  updated_at timestamp with time zone
)


table payments_v_authorised (
  area_code text collate "C",
  payer_code text collate "C",
  elder_id uuid,
  scheme text,
  month text,
  fen bigint
)


table payments_v_in_transit (
  area_code text collate "C",
  payer_code text collate "C",
  elder_id uuid,
  fen bigint
)


table payments_v_live (
  elder_id uuid,
  line_id uuid,
  area_code text collate "C",
  payer_code text collate "C",
  cycle_id uuid,
  scheme text,
  month text,
  kind text,
  amount_fen bigint,
  status text
)


table payments_v_payable (
  area_code text collate "C",
  payer_code text collate "C",
  elder_id uuid,
  fen bigint
)


table payments_v_payees (
  payee_id uuid,
  sealed bytea,
  last_four text,
  fault text
)


table payments_v_receivable (
  area_code text collate "C",
  payer_code text collate "C",
  elder_id uuid,
  fen bigint
)


table payments_v_spent (
  area_code text collate "C",
  payer_code text collate "C",
  elder_id uuid,
  scheme text,
  month text,
  fen bigint
)


table payments_v_stops (
  elder_id uuid,
  cycle_id uuid,
  month text,
  scheme text,
  area_code text collate "C",
  payer_code text collate "C",
  former_fen bigint,
  reason text
)


table payments_v_timeline (
  elder_id uuid,
  event_id uuid,
  at timestamp with time zone,
  subject_kind text,
  label text,
  note text,
  actor text
)


table place_uses (
  use_id uuid not null,
  kind text not null,
  facility_id uuid not null,
  facility_name text not null,
  organisation_id uuid,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_id uuid not null,
  elder_name text not null,
  from_on date not null,
  to_on date,
  number text,
  bill_fen bigint,
  ended_because text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  withdrawn_because text,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint place_uses_bill_fen_check CHECK ((bill_fen >= 0)),
  constraint place_uses_check CHECK ((to_on >= from_on)),
  constraint place_uses_check1 CHECK (
CASE kind
    WHEN 'meal'::text THEN ((to_on = from_on) AND (bill_fen IS NOT NULL))
    WHEN 'agreement'::text THEN ((number IS NOT NULL) AND (bill_fen IS NULL))
    ELSE (bill_fen IS NULL)
END),
  constraint place_uses_check2 CHECK ((((withdrawn_at IS NULL) = (withdrawn_because IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))),
  constraint place_uses_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint place_uses_kind_check CHECK ((kind = ANY (ARRAY['agreement'::text, 'stay'::text, 'meal'::text]))),
  constraint place_uses_pkey PRIMARY KEY (use_id)
)
CREATE INDEX place_uses_area ON public.place_uses USING btree (area_code, entered_at DESC, use_id DESC);
CREATE INDEX place_uses_facility ON public.place_uses USING btree (facility_id, kind, from_on);
CREATE UNIQUE INDEX place_uses_meal ON public.place_uses USING btree (elder_id, from_on) WHERE ((kind = 'meal'::text) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX place_uses_open ON public.place_uses USING btree (elder_id, kind) WHERE ((kind <> 'meal'::text) AND (to_on IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX place_uses_pkey ON public.place_uses USING btree (use_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table policy_documents (
  document_id uuid not null,
  area_code text collate "C" not null,
  status text not null,
  title text not null,
  issuers jsonb not null,
  document_number text,
  issued_on date,
  draft boolean not null,
  period text,
  body text not null,
  attachment_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  recorded_at timestamp with time zone,
  constraint policy_documents_pkey PRIMARY KEY (document_id),
  constraint policy_documents_status_check CHECK ((status = ANY (ARRAY['in-review'::text, 'recorded'::text, 'withdrawn'::text])))
)
CREATE INDEX policy_documents_area ON public.policy_documents USING btree (area_code, made_at DESC);
CREATE UNIQUE INDEX policy_documents_pkey ON public.policy_documents USING btree (document_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table policy_review_items (
  item_id uuid not null,
  document_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  number integer not null,
  sort_no integer not null,
  section text,
  start_at integer not null,
  end_at integer not null,
  proposed jsonb not null,
  decided jsonb,
  state text not null,
  doubt text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  constraint policy_review_items_document_id_fkey FOREIGN KEY (document_id) REFERENCES policy_documents(document_id),
  constraint policy_review_items_document_id_sort_no_key UNIQUE (document_id, sort_no),
  constraint policy_review_items_kind_check CHECK ((kind = ANY (ARRAY['header'::text, 'measure'::text, 'units'::text, 'target'::text, 'progress'::text, 'figure'::text]))),
  constraint policy_review_items_pkey PRIMARY KEY (item_id),
  constraint policy_review_items_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'corrected'::text, 'rejected'::text])))
)
CREATE UNIQUE INDEX policy_review_items_document_id_sort_no_key ON public.policy_review_items USING btree (document_id, sort_no);
CREATE UNIQUE INDEX policy_review_items_pkey ON public.policy_review_items USING btree (item_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table post_permissions (
  change_id uuid not null,
  post_id uuid not null,
  permission text not null,
  decision text not null,
  reason text not null,
  from_on date not null,
  to_on date,
  by_account uuid not null,
  by_name text not null,
  decided_at timestamp with time zone not null,
  constraint post_permissions_check CHECK ((to_on >= from_on)),
  constraint post_permissions_check1 CHECK (((decision = 'granted'::text) OR (to_on IS NULL))),
  constraint post_permissions_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'withdrawn'::text]))),
  constraint post_permissions_permission_check CHECK ((permission = 'medical'::text)),
  constraint post_permissions_pkey PRIMARY KEY (change_id),
  constraint post_permissions_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(post_id)
)
CREATE UNIQUE INDEX post_permissions_pkey ON public.post_permissions USING btree (change_id);
CREATE INDEX post_permissions_post ON public.post_permissions USING btree (post_id, permission, decided_at DESC);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: true

table posts (
  post_id uuid not null,
  account_id uuid not null,
  holder_name text not null,
  role text not null,
  title text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  elder_id uuid,
  from_on date not null,
  to_on date,
  guardian_from date,
  guardian_evidence text,
  guardian_asked_by uuid,
  guardian_asked_name text,
  guardian_confirmed_by uuid,
  guardian_confirmed_name text,
  constraint posts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id),
  constraint posts_guardian CHECK ((((guardian_evidence IS NULL) = (guardian_asked_by IS NULL)) AND ((guardian_evidence IS NULL) = (guardian_asked_name IS NULL)) AND ((guardian_from IS NULL) = (guardian_confirmed_by IS NULL)) AND ((guardian_from IS NULL) = (guardian_confirmed_name IS NULL)) AND ((guardian_evidence IS NULL) OR (role = 'family'::text)) AND ((guardian_from IS NULL) OR (guardian_evidence IS NOT NULL)) AND ((guardian_confirmed_by IS NULL) OR ((guardian_confirmed_by <> guardian_asked_by) AND (guardian_confirmed_by <> account_id))))),
  constraint posts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id),
  constraint posts_pkey PRIMARY KEY (post_id)
)
CREATE INDEX posts_account ON public.posts USING btree (account_id);
CREATE INDEX posts_area ON public.posts USING btree (area_code, role);
CREATE INDEX posts_elder ON public.posts USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE INDEX posts_organisation ON public.posts USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX posts_pkey ON public.posts USING btree (post_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: true

table progress_items (
  item_id uuid not null,
  task_id uuid not null,
  area_code text collate "C" not null,
  period text not null,
  number integer not null,
  segments jsonb not null,
  entered_at timestamp with time zone not null,
  entered_by text not null,
  constraint progress_items_pkey PRIMARY KEY (item_id),
  constraint progress_items_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(task_id),
  constraint progress_items_task_id_period_number_key UNIQUE (task_id, period, number)
)
CREATE UNIQUE INDEX progress_items_pkey ON public.progress_items USING btree (item_id);
CREATE UNIQUE INDEX progress_items_task_id_period_number_key ON public.progress_items USING btree (task_id, period, number);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table project_stages (
  stage_id uuid not null,
  project_id uuid not null,
  area_code text collate "C" not null,
  stage text not null,
  reached_on date not null,
  note text,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  constraint project_stages_check CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL))),
  constraint project_stages_pkey PRIMARY KEY (stage_id),
  constraint project_stages_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(project_id),
  constraint project_stages_stage_check CHECK ((stage = ANY (ARRAY['not-started'::text, 'site-fixed'::text, 'operator-recruited'::text, 'under-construction'::text, 'completed'::text, 'acceptance-started'::text, 'accepted'::text, 'operating'::text])))
)
CREATE UNIQUE INDEX project_stages_pkey ON public.project_stages USING btree (stage_id);
CREATE UNIQUE INDEX project_stages_standing ON public.project_stages USING btree (project_id, stage) WHERE (withdrawn_at IS NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table projects (
  project_id uuid not null,
  programme text not null,
  plan_year integer not null,
  name text not null,
  area_code text collate "C" not null,
  facility_id uuid,
  planned_on date not null,
  stage text not null,
  latest_on date not null,
  constraint projects_pkey PRIMARY KEY (project_id),
  constraint projects_plan_year_check CHECK (((plan_year >= 2015) AND (plan_year <= 2100))),
  constraint projects_programme_check CHECK ((programme = ANY (ARRAY['regional-centre'::text, 'mutual-aid-point'::text, 'barrier-free'::text]))),
  constraint projects_stage_check CHECK ((stage = ANY (ARRAY['not-started'::text, 'site-fixed'::text, 'operator-recruited'::text, 'under-construction'::text, 'completed'::text, 'acceptance-started'::text, 'accepted'::text, 'operating'::text])))
)
CREATE INDEX projects_facility ON public.projects USING btree (facility_id) WHERE (facility_id IS NOT NULL);
CREATE UNIQUE INDEX projects_pkey ON public.projects USING btree (project_id);
CREATE INDEX projects_plan ON public.projects USING btree (programme, plan_year, area_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table provider_items (
  provider_id uuid not null,
  item_code text not null,
  price_fen bigint not null,
  constraint provider_items_pkey PRIMARY KEY (provider_id, item_code),
  constraint provider_items_price_fen_check CHECK ((price_fen >= 0))
)
CREATE UNIQUE INDEX provider_items_pkey ON public.provider_items USING btree (provider_id, item_code);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table providers (
  provider_id uuid not null,
  name text not null,
  class text not null,
  ownership text not null,
  credit_code text,
  status text not null,
  area_code text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  capacity_per_day integer not null,
  rating_sum integer not null default 0,
  rating_count integer not null default 0,
  applied_on date not null,
  admitted_on date,
  exited_on date,
  constraint providers_capacity_per_day_check CHECK ((capacity_per_day >= 0)),
  constraint providers_class_check CHECK ((class = ANY (ARRAY['centre'::text, 'institution'::text, 'station'::text, 'professional'::text, 'meal'::text, 'property'::text, 'medical'::text, 'device'::text]))),
  constraint providers_ownership_check CHECK ((ownership = ANY (ARRAY['state'::text, 'private'::text, 'social'::text]))),
  constraint providers_pkey PRIMARY KEY (provider_id),
  constraint providers_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'operating'::text, 'warned'::text, 'suspended'::text, 'exited'::text])))
)
CREATE INDEX providers_area ON public.providers USING btree (area_code, status);
CREATE UNIQUE INDEX providers_pkey ON public.providers USING btree (provider_id);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table providers_v_directory (
  provider_id uuid,
  name text,
  class text,
  ownership text,
  status text,
  area_code text collate "C",
  longitude double precision,
  latitude double precision,
  capacity_per_day integer,
  rating numeric,
  rating_count integer,
  credit_code text
)


table readings (
  device_id uuid not null,
  at timestamp with time zone not null,
  litres real not null,
  area_code text collate "C" not null,
  received_at timestamp with time zone not null,
  constraint readings_pkey PRIMARY KEY (device_id, at)
)
CREATE UNIQUE INDEX readings_pkey ON ONLY public.readings USING btree (device_id, at);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table recognised_ratings (
  rating_id uuid not null,
  region text not null,
  place text not null,
  institution text not null,
  scale text not null,
  grade integer not null,
  rated_by text not null,
  document_no text not null,
  rated_on date not null,
  valid_to date not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  withdrawn_note text,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint recognised_ratings_check CHECK ((valid_to >= rated_on)),
  constraint recognised_ratings_check1 CHECK (((withdrawn_note IS NULL) = (withdrawn_at IS NULL))),
  constraint recognised_ratings_grade_check CHECK (((grade >= 1) AND (grade <= 5))),
  constraint recognised_ratings_pkey PRIMARY KEY (rating_id),
  constraint recognised_ratings_region_check CHECK ((region = ANY (ARRAY['天津市'::text, '河北省'::text]))),
  constraint recognised_ratings_scale_check CHECK ((scale = ANY (ARRAY['national'::text, 'regional'::text])))
)
CREATE UNIQUE INDEX recognised_ratings_once ON public.recognised_ratings USING btree (region, institution, document_no) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX recognised_ratings_pkey ON public.recognised_ratings USING btree (rating_id);
-- yinian_area all: true
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table recovery_entries (
  elder_id uuid,
  entry_id uuid not null,
  recovery_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  amount_fen bigint not null,
  line_id uuid,
  note text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  constraint recovery_entries_amount_fen_check CHECK ((amount_fen <> 0)),
  constraint recovery_entries_check CHECK (((kind = 'offset-returned'::text) = (amount_fen < 0))),
  constraint recovery_entries_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint recovery_entries_kind_check CHECK ((kind = ANY (ARRAY['repaid'::text, 'offset'::text, 'offset-returned'::text, 'written-off'::text]))),
  constraint recovery_entries_pkey PRIMARY KEY (entry_id)
)
CREATE INDEX recovery_entries_elder ON public.recovery_entries USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX recovery_entries_line ON public.recovery_entries USING btree (line_id, kind) WHERE (line_id IS NOT NULL);
CREATE UNIQUE INDEX recovery_entries_pkey ON public.recovery_entries USING btree (entry_id);
CREATE INDEX recovery_entries_recovery ON public.recovery_entries USING btree (recovery_id, entered_at);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table recovery_instalments (
  elder_id uuid,
  recovery_id uuid not null,
  number integer not null,
  area_code text collate "C" not null,
  due_on date not null,
  amount_fen bigint not null,
  constraint recovery_instalments_amount_fen_check CHECK ((amount_fen > 0)),
  constraint recovery_instalments_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint recovery_instalments_number_check CHECK ((number >= 1)),
  constraint recovery_instalments_pkey PRIMARY KEY (recovery_id, number)
)
CREATE INDEX recovery_instalments_elder ON public.recovery_instalments USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX recovery_instalments_pkey ON public.recovery_instalments USING btree (recovery_id, number);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table reference_loads (
  file text not null,
  checksum text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint reference_loads_pkey PRIMARY KEY (file)
)
CREATE UNIQUE INDEX reference_loads_pkey ON public.reference_loads USING btree (file);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: true

table register_check_rounds (
  round_id uuid not null,
  area_code text collate "C" not null,
  began_at timestamp with time zone not null,
  names text[] not null,
  compared bigint not null,
  met bytea not null,
  constraint register_check_rounds_pkey PRIMARY KEY (round_id)
)
CREATE INDEX register_check_rounds_area ON public.register_check_rounds USING btree (area_code);
CREATE UNIQUE INDEX register_check_rounds_pkey ON public.register_check_rounds USING btree (round_id);
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table register_merge_rows (
  merge_id uuid not null,
  "position" integer not null,
  table_name text not null,
  before jsonb,
  after jsonb,
  constraint register_merge_rows_pkey PRIMARY KEY (merge_id, "position")
)
CREATE UNIQUE INDEX register_merge_rows_pkey ON public.register_merge_rows USING btree (merge_id, "position");
-- yinian_area all: false
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table register_merges (
  merge_id uuid not null,
  pair_id uuid not null,
  area_code text collate "C" not null,
  into_elder_id uuid not null,
  from_elder_id uuid not null,
  from_name text not null,
  from_area text collate "C" not null,
  fields jsonb not null,
  reason text not null,
  status text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  approved_by_name text,
  done_at timestamp with time zone,
  decision_note text,
  keys jsonb,
  undo_reason text,
  undo_asked_by uuid,
  undo_asked_by_name text,
  undo_asked_at timestamp with time zone,
  undone_by_name text,
  undone_at timestamp with time zone,
  left_behind jsonb,
  constraint register_merges_pkey PRIMARY KEY (merge_id),
  constraint register_merges_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'refused'::text, 'done'::text, 'undo-asked'::text, 'undone'::text])))
)
CREATE INDEX register_merges_from ON public.register_merges USING btree (from_elder_id);
CREATE INDEX register_merges_into ON public.register_merges USING btree (into_elder_id);
CREATE UNIQUE INDEX register_merges_pkey ON public.register_merges USING btree (merge_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table register_pairs (
  pair_id uuid not null,
  area_code text collate "C" not null,
  a_elder_id uuid not null,
  b_elder_id uuid not null,
  a_area text collate "C" not null,
  b_area text collate "C" not null,
  a_name text not null,
  b_name text not null,
  probability double precision not null,
  levels jsonb not null,
  source text not null,
  status text not null,
  found_at timestamp with time zone not null,
  reason text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  merge_id uuid,
  constraint register_pairs_check CHECK ((a_elder_id < b_elder_id)),
  constraint register_pairs_pkey PRIMARY KEY (pair_id),
  constraint register_pairs_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
  constraint register_pairs_source_check CHECK ((source = ANY (ARRAY['check'::text, 'desk'::text]))),
  constraint register_pairs_status_check CHECK ((status = ANY (ARRAY['candidate'::text, 'open'::text, 'distinct'::text, 'merge-asked'::text, 'merged'::text, 'undo-asked'::text, 'superseded'::text])))
)
CREATE INDEX register_pairs_a_area ON public.register_pairs USING btree (a_area) WHERE (status = ANY (ARRAY['candidate'::text, 'open'::text, 'merge-asked'::text]));
CREATE INDEX register_pairs_b ON public.register_pairs USING btree (b_elder_id);
CREATE INDEX register_pairs_b_area ON public.register_pairs USING btree (b_area) WHERE (status = ANY (ARRAY['candidate'::text, 'open'::text, 'merge-asked'::text]));
CREATE INDEX register_pairs_list ON public.register_pairs USING btree (area_code, status, probability DESC, pair_id);
CREATE UNIQUE INDEX register_pairs_pkey ON public.register_pairs USING btree (pair_id);
CREATE UNIQUE INDEX register_pairs_two ON public.register_pairs USING btree (a_elder_id, b_elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsal_cells (
  rehearsal_id uuid not null,
  area_code text collate "C" not null,
  street_code text collate "C" not null,
  band text not null,
  economic text not null,
  ability text not null,
  card text not null,
  living text not null,
  outcome text not null,
  people bigint not null,
  old_fen bigint not null,
  new_fen bigint not null,
  open_old_fen bigint not null,
  open_new_fen bigint not null,
  constraint rehearsal_cells_outcome_check CHECK ((outcome = ANY (ARRAY['gain'::text, 'enter'::text, 'lose'::text, 'leave'::text, 'mixed'::text, 'open'::text, 'close'::text, 'same'::text, 'none'::text]))),
  constraint rehearsal_cells_pkey PRIMARY KEY (rehearsal_id, street_code, band, economic, ability, card, living, outcome),
  constraint rehearsal_cells_rehearsal_id_fkey FOREIGN KEY (rehearsal_id) REFERENCES rehearsals(rehearsal_id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX rehearsal_cells_pkey ON public.rehearsal_cells USING btree (rehearsal_id, street_code, band, economic, ability, card, living, outcome);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsal_cliffs (
  rehearsal_id uuid not null,
  area_code text collate "C" not null,
  part text collate "C" not null,
  key text not null,
  people bigint not null,
  constraint rehearsal_cliffs_pkey PRIMARY KEY (rehearsal_id, part, key),
  constraint rehearsal_cliffs_rehearsal_id_fkey FOREIGN KEY (rehearsal_id) REFERENCES rehearsals(rehearsal_id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX rehearsal_cliffs_pkey ON public.rehearsal_cliffs USING btree (rehearsal_id, part, key);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsal_months (
  rehearsal_id uuid not null,
  area_code text collate "C" not null,
  part text collate "C" not null,
  payer_code text collate "C" not null,
  scheme text not null,
  month text not null,
  law text not null,
  fen bigint not null,
  people bigint not null,
  open_fen bigint not null,
  open_people bigint not null,
  expected_fen double precision not null,
  coming_fen double precision not null,
  city_fen bigint not null,
  city_expected_fen double precision not null,
  city_coming_fen double precision not null,
  constraint rehearsal_months_law_check CHECK ((law = ANY (ARRAY['old'::text, 'new'::text]))),
  constraint rehearsal_months_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint rehearsal_months_pkey PRIMARY KEY (rehearsal_id, part, payer_code, scheme, month, law),
  constraint rehearsal_months_rehearsal_id_fkey FOREIGN KEY (rehearsal_id) REFERENCES rehearsals(rehearsal_id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX rehearsal_months_pkey ON public.rehearsal_months USING btree (rehearsal_id, part, payer_code, scheme, month, law);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsal_people (
  elder_id uuid not null,
  rehearsal_id uuid not null,
  area_code text collate "C" not null,
  street_code text collate "C" not null,
  band text not null,
  economic text not null,
  ability text not null,
  card text not null,
  living text not null,
  outcome text not null,
  first_month text,
  old_month_fen bigint not null,
  new_month_fen bigint not null,
  old_fen bigint not null,
  new_fen bigint not null,
  open_old_fen bigint not null,
  open_new_fen bigint not null,
  cliffs text[],
  constraint rehearsal_people_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint rehearsal_people_outcome_check CHECK ((outcome = ANY (ARRAY['gain'::text, 'enter'::text, 'lose'::text, 'leave'::text, 'mixed'::text, 'open'::text, 'close'::text, 'same'::text, 'none'::text]))),
  constraint rehearsal_people_pkey PRIMARY KEY (elder_id, rehearsal_id),
  constraint rehearsal_people_rehearsal_id_fkey FOREIGN KEY (rehearsal_id) REFERENCES rehearsals(rehearsal_id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX rehearsal_people_pkey ON public.rehearsal_people USING btree (elder_id, rehearsal_id);
CREATE INDEX rehearsal_people_rehearsal ON public.rehearsal_people USING btree (rehearsal_id, street_code, elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsal_places (
  rehearsal_id uuid not null,
  facility_id uuid not null,
  facility_name text not null,
  area_code text collate "C" not null,
  month text not null,
  beds integer not null,
  residents integer not null,
  counted integer not null,
  unassessed integer not null,
  bed_fen bigint not null,
  person_fen bigint not null,
  constraint rehearsal_places_bed_fen_check CHECK ((bed_fen >= 0)),
  constraint rehearsal_places_beds_check CHECK ((beds >= 0)),
  constraint rehearsal_places_check CHECK (((counted >= 0) AND (counted <= residents))),
  constraint rehearsal_places_check1 CHECK (((unassessed >= 0) AND (unassessed <= counted))),
  constraint rehearsal_places_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint rehearsal_places_person_fen_check CHECK ((person_fen >= 0)),
  constraint rehearsal_places_pkey PRIMARY KEY (rehearsal_id, facility_id),
  constraint rehearsal_places_rehearsal_id_fkey FOREIGN KEY (rehearsal_id) REFERENCES rehearsals(rehearsal_id) ON DELETE CASCADE,
  constraint rehearsal_places_residents_check CHECK ((residents >= 0))
)
CREATE INDEX rehearsal_places_area ON public.rehearsal_places USING btree (rehearsal_id, area_code, facility_id);
CREATE UNIQUE INDEX rehearsal_places_pkey ON public.rehearsal_places USING btree (rehearsal_id, facility_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsal_residents (
  elder_id uuid not null,
  rehearsal_id uuid not null,
  facility_id uuid not null,
  facility_name text not null,
  area_code text collate "C" not null,
  elder_name text not null,
  days integer not null,
  ability_level smallint,
  ability_valid_to date,
  counted boolean not null,
  because text not null,
  person_fen bigint not null,
  constraint rehearsal_residents_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint rehearsal_residents_person_fen_check CHECK ((person_fen >= 0)),
  constraint rehearsal_residents_pkey PRIMARY KEY (elder_id, rehearsal_id, facility_id),
  constraint rehearsal_residents_rehearsal_id_fkey FOREIGN KEY (rehearsal_id) REFERENCES rehearsals(rehearsal_id) ON DELETE CASCADE
)
CREATE UNIQUE INDEX rehearsal_residents_pkey ON public.rehearsal_residents USING btree (elder_id, rehearsal_id, facility_id);
CREATE INDEX rehearsal_residents_place ON public.rehearsal_residents USING btree (rehearsal_id, facility_id, elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table rehearsals (
  rehearsal_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  name text not null,
  purpose text not null,
  basis text not null,
  starts_month text not null,
  months integer not null,
  reassessed boolean not null,
  changes jsonb not null,
  status text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamp with time zone,
  signed_by uuid,
  signed_by_name text,
  signed_at timestamp with time zone,
  decision text,
  result_status text not null default 'none'::text,
  run_id uuid,
  after_area text collate "C",
  law_mark text,
  through_xid bigint,
  people bigint not null default 0,
  problems bigint not null default 0,
  changed_people bigint not null default 0,
  total bigint not null default 0,
  mark_high bigint not null default 0,
  mark_low bigint not null default 0,
  result_mark text,
  ran_at timestamp with time zone,
  error text,
  constraint rehearsals_kind_check CHECK ((kind = ANY (ARRAY['change'::text, 'forecast'::text, 'beds'::text]))),
  constraint rehearsals_months_check CHECK (((months >= 1) AND (months <= 48))),
  constraint rehearsals_pkey PRIMARY KEY (rehearsal_id),
  constraint rehearsals_result_status_check CHECK ((result_status = ANY (ARRAY['none'::text, 'running'::text, 'stopped'::text, 'failed'::text, 'done'::text]))),
  constraint rehearsals_signed CHECK ((((status = 'signed'::text) = (signed_at IS NOT NULL)) AND ((signed_at IS NULL) = (decision IS NULL)))),
  constraint rehearsals_signer CHECK (((signed_by <> submitted_by) AND (signed_by <> made_by))),
  constraint rehearsals_starts_month_check CHECK ((starts_month ~ '^\d{4}-\d{2}$'::text)),
  constraint rehearsals_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'rehearsed'::text, 'submitted'::text, 'signed'::text, 'discarded'::text])))
)
CREATE INDEX rehearsals_area ON public.rehearsals USING btree (area_code, made_at DESC, rehearsal_id);
CREATE UNIQUE INDEX rehearsals_pkey ON public.rehearsals USING btree (rehearsal_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_applications (
  elder_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  responsible boolean not null,
  responsible_area text collate "C" not null,
  applied_area text collate "C" not null,
  elder_name text not null,
  warning_id uuid,
  economic_class text not null,
  severely_disabled boolean not null,
  spent_fen bigint,
  reason text not null,
  amount_fen bigint,
  status text not null,
  applied_by text not null,
  applied_at timestamp with time zone not null,
  decided_by text,
  decision_note text,
  outcome text,
  kind text not null,
  applicant text,
  survey jsonb,
  notice jsonb,
  submission jsonb,
  sealed bytea,
  decided_on date,
  correction_id uuid,
  fact text,
  review_on date,
  succession text,
  continues_id uuid,
  constraint relief_applications_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint relief_applications_applicant CHECK (((kind = 'temporaryRelief'::text) = (applicant IS NULL))),
  constraint relief_applications_applicant_check CHECK ((applicant = ANY (ARRAY['self'::text, 'community'::text]))),
  constraint relief_applications_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_applications_fact_check CHECK ((fact = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text]))),
  constraint relief_applications_kind_check CHECK ((kind = ANY (ARRAY['temporaryRelief'::text, 'minimumLiving'::text, 'lowIncomeFamily'::text, 'destituteSupport'::text]))),
  constraint relief_applications_pkey PRIMARY KEY (elder_id, application_id, area_code),
  constraint relief_applications_spent CHECK (((kind = 'temporaryRelief'::text) = (spent_fen IS NOT NULL))),
  constraint relief_applications_spent_fen_check CHECK ((spent_fen > 0)),
  constraint relief_applications_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'surveyed'::text, 'posted'::text, 'submitted'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint relief_applications_succession_check CHECK ((succession = ANY (ARRAY['open'::text, 'proposed'::text, 'done'::text, 'none'::text])))
)
CREATE INDEX relief_applications_area ON public.relief_applications USING btree (area_code, applied_at DESC, application_id);
CREATE INDEX relief_applications_continues ON public.relief_applications USING btree (continues_id) WHERE (continues_id IS NOT NULL);
CREATE INDEX relief_applications_correction ON public.relief_applications USING btree (correction_id) WHERE (correction_id IS NOT NULL);
CREATE INDEX relief_applications_id ON public.relief_applications USING btree (application_id);
CREATE UNIQUE INDEX relief_applications_pkey ON public.relief_applications USING btree (elder_id, application_id, area_code);
CREATE INDEX relief_applications_review ON public.relief_applications USING btree (review_on) WHERE ((status = 'approved'::text) AND responsible);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_checks (
  check_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  region text not null,
  status text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  handed boolean not null default false,
  origin text,
  answered_on date,
  items jsonb not null default '[]'::jsonb,
  because text,
  constraint relief_checks_number_area_code_key UNIQUE (number, area_code),
  constraint relief_checks_pkey PRIMARY KEY (check_id, area_code),
  constraint relief_checks_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'answered'::text, 'refused'::text])))
)
CREATE INDEX relief_checks_application ON public.relief_checks USING btree (application_id);
CREATE UNIQUE INDEX relief_checks_number_area_code_key ON public.relief_checks USING btree (number, area_code);
CREATE INDEX relief_checks_open ON public.relief_checks USING btree (asked_at) WHERE (status = 'asked'::text);
CREATE UNIQUE INDEX relief_checks_pkey ON public.relief_checks USING btree (check_id, area_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_grants (
  elder_id uuid not null,
  grant_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  elder_name text not null,
  scheme text not null,
  from_month text not null,
  to_month text,
  amount_fen bigint not null,
  cause text not null,
  rated_on date not null,
  why text not null,
  ended_why text,
  made_by text not null,
  made_at timestamp with time zone not null,
  constraint relief_grants_amount_fen_check CHECK ((amount_fen > 0)),
  constraint relief_grants_cause_check CHECK ((cause = ANY (ARRAY['granted'::text, 'rechecked'::text]))),
  constraint relief_grants_check CHECK (((to_month IS NULL) = (ended_why IS NULL))),
  constraint relief_grants_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_grants_from_month_check CHECK ((from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint relief_grants_pkey PRIMARY KEY (elder_id, grant_id),
  constraint relief_grants_scheme_check CHECK ((scheme = ANY (ARRAY['minimumLiving'::text, 'destituteSupport'::text]))),
  constraint relief_grants_to_month_check CHECK ((to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
)
CREATE INDEX relief_grants_application ON public.relief_grants USING btree (application_id, from_month);
CREATE INDEX relief_grants_area ON public.relief_grants USING btree (area_code, made_at DESC, grant_id);
CREATE UNIQUE INDEX relief_grants_id ON public.relief_grants USING btree (grant_id);
CREATE UNIQUE INDEX relief_grants_open ON public.relief_grants USING btree (application_id) WHERE (to_month IS NULL);
CREATE UNIQUE INDEX relief_grants_pkey ON public.relief_grants USING btree (elder_id, grant_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_household_members (
  elder_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  relation text not null,
  correction_id uuid,
  fact text,
  constraint relief_household_members_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_household_members_fact_check CHECK ((fact = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text]))),
  constraint relief_household_members_pkey PRIMARY KEY (elder_id, application_id, area_code)
)
CREATE INDEX relief_household_members_application ON public.relief_household_members USING btree (application_id);
CREATE INDEX relief_household_members_correction ON public.relief_household_members USING btree (correction_id) WHERE (correction_id IS NOT NULL);
CREATE UNIQUE INDEX relief_household_members_pkey ON public.relief_household_members USING btree (elder_id, application_id, area_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_means_entries (
  elder_id uuid not null,
  entry_id uuid not null,
  area_code text collate "C" not null,
  sealed bytea not null,
  source text not null,
  as_of date not null,
  confidence text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  ended_note text,
  ended_by text,
  ended_at timestamp with time zone,
  identity_index bytea,
  constraint relief_means_entries_check CHECK (((ended_note IS NULL) = (ended_at IS NULL))),
  constraint relief_means_entries_confidence_check CHECK ((confidence = ANY (ARRAY['verified'::text, 'declared'::text, 'estimated'::text]))),
  constraint relief_means_entries_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_means_entries_pkey PRIMARY KEY (elder_id, entry_id),
  constraint relief_means_entries_source_check CHECK ((source = ANY (ARRAY['declared'::text, 'document'::text, 'check'::text, 'visit'::text])))
)
CREATE INDEX relief_means_entries_area ON public.relief_means_entries USING btree (area_code, elder_id);
CREATE INDEX relief_means_entries_identity ON public.relief_means_entries USING btree (identity_index) WHERE ((identity_index IS NOT NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX relief_means_entries_pkey ON public.relief_means_entries USING btree (elder_id, entry_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_means_files (
  elder_id uuid not null,
  area_code text collate "C" not null,
  authorised_on date not null,
  authorised_by text not null,
  taken_by text not null,
  judgement jsonb,
  judged_by text,
  judged_note text,
  changed_at timestamp with time zone not null,
  constraint relief_means_files_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_means_files_pkey PRIMARY KEY (elder_id)
)
CREATE INDEX relief_means_files_area ON public.relief_means_files USING btree (area_code, elder_id);
CREATE UNIQUE INDEX relief_means_files_pkey ON public.relief_means_files USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_measures (
  measure_id uuid not null,
  application_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  what text not null,
  provider text not null,
  amount_fen bigint,
  done_on date not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  constraint relief_measures_amount_fen_check CHECK ((amount_fen > 0)),
  constraint relief_measures_check CHECK (((kind = 'money'::text) = (amount_fen IS NOT NULL))),
  constraint relief_measures_kind_check CHECK ((kind = ANY (ARRAY['money'::text, 'service'::text]))),
  constraint relief_measures_pkey PRIMARY KEY (measure_id, area_code)
)
CREATE INDEX relief_measures_application ON public.relief_measures USING btree (application_id);
CREATE UNIQUE INDEX relief_measures_pkey ON public.relief_measures USING btree (measure_id, area_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_project_stages (
  stage_id uuid not null,
  area_code text collate "C" not null,
  stage text not null,
  state text not null,
  on_date date not null,
  opinion text not null,
  document text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint relief_project_stages_pkey PRIMARY KEY (stage_id),
  constraint relief_project_stages_stage_check CHECK ((stage = ANY (ARRAY['preliminary-acceptance'::text, 'trial-run'::text, 'final-acceptance'::text]))),
  constraint relief_project_stages_state_check CHECK ((state = ANY (ARRAY['running'::text, 'passed'::text, 'failed'::text])))
)
CREATE UNIQUE INDEX relief_project_stages_pkey ON public.relief_project_stages USING btree (stage_id);
-- yinian_area all: true
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_reasons (
  elder_id uuid not null,
  reason_id uuid not null,
  area_code text collate "C" not null,
  household_key uuid not null,
  rule text not null,
  period text not null,
  signal_id uuid,
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
  verdict text,
  verdict_note text,
  judged_by text,
  judged_at timestamp with time zone,
  found_at timestamp with time zone not null,
  constraint relief_reasons_check CHECK (((sealed IS NULL) <> (says IS NULL))),
  constraint relief_reasons_check1 CHECK (((warning_id IS NULL) <> (recheck_id IS NULL))),
  constraint relief_reasons_check2 CHECK (((verdict IS NULL) = (judged_at IS NULL))),
  constraint relief_reasons_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_reasons_household_key_rule_period_key UNIQUE (household_key, rule, period),
  constraint relief_reasons_pkey PRIMARY KEY (elder_id, reason_id),
  constraint relief_reasons_rule_check CHECK ((rule = ANY (ARRAY['medicalCost'::text, 'illnessUnaided'::text, 'medicalAidUnaided'::text, 'unemploymentBegun'::text, 'unemploymentEnded'::text, 'employmentAidEnded'::text, 'incomeFallen'::text, 'enrolmentLapsed'::text, 'subsidisedUnrecognised'::text, 'otherAidUnrecognised'::text, 'incomeRisen'::text]))),
  constraint relief_reasons_verdict_check CHECK ((verdict = ANY (ARRAY['true'::text, 'no-need'::text, 'false'::text])))
)
CREATE INDEX relief_reasons_area ON public.relief_reasons USING btree (area_code, rule, found_at);
CREATE UNIQUE INDEX relief_reasons_household_key_rule_period_key ON public.relief_reasons USING btree (household_key, rule, period);
CREATE UNIQUE INDEX relief_reasons_id ON public.relief_reasons USING btree (reason_id);
CREATE UNIQUE INDEX relief_reasons_pkey ON public.relief_reasons USING btree (elder_id, reason_id);
CREATE INDEX relief_reasons_recheck ON public.relief_reasons USING btree (recheck_id) WHERE (recheck_id IS NOT NULL);
CREATE INDEX relief_reasons_warning ON public.relief_reasons USING btree (warning_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_rechecks (
  elder_id uuid not null,
  recheck_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  economic_class text not null,
  seed text not null,
  drawn_at timestamp with time zone not null,
  result text not null,
  note text,
  decided_by text,
  decided_at timestamp with time zone,
  correction_id uuid,
  recovery_id uuid,
  cause text not null default 'sample'::text,
  grant_recovery_id uuid,
  constraint relief_rechecks_cause_check CHECK ((cause = ANY (ARRAY['sample'::text, 'periodic'::text, 'signal'::text]))),
  constraint relief_rechecks_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_rechecks_pkey PRIMARY KEY (elder_id, recheck_id),
  constraint relief_rechecks_result_check CHECK ((result = ANY (ARRAY['drawn'::text, 'kept'::text, 'changed'::text, 'stopped'::text])))
)
CREATE INDEX relief_rechecks_area ON public.relief_rechecks USING btree (area_code, drawn_at DESC, recheck_id);
CREATE UNIQUE INDEX relief_rechecks_id ON public.relief_rechecks USING btree (recheck_id);
CREATE UNIQUE INDEX relief_rechecks_open ON public.relief_rechecks USING btree (elder_id) WHERE (result = 'drawn'::text);
CREATE UNIQUE INDEX relief_rechecks_pkey ON public.relief_rechecks USING btree (elder_id, recheck_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_signals (
  elder_id uuid not null,
  signal_id uuid not null,
  area_code text collate "C" not null,
  household_key uuid not null,
  topic text not null,
  person_id uuid not null,
  period text not null,
  as_of date not null,
  sender text not null,
  batch_id uuid not null,
  row_number integer not null,
  sealed bytea not null,
  received_at timestamp with time zone not null,
  constraint relief_signals_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_signals_elder_id_person_id_topic_period_key UNIQUE (elder_id, person_id, topic, period),
  constraint relief_signals_pkey PRIMARY KEY (elder_id, signal_id),
  constraint relief_signals_topic_check CHECK ((topic = ANY (ARRAY['insurance'::text, 'unemployment'::text, 'employmentAid'::text, 'seriousIllness'::text, 'medicalAid'::text, 'subsidisedEnrolment'::text, 'incomeTax'::text, 'educationAid'::text, 'housingAid'::text])))
)
CREATE INDEX relief_signals_area ON public.relief_signals USING btree (area_code, as_of DESC, signal_id);
CREATE UNIQUE INDEX relief_signals_elder_id_person_id_topic_period_key ON public.relief_signals USING btree (elder_id, person_id, topic, period);
CREATE INDEX relief_signals_household ON public.relief_signals USING btree (household_key);
CREATE UNIQUE INDEX relief_signals_id ON public.relief_signals USING btree (signal_id);
CREATE UNIQUE INDEX relief_signals_pkey ON public.relief_signals USING btree (elder_id, signal_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_thresholds (
  threshold_id uuid not null,
  area_code text collate "C" not null,
  line bigint not null,
  basis text not null,
  from_on date not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  rule text not null,
  window_months integer not null,
  document_number text not null default ''::text,
  active boolean not null default true,
  constraint relief_thresholds_line_check CHECK ((line >= 0)),
  constraint relief_thresholds_pkey PRIMARY KEY (threshold_id),
  constraint relief_thresholds_rule_check CHECK ((rule = ANY (ARRAY['medicalCost'::text, 'illnessUnaided'::text, 'medicalAidUnaided'::text, 'unemploymentBegun'::text, 'unemploymentEnded'::text, 'employmentAidEnded'::text, 'incomeFallen'::text, 'enrolmentLapsed'::text, 'subsidisedUnrecognised'::text, 'otherAidUnrecognised'::text, 'incomeRisen'::text]))),
  constraint relief_thresholds_window_months_check CHECK (((window_months >= 1) AND (window_months <= 60)))
)
CREATE INDEX relief_thresholds_area ON public.relief_thresholds USING btree (rule, area_code, from_on DESC);
CREATE UNIQUE INDEX relief_thresholds_pkey ON public.relief_thresholds USING btree (threshold_id);
-- yinian_area all: true
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_v_grants (
  grant_id uuid,
  application_id uuid,
  number text,
  elder_id uuid,
  elder_name text,
  area_code text collate "C",
  scheme text,
  from_month text,
  to_month text,
  amount_fen bigint,
  why text,
  ended_why text
)


table relief_v_grants_twice (
  grant_id uuid,
  from_month text,
  to_month text,
  because text
)


table relief_v_members (
  elder_id uuid,
  area_code text collate "C",
  entry_id uuid,
  identity_index bytea,
  entered_at timestamp with time zone
)


table relief_warning_notices (
  elder_id uuid not null,
  warning_id uuid not null,
  area_code text collate "C" not null,
  home_area text collate "C" not null,
  number text not null,
  elder_name text not null,
  rules text[] not null,
  status text not null,
  warned_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint relief_warning_notices_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_warning_notices_pkey PRIMARY KEY (elder_id, warning_id),
  constraint relief_warning_notices_status_check CHECK ((status = ANY (ARRAY['warned'::text, 'verified'::text, 'aided'::text, 'excluded'::text, 'closed'::text])))
)
CREATE INDEX relief_warning_notices_area ON public.relief_warning_notices USING btree (area_code, warned_at DESC, warning_id);
CREATE UNIQUE INDEX relief_warning_notices_pkey ON public.relief_warning_notices USING btree (elder_id, warning_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table relief_warnings (
  elder_id uuid not null,
  warning_id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  elder_name text not null,
  status text not null,
  finding text,
  outcome text,
  warned_at timestamp with time zone not null,
  household_key uuid not null,
  rules text[] not null,
  visited_at timestamp with time zone,
  informed_area text collate "C",
  aid text,
  constraint relief_warnings_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint relief_warnings_pkey PRIMARY KEY (elder_id, warning_id),
  constraint relief_warnings_status_check CHECK ((status = ANY (ARRAY['warned'::text, 'verified'::text, 'aided'::text, 'excluded'::text, 'closed'::text])))
)
CREATE INDEX relief_warnings_area ON public.relief_warnings USING btree (area_code, status, warned_at DESC);
CREATE INDEX relief_warnings_household ON public.relief_warnings USING btree (household_key) WHERE (status = 'warned'::text);
CREATE UNIQUE INDEX relief_warnings_id ON public.relief_warnings USING btree (warning_id);
CREATE UNIQUE INDEX relief_warnings_pkey ON public.relief_warnings USING btree (elder_id, warning_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table reports (
  report_id uuid not null,
  area_code text collate "C" not null,
  period text not null,
  title text not null,
  heading text not null,
  as_of date not null,
  version integer not null,
  status text not null,
  revised_because text,
  content jsonb,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  submitted_by uuid,
  approved_by uuid,
  constraint reports_area_code_period_version_key UNIQUE (area_code, period, version),
  constraint reports_pkey PRIMARY KEY (report_id),
  constraint reports_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'locked'::text, 'superseded'::text])))
)
CREATE UNIQUE INDEX reports_area_code_period_version_key ON public.reports USING btree (area_code, period, version);
CREATE UNIQUE INDEX reports_one_open ON public.reports USING btree (area_code, period) WHERE (status = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text]));
CREATE UNIQUE INDEX reports_pkey ON public.reports USING btree (report_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table runs (
  run_id uuid not null,
  kind text not null,
  title text not null,
  payload jsonb not null,
  path text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  started_by uuid not null,
  started_by_name text not null,
  status text not null,
  done bigint not null default 0,
  total bigint not null default 0,
  message text,
  attempts integer not null default 0,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  cancel_asked_at timestamp with time zone,
  cancel_asked_by text,
  begun_at timestamp with time zone,
  begun_done bigint not null default 0,
  beat_at timestamp with time zone,
  constraint runs_pkey PRIMARY KEY (run_id),
  constraint runs_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
)
CREATE INDEX runs_area ON public.runs USING btree (area_code, asked_at DESC, run_id);
CREATE INDEX runs_open ON public.runs USING btree (kind, asked_at) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE UNIQUE INDEX runs_pkey ON public.runs USING btree (run_id);
CREATE INDEX runs_started_by ON public.runs USING btree (started_by, asked_at DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (started_by = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
)
CREATE UNIQUE INDEX schema_migrations_pkey ON public.schema_migrations USING btree (name);

table service_items (
  version_id uuid not null,
  item_code text not null,
  version integer not null,
  name text not null,
  list text not null,
  family text not null,
  content text not null,
  steps text[] not null,
  minutes integer not null,
  unit text not null,
  price_fen bigint not null,
  ltc_fen bigint not null default 0,
  subsidy_fen bigint not null default 0,
  payer_order text[] not null default '{ltc,subsidy,voucher,self}'::text[],
  staff_level integer not null default 1,
  certificate text,
  evidence text[] not null,
  valid_from date not null,
  valid_to date,
  basis text,
  made_by text not null,
  constraint service_items_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint service_items_item_code_valid_from_key UNIQUE (item_code, valid_from),
  constraint service_items_item_code_version_key UNIQUE (item_code, version),
  constraint service_items_list_check CHECK ((list = ANY (ARRAY['basic'::text, 'market'::text, 'home-care'::text]))),
  constraint service_items_ltc_fen_check CHECK ((ltc_fen >= 0)),
  constraint service_items_minutes_check CHECK ((minutes > 0)),
  constraint service_items_pkey PRIMARY KEY (version_id),
  constraint service_items_price_fen_check CHECK ((price_fen >= 0)),
  constraint service_items_staff_level_check CHECK (((staff_level >= 1) AND (staff_level <= 5))),
  constraint service_items_subsidy_fen_check CHECK ((subsidy_fen >= 0)),
  constraint service_items_version_check CHECK ((version >= 1))
)
CREATE UNIQUE INDEX service_items_item_code_valid_from_key ON public.service_items USING btree (item_code, valid_from);
CREATE UNIQUE INDEX service_items_item_code_version_key ON public.service_items USING btree (item_code, version);
CREATE UNIQUE INDEX service_items_one_open ON public.service_items USING btree (item_code) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX service_items_pkey ON public.service_items USING btree (version_id);
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table service_log_entries (
  entry_id uuid not null,
  elder_id uuid,
  area_code text collate "C" not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  payload jsonb,
  salt bytea,
  leaf_hash bytea not null,
  version smallint not null,
  at timestamp with time zone not null,
  erased_by uuid,
  constraint service_log_entries_check CHECK ((((payload IS NULL) = (erased_by IS NOT NULL)) AND ((salt IS NULL) = (erased_by IS NOT NULL)))),
  constraint service_log_entries_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32)),
  constraint service_log_entries_pkey PRIMARY KEY (entry_id)
)
CREATE INDEX service_log_entries_area ON public.service_log_entries USING btree (area_code, at DESC);
CREATE INDEX service_log_entries_elder ON public.service_log_entries USING btree (elder_id, at DESC) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX service_log_entries_pkey ON public.service_log_entries USING btree (entry_id);
-- yinian_area insert: true
-- yinian_assigned insert: true
-- yinian_batch insert: true
-- yinian_family insert: true
-- yinian_organisation insert: true
-- yinian_public insert: true
-- yinian_system insert: true
-- yinian_area select: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_backup select: true
-- yinian_batch select: true
-- yinian_batch update: true
-- yinian_family select: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)

table service_log_heads (
  head_hash bytea not null,
  tree_size bigint not null,
  at timestamp with time zone not null,
  head jsonb not null,
  constraint service_log_heads_pkey PRIMARY KEY (head_hash)
)
CREATE INDEX service_log_heads_at ON public.service_log_heads USING btree (at);
CREATE UNIQUE INDEX service_log_heads_pkey ON public.service_log_heads USING btree (head_hash);
-- yinian_batch insert: true
-- yinian_area select: true
-- yinian_assigned select: true
-- yinian_backup select: true
-- yinian_batch select: true
-- yinian_family select: true
-- yinian_organisation select: true
-- yinian_public select: true
-- yinian_system select: true

table service_log_leaves (
  "position" bigint not null,
  leaf_hash bytea not null,
  entry_id uuid not null,
  elder_id uuid,
  constraint service_log_leaves_entry_id_key UNIQUE (entry_id),
  constraint service_log_leaves_pkey PRIMARY KEY ("position"),
  constraint service_log_leaves_position_check CHECK (("position" >= 0))
)
CREATE INDEX service_log_leaves_elder ON public.service_log_leaves USING btree (elder_id) WHERE (elder_id IS NOT NULL);
CREATE UNIQUE INDEX service_log_leaves_entry_id_key ON public.service_log_leaves USING btree (entry_id);
CREATE UNIQUE INDEX service_log_leaves_pkey ON public.service_log_leaves USING btree ("position");
-- yinian_batch insert: true
-- yinian_area select: true
-- yinian_assigned select: true
-- yinian_backup select: true
-- yinian_batch select: true
-- yinian_family select: true
-- yinian_organisation select: true
-- yinian_public select: true
-- yinian_system select: true

table service_log_nodes (
  level smallint not null,
  index bigint not null,
  last_position bigint not null,
  hash bytea not null,
  constraint service_log_nodes_level_check CHECK ((level >= 1)),
  constraint service_log_nodes_pkey PRIMARY KEY (level, index)
)
CREATE INDEX service_log_nodes_last ON public.service_log_nodes USING btree (last_position);
CREATE UNIQUE INDEX service_log_nodes_pkey ON public.service_log_nodes USING btree (level, index);
-- yinian_batch insert: true
-- yinian_area select: true
-- yinian_assigned select: true
-- yinian_backup select: true
-- yinian_batch select: true
-- yinian_family select: true
-- yinian_organisation select: true
-- yinian_public select: true
-- yinian_system select: true

table service_log_pending (
  queue_no bigint not null generated always as identity,
  entry_id uuid not null,
  constraint service_log_pending_entry_id_key UNIQUE (entry_id),
  constraint service_log_pending_pkey PRIMARY KEY (queue_no)
)
CREATE UNIQUE INDEX service_log_pending_entry_id_key ON public.service_log_pending USING btree (entry_id);
CREATE UNIQUE INDEX service_log_pending_pkey ON public.service_log_pending USING btree (queue_no);
-- yinian_area insert: true
-- yinian_assigned insert: true
-- yinian_batch insert: true
-- yinian_family insert: true
-- yinian_organisation insert: true
-- yinian_public insert: true
-- yinian_system insert: true
-- yinian_backup select: true
-- yinian_batch select: true
-- yinian_batch delete: true

table service_needs (
  elder_id uuid not null,
  need_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  kind text not null,
  item_code text,
  item_name text,
  text text,
  urgent boolean not null default false,
  source text not null,
  visit_id uuid,
  found_on date not null,
  found_by text not null,
  status text not null,
  note text,
  stepped_by text,
  stepped_at timestamp with time zone,
  order_id uuid,
  organisation_id uuid,
  constraint service_needs_check CHECK (((source = 'visit'::text) = (visit_id IS NOT NULL))),
  constraint service_needs_check1 CHECK (((item_code IS NULL) = (item_name IS NULL))),
  constraint service_needs_check2 CHECK (((status <> 'given-up'::text) OR (note IS NOT NULL))),
  constraint service_needs_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint service_needs_kind_check CHECK ((kind = ANY (ARRAY['medical'::text, 'mood'::text, 'meals'::text, 'hazard'::text, 'care'::text, 'devices'::text, 'other'::text]))),
  constraint service_needs_pkey PRIMARY KEY (elder_id, need_id),
  constraint service_needs_source_check CHECK ((source = ANY (ARRAY['visit'::text, 'survey'::text]))),
  constraint service_needs_status_check CHECK ((status = ANY (ARRAY['unmet'::text, 'matching'::text, 'met'::text, 'given-up'::text])))
)
CREATE INDEX service_needs_area ON public.service_needs USING btree (area_code, status, found_on);
CREATE UNIQUE INDEX service_needs_id ON public.service_needs USING btree (need_id);
CREATE UNIQUE INDEX service_needs_open ON public.service_needs USING btree (elder_id, kind, COALESCE(item_code, ''::text)) WHERE (status = ANY (ARRAY['unmet'::text, 'matching'::text]));
CREATE INDEX service_needs_order ON public.service_needs USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX service_needs_organisation ON public.service_needs USING btree (organisation_id, status) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX service_needs_pkey ON public.service_needs USING btree (elder_id, need_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table service_records (
  record_id uuid not null,
  order_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  caregiver_id uuid not null,
  caregiver_name text not null,
  assignee_id uuid not null,
  item_code text not null,
  item_name text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  served_on date not null,
  start_metres integer,
  items_done text[] not null,
  measurements jsonb not null default '{}'::jsonb,
  evidence uuid[] not null default '{}'::uuid[],
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  corrects_record_id uuid,
  correction_reason text,
  constraint service_records_check CHECK ((ended_at > started_at)),
  constraint service_records_check1 CHECK (((corrects_record_id IS NULL) = (correction_reason IS NULL))),
  constraint service_records_pkey PRIMARY KEY (record_id)
)
CREATE INDEX service_records_area ON public.service_records USING btree (area_code, served_on);
CREATE INDEX service_records_assignee ON public.service_records USING btree (assignee_id, served_on);
CREATE UNIQUE INDEX service_records_correction ON public.service_records USING btree (corrects_record_id) WHERE (corrects_record_id IS NOT NULL);
CREATE INDEX service_records_elder ON public.service_records USING btree (elder_id, served_on);
CREATE UNIQUE INDEX service_records_first ON public.service_records USING btree (order_id) WHERE (corrects_record_id IS NULL);
CREATE UNIQUE INDEX service_records_pkey ON public.service_records USING btree (record_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table service_records_v_facts (
  record_id uuid,
  order_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  item_code text,
  provider_id uuid,
  caregiver_id uuid,
  served_on date,
  minutes integer,
  current boolean
)


table sessions (
  session_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  post_id uuid not null,
  device text not null,
  address text not null,
  started_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id),
  constraint sessions_pkey PRIMARY KEY (session_id),
  constraint sessions_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(post_id),
  constraint sessions_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX sessions_account ON public.sessions USING btree (account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (session_id);
CREATE UNIQUE INDEX sessions_token_hash_key ON public.sessions USING btree (token_hash);
-- yinian_area all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_assigned all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup select: true
-- yinian_batch all: true
-- yinian_lookup update: true
-- yinian_family all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_lookup select: true
-- yinian_organisation all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)

table settle_lines (
  line_id uuid not null,
  kind text not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  order_id uuid not null,
  record_id uuid not null,
  item_code text not null,
  item_name text not null,
  elder_name text not null,
  served_on date not null,
  ltc_fen bigint not null,
  subsidy_fen bigint not null,
  self_fen bigint not null,
  total_fen bigint not null,
  voids_line_id uuid,
  reason text not null,
  made_at timestamp with time zone not null,
  batch_id uuid,
  settled_on date,
  voucher_fen bigint not null default 0,
  constraint settle_lines_check CHECK ((total_fen = (((ltc_fen + subsidy_fen) + voucher_fen) + self_fen))),
  constraint settle_lines_check1 CHECK (
CASE kind
    WHEN 'charge'::text THEN ((LEAST(ltc_fen, subsidy_fen, voucher_fen, self_fen) >= 0) AND (voids_line_id IS NULL))
    ELSE ((GREATEST(ltc_fen, subsidy_fen, voucher_fen, self_fen) <= 0) AND (voids_line_id IS NOT NULL))
END),
  constraint settle_lines_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'void'::text]))),
  constraint settle_lines_pkey PRIMARY KEY (line_id)
)
CREATE INDEX settle_lines_area ON public.settle_lines USING btree (area_code, served_on);
CREATE INDEX settle_lines_elder ON public.settle_lines USING btree (elder_id, served_on);
CREATE UNIQUE INDEX settle_lines_pkey ON public.settle_lines USING btree (line_id);
CREATE INDEX settle_lines_provider ON public.settle_lines USING btree (provider_id, served_on);
CREATE UNIQUE INDEX settle_lines_record ON public.settle_lines USING btree (record_id) WHERE (kind = 'charge'::text);
CREATE UNIQUE INDEX settle_lines_void ON public.settle_lines USING btree (voids_line_id) WHERE (voids_line_id IS NOT NULL);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table settle_lines_v_facts (
  line_id uuid,
  kind text,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  provider_id uuid,
  order_id uuid,
  record_id uuid,
  item_code text,
  served_on date,
  ltc_fen bigint,
  subsidy_fen bigint,
  self_fen bigint,
  total_fen bigint,
  settled_on date,
  voucher_fen bigint
)


table site_clock (
  only_row boolean not null default true,
  business_date date not null,
  moved_at timestamp with time zone not null default now(),
  moved_by uuid,
  constraint site_clock_only_row_check CHECK (only_row),
  constraint site_clock_pkey PRIMARY KEY (only_row)
)
CREATE UNIQUE INDEX site_clock_pkey ON public.site_clock USING btree (only_row);
-- yinian_app select: true
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table sites (
  only_row boolean not null default true,
  mode text not null,
  site_id uuid not null,
  made_at timestamp with time zone not null default now(),
  constraint sites_mode_check CHECK ((mode = ANY (ARRAY['demo'::text, 'production'::text]))),
  constraint sites_only_row_check CHECK (only_row),
  constraint sites_pkey PRIMARY KEY (only_row)
)
CREATE UNIQUE INDEX sites_pkey ON public.sites USING btree (only_row);
-- yinian_app select: true
-- yinian_area all: true
-- yinian_assigned all: true
-- yinian_backup all: true
-- yinian_batch all: true
-- yinian_family all: true
-- yinian_lookup all: true
-- yinian_organisation all: true
-- yinian_public all: true
-- yinian_system all: true

table station_facts (
  facility_id uuid not null,
  area_code text collate "C" not null,
  rural boolean not null,
  basis text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint station_facts_pkey PRIMARY KEY (facility_id)
)
CREATE UNIQUE INDEX station_facts_pkey ON public.station_facts USING btree (facility_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table subsidies_v_places (
  elder_id uuid,
  organisation_id uuid,
  kind text,
  facility_id uuid,
  facility_name text,
  from_on date,
  to_on date,
  use_id uuid
)


table subsidies_v_served (
  elder_id uuid,
  organisation_id uuid,
  kind text,
  elder_name text,
  born_on date,
  what text,
  from_on date,
  to_on date,
  record_id uuid
)


table subsidies_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table subsidy_people (
  statement_id uuid not null,
  elder_id uuid not null,
  elder_name text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  scheme text not null,
  month text not null,
  days integer not null,
  diner_days integer,
  ability_level integer,
  counted boolean not null,
  because text not null,
  amount_fen bigint not null,
  holds boolean not null default true,
  facts jsonb,
  former_fen bigint,
  constraint subsidy_people_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint subsidy_people_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint subsidy_people_former_fen_check CHECK ((former_fen >= 0)),
  constraint subsidy_people_pkey PRIMARY KEY (statement_id, elder_id)
)
CREATE INDEX subsidy_people_area ON public.subsidy_people USING btree (area_code);
CREATE UNIQUE INDEX subsidy_people_once ON public.subsidy_people USING btree (elder_id, scheme, month) WHERE (counted AND holds AND (scheme <> 'meal'::text));
CREATE UNIQUE INDEX subsidy_people_pkey ON public.subsidy_people USING btree (statement_id, elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table subsidy_statements (
  statement_id uuid not null,
  scheme text not null,
  facility_id uuid not null,
  facility_name text not null,
  organisation_id uuid,
  payee_name text not null,
  area_code text collate "C" not null,
  month text not null,
  status text not null,
  amount_fen bigint not null,
  people integer not null,
  lines jsonb not null,
  fingerprint text not null,
  version text not null,
  computed_by uuid not null,
  computed_by_name text not null,
  computed_at timestamp with time zone not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamp with time zone,
  paid_on date,
  note text,
  round integer not null default 1,
  former_fen bigint not null default 0,
  stars integer,
  recovery_id uuid,
  constraint subsidy_statements_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint subsidy_statements_check CHECK (((status <> ALL (ARRAY['approved'::text, 'paid'::text])) OR (approved_by IS NOT NULL))),
  constraint subsidy_statements_check1 CHECK (((status = 'paid'::text) = (paid_on IS NOT NULL))),
  constraint subsidy_statements_check2 CHECK (((round > 1) OR (former_fen = 0))),
  constraint subsidy_statements_check3 CHECK (((status <> 'settled'::text) OR (approved_by IS NOT NULL))),
  constraint subsidy_statements_former_fen_check CHECK ((former_fen >= 0)),
  constraint subsidy_statements_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint subsidy_statements_pkey PRIMARY KEY (statement_id),
  constraint subsidy_statements_round_check CHECK ((round >= 1)),
  constraint subsidy_statements_scheme_check CHECK ((scheme = ANY (ARRAY['station'::text, 'institutionOperating'::text, 'institutionBeds'::text, 'meal'::text]))),
  constraint subsidy_statements_status_check CHECK ((status = ANY (ARRAY['computed'::text, 'approved'::text, 'paid'::text, 'settled'::text, 'cancelled'::text]))),
  constraint subsidy_statements_two_people CHECK ((approved_by <> computed_by))
)
CREATE INDEX subsidy_statements_area ON public.subsidy_statements USING btree (area_code, computed_at DESC, statement_id DESC);
CREATE UNIQUE INDEX subsidy_statements_live ON public.subsidy_statements USING btree (facility_id, scheme, month, round) WHERE (status <> 'cancelled'::text);
CREATE UNIQUE INDEX subsidy_statements_open ON public.subsidy_statements USING btree (facility_id, scheme, month) WHERE (status = ANY (ARRAY['computed'::text, 'approved'::text]));
CREATE UNIQUE INDEX subsidy_statements_pkey ON public.subsidy_statements USING btree (statement_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table task_assignments (
  assignment_id uuid not null,
  task_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  unit_name text not null,
  unit_role text,
  group_name text,
  number text not null,
  sort_no integer not null,
  title text not null,
  body text not null,
  document_id uuid,
  document_title text not null,
  document_number text,
  status text not null,
  due_on date,
  provisional boolean not null default false,
  progress text,
  updated_at timestamp with time zone not null,
  constraint task_assignments_pkey PRIMARY KEY (assignment_id),
  constraint task_assignments_status_check CHECK ((status = ANY (ARRAY['assigned'::text, 'in-progress'::text, 'reported'::text, 'returned'::text, 'done'::text]))),
  constraint task_assignments_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(task_id),
  constraint task_assignments_unit_role_check CHECK ((unit_role = ANY (ARRAY['lead'::text, 'cooperating'::text])))
)
CREATE INDEX task_assignments_area ON public.task_assignments USING btree (area_code, sort_no);
CREATE INDEX task_assignments_organisation ON public.task_assignments USING btree (organisation_id, sort_no);
CREATE UNIQUE INDEX task_assignments_pkey ON public.task_assignments USING btree (assignment_id);
CREATE INDEX task_assignments_task ON public.task_assignments USING btree (task_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table task_indicators (
  task_id uuid not null,
  area_code text collate "C" not null,
  indicator_code text not null,
  constraint task_indicators_pkey PRIMARY KEY (task_id, indicator_code),
  constraint task_indicators_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(task_id)
)
CREATE UNIQUE INDEX task_indicators_pkey ON public.task_indicators USING btree (task_id, indicator_code);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table task_targets (
  target_id uuid not null,
  task_id uuid not null,
  area_code text collate "C" not null,
  quote text not null,
  value numeric not null,
  unit text not null,
  operator text not null,
  deadline date,
  indicator_code text,
  constraint task_targets_operator_check CHECK ((operator = ANY (ARRAY['='::text, '>='::text, '<='::text, '<'::text, '>'::text, '~'::text]))),
  constraint task_targets_pkey PRIMARY KEY (target_id),
  constraint task_targets_quote_check CHECK ((char_length(quote) <= 40)),
  constraint task_targets_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(task_id)
)
CREATE UNIQUE INDEX task_targets_pkey ON public.task_targets USING btree (target_id);
CREATE INDEX task_targets_task ON public.task_targets USING btree (task_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table tasks (
  task_id uuid not null,
  area_code text collate "C" not null,
  document_id uuid,
  document_title text not null,
  document_number text,
  kind text not null,
  number text not null,
  sort_no integer not null,
  title text not null,
  body text not null,
  made_at timestamp with time zone not null,
  constraint tasks_document_id_kind_sort_no_key UNIQUE (document_id, kind, sort_no),
  constraint tasks_kind_check CHECK ((kind = ANY (ARRAY['measure'::text, 'progress-row'::text, 'agreement'::text]))),
  constraint tasks_pkey PRIMARY KEY (task_id)
)
CREATE INDEX tasks_area ON public.tasks USING btree (area_code, made_at DESC, sort_no);
CREATE UNIQUE INDEX tasks_document_id_kind_sort_no_key ON public.tasks USING btree (document_id, kind, sort_no);
CREATE UNIQUE INDEX tasks_pkey ON public.tasks USING btree (task_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table tasks_v_indicators (
  indicator_code text,
  task_id uuid,
  area_code text collate "C",
  number text,
  sort_no integer,
  title text,
  document_title text
)


table tasks_v_of_documents (
  document_id uuid,
  area_code text collate "C",
  tasks bigint
)


table visit_plans (
  plan_id uuid not null,
  elder_id uuid not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  status text not null,
  group_code text not null,
  reasons jsonb not null,
  wish boolean not null,
  frequency_days integer not null,
  next_due_on date,
  due_because text,
  last_visited_on date,
  unanswered integer not null default 0,
  assignee_id uuid,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  person jsonb not null default '{}'::jsonb,
  assignee_name text,
  constraint visit_plans_frequency_days_check CHECK ((frequency_days > 0)),
  constraint visit_plans_pkey PRIMARY KEY (plan_id),
  constraint visit_plans_status_check CHECK ((status = ANY (ARRAY['active'::text, 'excluded'::text, 'paused'::text, 'ended'::text])))
)
CREATE INDEX visit_plans_assignee ON public.visit_plans USING btree (assignee_id, next_due_on) WHERE (assignee_id IS NOT NULL);
CREATE INDEX visit_plans_due ON public.visit_plans USING btree (area_code, next_due_on) WHERE (status = 'active'::text);
CREATE UNIQUE INDEX visit_plans_elder ON public.visit_plans USING btree (elder_id);
CREATE INDEX visit_plans_organisation ON public.visit_plans USING btree (organisation_id, next_due_on) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX visit_plans_pkey ON public.visit_plans USING btree (plan_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table visit_plans_v_facts (
  plan_id uuid,
  elder_id uuid,
  area_code text collate "C",
  "group" text,
  status text,
  wish boolean,
  frequency_days integer,
  next_due_on date,
  last_visited_on date,
  assignee_id uuid
)


table visits (
  visit_id uuid not null,
  elder_id uuid not null,
  plan_id uuid,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  organisation_id uuid,
  assignee_id uuid,
  visited_at timestamp with time zone not null,
  visited_on date not null,
  method text not null,
  result text not null,
  items jsonb not null,
  found_needs jsonb not null,
  note text,
  by_name text not null,
  by_account uuid,
  recorded_at timestamp with time zone not null,
  person_name text,
  constraint visits_method_check CHECK ((method = ANY (ARRAY['home'::text, 'phone'::text]))),
  constraint visits_pkey PRIMARY KEY (visit_id),
  constraint visits_result_check CHECK ((result = ANY (ARRAY['ok'::text, 'no-answer'::text, 'problem'::text])))
)
CREATE INDEX visits_area ON public.visits USING btree (area_code, visited_on DESC);
CREATE INDEX visits_elder ON public.visits USING btree (elder_id, visited_at DESC);
CREATE UNIQUE INDEX visits_pkey ON public.visits USING btree (visit_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (organisation_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table visits_v_facts (
  visit_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  visited_on date,
  method text,
  result text,
  found_needs jsonb
)


table visits_v_services (
  elder_id uuid,
  kind text,
  record_id uuid,
  what text,
  status text,
  by_whom text,
  on_day date
)


table visits_v_timeline (
  elder_id uuid,
  event_id uuid,
  at timestamp with time zone,
  subject_kind text,
  label text,
  note text,
  actor text
)


table voucher_issues (
  issue_id uuid not null,
  scheme_id uuid not null,
  area_code text collate "C" not null,
  period_key text not null,
  valid_from date not null,
  valid_to date not null,
  status text not null,
  note text,
  people integer,
  total_fen bigint,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamp with time zone,
  constraint voucher_issues_check CHECK (((status = 'issued'::text) = ((people IS NOT NULL) AND (total_fen IS NOT NULL) AND (checked_by IS NOT NULL)))),
  constraint voucher_issues_pkey PRIMARY KEY (issue_id),
  constraint voucher_issues_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES voucher_schemes(scheme_id),
  constraint voucher_issues_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text, 'cancelled'::text]))),
  constraint voucher_issues_two_people CHECK ((checked_by <> made_by))
)
CREATE UNIQUE INDEX voucher_issues_draft ON public.voucher_issues USING btree (scheme_id, period_key) WHERE (status = 'draft'::text);
CREATE UNIQUE INDEX voucher_issues_pkey ON public.voucher_issues USING btree (issue_id);
CREATE INDEX voucher_issues_scheme ON public.voucher_issues USING btree (scheme_id, made_at DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table voucher_redemptions (
  elder_id uuid not null,
  redemption_id uuid not null,
  voucher_id uuid not null,
  scheme_id uuid not null,
  scheme_name text not null,
  area_code text collate "C" not null,
  payer_code text collate "C" not null,
  kind text not null,
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
  made_at timestamp with time zone not null,
  statement_id uuid,
  constraint voucher_redemptions_check CHECK (
CASE kind
    WHEN 'redeem'::text THEN ((amount_fen > 0) AND (returns_id IS NULL))
    ELSE ((amount_fen < 0) AND (returns_id IS NOT NULL))
END),
  constraint voucher_redemptions_kind_check CHECK ((kind = ANY (ARRAY['redeem'::text, 'return'::text]))),
  constraint voucher_redemptions_pkey PRIMARY KEY (elder_id, redemption_id)
)
CREATE UNIQUE INDEX voucher_redemptions_id ON public.voucher_redemptions USING btree (redemption_id);
CREATE INDEX voucher_redemptions_made ON public.voucher_redemptions USING btree (made_at DESC, redemption_id DESC);
CREATE UNIQUE INDEX voucher_redemptions_once ON public.voucher_redemptions USING btree (voucher_id, record_id) WHERE (kind = 'redeem'::text);
CREATE INDEX voucher_redemptions_open ON public.voucher_redemptions USING btree (payer_code, provider_id) WHERE (statement_id IS NULL);
CREATE UNIQUE INDEX voucher_redemptions_pkey ON public.voucher_redemptions USING btree (elder_id, redemption_id);
CREATE INDEX voucher_redemptions_provider ON public.voucher_redemptions USING btree (provider_id, served_on);
CREATE INDEX voucher_redemptions_record ON public.voucher_redemptions USING btree (record_id);
CREATE UNIQUE INDEX voucher_redemptions_returned ON public.voucher_redemptions USING btree (returns_id) WHERE (returns_id IS NOT NULL);
CREATE INDEX voucher_redemptions_scheme ON public.voucher_redemptions USING btree (scheme_id, made_at DESC);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table voucher_schemes (
  scheme_id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  rule jsonb not null,
  value_fen bigint not null,
  period text not null,
  keep_months integer not null,
  items text[] not null,
  item_names text[] not null,
  valid_from date not null,
  valid_to date not null,
  basis text not null,
  document_number text,
  confidence text not null,
  status text not null,
  note text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  checked_by uuid,
  checked_by_name text,
  constraint voucher_schemes_area_code_check CHECK ((area_code ~ '^\d{6}000000$'::text)),
  constraint voucher_schemes_check CHECK ((valid_to >= valid_from)),
  constraint voucher_schemes_check1 CHECK (((document_number IS NULL) = (confidence = 'designDefault'::text))),
  constraint voucher_schemes_check2 CHECK (((status <> ALL (ARRAY['active'::text, 'stopped'::text])) OR (checked_by IS NOT NULL))),
  constraint voucher_schemes_confidence_check CHECK ((confidence = ANY (ARRAY['found'::text, 'designDefault'::text]))),
  constraint voucher_schemes_items_check CHECK ((cardinality(items) > 0)),
  constraint voucher_schemes_keep_months_check CHECK (((keep_months >= 0) AND (keep_months <= 11))),
  constraint voucher_schemes_period_check CHECK ((period = ANY (ARRAY['month'::text, 'once'::text]))),
  constraint voucher_schemes_pkey PRIMARY KEY (scheme_id),
  constraint voucher_schemes_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'stopped'::text, 'discarded'::text]))),
  constraint voucher_schemes_two_people CHECK ((checked_by <> made_by)),
  constraint voucher_schemes_value_fen_check CHECK ((value_fen > 0))
)
CREATE INDEX voucher_schemes_area ON public.voucher_schemes USING btree (area_code, made_at DESC, scheme_id DESC);
CREATE UNIQUE INDEX voucher_schemes_pkey ON public.voucher_schemes USING btree (scheme_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table voucher_statements (
  statement_id uuid not null,
  area_code text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  month text not null,
  amount_fen bigint not null,
  redemptions integer not null,
  status text not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  paid_on date,
  constraint voucher_statements_amount_fen_check CHECK ((amount_fen > 0)),
  constraint voucher_statements_check CHECK (((status = 'paid'::text) = (paid_on IS NOT NULL))),
  constraint voucher_statements_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint voucher_statements_pkey PRIMARY KEY (statement_id),
  constraint voucher_statements_status_check CHECK ((status = ANY (ARRAY['submitted'::text, 'paid'::text])))
)
CREATE INDEX voucher_statements_made ON public.voucher_statements USING btree (made_at DESC, statement_id DESC);
CREATE UNIQUE INDEX voucher_statements_pkey ON public.voucher_statements USING btree (statement_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: false
-- yinian_lookup all: true
-- yinian_organisation all: (provider_id = (NULLIF(current_setting('yinian.organisation_id'::text, true), ''::text))::uuid)
-- yinian_public all: false
-- yinian_system all: false

table vouchers (
  elder_id uuid not null,
  voucher_id uuid not null,
  scheme_id uuid not null,
  issue_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  payer_code text collate "C" not null,
  scheme_name text not null,
  period_key text not null,
  elder_name text not null,
  because text not null,
  items text[] not null,
  item_names text[] not null,
  value_fen bigint not null,
  balance_fen bigint not null,
  valid_from date not null,
  valid_to date not null,
  confidence text not null,
  document_number text,
  status text not null,
  stopped_on date,
  stop_cause text,
  note text,
  issued_at timestamp with time zone,
  reminded_on date,
  constraint vouchers_balance CHECK (((balance_fen >= 0) AND (balance_fen <= value_fen))),
  constraint vouchers_check CHECK (((status <> 'stopped'::text) OR ((stopped_on IS NOT NULL) AND (stop_cause IS NOT NULL)))),
  constraint vouchers_check1 CHECK (((status <> 'removed'::text) OR (note IS NOT NULL))),
  constraint vouchers_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint vouchers_pkey PRIMARY KEY (elder_id, voucher_id),
  constraint vouchers_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'active'::text, 'stopped'::text, 'removed'::text]))),
  constraint vouchers_stop_cause_check CHECK ((stop_cause = ANY (ARRAY['death'::text, 'moved'::text, 'move-out'::text, 'desk'::text]))),
  constraint vouchers_value_fen_check CHECK ((value_fen > 0))
)
CREATE INDEX vouchers_expiring ON public.vouchers USING btree (valid_to) WHERE ((status = 'active'::text) AND (reminded_on IS NULL));
CREATE UNIQUE INDEX vouchers_id ON public.vouchers USING btree (voucher_id);
CREATE INDEX vouchers_issue ON public.vouchers USING btree (issue_id, area_code, elder_name, voucher_id);
CREATE UNIQUE INDEX vouchers_once ON public.vouchers USING btree (scheme_id, period_key, elder_id) WHERE (status <> 'removed'::text);
CREATE UNIQUE INDEX vouchers_pkey ON public.vouchers USING btree (elder_id, voucher_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
-- yinian_lookup all: true
-- yinian_organisation all: false
-- yinian_public all: false
-- yinian_system all: false

table vouchers_v_redeemed (
  redemption_id uuid,
  area_code text collate "C",
  payer_code text collate "C",
  provider_id uuid,
  served_on date,
  fen bigint
)


table workforce_v_names (
  caregiver_id uuid,
  name text,
  provider_id uuid,
  provider_name text,
  area_code text collate "C",
  status text
)

