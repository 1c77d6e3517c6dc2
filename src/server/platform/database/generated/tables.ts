// Written by `npm run generate` from the database's own catalogue. Do not edit.
import type { ColumnType, Generated as Given } from 'kysely';

/** Any JSON; written as text or object, checked by zod where it is read. */
export type Json = ColumnType<unknown, unknown, unknown>;

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : Given<T>;

export interface Accounts {
  account_id: string;
  login: string;
  name: string;
  password_hash: string | null;
  demo_password: string | null;
  must_change: Generated<boolean>;
  disabled_at: string | null;
  made_at: Generated<string>;
}

export interface AccountsVStaff {
  post_id: string;
  account_id: string;
  holder_name: string;
  role: string;
  title: string;
  area_code: string;
  organisation_id: string;
  from_on: string;
  to_on: string;
}

export interface AreaCounts {
  area_code: string;
  as_of: string;
  age_band: string;
  ability: string;
  living_alone: number;
  couple_only: number;
  with_children: number;
  with_others: number;
  in_institution: number;
}

export interface AreaSuccessors {
  code: string;
  successor: string;
  on_date: string;
  document: string | null;
}

export interface Areas {
  code: string;
  name: string;
  level: string;
  parent_code: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface AreasVAreas {
  code: string;
  name: string;
  level: string;
  parent_code: string;
  valid_from: string;
  valid_to: string;
}

export interface AreasVCounts {
  area_code: string;
  as_of: string;
  age_band: string;
  ability: string;
  living: string;
  elders: number;
}

export interface AssessmentAssignments {
  elder_id: string;
  assignment_id: string;
  assessment_id: string;
  area_code: string;
  assignee_id: string;
  position: number;
  medical: boolean;
  assessor_name: string;
  assessor_title: string;
  organisation_name: string | null;
  elder_name: string;
  sex: string;
  born_on: string;
  road: string | null;
  compound: string | null;
  reason: string;
  scale: string;
  sealed_contact: Buffer | null;
  visit_at: string;
  draft: Json | null;
  draft_saved_at: string | null;
  signed: Json | null;
  signed_at: string | null;
  note: string | null;
  peer_name: string;
  peer_signed: Json | null;
  peer_signed_at: string | null;
  peer_note: string | null;
  returned_because: string | null;
  finished_at: string | null;
}

export interface Assessments {
  elder_id: string;
  assessment_id: string;
  area_code: string;
  happened_area: string;
  scale: string;
  reason: string;
  status: string;
  applied_at: string;
  applied_by: string;
  applied_by_name: string;
  note: string | null;
  sealed_contact: Buffer | null;
  visit_at: string | null;
  assessors: Generated<Json>;
  answers: Json | null;
  score: Json | null;
  total: number | null;
  level: number | null;
  assessed_on: string | null;
  reviewed_by_name: string | null;
  published_on: string | null;
  valid_to: string | null;
  replaces_id: string | null;
  objection: string | null;
}

export interface AssessmentsVFacts {
  assessment_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  status: string;
  level: number;
  applied_at: string;
  assessed_on: string;
  published_on: string;
  valid_to: string;
}

export interface Attachments {
  attachment_id: string;
  sm3: string;
  name: string;
  media_type: string;
  bytes: number;
  owner_kind: string;
  owner_id: string;
  elder_id: string | null;
  area_code: string;
  provider_id: string | null;
  assignee_id: string | null;
  uploaded_by: string;
  uploaded_at: string;
  withdrawn_at: string | null;
}

export interface AuditEntries {
  entry_id: string;
  at: Generated<string>;
  kind: string;
  action: string;
  request_id: string;
  account_id: string | null;
  post_id: string | null;
  actor_name: string | null;
  role: string | null;
  way: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  elder_id: string | null;
  area_code: string | null;
  note: string | null;
  before: Json | null;
  after: Json | null;
}

export interface BenefitApplications {
  elder_id: string;
  application_id: string;
  area_code: string;
  happened_area: string;
  scheme: string;
  status: string;
  applied_on: string;
  applied_at: string;
  applied_by: string;
  applied_by_name: string;
  note: string | null;
  checked_by: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
}

export interface BenefitBatches {
  batch_id: string;
  area_code: string;
  month: string;
  status: string;
  people: Generated<number>;
  total: Generated<number>;
  granted: Generated<number>;
  offers: Generated<number>;
  amount_fen: Generated<number>;
  problems: Generated<number>;
  after_area: string | null;
  after_name: string | null;
  after_elder: string | null;
  requested_by: string;
  requested_at: string;
  finished_at: string | null;
  error: string | null;
}

export interface BenefitDeterminations {
  elder_id: string;
  determination_id: string;
  area_code: string;
  happened_area: string;
  scheme: string;
  month: string;
  amount_fen: number;
  from_month: string;
  paid_by: string | null;
  reasons: Json;
  document_numbers: string[];
  determined_at: string;
  batch_id: string | null;
}

export interface BenefitFacts {
  elder_id: string;
  area_code: string;
  other_benefits: Generated<Json>;
  imprisoned_on: string | null;
  released_on: string | null;
  declared_missing_on: string | null;
  source: string;
  updated_at: string;
  updated_by: string;
}

export interface BenefitOffers {
  elder_id: string;
  offer_id: string;
  area_code: string;
  happened_area: string;
  scheme: string;
  status: string;
  month: string;
  amount_fen: number;
  sentence: string;
  found_at: string;
  note: string | null;
}

export interface BenefitsVDeterminations {
  determination_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  scheme: string;
  month: string;
  amount_fen: number;
  from_month: string;
  paid_by: string;
}

export interface BenefitsVOffers {
  offer_id: string;
  elder_id: string;
  area_code: string;
  scheme: string;
  status: string;
  month: string;
  amount_fen: number;
}

export interface DueItems {
  due_id: string;
  subject_kind: string;
  subject_id: string;
  elder_id: string | null;
  area_code: string | null;
  organisation_id: string | null;
  assignee_id: string | null;
  for_role: string;
  kind_label: string;
  title: string;
  reason: string;
  action_label: string;
  path: string;
  opened_at: Generated<string>;
  from_date: string;
  within_working_days: number | null;
  due_on: string | null;
  due_at: string | null;
  provisional: Generated<boolean>;
  escalated_at: string | null;
  closed_at: string | null;
}

export interface ElderContacts {
  elder_id: string;
  contact_id: string;
  area_code: string;
  name: string;
  relation: string;
  sealed: Buffer;
  phone_index: Buffer;
  phone_last4: string;
  is_emergency: Generated<boolean>;
  lives_together: Generated<boolean>;
  position: number;
  removed_at: string | null;
}

export interface ElderGrams {
  gram: string;
  area_code: string;
  name: string;
  elder_id: string;
}

export interface ElderIdentities {
  identity_index: Buffer;
  elder_id: string;
  area_code: string;
}

export interface ElderNotDuplicates {
  elder_id: string;
  other_elder_id: string;
  area_code: string;
  reason: string;
  decided_by: string;
  decided_at: string;
}

export interface ElderReveals {
  elder_id: string;
  reveal_id: string;
  area_code: string;
  account_id: string;
  actor_name: string;
  role: string;
  purpose: string;
  note: string | null;
  fields: Json;
  at: string;
  expires_at: string;
}

export interface ElderScopes {
  elder_id: string;
  scope_id: string;
  area_code: string;
  kind: string;
  scope_area_code: string;
  from_on: string;
  to_on: string | null;
}

export interface ElderSealed {
  elder_id: string;
  area_code: string;
  name: string;
  sealed: Buffer;
  identity_index: Buffer;
  identity_last4_index: Buffer;
  phone_index: Buffer | null;
  phone_last4_index: Buffer | null;
}

export interface ElderTags {
  elder_id: string;
  code: string;
  area_code: string;
  name: string;
  family: string;
  value: string | null;
  reason: string;
  source_kind: string;
  source_id: string;
  computed_at: string;
  valid_from: string;
  valid_to: string | null;
}

export interface Elders {
  elder_id: string;
  area_code: string;
  name: string;
  sex: string;
  born_on: string;
  nation: string | null;
  marital_status: string | null;
  hukou_area_code: string;
  hukou_in_beijing: boolean;
  hukou_left_on: string | null;
  road: string | null;
  compound: string | null;
  grid: string | null;
  lon: number | null;
  lat: number | null;
  living: string;
  left_behind: Generated<boolean>;
  economic_class: Generated<string>;
  family_planning_special: Generated<boolean>;
  military_family: Generated<boolean>;
  ability_level: number | null;
  ability_valid_to: string | null;
  dementia: Generated<boolean>;
  disabilities: Generated<Json>;
  multiple_disability: Generated<boolean>;
  diseases: Generated<Json>;
  wish_for_visits: Generated<boolean>;
  service_mode: Generated<string>;
  status: string;
  died_on: string | null;
  source: string;
  registered_at: string;
  verified_at: string | null;
  version: Generated<number>;
  updated_at: string;
  updated_by: string;
}

export interface EldersVBrief {
  elder_id: string;
  area_code: string;
  name: string;
  sex: string;
  born_on: string;
  road: string;
  compound: string;
  lon: number;
  lat: number;
  living: string;
  left_behind: boolean;
  economic_class: string;
  family_planning_special: boolean;
  ability_level: number;
  ability_valid_to: string;
  dementia: boolean;
  disabilities: Json;
  multiple_disability: boolean;
  wish_for_visits: boolean;
  service_mode: string;
  status: string;
  died_on: string;
  hukou_area_code: string;
  hukou_in_beijing: boolean;
  hukou_left_on: string;
  registered_at: string;
  source: string;
}

export interface EldersVTags {
  elder_id: string;
  code: string;
  area_code: string;
  family: string;
  value: string;
  reason: string;
  valid_from: string;
  valid_to: string;
}

export interface HouseholdMembers {
  elder_id: string;
  household_id: string;
  area_code: string;
  relation: string;
  since_on: string;
}

export interface Households {
  household_id: string;
  area_code: string;
  road: string | null;
  compound: string | null;
  door_index: Buffer | null;
  made_at: string;
}

export interface IdempotencyKeys {
  account_id: string;
  key: string;
  body_hash: string;
  status: number | null;
  response: Json | null;
  made_at: Generated<string>;
}

export interface LifecycleSteps {
  step_id: string;
  at: Generated<string>;
  subject_kind: string;
  subject_id: string;
  elder_id: string | null;
  area_code: string | null;
  organisation_id: string | null;
  assignee_id: string | null;
  action: string;
  label: string;
  from_status: string | null;
  to_status: string;
  actor_name: string;
  account_id: string | null;
  role: string;
  note: string | null;
}

export interface LoginFailures {
  login: string;
  address: string;
  failures: number;
  last_at: string;
  locked_until: string | null;
}

export interface MessageContacts {
  account_id: string;
  sealed: Buffer;
}

export interface MessageDeliveries {
  message_id: string;
  channel: string;
  to_account_id: string;
  status: string;
  not_before: string;
  urgent: boolean;
  claimed_at: string | null;
  sent_as: string | null;
  sent_at: string | null;
  reference: string | null;
  because: string | null;
}

export interface Messages {
  message_id: string;
  to_account_id: string;
  at: string;
  template: string;
  title: string;
  text: string;
  path: string | null;
  urgent: boolean;
  about_kind: string;
  about_id: string;
  elder_id: string | null;
  area_code: string | null;
  read_at: string | null;
}

export interface Organisations {
  organisation_id: string;
  name: string;
  kind: string;
  area_code: string;
  credit_code: string | null;
  opened_on: string | null;
  closed_on: string | null;
}

export interface Outbox {
  outbox_id: Generated<number>;
  at: Generated<string>;
  kind: string;
  name: string;
  payload: Json;
  dispatched_at: string | null;
}

export interface Posts {
  post_id: string;
  account_id: string;
  holder_name: string;
  role: string;
  title: string;
  area_code: string;
  organisation_id: string | null;
  elder_id: string | null;
  from_on: string;
  to_on: string | null;
}

export interface ProgressItems {
  item_id: string;
  task_id: string;
  area_code: string;
  period: string;
  number: number;
  segments: Json;
  entered_at: string;
  entered_by: string;
}

export interface ReferenceLoads {
  file: string;
  checksum: string;
  loaded_at: Generated<string>;
}

export interface Reports {
  report_id: string;
  area_code: string;
  period: string;
  title: string;
  heading: string;
  as_of: string;
  version: number;
  status: string;
  revised_because: string | null;
  content: Json | null;
  made_at: string;
  made_by: string;
  submitted_by: string | null;
  approved_by: string | null;
}

export interface SchemaMigrations {
  name: string;
  checksum: string;
  applied_at: Generated<string>;
}

export interface ServiceLogEntries {
  entry_id: string;
  elder_id: string | null;
  area_code: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  payload: Json | null;
  salt: Buffer | null;
  leaf_hash: Buffer;
  version: number;
  at: string;
  erased_by: string | null;
}

export interface ServiceLogHeads {
  head_hash: Buffer;
  tree_size: number;
  at: string;
  head: Json;
}

export interface ServiceLogLeaves {
  position: number;
  leaf_hash: Buffer;
  entry_id: string;
  elder_id: string | null;
}

export interface ServiceLogNodes {
  level: number;
  index: number;
  last_position: number;
  hash: Buffer;
}

export interface ServiceLogPending {
  queue_no: Generated<number>;
  entry_id: string;
}

export interface Sessions {
  session_id: string;
  token_hash: Buffer;
  account_id: string;
  post_id: string;
  device: string;
  address: string;
  started_at: Generated<string>;
  last_seen_at: Generated<string>;
  expires_at: string;
  ended_at: string | null;
}

export interface SiteClock {
  only_row: Generated<boolean>;
  business_date: string;
  moved_at: Generated<string>;
  moved_by: string | null;
}

export interface Sites {
  only_row: Generated<boolean>;
  mode: string;
  site_id: string;
  made_at: Generated<string>;
}

export interface TaskAssignments {
  assignment_id: string;
  task_id: string;
  area_code: string;
  organisation_id: string | null;
  unit_name: string;
  unit_role: string | null;
  group_name: string | null;
  number: string;
  sort_no: number;
  title: string;
  body: string;
  document_id: string | null;
  document_title: string;
  document_number: string | null;
  status: string;
  due_on: string | null;
  provisional: Generated<boolean>;
  progress: string | null;
  updated_at: string;
}

export interface TaskIndicators {
  task_id: string;
  area_code: string;
  indicator_code: string;
}

export interface TaskTargets {
  target_id: string;
  task_id: string;
  area_code: string;
  quote: string;
  value: number;
  unit: string;
  operator: string;
  deadline: string | null;
  indicator_code: string | null;
}

export interface Tasks {
  task_id: string;
  area_code: string;
  document_id: string | null;
  document_title: string;
  document_number: string | null;
  kind: string;
  number: string;
  sort_no: number;
  title: string;
  body: string;
  made_at: string;
}

export interface TasksVIndicators {
  indicator_code: string;
  task_id: string;
  area_code: string;
  number: string;
  sort_no: number;
  title: string;
  document_title: string;
}

export interface Tables {
  accounts: Accounts;
  accounts_v_staff: AccountsVStaff;
  area_counts: AreaCounts;
  area_successors: AreaSuccessors;
  areas: Areas;
  areas_v_areas: AreasVAreas;
  areas_v_counts: AreasVCounts;
  assessment_assignments: AssessmentAssignments;
  assessments: Assessments;
  assessments_v_facts: AssessmentsVFacts;
  attachments: Attachments;
  audit_entries: AuditEntries;
  benefit_applications: BenefitApplications;
  benefit_batches: BenefitBatches;
  benefit_determinations: BenefitDeterminations;
  benefit_facts: BenefitFacts;
  benefit_offers: BenefitOffers;
  benefits_v_determinations: BenefitsVDeterminations;
  benefits_v_offers: BenefitsVOffers;
  due_items: DueItems;
  elder_contacts: ElderContacts;
  elder_grams: ElderGrams;
  elder_identities: ElderIdentities;
  elder_not_duplicates: ElderNotDuplicates;
  elder_reveals: ElderReveals;
  elder_scopes: ElderScopes;
  elder_sealed: ElderSealed;
  elder_tags: ElderTags;
  elders: Elders;
  elders_v_brief: EldersVBrief;
  elders_v_tags: EldersVTags;
  household_members: HouseholdMembers;
  households: Households;
  idempotency_keys: IdempotencyKeys;
  lifecycle_steps: LifecycleSteps;
  login_failures: LoginFailures;
  message_contacts: MessageContacts;
  message_deliveries: MessageDeliveries;
  messages: Messages;
  organisations: Organisations;
  outbox: Outbox;
  posts: Posts;
  progress_items: ProgressItems;
  reference_loads: ReferenceLoads;
  reports: Reports;
  schema_migrations: SchemaMigrations;
  service_log_entries: ServiceLogEntries;
  service_log_heads: ServiceLogHeads;
  service_log_leaves: ServiceLogLeaves;
  service_log_nodes: ServiceLogNodes;
  service_log_pending: ServiceLogPending;
  sessions: Sessions;
  site_clock: SiteClock;
  sites: Sites;
  task_assignments: TaskAssignments;
  task_indicators: TaskIndicators;
  task_targets: TaskTargets;
  tasks: Tasks;
  tasks_v_indicators: TasksVIndicators;
}
