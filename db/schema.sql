-- Written by `npm run generate` from the database's own catalogue. Do not edit.

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
  constraint assessment_assignments_elder_id_assessment_id_assignee_id_key UNIQUE (elder_id, assessment_id, assignee_id),
  constraint assessment_assignments_elder_id_assessment_id_position_key UNIQUE (elder_id, assessment_id, "position"),
  constraint assessment_assignments_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint assessment_assignments_pkey PRIMARY KEY (elder_id, assignment_id),
  constraint assessment_assignments_position_check CHECK (("position" = ANY (ARRAY[1, 2])))
)
CREATE INDEX assessment_assignments_assessment ON public.assessment_assignments USING btree (assessment_id);
CREATE INDEX assessment_assignments_assignee ON public.assessment_assignments USING btree (assignee_id, visit_at DESC);
CREATE UNIQUE INDEX assessment_assignments_elder_id_assessment_id_assignee_id_key ON public.assessment_assignments USING btree (elder_id, assessment_id, assignee_id);
CREATE UNIQUE INDEX assessment_assignments_elder_id_assessment_id_position_key ON public.assessment_assignments USING btree (elder_id, assessment_id, "position");
CREATE UNIQUE INDEX assessment_assignments_pkey ON public.assessment_assignments USING btree (elder_id, assignment_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: (assignee_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
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
  constraint assessments_check CHECK (((score IS NULL) = (level IS NULL))),
  constraint assessments_check1 CHECK (((published_on IS NULL) OR ((level IS NOT NULL) AND (valid_to IS NOT NULL)))),
  constraint assessments_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint assessments_level_check CHECK (((level >= 0) AND (level <= 4))),
  constraint assessments_pkey PRIMARY KEY (elder_id, assessment_id),
  constraint assessments_reason_check CHECK ((reason = ANY (ARRAY['首次评估'::text, '常规评估'::text, '即时评估'::text, '对评估结果有疑问进行的复评'::text, '其他'::text]))),
  constraint assessments_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'scheduled'::text, 'on-site'::text, 'scored'::text, 'reviewed'::text, 'published'::text, 'objected'::text, 're-assessed'::text, 'expired'::text, 'cancelled'::text]))),
  constraint assessments_total_check CHECK (((total >= 0) AND (total <= 90)))
)
CREATE INDEX assessments_area ON public.assessments USING btree (area_code, applied_at DESC, assessment_id);
CREATE INDEX assessments_id ON public.assessments USING btree (assessment_id);
CREATE UNIQUE INDEX assessments_pkey ON public.assessments USING btree (elder_id, assessment_id);
CREATE INDEX assessments_status ON public.assessments USING btree (status, area_code, applied_at DESC);
CREATE INDEX assessments_valid_to ON public.assessments USING btree (valid_to) WHERE (status = ANY (ARRAY['published'::text, 'objected'::text]));
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
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
  constraint benefit_applications_check CHECK (((status = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_at IS NOT NULL))),
  constraint benefit_applications_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_applications_pkey PRIMARY KEY (elder_id, application_id),
  constraint benefit_applications_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text]))),
  constraint benefit_applications_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'disputed'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])))
)
CREATE INDEX benefit_applications_area ON public.benefit_applications USING btree (area_code, applied_at DESC, application_id);
CREATE INDEX benefit_applications_id ON public.benefit_applications USING btree (application_id);
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
  constraint benefit_batches_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_batches_pkey PRIMARY KEY (batch_id),
  constraint benefit_batches_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
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
  constraint benefit_determinations_amount_fen_check CHECK ((amount_fen > 0)),
  constraint benefit_determinations_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_determinations_from_month_check CHECK ((from_month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_determinations_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_determinations_pkey PRIMARY KEY (elder_id, scheme, month),
  constraint benefit_determinations_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text])))
)
CREATE INDEX benefit_determinations_id ON public.benefit_determinations USING btree (determination_id);
CREATE INDEX benefit_determinations_month ON public.benefit_determinations USING btree (month, area_code, determination_id);
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
  constraint benefit_offers_amount_fen_check CHECK ((amount_fen > 0)),
  constraint benefit_offers_elder_id_fkey FOREIGN KEY (elder_id) REFERENCES elders(elder_id),
  constraint benefit_offers_elder_id_scheme_key UNIQUE (elder_id, scheme),
  constraint benefit_offers_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint benefit_offers_pkey PRIMARY KEY (elder_id, offer_id),
  constraint benefit_offers_scheme_check CHECK ((scheme = ANY (ARRAY['hardship'::text, 'care'::text, 'advancedAge'::text]))),
  constraint benefit_offers_status_check CHECK ((status = ANY (ARRAY['found'::text, 'notified'::text, 'claimed'::text, 'declined'::text, 'lapsed'::text])))
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

table benefits_v_determinations (
  determination_id uuid,
  elder_id uuid,
  area_code text collate "C",
  happened_area text collate "C",
  scheme text,
  month text,
  amount_fen bigint,
  from_month text,
  paid_by text
)


table benefits_v_offers (
  offer_id uuid,
  elder_id uuid,
  area_code text collate "C",
  scheme text,
  status text,
  month text,
  amount_fen bigint
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
CREATE INDEX elder_sealed_identity_last4 ON public.elder_sealed USING btree (identity_last4_index, area_code, name, elder_id);
CREATE INDEX elder_sealed_phone ON public.elder_sealed USING btree (phone_index, area_code) WHERE (phone_index IS NOT NULL);
CREATE INDEX elder_sealed_phone_last4 ON public.elder_sealed USING btree (phone_last4_index, area_code, name, elder_id) WHERE (phone_last4_index IS NOT NULL);
CREATE UNIQUE INDEX elder_sealed_pkey ON public.elder_sealed USING btree (elder_id);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
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
  constraint elders_ability_level_check CHECK (((ability_level >= 0) AND (ability_level <= 4))),
  constraint elders_area_code_check CHECK ((area_code ~ '^\d{12}$'::text)),
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
CREATE INDEX elders_born ON public.elders USING btree (born_on, area_code) INCLUDE (name);
CREATE INDEX elders_order ON public.elders USING btree (area_code, name, elder_id) WHERE (died_on IS NULL);
CREATE UNIQUE INDEX elders_pkey ON public.elders USING btree (elder_id);
CREATE INDEX elders_registered ON public.elders USING btree (area_code, registered_at);
-- yinian_area all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_assigned all: false
-- yinian_backup all: true
-- yinian_batch all: ((area_code >= current_setting('yinian.area_from'::text, true)) AND (area_code < current_setting('yinian.area_to'::text, true)))
-- yinian_family all: (elder_id = (NULLIF(current_setting('yinian.elder_id'::text, true), ''::text))::uuid)
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
  source text
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
  constraint posts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id),
  constraint posts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id),
  constraint posts_pkey PRIMARY KEY (post_id)
)
CREATE INDEX posts_account ON public.posts USING btree (account_id);
CREATE INDEX posts_area ON public.posts USING btree (area_code, role);
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

table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
)
CREATE UNIQUE INDEX schema_migrations_pkey ON public.schema_migrations USING btree (name);

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
-- yinian_family all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_lookup select: true
-- yinian_organisation all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_public all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)
-- yinian_system all: (account_id = (NULLIF(current_setting('yinian.account_id'::text, true), ''::text))::uuid)

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
  constraint tasks_kind_check CHECK ((kind = ANY (ARRAY['measure'::text, 'progress-row'::text]))),
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

