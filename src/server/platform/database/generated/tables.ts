// Written by `npm run generate` from the database's own catalogue. Do not edit.
import type { ColumnType, Generated as Given } from 'kysely';

/** Any JSON; written as text or object, checked by zod where it is read. */
export type Json = ColumnType<unknown, unknown, unknown>;

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : Given<T>;

export interface AccountLinks {
  link_id: string;
  account_id: string;
  token_hash: Buffer;
  made_at: Generated<string>;
  made_by: string;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
}

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

export interface AccountsVElderPosts {
  account_id: string;
  elder_id: string;
  role: string;
  area_code: string;
  from_on: string;
  to_on: string;
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

export interface AgreementParties {
  agreement_id: string;
  position: number;
  area_code: string;
  name: string;
  region: string;
}

export interface Agreements {
  agreement_id: string;
  area_code: string;
  title: string;
  subject: string;
  signed_on: string;
  ends_on: string | null;
  meeting: string | null;
  meeting_number: number | null;
  summary: string | null;
  status: string;
  ended_on: string | null;
  note: string | null;
  made_by_name: string;
  made_at: string;
}

export interface AlarmBaselines {
  device_id: string;
  area_code: string;
  computed_at: string;
  from_on: string;
  to_on: string;
  days: number;
  usual_minutes: number[];
}

export interface AlarmCalls {
  call_id: string;
  alarm_id: string;
  elder_id: string;
  area_code: string;
  organisation_id: string | null;
  assignee_id: string | null;
  at: string;
  caller_name: string;
  callee: string;
  outcome: string;
  note: string | null;
}

export interface Alarms {
  alarm_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  organisation_id: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  assignee_title: string | null;
  rule: string;
  level: string;
  status: string;
  device_id: string | null;
  quiet_from: string | null;
  quiet_to: string | null;
  person: Json;
  evidence: Json;
  raised_at: string;
  acknowledged_at: string | null;
  called_at: string | null;
  call_outcome: string | null;
  dispatched_at: string | null;
  expected_at: string | null;
  on_site_at: string | null;
  closed_at: string | null;
  silenced_at: string | null;
  is_true: boolean | null;
  cause: string | null;
  escalation: Generated<number>;
  escalated_at: string | null;
  changed_at: string;
}

export interface AlarmsVAway {
  notice_id: string;
  elder_id: string;
  area_code: string;
  away_from: string;
  away_to: string;
  place: string;
}

export interface AlarmsVFacts {
  alarm_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  rule: string;
  level: string;
  raised_at: string;
  acknowledged_at: string;
  called_at: string;
  dispatched_at: string;
  on_site_at: string;
  closed_at: string;
  is_true: boolean;
  status: string;
  escalation: number;
}

export interface AlarmsVResponse {
  happened_area: string;
  month: string;
  alarms: number;
  reached: number;
  median_minutes: number;
}

export interface AlarmsVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
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
  sample_id: string | null;
  score: Json | null;
}

export interface AssessmentFillings {
  elder_id: string;
  filling_id: string;
  area_code: string;
  happened_area: string;
  form: string;
  form_version: string | null;
  answers: Json;
  result: Json;
  note: string | null;
  filled_on: string;
  recorded_at: string;
  filled_by: string;
  filled_by_name: string;
}

export interface AssessmentSampleMembers {
  elder_id: string;
  sample_id: string;
  assessment_id: string;
  area_code: string;
  draw_rank: number;
}

export interface AssessmentSamples {
  sample_id: string;
  area_code: string;
  from_on: string;
  to_on: string;
  population: number;
  size: number;
  seed: string;
  note: string | null;
  drawn_at: string;
  drawn_by: string;
  drawn_by_name: string;
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
  origin: Json | null;
  reminded_on: string | null;
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

export interface AssessmentsVFillings {
  filling_id: string;
  elder_id: string;
  area_code: string;
  form: string;
  form_version: string;
  answers: Json;
  result: Json;
  filled_on: string;
  recorded_at: string;
  filled_by_name: string;
}

export interface AssessmentsVResults {
  assessment_id: string;
  elder_id: string;
  area_code: string;
  scale: string;
  status: string;
  answers: Json;
  score: Json;
  total: number;
  level: number;
  assessed_on: string;
  published_on: string;
  valid_to: string;
  origin: Json;
  assessors: Json;
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

export interface AwayNotices {
  notice_id: string;
  elder_id: string;
  area_code: string;
  organisation_id: string | null;
  away_from: string;
  away_to: string;
  place: string;
  note: string | null;
  by_name: string;
  by_role: string;
  made_at: string;
  ended_at: string | null;
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
  answers: Json | null;
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
  run_id: string | null;
  mode: Generated<string>;
  through_xid: number | null;
  added: Generated<number>;
  changed: Generated<number>;
  removed: Generated<number>;
  kept: Generated<number>;
}

export interface BenefitChanges {
  elder_id: string;
  area_code: string;
  changed_xid: number;
  because: string;
  changed_at: string;
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
  payer_code: string | null;
  tier: string | null;
  facts_mark: number | null;
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
  by_scheme: Generated<Json>;
}

export interface BenefitInsurances {
  elder_id: string;
  insurance_id: string;
  area_code: string;
  grade: string;
  from_on: string;
  to_on: string | null;
  evidence: string;
  entered_by: string;
  entered_at: string;
  ended_note: string | null;
  ended_by: string | null;
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

export interface BenefitSettingProposals {
  proposal_id: string;
  area_code: string;
  scheme: string;
  parameter: string;
  value: number;
  from_on: string;
  document_number: string;
  status: string;
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: string;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  note: string | null;
}

export interface BenefitSettings {
  setting_id: string;
  district: string;
  scheme: string;
  parameter: string;
  from_on: string;
  to_on: string | null;
  value: number;
  document_number: string;
  set_by: string;
  set_at: string;
  proposed_by: string | null;
  proposal_id: string | null;
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
  payer_code: string;
  tier: string;
}

export interface BenefitsVFacts {
  elder_id: string;
  area_code: string;
  other_benefits: Json;
  updated_at: string;
}

export interface BenefitsVOffers {
  offer_id: string;
  elder_id: string;
  area_code: string;
  scheme: string;
  status: string;
  month: string;
  amount_fen: number;
  sentence: string;
}

export interface BookAppropriations {
  appropriation_id: string;
  area_code: string;
  document_number: string;
  received_on: string;
  amount_fen: number;
  entered_by: string;
  entered_at: string;
}

export interface BookEntries {
  entry_id: string;
  area_code: string;
  debit_account: string;
  credit_account: string;
  amount_fen: number;
  month: string;
  subject_kind: string;
  subject_id: string;
  step: string;
  note: string;
  posted_by: string;
  posted_at: string;
}

export interface BudgetLines {
  area_code: string;
  scheme: string;
  year: number;
  fen: number;
  source: string;
  set_by: string;
  set_by_name: string;
  set_at: string;
}

export interface CardUseBatches {
  batch_id: string;
  area_code: string;
  sender: string;
  file_name: string;
  file_sm3: string;
  rows: number;
  taken: number;
  repeated: number;
  refused: number;
  taken_fen: number;
  repeated_fen: number;
  refusals: Json;
  brought_by: string;
  brought_at: string;
  status: string;
  sheet: Generated<number>;
  heading_row: Generated<number>;
  mapping: Generated<Json>;
  last_row: Generated<number>;
  sealed: Buffer | null;
  run_id: string | null;
  error: string | null;
  started_by: string | null;
  started_by_post: string | null;
  started_by_role: string | null;
}

export interface CardUses {
  sender: string;
  number: string;
  batch_id: string;
  area_code: string;
  used_on: string;
  merchant: string;
  merchant_type: string;
  amount_fen: number;
  age_group: string;
}

export interface Caregivers {
  caregiver_id: string;
  account_id: string;
  provider_id: string;
  provider_name: string;
  name: string;
  sex: string;
  level: number;
  status: string;
  verified_on: string | null;
  negative_since: string | null;
  negative_reason: string | null;
  area_code: string;
  longitude: number;
  latitude: number;
  orders_per_day: Generated<number>;
  started_on: string;
  left_on: string | null;
}

export interface Certificates {
  certificate_id: string;
  caregiver_id: string;
  account_id: string;
  provider_id: string;
  area_code: string;
  kind: string;
  level: string | null;
  issued_on: string;
  expires_on: string | null;
  revoked_on: string | null;
}

export interface ComparisonBatches {
  batch_id: string;
  area_code: string;
  kind: string;
  origin: string;
  sequence: number | null;
  sender: string;
  as_of: string;
  file_name: string;
  file_bytes: number;
  file_sm3: string;
  file_says: string;
  sealed: Buffer;
  sheet: number;
  heading_row: number;
  headings: Json;
  mapping: Json;
  notes: Generated<Json>;
  status: string;
  rows: Generated<number>;
  matched: Generated<number>;
  differs: Generated<number>;
  not_found: Generated<number>;
  ambiguous: Generated<number>;
  unreadable: Generated<number>;
  last_row: Generated<number>;
  run_id: string | null;
  started_by: string;
  started_by_post: string | null;
  started_by_name: string;
  started_by_role: string;
  uploaded_at: string;
  compared_at: string | null;
  error: string | null;
  full_list: Generated<boolean>;
  missing: Generated<number>;
  unsure: Generated<number>;
  swept_to: string | null;
}

export interface ComparisonDifferences {
  elder_id: string;
  difference_id: string;
  area_code: string;
  batch_id: string;
  row_number: number;
  kind: string;
  sender: string;
  source_number: string | null;
  as_of: string;
  elder_name: string;
  fields: Json;
  owner_role: string;
  status: string;
  correction_id: string | null;
  note: string | null;
  found_at: string;
  decided_by: string | null;
  decided_at: string | null;
  missing: Generated<boolean>;
}

export interface ComparisonFeeds {
  area_code: string;
  kind: string;
  last_sequence: Generated<number>;
  last_at: string | null;
  last_rows: number | null;
  last_error: string | null;
  failed_at: string | null;
}

export interface ComparisonHeadings {
  area_code: string;
  sender: string;
  heading: string;
  field: string | null;
  used_at: string;
}

export interface ComparisonReceipts {
  receipt_id: string;
  area_code: string;
  kind: string;
  outcome: string;
  signature: string;
  sequence: number | null;
  sender: string | null;
  rows: number | null;
  batch_id: string | null;
  because: string | null;
  at: string;
  by_name: string;
}

export interface ComparisonRows {
  batch_id: string;
  row_number: number;
  area_code: string;
  outcome: string;
  elder_id: string | null;
  identity_index: Buffer | null;
  sealed: Buffer | null;
  because: string | null;
  difference_id: string | null;
  period: string | null;
  maybe: string[] | null;
  facts: Buffer | null;
  member_id: string | null;
}

export interface Consents {
  elder_id: string;
  consent_id: string;
  area_code: string;
  purpose: string;
  decision: string;
  text_version: string;
  valid_from: string;
  valid_to: string | null;
  by_kind: string;
  by_name: string;
  by_account: string;
  evidence: string | null;
  decided_at: string;
}

export interface ConstructionVProjects {
  project_id: string;
  programme: string;
  plan_year: number;
  name: string;
  area_code: string;
  facility_id: string;
  stage: string;
  stage_label: string;
  latest_on: string;
}

export interface ConstructionVStages {
  project_id: string;
  programme: string;
  plan_year: number;
  area_code: string;
  stage: string;
  reached_on: string;
}

export interface CreditBatches {
  batch_id: string;
  area_code: string;
  origin: string;
  sequence: number | null;
  department: string;
  file_name: string;
  file_sm3: string;
  rows: number;
  taken: number;
  refused: number;
  refusals: Json;
  brought_by: string;
  brought_at: string;
}

export interface CreditRecords {
  record_id: string;
  batch_id: string;
  department: string;
  source_number: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  content: string;
  happened_on: string;
  collected_at: string;
  scope: string;
  area_code: string;
  organisation_id: string | null;
  is_public: Generated<boolean>;
}

export interface DemoPlan {
  only_row: Generated<boolean>;
  size: string;
  seed: number;
  elders: number;
  made_at: Generated<string>;
  completed_at: string | null;
}

export interface DemoRebuild {
  position: number;
  name: string;
  statement: string;
}

export interface DemoSteps {
  name: string;
  rows: number;
  done_at: Generated<string>;
}

export interface DeviceBindings {
  serial: string;
  device_id: string;
  secret_salt: Buffer;
  secret_hash: Buffer;
  bound_at: string;
  revoked_at: string | null;
}

export interface DeviceRejections {
  device_id: string;
  on_date: string;
  reason: string;
  area_code: string;
  keeper_id: string | null;
  rejected: number;
  last_at: string;
}

export interface DeviceTasks {
  task_id: string;
  device_id: string | null;
  area_code: string;
  keeper_id: string | null;
  device_count: number;
  status: string;
  reason: string;
  opened_at: string;
  closed_at: string | null;
}

export interface Devices {
  device_id: string;
  kind: string;
  serial: string;
  status: string;
  elder_id: string | null;
  area_code: string;
  keeper_id: string | null;
  installed_on: string | null;
  slot_seconds: Generated<number>;
  last_reading_at: string | null;
  last_heard_at: string | null;
}

export interface DevicesVFacts {
  device_id: string;
  elder_id: string;
  area_code: string;
  kind: string;
  status: string;
  installed_on: string;
  last_reading_at: string;
  last_heard_at: string;
}

export interface DevicesVTasksFacts {
  task_id: string;
  device_id: string;
  area_code: string;
  device_count: number;
  status: string;
  opened_at: string;
  closed_at: string;
}

export interface DirectoryChanges {
  change_id: string;
  directory: string;
  subject_id: string;
  subject_name: string;
  area_code: string;
  what: string;
  source: string;
  source_area: string;
  by_name: string;
  changed_at: string;
}

export interface DoctorContacts {
  elder_id: string;
  contact_id: string;
  contract_id: string;
  area_code: string;
  happened_area: string;
  doctor_id: string;
  doctor_name: string;
  contacted_at: string;
  contacted_on: string;
  way: string;
  about: string;
  findings: string;
  advice: string;
  measurements: Json;
  next_contact_on: string;
}

export interface DoctorContracts {
  elder_id: string;
  contract_id: string;
  area_code: string;
  doctor_id: string;
  doctor_name: string;
  organisation_name: string | null;
  status: string;
  signed_on: string;
  signed_by: string;
  ended_on: string | null;
  end_reason: string | null;
  person: Json;
  next_contact_on: string | null;
  contact_because: string | null;
  last_contact_on: string | null;
  changed_at: string;
}

export interface DoctorsVContacts {
  elder_id: string;
  contact_id: string;
  contacted_at: string;
  contacted_on: string;
  way: string;
  about: string;
  findings: string;
  advice: string;
  measurements: Json;
  doctor_name: string;
}

export interface DoctorsVContracts {
  contract_id: string;
  elder_id: string;
  area_code: string;
  status: string;
  signed_on: string;
  ended_on: string;
}

export interface DoctorsVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
}

export interface DoctorsVTimeline {
  elder_id: string;
  event_id: string;
  at: string;
  subject_kind: string;
  label: string;
  note: string;
  actor: string;
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

export interface ElderCards {
  elder_id: string;
  card_id: string;
  area_code: string;
  kind: string;
  status: string;
  sealed: Buffer;
  number_last4: string;
  issued_on: string | null;
  valid_to: string | null;
  recorded_by_name: string;
  recorded_at: string;
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

export interface ElderCorrections {
  elder_id: string;
  correction_id: string;
  area_code: string;
  elder_name: string;
  status: string;
  fields: Json;
  before: Json;
  after: Json;
  sealed: Buffer | null;
  base_version: number;
  reason: string;
  evidence: string;
  source_kind: string;
  source_number: string | null;
  as_of: string;
  proposed_by: string;
  proposed_by_name: string;
  proposed_role: string;
  proposed_at: string;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
  kept: Generated<Json>;
  import_id: string | null;
}

export interface ElderFieldSources {
  elder_id: string;
  field: string;
  area_code: string;
  source: string;
  as_of: string;
  confidence: string;
  reference: string | null;
  by_name: string;
  set_at: string;
}

export interface ElderGrams {
  gram: string;
  area_code: string;
  name: string;
  elder_id: string;
}

export interface ElderHandovers {
  event_id: string;
  elder_id: string;
  area_code: string;
  from_area: string;
  name: string;
  sex: string;
  born_on: string;
  moved_on: string;
  road: string | null;
  compound: string | null;
  note: string | null;
  status: string;
  offered_by_name: string;
  offered_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
}

export interface ElderIdentities {
  identity_index: Buffer;
  elder_id: string;
  area_code: string;
}

export interface ElderImportHeadings {
  area_code: string;
  sender: string;
  heading: string;
  field: string | null;
  used_at: string;
}

export interface ElderImportPeople {
  elder_id: string;
  import_id: string;
  area_code: string;
  row_number: number;
  announced_at: string | null;
}

export interface ElderImportRows {
  import_id: string;
  row_number: number;
  area_code: string;
  kind: string;
  faults: Generated<Json>;
  sealed: Buffer | null;
  identity_index: Buffer | null;
  matches: Generated<Json>;
  decision: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
}

export interface ElderImports {
  import_id: string;
  area_code: string;
  sender: string;
  file_name: string;
  file_bytes: number;
  file_sm3: string;
  file_says: string;
  sealed: Buffer;
  sheets: Json;
  sheet: number;
  heading_row: number;
  headings: Json;
  mapping: Json;
  notes: Generated<Json>;
  arrive_as: Generated<string>;
  status: string;
  counts: Json | null;
  faults: Generated<Json>;
  changed_fields: Generated<Json>;
  has_error_book: Generated<boolean>;
  run_id: string | null;
  started_by: string;
  started_by_post: string | null;
  started_by_name: string;
  started_by_role: string;
  uploaded_at: string;
  checked_at: string | null;
  loaded_at: string | null;
  error: string | null;
  changes_status: string | null;
}

export interface ElderLifeEvents {
  elder_id: string;
  event_id: string;
  area_code: string;
  happened_area: string;
  kind: string;
  status: string;
  happened_on: string;
  until_on: string | null;
  from_area: string | null;
  to_area: string | null;
  place: string | null;
  note: string | null;
  before: Json;
  sealed: Buffer | null;
  recorded_by: string;
  recorded_by_name: string;
  recorded_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
  undo_reason: string | null;
  undo_asked_by: string | null;
  undo_asked_by_name: string | null;
  undo_asked_at: string | null;
  undone_by_name: string | null;
  undone_at: string | null;
}

export interface ElderNotDuplicates {
  elder_id: string;
  other_elder_id: string;
  area_code: string;
  reason: string;
  decided_by: string;
  decided_at: string;
}

export interface ElderOutsideLooks {
  elder_id: string;
  look_id: string;
  area_code: string;
  elder_name: string;
  account_id: string;
  actor_name: string;
  role: string;
  actor_area: string;
  purpose: string;
  reason: string;
  from_at: string;
  until_at: string;
  status: string;
  reviewed_by_name: string | null;
  reviewed_at: string | null;
  review_note: string | null;
}

export interface ElderPostings {
  gram: string;
  area_code: string;
  seats: Buffer;
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

export interface ElderRollGaps {
  area_code: string;
  seat: number;
}

export interface ElderRolls {
  area_code: string;
  people: number;
  elder_ids: Buffer;
  made_at: string;
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

export interface ElderSourceTrusts {
  trust_id: string;
  area_code: string;
  source_kind: string;
  fields: Json;
  basis: string;
  from_on: string;
  to_on: string | null;
  allowed_by: string;
  allowed_by_name: string;
  allowed_at: string;
  ended_by_name: string | null;
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
  away: string | null;
  confirmed_on: string;
  confirmed_by: string | null;
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
  away: string;
}

export interface EldersVHospitalStays {
  elder_id: string;
  event_id: string;
  happened_on: string;
  until_on: string;
  place: string;
  note: string;
  recorded_at: string;
  recorded_by_name: string;
}

export interface EldersVHousehold {
  household_id: string;
  elder_id: string;
  area_code: string;
}

export interface EldersVHouseholds {
  elder_id: string;
  household_id: string;
  area_code: string;
}

export interface EldersVIllnesses {
  elder_id: string;
  diseases: Json;
}

export interface EldersVNotDuplicates {
  elder_id: string;
  other_elder_id: string;
  area_code: string;
}

export interface EldersVReach {
  elder_id: string;
  has_phone: boolean;
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

export interface Facilities {
  facility_id: string;
  kind: string;
  name: string;
  area_code: string;
  longitude: number;
  latitude: number;
  address: string | null;
  phone: string | null;
  opening_hours: string | null;
  status: string;
  ownership: string | null;
  operator_name: string | null;
  organisation_id: string | null;
  opened_on: string | null;
  exited_on: string | null;
  exit_reason: string | null;
  linked_centre_id: string | null;
  linked_on: string | null;
  beds: Generated<number>;
  nursing_beds: Generated<number>;
  star: number | null;
}

export interface FacilitiesVCoverage {
  facility_id: string;
  community_code: string;
  area_code: string;
  from_on: string;
  to_on: string;
}

export interface FacilitiesVFacts {
  facility_id: string;
  kind: string;
  name: string;
  area_code: string;
  status: string;
  opened_on: string;
  exited_on: string;
  exit_reason: string;
  linked_centre_id: string;
  linked_on: string;
  beds: number;
  nursing_beds: number;
  star: number;
  ownership: string;
  operator_name: string;
  organisation_id: string;
  longitude: number;
  latitude: number;
  phone: string;
  address: string;
}

export interface FacilityCoverage {
  facility_id: string;
  area_code: string;
  from_on: string;
  to_on: string | null;
}

export interface FacilityPrices {
  facility_id: string;
  area_code: string;
  item: string;
  unit: string;
  low_fen: number;
  high_fen: number;
  from_on: string;
  to_on: string | null;
}

export interface FacilityVacancies {
  facility_id: string;
  area_code: string;
  organisation_id: string | null;
  free_beds: number;
  waiting: Generated<number>;
  updated_at: string;
}

export interface FestivalLists {
  list_id: string;
  area_code: string;
  occasion: string;
  name: string;
  on_day: string;
  occasion_key: string;
  rule: Json;
  basis: string;
  amount_fen: number | null;
  goods: string | null;
  status: string;
  note: string | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by: string | null;
  checked_by_name: string | null;
  checked_at: string | null;
}

export interface FestivalVisits {
  visit_id: string;
  list_id: string;
  occasion_key: string;
  occasion_name: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  elder_name: string;
  place: string | null;
  because: string;
  amount_fen: number | null;
  goods: string | null;
  status: string;
  assignee_id: string | null;
  done_on: string | null;
  done_by_name: string | null;
  receiver: string | null;
  note: string | null;
  paid_on: string | null;
  listed_at: string;
  added_by: string | null;
  added_by_name: string | null;
}

export interface FilialNominees {
  nominee_id: string;
  year_id: string;
  places: number;
  area_code: string;
  name: string;
  lives_at: Generated<string>;
  deeds: string;
  nominated_from: string;
  status: string;
  place: number | null;
  consented: boolean;
  consent_note: string | null;
  is_public: Generated<boolean>;
  note: string | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by: string | null;
  checked_by_name: string | null;
  selected_by_name: string | null;
}

export interface FilialYears {
  year_id: string;
  area_code: string;
  year: number;
  places: number;
  basis: string;
  confidence: string;
  status: string;
  notice_from: string | null;
  notice_to: string | null;
  published_on: string | null;
  made_by_name: string;
  made_at: string;
}

export interface FirstAdministrator {
  only_row: Generated<boolean>;
  account_id: string;
  token_hash: Buffer;
  made_at: Generated<string>;
  used_at: string | null;
}

export interface FuneralClaims {
  elder_id: string;
  claim_id: string;
  area_code: string;
  happened_area: string;
  elder_name: string;
  died_on: string;
  status: string;
  amount_fen: number;
  offered_at: string;
  claimant: string | null;
  relation: string | null;
  certificate: string | null;
  other_funeral_benefit: boolean | null;
  claimed_by: string | null;
  claimed_by_name: string | null;
  claimed_on: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  note: string | null;
  paid_on: string | null;
  voucher: string | null;
  paid_by_name: string | null;
}

export interface HomeAdaptationProducts {
  product_id: string;
  area_code: string;
  class: string;
  name: string;
  unit: string;
  price_fen: number;
  payment: string;
  basis: string;
  from_on: string;
  withdrawn_on: string | null;
  set_by: string;
}

export interface HomeAdaptations {
  elder_id: string;
  adaptation_id: string;
  area_code: string;
  happened_area: string;
  number: string;
  status: string;
  elder_name: string;
  elder_sex: string;
  elder_born_on: string;
  road: string | null;
  compound: string | null;
  wish: string | null;
  known: Json;
  applied_on: string;
  applied_by: string;
  eligible_on: string | null;
  eligible_note: string | null;
  assignee_id: string | null;
  assessor_name: string | null;
  assessor_organisation: string | null;
  sealed_contact: Buffer | null;
  assessed_on: string | null;
  answers: Json | null;
  planned_on: string | null;
  plan: Generated<Json>;
  plan_note: string | null;
  cost_fen: number | null;
  government_fen: number | null;
  subsidy_fen: number | null;
  subsidy_lines: Generated<Json>;
  agreed_on: string | null;
  provider_id: string | null;
  provider_name: string | null;
  built_on: string | null;
  built_note: string | null;
  accepted_on: string | null;
  acceptance_note: string | null;
  settled_on: string | null;
  voucher: string | null;
  end_note: string | null;
  next_due_on: string | null;
  changed_at: string;
}

export interface HomeAdaptationsVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
}

export interface HomeCareBedPauses {
  pause_id: string;
  bed_id: string;
  elder_id: string;
  area_code: string;
  provider_id: string | null;
  reason: string;
  from_on: string;
  to_on: string | null;
}

export interface HomeCareBeds {
  bed_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  status: string;
  elder_name: string;
  elder_sex: string;
  elder_born_on: string;
  road: string | null;
  compound: string | null;
  ability_level: number | null;
  provider_id: string | null;
  provider_name: string | null;
  wish: string | null;
  applied_on: string;
  applied_by: string;
  eligible_on: string | null;
  eligible_reasons: Generated<string[]>;
  assessed_on: string | null;
  findings: string | null;
  designed_on: string | null;
  care_package: string | null;
  devices: Generated<string[]>;
  built_on: string | null;
  built_note: string | null;
  accepted_on: string | null;
  acceptance_note: string | null;
  evidence: Generated<string[]>;
  contracted_on: string | null;
  in_service_on: string | null;
  ended_on: string | null;
  end_reason: string | null;
  next_due_on: string | null;
  next_due_provisional: Generated<boolean>;
  changed_at: string;
}

export interface HomeCareBedsVFacts {
  bed_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  status: string;
  applied_on: string;
  accepted_on: string;
  in_service_on: string;
  ended_on: string;
}

export interface HomeCareBedsVServed {
  elder_id: string;
  organisation_id: string;
  kind: string;
  elder_name: string;
  born_on: string;
  what: string;
  from_on: string;
  to_on: string;
  record_id: string;
}

export interface HomeCareBedsVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
}

export interface HomeCareContractTraces {
  trace_id: string;
  contract_id: string;
  elder_id: string;
  area_code: string;
  provider_id: string;
  at: string;
  action: string;
  actor_name: string;
  account_id: string;
  role: string;
  body_hash: string;
  confirmation: string | null;
  address: string | null;
  device: string | null;
}

export interface HomeCareContracts {
  contract_id: string;
  bed_id: string;
  elder_id: string;
  area_code: string;
  provider_id: string;
  template: string;
  body: string;
  body_hash: string;
  made_at: string;
  family_signed_at: string | null;
  family_signer: string | null;
  provider_signed_at: string | null;
  provider_signer: string | null;
}

export interface HouseholdFiles {
  household_id: string;
  area_code: string;
  responsible_name: string;
  responsible_unit: string;
  set_by: string;
  set_at: string;
  responsible_account: string | null;
}

export interface HouseholdMeasures {
  elder_id: string;
  measure_id: string;
  area_code: string;
  elder_name: string;
  kind: string;
  what: string;
  status: string;
  due_on: string;
  note: string | null;
  made_by: string;
  made_at: string;
  stepped_by: string | null;
  stepped_at: string | null;
  source: Generated<string>;
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

export interface InspectionChecks {
  check_id: string;
  draw_id: string;
  position: number;
  record_id: string;
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  provider_name: string;
  item_code: string;
  item_name: string;
  served_on: string;
  recorded_minutes: number;
  line_fen: number;
  status: string;
  result: string | null;
  found_minutes: number | null;
  evidence: string | null;
  checked_by: string | null;
  checked_at: string | null;
  corrected_record_id: string | null;
  corrected_at: string | null;
  figures: Generated<Json>;
}

export interface InspectionDraws {
  draw_id: string;
  area_code: string;
  title: string;
  from_on: string;
  to_on: string;
  wanted: number;
  seed: string;
  seed_published_at: string;
  status: string;
  drawn_at: string | null;
  population: number | null;
  population_digest: string | null;
  made_by: string;
}

export interface InspectionsVFacts {
  check_id: string;
  draw_id: string;
  record_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  served_on: string;
  status: string;
  result: string;
  checked_at: string;
  corrected_record_id: string;
}

export interface LetterNumbers {
  issuer_code: string;
  series: string;
  year: number;
  last: number;
}

export interface LetterTellings {
  elder_id: string;
  telling_id: string;
  area_code: string;
  elder_name: string;
  status: string;
  has_phone: boolean;
  letter_ids: string[];
  opened_at: string;
  ended_at: string | null;
}

export interface Letters {
  elder_id: string;
  letter_id: string;
  area_code: string;
  happened_area: string;
  elder_name: string;
  kind: string;
  issuer_code: string;
  series: string;
  year: number;
  serial: number;
  version: number;
  number: string;
  about: string;
  subject_kind: string;
  subject_id: string;
  template_version: string;
  paper: Json;
  sm3: string;
  issued_on: string;
  issued_at: string;
  issued_by: string;
  issued_by_name: string;
  reason: string | null;
  receivers: number;
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

export interface MealCounts {
  count_id: string;
  facility_id: string;
  facility_name: string;
  area_code: string;
  organisation_id: string | null;
  from_on: string;
  to_on: string;
  person_times: number;
  entered_at: string;
  entered_by: string;
  corrected_because: string | null;
}

export interface MealsVCounts {
  facility_id: string;
  facility_name: string;
  area_code: string;
  month: string;
  last_on: string;
  person_times: number;
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

export interface OrderOffers {
  offer_id: string;
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  provider_name: string;
  caregiver_id: string;
  caregiver_name: string;
  assignee_id: string;
  attempt: number;
  answer: string;
  offered_at: string;
  answer_by: string;
  answered_at: string | null;
  refusal: string | null;
  reasons: string[];
  candidates: Generated<Json>;
}

export interface Orders {
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  status: string;
  source: string;
  item_code: string;
  item_version: number;
  item_name: string;
  need: string | null;
  note: string | null;
  wanted_on: string;
  wanted_time: string | null;
  price_fen: number;
  ltc_fen: Generated<number>;
  subsidy_fen: Generated<number>;
  self_fen: Generated<number>;
  elder_name: string;
  elder_sex: string;
  elder_born_on: string;
  road: string | null;
  compound: string | null;
  longitude: number | null;
  latitude: number | null;
  sealed_contact: Buffer | null;
  provider_id: string | null;
  provider_name: string | null;
  caregiver_id: string | null;
  caregiver_name: string | null;
  assignee_id: string | null;
  ordered_at: string;
  ordered_on: string;
  ordered_by: string;
  dispatched_at: string | null;
  answer_by: string | null;
  accepted_at: string | null;
  started_at: string | null;
  started_longitude: number | null;
  started_latitude: number | null;
  started_metres: number | null;
  done_at: string | null;
  done_on: string | null;
  record_id: string | null;
  confirmed_at: string | null;
  confirmed_by: string | null;
  score: number | null;
  evaluation: string | null;
  evaluated_at: string | null;
  settled_on: string | null;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  voucher_fen: Generated<number>;
}

export interface OrdersVFacts {
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  item_code: string;
  status: string;
  ordered_on: string;
  done_on: string;
  provider_id: string;
  amount_fen: number;
}

export interface OrdersVServed {
  elder_id: string;
  organisation_id: string;
  kind: string;
  elder_name: string;
  born_on: string;
  what: string;
  from_on: string;
  to_on: string;
  record_id: string;
}

export interface OrdersVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
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

export interface OverviewsVServed {
  elder_id: string;
  organisation_id: string;
  kind: string;
  elder_name: string;
  born_on: string;
  what: string;
  from_on: string;
  to_on: string;
  record_id: string;
}

export interface OverviewsVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
}

export interface PaymentAccounts {
  elder_id: string;
  area_code: string;
  kind: string;
  sealed: Buffer;
  last_four: string;
  account_index: Buffer;
  fault: string | null;
  source: string;
  updated_at: string;
  updated_by: string;
}

export interface PaymentChecks {
  elder_id: string;
  check_id: string;
  area_code: string;
  payer_code: string;
  cycle_id: string;
  elder_name: string;
  amount_fen: number;
  seed: string;
  draw: number;
  status: string;
  note: string | null;
  answered_by: string | null;
  answered_at: string | null;
  drawn_at: string;
  merged_from: string | null;
}

export interface PaymentCycles {
  cycle_id: string;
  area_code: string;
  month: string;
  round: number;
  floor_month: string;
  status: string;
  prepared_by: string;
  prepared_by_name: string;
  prepared_at: string;
  checked_by: string | null;
  checked_by_name: string | null;
  checked_at: string | null;
  locked_by_name: string | null;
  locked_at: string | null;
  authorised_by: string | null;
  authorised_by_name: string | null;
  authorised_at: string | null;
  file_number: string | null;
  file_sm3: string | null;
  file_count: number | null;
  file_fen: number | null;
  sent_at: string | null;
  bank_reference: string | null;
  answered_at: string | null;
  reconciled_at: string | null;
  reconciled_by_name: string | null;
  run_id: string | null;
  note: string | null;
  send_attempts: Generated<number>;
}

export interface PaymentFindings {
  elder_id: string | null;
  finding_id: string;
  area_code: string;
  payer_code: string;
  elder_name: string;
  rule: string;
  scheme: string;
  months: Json;
  amount_fen: number;
  sentence: string;
  first_month: string;
  status: string;
  note: string | null;
  found_at: string;
  decided_by: string | null;
  decided_by_account: string | null;
  decided_at: string | null;
  recovery_id: string | null;
  other_payee_id: string | null;
  payee_id: Generated<string>;
}

export interface PaymentLines {
  elder_id: string | null;
  line_id: string;
  area_code: string;
  happened_area: string;
  payer_code: string;
  cycle_id: string;
  elder_name: string;
  scheme: string;
  month: string;
  kind: string;
  cause: string;
  amount_fen: number;
  former_fen: number | null;
  determination_id: string | null;
  recovery_id: string | null;
  status: string;
  status_reason: string | null;
  made_at: string;
  merged_from: string | null;
  payable_id: string | null;
  other_payee_id: string | null;
  payee_id: Generated<string>;
}

export interface PaymentOtherAccounts {
  payee_id: string;
  area_code: string;
  payee_name: string;
  sealed: Buffer;
  last_four: string;
  account_index: Buffer;
  fault: string | null;
  source: string;
  updated_at: string;
  updated_by: string;
}

export interface PaymentPayables {
  payable_id: string;
  source_kind: string;
  source_id: string;
  scheme: string;
  elder_id: string | null;
  other_payee_id: string | null;
  payee_name: string;
  area_code: string;
  payer_code: string;
  month: string;
  amount_fen: number;
  sentence: string;
  status: string;
  status_reason: string | null;
  submitted_by_name: string;
  submitted_at: string;
  paid_on: string | null;
}

export interface PaymentRecoveries {
  elder_id: string | null;
  recovery_id: string;
  area_code: string;
  payer_code: string;
  elder_name: string;
  scheme: string;
  rule: string;
  reason: string;
  status: string;
  total_fen: number;
  balance_fen: number;
  offset_fen: Generated<number>;
  opened_by: string;
  opened_by_name: string;
  opened_at: string;
  write_off_asked_by: string | null;
  write_off_asked_by_name: string | null;
  write_off_reason: string | null;
  write_off_approved_by: string | null;
  write_off_approved_by_name: string | null;
  closed_at: string | null;
  other_payee_id: string | null;
  payee_id: Generated<string>;
  payee_name: string;
}

export interface PaymentResults {
  result_id: string;
  area_code: string;
  cycle_id: string;
  sm3: string;
  file_name: string;
  rows: number;
  paid: number;
  failed: number;
  problems: Generated<Json>;
  taken_by: string;
  taken_at: string;
}

export interface PaymentStops {
  elder_id: string;
  cycle_id: string;
  scheme: string;
  area_code: string;
  payer_code: string;
  elder_name: string;
  former_fen: number;
  reason: string;
}

export interface PaymentTransfers {
  elder_id: string | null;
  transfer_id: string;
  area_code: string;
  payer_code: string;
  cycle_id: string;
  number: string;
  amount_fen: number;
  sealed: Buffer;
  last_four: string;
  status: string;
  failure: string | null;
  failure_note: string | null;
  answered_at: string | null;
  merged_from: string | null;
  other_payee_id: string | null;
  payee_id: Generated<string>;
}

export interface PaymentsVAccounts {
  elder_id: string;
  area_code: string;
  last_four: string;
  source: string;
  updated_at: string;
}

export interface PaymentsVAuthorised {
  area_code: string;
  payer_code: string;
  elder_id: string;
  scheme: string;
  month: string;
  fen: number;
}

export interface PaymentsVInTransit {
  area_code: string;
  payer_code: string;
  elder_id: string;
  fen: number;
}

export interface PaymentsVLive {
  elder_id: string;
  line_id: string;
  area_code: string;
  payer_code: string;
  cycle_id: string;
  scheme: string;
  month: string;
  kind: string;
  amount_fen: number;
  status: string;
}

export interface PaymentsVPayable {
  area_code: string;
  payer_code: string;
  elder_id: string;
  fen: number;
}

export interface PaymentsVPayees {
  payee_id: string;
  sealed: Buffer;
  last_four: string;
  fault: string;
}

export interface PaymentsVReceivable {
  area_code: string;
  payer_code: string;
  elder_id: string;
  fen: number;
}

export interface PaymentsVSpent {
  area_code: string;
  payer_code: string;
  elder_id: string;
  scheme: string;
  month: string;
  fen: number;
}

export interface PaymentsVStops {
  elder_id: string;
  cycle_id: string;
  month: string;
  scheme: string;
  area_code: string;
  payer_code: string;
  former_fen: number;
  reason: string;
}

export interface PaymentsVTimeline {
  elder_id: string;
  event_id: string;
  at: string;
  subject_kind: string;
  label: string;
  note: string;
  actor: string;
}

export interface PlaceUses {
  use_id: string;
  kind: string;
  facility_id: string;
  facility_name: string;
  organisation_id: string | null;
  area_code: string;
  happened_area: string;
  elder_id: string;
  elder_name: string;
  from_on: string;
  to_on: string | null;
  number: string | null;
  bill_fen: number | null;
  ended_because: string | null;
  entered_by: string;
  entered_at: string;
  withdrawn_because: string | null;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

export interface PolicyDocuments {
  document_id: string;
  area_code: string;
  status: string;
  title: string;
  issuers: Json;
  document_number: string | null;
  issued_on: string | null;
  draft: boolean;
  period: string | null;
  body: string;
  attachment_id: string | null;
  made_at: string;
  made_by: string;
  made_by_name: string;
  recorded_at: string | null;
}

export interface PolicyReviewItems {
  item_id: string;
  document_id: string;
  area_code: string;
  kind: string;
  number: number;
  sort_no: number;
  section: string | null;
  start_at: number;
  end_at: number;
  proposed: Json;
  decided: Json | null;
  state: string;
  doubt: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
}

export interface PostPermissions {
  change_id: string;
  post_id: string;
  permission: string;
  decision: string;
  reason: string;
  from_on: string;
  to_on: string | null;
  by_account: string;
  by_name: string;
  decided_at: string;
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
  guardian_from: string | null;
  guardian_evidence: string | null;
  guardian_asked_by: string | null;
  guardian_asked_name: string | null;
  guardian_confirmed_by: string | null;
  guardian_confirmed_name: string | null;
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

export interface ProjectStages {
  stage_id: string;
  project_id: string;
  area_code: string;
  stage: string;
  reached_on: string;
  note: string | null;
  withdrawn_at: string | null;
  withdrawn_because: string | null;
}

export interface Projects {
  project_id: string;
  programme: string;
  plan_year: number;
  name: string;
  area_code: string;
  facility_id: string | null;
  planned_on: string;
  stage: string;
  latest_on: string;
}

export interface ProviderItems {
  provider_id: string;
  item_code: string;
  price_fen: number;
}

export interface Providers {
  provider_id: string;
  name: string;
  class: string;
  ownership: string;
  credit_code: string | null;
  status: string;
  area_code: string;
  longitude: number;
  latitude: number;
  capacity_per_day: number;
  rating_sum: Generated<number>;
  rating_count: Generated<number>;
  applied_on: string;
  admitted_on: string | null;
  exited_on: string | null;
}

export interface ProvidersVDirectory {
  provider_id: string;
  name: string;
  class: string;
  ownership: string;
  status: string;
  area_code: string;
  longitude: number;
  latitude: number;
  capacity_per_day: number;
  rating: number;
  rating_count: number;
  credit_code: string;
}

export interface Readings {
  device_id: string;
  at: string;
  litres: number;
  area_code: string;
  received_at: string;
}

export interface RecognisedRatings {
  rating_id: string;
  region: string;
  place: string;
  institution: string;
  scale: string;
  grade: number;
  rated_by: string;
  document_no: string;
  rated_on: string;
  valid_to: string;
  recorded_by: string;
  recorded_at: string;
  withdrawn_note: string | null;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

export interface RecoveryEntries {
  elder_id: string | null;
  entry_id: string;
  recovery_id: string;
  area_code: string;
  kind: string;
  amount_fen: number;
  line_id: string | null;
  note: string;
  entered_by: string;
  entered_at: string;
}

export interface RecoveryInstalments {
  elder_id: string | null;
  recovery_id: string;
  number: number;
  area_code: string;
  due_on: string;
  amount_fen: number;
}

export interface ReferenceLoads {
  file: string;
  checksum: string;
  loaded_at: Generated<string>;
}

export interface RegisterCheckRounds {
  round_id: string;
  area_code: string;
  began_at: string;
  names: string[];
  compared: number;
  met: Buffer;
}

export interface RegisterMergeRows {
  merge_id: string;
  position: number;
  table_name: string;
  before: Json | null;
  after: Json | null;
}

export interface RegisterMerges {
  merge_id: string;
  pair_id: string;
  area_code: string;
  into_elder_id: string;
  from_elder_id: string;
  from_name: string;
  from_area: string;
  fields: Json;
  reason: string;
  status: string;
  asked_by: string;
  asked_by_name: string;
  asked_at: string;
  approved_by_name: string | null;
  done_at: string | null;
  decision_note: string | null;
  keys: Json | null;
  undo_reason: string | null;
  undo_asked_by: string | null;
  undo_asked_by_name: string | null;
  undo_asked_at: string | null;
  undone_by_name: string | null;
  undone_at: string | null;
  left_behind: Json | null;
}

export interface RegisterPairs {
  pair_id: string;
  area_code: string;
  a_elder_id: string;
  b_elder_id: string;
  a_area: string;
  b_area: string;
  a_name: string;
  b_name: string;
  probability: number;
  levels: Json;
  source: string;
  status: string;
  found_at: string;
  reason: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  merge_id: string | null;
}

export interface RehearsalCells {
  rehearsal_id: string;
  area_code: string;
  street_code: string;
  band: string;
  economic: string;
  ability: string;
  card: string;
  living: string;
  outcome: string;
  people: number;
  old_fen: number;
  new_fen: number;
  open_old_fen: number;
  open_new_fen: number;
}

export interface RehearsalCliffs {
  rehearsal_id: string;
  area_code: string;
  part: string;
  key: string;
  people: number;
}

export interface RehearsalMonths {
  rehearsal_id: string;
  area_code: string;
  part: string;
  payer_code: string;
  scheme: string;
  month: string;
  law: string;
  fen: number;
  people: number;
  open_fen: number;
  open_people: number;
  expected_fen: number;
  coming_fen: number;
  city_fen: number;
  city_expected_fen: number;
  city_coming_fen: number;
}

export interface RehearsalPeople {
  elder_id: string;
  rehearsal_id: string;
  area_code: string;
  street_code: string;
  band: string;
  economic: string;
  ability: string;
  card: string;
  living: string;
  outcome: string;
  first_month: string | null;
  old_month_fen: number;
  new_month_fen: number;
  old_fen: number;
  new_fen: number;
  open_old_fen: number;
  open_new_fen: number;
  cliffs: string[] | null;
}

export interface RehearsalPlaces {
  rehearsal_id: string;
  facility_id: string;
  facility_name: string;
  area_code: string;
  month: string;
  beds: number;
  residents: number;
  counted: number;
  unassessed: number;
  bed_fen: number;
  person_fen: number;
}

export interface RehearsalResidents {
  elder_id: string;
  rehearsal_id: string;
  facility_id: string;
  facility_name: string;
  area_code: string;
  elder_name: string;
  days: number;
  ability_level: number | null;
  ability_valid_to: string | null;
  counted: boolean;
  because: string;
  person_fen: number;
}

export interface Rehearsals {
  rehearsal_id: string;
  area_code: string;
  kind: string;
  name: string;
  purpose: string;
  basis: string;
  starts_month: string;
  months: number;
  reassessed: boolean;
  changes: Json;
  status: string;
  made_by: string;
  made_by_name: string;
  made_at: string;
  submitted_by: string | null;
  submitted_by_name: string | null;
  submitted_at: string | null;
  signed_by: string | null;
  signed_by_name: string | null;
  signed_at: string | null;
  decision: string | null;
  result_status: Generated<string>;
  run_id: string | null;
  after_area: string | null;
  law_mark: string | null;
  through_xid: number | null;
  people: Generated<number>;
  problems: Generated<number>;
  changed_people: Generated<number>;
  total: Generated<number>;
  mark_high: Generated<number>;
  mark_low: Generated<number>;
  result_mark: string | null;
  ran_at: string | null;
  error: string | null;
}

export interface ReliefApplications {
  elder_id: string;
  application_id: string;
  area_code: string;
  number: string;
  responsible: boolean;
  responsible_area: string;
  applied_area: string;
  elder_name: string;
  warning_id: string | null;
  economic_class: string;
  severely_disabled: boolean;
  spent_fen: number | null;
  reason: string;
  amount_fen: number | null;
  status: string;
  applied_by: string;
  applied_at: string;
  decided_by: string | null;
  decision_note: string | null;
  outcome: string | null;
  kind: string;
  applicant: string | null;
  survey: Json | null;
  notice: Json | null;
  submission: Json | null;
  sealed: Buffer | null;
  decided_on: string | null;
  correction_id: string | null;
  fact: string | null;
  review_on: string | null;
  succession: string | null;
  continues_id: string | null;
}

export interface ReliefChecks {
  check_id: string;
  application_id: string;
  area_code: string;
  number: string;
  region: string;
  status: string;
  asked_by: string;
  asked_at: string;
  handed: Generated<boolean>;
  origin: string | null;
  answered_on: string | null;
  items: Generated<Json>;
  because: string | null;
}

export interface ReliefGrants {
  elder_id: string;
  grant_id: string;
  application_id: string;
  area_code: string;
  number: string;
  elder_name: string;
  scheme: string;
  from_month: string;
  to_month: string | null;
  amount_fen: number;
  cause: string;
  rated_on: string;
  why: string;
  ended_why: string | null;
  made_by: string;
  made_at: string;
}

export interface ReliefHouseholdMembers {
  elder_id: string;
  application_id: string;
  area_code: string;
  name: string;
  relation: string;
  correction_id: string | null;
  fact: string | null;
}

export interface ReliefMeansEntries {
  elder_id: string;
  entry_id: string;
  area_code: string;
  sealed: Buffer;
  source: string;
  as_of: string;
  confidence: string;
  entered_by: string;
  entered_at: string;
  ended_note: string | null;
  ended_by: string | null;
  ended_at: string | null;
  identity_index: Buffer | null;
}

export interface ReliefMeansFiles {
  elder_id: string;
  area_code: string;
  authorised_on: string;
  authorised_by: string;
  taken_by: string;
  judgement: Json | null;
  judged_by: string | null;
  judged_note: string | null;
  changed_at: string;
}

export interface ReliefMeasures {
  measure_id: string;
  application_id: string;
  area_code: string;
  kind: string;
  what: string;
  provider: string;
  amount_fen: number | null;
  done_on: string;
  entered_by: string;
  entered_at: string;
}

export interface ReliefProjectStages {
  stage_id: string;
  area_code: string;
  stage: string;
  state: string;
  on_date: string;
  opinion: string;
  document: string;
  set_by: string;
  set_at: string;
}

export interface ReliefReasons {
  elder_id: string;
  reason_id: string;
  area_code: string;
  household_key: string;
  rule: string;
  period: string;
  signal_id: string | null;
  sealed: Buffer | null;
  says: string | null;
  line: number;
  basis: string;
  confidence: string;
  sender: string;
  as_of: string;
  batch_id: string;
  warning_id: string | null;
  recheck_id: string | null;
  verdict: string | null;
  verdict_note: string | null;
  judged_by: string | null;
  judged_at: string | null;
  found_at: string;
}

export interface ReliefRechecks {
  elder_id: string;
  recheck_id: string;
  area_code: string;
  elder_name: string;
  economic_class: string;
  seed: string;
  drawn_at: string;
  result: string;
  note: string | null;
  decided_by: string | null;
  decided_at: string | null;
  correction_id: string | null;
  recovery_id: string | null;
  cause: Generated<string>;
  grant_recovery_id: string | null;
}

export interface ReliefSignals {
  elder_id: string;
  signal_id: string;
  area_code: string;
  household_key: string;
  topic: string;
  person_id: string;
  period: string;
  as_of: string;
  sender: string;
  batch_id: string;
  row_number: number;
  sealed: Buffer;
  received_at: string;
}

export interface ReliefThresholds {
  threshold_id: string;
  area_code: string;
  line: number;
  basis: string;
  from_on: string;
  set_by: string;
  set_at: string;
  rule: string;
  window_months: number;
  document_number: Generated<string>;
  active: Generated<boolean>;
}

export interface ReliefVGrants {
  grant_id: string;
  application_id: string;
  number: string;
  elder_id: string;
  elder_name: string;
  area_code: string;
  scheme: string;
  from_month: string;
  to_month: string;
  amount_fen: number;
  why: string;
  ended_why: string;
}

export interface ReliefVGrantsTwice {
  grant_id: string;
  from_month: string;
  to_month: string;
  because: string;
}

export interface ReliefVMembers {
  elder_id: string;
  area_code: string;
  entry_id: string;
  identity_index: Buffer;
  entered_at: string;
}

export interface ReliefWarningNotices {
  elder_id: string;
  warning_id: string;
  area_code: string;
  home_area: string;
  number: string;
  elder_name: string;
  rules: string[];
  status: string;
  warned_at: string;
  changed_at: string;
}

export interface ReliefWarnings {
  elder_id: string;
  warning_id: string;
  area_code: string;
  number: string;
  elder_name: string;
  status: string;
  finding: string | null;
  outcome: string | null;
  warned_at: string;
  household_key: string;
  rules: string[];
  visited_at: string | null;
  informed_area: string | null;
  aid: string | null;
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

export interface Runs {
  run_id: string;
  kind: string;
  title: string;
  payload: Json;
  path: string;
  area_code: string;
  organisation_id: string | null;
  started_by: string;
  started_by_name: string;
  status: string;
  done: Generated<number>;
  total: Generated<number>;
  message: string | null;
  attempts: Generated<number>;
  asked_at: string;
  ended_at: string | null;
  cancel_asked_at: string | null;
  cancel_asked_by: string | null;
  begun_at: string | null;
  begun_done: Generated<number>;
  beat_at: string | null;
}

export interface SchemaMigrations {
  name: string;
  checksum: string;
  applied_at: Generated<string>;
}

export interface ServiceItems {
  version_id: string;
  item_code: string;
  version: number;
  name: string;
  list: string;
  family: string;
  content: string;
  steps: string[];
  minutes: number;
  unit: string;
  price_fen: number;
  ltc_fen: Generated<number>;
  subsidy_fen: Generated<number>;
  payer_order: Generated<string[]>;
  staff_level: Generated<number>;
  certificate: string | null;
  evidence: string[];
  valid_from: string;
  valid_to: string | null;
  basis: string | null;
  made_by: string;
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

export interface ServiceNeeds {
  elder_id: string;
  need_id: string;
  area_code: string;
  elder_name: string;
  kind: string;
  item_code: string | null;
  item_name: string | null;
  text: string | null;
  urgent: Generated<boolean>;
  source: string;
  visit_id: string | null;
  found_on: string;
  found_by: string;
  status: string;
  note: string | null;
  stepped_by: string | null;
  stepped_at: string | null;
  order_id: string | null;
  organisation_id: string | null;
}

export interface ServiceRecords {
  record_id: string;
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  provider_name: string;
  caregiver_id: string;
  caregiver_name: string;
  assignee_id: string;
  item_code: string;
  item_name: string;
  started_at: string;
  ended_at: string;
  served_on: string;
  start_metres: number | null;
  items_done: string[];
  measurements: Generated<Json>;
  evidence: Generated<string[]>;
  note: string | null;
  recorded_at: string;
  recorded_by: string;
  corrects_record_id: string | null;
  correction_reason: string | null;
}

export interface ServiceRecordsVFacts {
  record_id: string;
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  item_code: string;
  provider_id: string;
  caregiver_id: string;
  served_on: string;
  minutes: number;
  current: boolean;
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

export interface SettleLines {
  line_id: string;
  kind: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  provider_name: string;
  order_id: string;
  record_id: string;
  item_code: string;
  item_name: string;
  elder_name: string;
  served_on: string;
  ltc_fen: number;
  subsidy_fen: number;
  self_fen: number;
  total_fen: number;
  voids_line_id: string | null;
  reason: string;
  made_at: string;
  batch_id: string | null;
  settled_on: string | null;
  voucher_fen: Generated<number>;
}

export interface SettleLinesVFacts {
  line_id: string;
  kind: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  order_id: string;
  record_id: string;
  item_code: string;
  served_on: string;
  ltc_fen: number;
  subsidy_fen: number;
  self_fen: number;
  total_fen: number;
  settled_on: string;
  voucher_fen: number;
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

export interface StationFacts {
  facility_id: string;
  area_code: string;
  rural: boolean;
  basis: string;
  set_by: string;
  set_at: string;
}

export interface SubsidiesVPlaces {
  elder_id: string;
  organisation_id: string;
  kind: string;
  facility_id: string;
  facility_name: string;
  from_on: string;
  to_on: string;
  use_id: string;
}

export interface SubsidiesVServed {
  elder_id: string;
  organisation_id: string;
  kind: string;
  elder_name: string;
  born_on: string;
  what: string;
  from_on: string;
  to_on: string;
  record_id: string;
}

export interface SubsidiesVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
}

export interface SubsidyPeople {
  statement_id: string;
  elder_id: string;
  elder_name: string;
  area_code: string;
  organisation_id: string | null;
  scheme: string;
  month: string;
  days: number;
  diner_days: number | null;
  ability_level: number | null;
  counted: boolean;
  because: string;
  amount_fen: number;
  holds: Generated<boolean>;
  facts: Json | null;
  former_fen: number | null;
}

export interface SubsidyStatements {
  statement_id: string;
  scheme: string;
  facility_id: string;
  facility_name: string;
  organisation_id: string | null;
  payee_name: string;
  area_code: string;
  month: string;
  status: string;
  amount_fen: number;
  people: number;
  lines: Json;
  fingerprint: string;
  version: string;
  computed_by: string;
  computed_by_name: string;
  computed_at: string;
  approved_by: string | null;
  approved_by_name: string | null;
  approved_at: string | null;
  paid_on: string | null;
  note: string | null;
  round: Generated<number>;
  former_fen: Generated<number>;
  stars: number | null;
  recovery_id: string | null;
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

export interface TasksVOfDocuments {
  document_id: string;
  area_code: string;
  tasks: number;
}

export interface VisitPlans {
  plan_id: string;
  elder_id: string;
  area_code: string;
  organisation_id: string | null;
  status: string;
  group_code: string;
  reasons: Json;
  wish: boolean;
  frequency_days: number;
  next_due_on: string | null;
  due_because: string | null;
  last_visited_on: string | null;
  unanswered: Generated<number>;
  assignee_id: string | null;
  made_at: string;
  changed_at: string;
  person: Generated<Json>;
  assignee_name: string | null;
}

export interface VisitPlansVFacts {
  plan_id: string;
  elder_id: string;
  area_code: string;
  group: string;
  status: string;
  wish: boolean;
  frequency_days: number;
  next_due_on: string;
  last_visited_on: string;
  assignee_id: string;
}

export interface Visits {
  visit_id: string;
  elder_id: string;
  plan_id: string | null;
  area_code: string;
  happened_area: string;
  organisation_id: string | null;
  assignee_id: string | null;
  visited_at: string;
  visited_on: string;
  method: string;
  result: string;
  items: Json;
  found_needs: Json;
  note: string | null;
  by_name: string;
  by_account: string | null;
  recorded_at: string;
  person_name: string | null;
}

export interface VisitsVFacts {
  visit_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  visited_on: string;
  method: string;
  result: string;
  found_needs: Json;
}

export interface VisitsVServices {
  elder_id: string;
  kind: string;
  record_id: string;
  what: string;
  status: string;
  by_whom: string;
  on_day: string;
}

export interface VisitsVTimeline {
  elder_id: string;
  event_id: string;
  at: string;
  subject_kind: string;
  label: string;
  note: string;
  actor: string;
}

export interface VoucherIssues {
  issue_id: string;
  scheme_id: string;
  area_code: string;
  period_key: string;
  valid_from: string;
  valid_to: string;
  status: string;
  note: string | null;
  people: number | null;
  total_fen: number | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by: string | null;
  checked_by_name: string | null;
  checked_at: string | null;
}

export interface VoucherRedemptions {
  elder_id: string;
  redemption_id: string;
  voucher_id: string;
  scheme_id: string;
  scheme_name: string;
  area_code: string;
  payer_code: string;
  kind: string;
  amount_fen: number;
  returns_id: string | null;
  provider_id: string;
  provider_name: string;
  order_id: string;
  record_id: string;
  item_code: string;
  item_name: string;
  elder_name: string;
  served_on: string;
  reason: string;
  made_at: string;
  statement_id: string | null;
}

export interface VoucherSchemes {
  scheme_id: string;
  area_code: string;
  name: string;
  rule: Json;
  value_fen: number;
  period: string;
  keep_months: number;
  items: string[];
  item_names: string[];
  valid_from: string;
  valid_to: string;
  basis: string;
  document_number: string | null;
  confidence: string;
  status: string;
  note: string | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by: string | null;
  checked_by_name: string | null;
}

export interface VoucherStatements {
  statement_id: string;
  area_code: string;
  provider_id: string;
  provider_name: string;
  month: string;
  amount_fen: number;
  redemptions: number;
  status: string;
  made_by_name: string;
  made_at: string;
  paid_on: string | null;
}

export interface Vouchers {
  elder_id: string;
  voucher_id: string;
  scheme_id: string;
  issue_id: string;
  area_code: string;
  happened_area: string;
  payer_code: string;
  scheme_name: string;
  period_key: string;
  elder_name: string;
  because: string;
  items: string[];
  item_names: string[];
  value_fen: number;
  balance_fen: number;
  valid_from: string;
  valid_to: string;
  confidence: string;
  document_number: string | null;
  status: string;
  stopped_on: string | null;
  stop_cause: string | null;
  note: string | null;
  issued_at: string | null;
  reminded_on: string | null;
}

export interface VouchersVRedeemed {
  redemption_id: string;
  area_code: string;
  payer_code: string;
  provider_id: string;
  served_on: string;
  fen: number;
}

export interface WorkforceVNames {
  caregiver_id: string;
  name: string;
  provider_id: string;
  provider_name: string;
  area_code: string;
  status: string;
}

export interface Tables {
  account_links: AccountLinks;
  accounts: Accounts;
  accounts_v_elder_posts: AccountsVElderPosts;
  accounts_v_staff: AccountsVStaff;
  agreement_parties: AgreementParties;
  agreements: Agreements;
  alarm_baselines: AlarmBaselines;
  alarm_calls: AlarmCalls;
  alarms: Alarms;
  alarms_v_away: AlarmsVAway;
  alarms_v_facts: AlarmsVFacts;
  alarms_v_response: AlarmsVResponse;
  alarms_v_services: AlarmsVServices;
  area_counts: AreaCounts;
  area_successors: AreaSuccessors;
  areas: Areas;
  areas_v_areas: AreasVAreas;
  areas_v_counts: AreasVCounts;
  assessment_assignments: AssessmentAssignments;
  assessment_fillings: AssessmentFillings;
  assessment_sample_members: AssessmentSampleMembers;
  assessment_samples: AssessmentSamples;
  assessments: Assessments;
  assessments_v_facts: AssessmentsVFacts;
  assessments_v_fillings: AssessmentsVFillings;
  assessments_v_results: AssessmentsVResults;
  attachments: Attachments;
  audit_entries: AuditEntries;
  away_notices: AwayNotices;
  benefit_applications: BenefitApplications;
  benefit_batches: BenefitBatches;
  benefit_changes: BenefitChanges;
  benefit_determinations: BenefitDeterminations;
  benefit_facts: BenefitFacts;
  benefit_insurances: BenefitInsurances;
  benefit_offers: BenefitOffers;
  benefit_setting_proposals: BenefitSettingProposals;
  benefit_settings: BenefitSettings;
  benefits_v_determinations: BenefitsVDeterminations;
  benefits_v_facts: BenefitsVFacts;
  benefits_v_offers: BenefitsVOffers;
  book_appropriations: BookAppropriations;
  book_entries: BookEntries;
  budget_lines: BudgetLines;
  card_use_batches: CardUseBatches;
  card_uses: CardUses;
  caregivers: Caregivers;
  certificates: Certificates;
  comparison_batches: ComparisonBatches;
  comparison_differences: ComparisonDifferences;
  comparison_feeds: ComparisonFeeds;
  comparison_headings: ComparisonHeadings;
  comparison_receipts: ComparisonReceipts;
  comparison_rows: ComparisonRows;
  consents: Consents;
  construction_v_projects: ConstructionVProjects;
  construction_v_stages: ConstructionVStages;
  credit_batches: CreditBatches;
  credit_records: CreditRecords;
  demo_plan: DemoPlan;
  demo_rebuild: DemoRebuild;
  demo_steps: DemoSteps;
  device_bindings: DeviceBindings;
  device_rejections: DeviceRejections;
  device_tasks: DeviceTasks;
  devices: Devices;
  devices_v_facts: DevicesVFacts;
  devices_v_tasks_facts: DevicesVTasksFacts;
  directory_changes: DirectoryChanges;
  doctor_contacts: DoctorContacts;
  doctor_contracts: DoctorContracts;
  doctors_v_contacts: DoctorsVContacts;
  doctors_v_contracts: DoctorsVContracts;
  doctors_v_services: DoctorsVServices;
  doctors_v_timeline: DoctorsVTimeline;
  due_items: DueItems;
  elder_cards: ElderCards;
  elder_contacts: ElderContacts;
  elder_corrections: ElderCorrections;
  elder_field_sources: ElderFieldSources;
  elder_grams: ElderGrams;
  elder_handovers: ElderHandovers;
  elder_identities: ElderIdentities;
  elder_import_headings: ElderImportHeadings;
  elder_import_people: ElderImportPeople;
  elder_import_rows: ElderImportRows;
  elder_imports: ElderImports;
  elder_life_events: ElderLifeEvents;
  elder_not_duplicates: ElderNotDuplicates;
  elder_outside_looks: ElderOutsideLooks;
  elder_postings: ElderPostings;
  elder_reveals: ElderReveals;
  elder_roll_gaps: ElderRollGaps;
  elder_rolls: ElderRolls;
  elder_scopes: ElderScopes;
  elder_sealed: ElderSealed;
  elder_source_trusts: ElderSourceTrusts;
  elder_tags: ElderTags;
  elders: Elders;
  elders_v_brief: EldersVBrief;
  elders_v_hospital_stays: EldersVHospitalStays;
  elders_v_household: EldersVHousehold;
  elders_v_households: EldersVHouseholds;
  elders_v_illnesses: EldersVIllnesses;
  elders_v_not_duplicates: EldersVNotDuplicates;
  elders_v_reach: EldersVReach;
  elders_v_tags: EldersVTags;
  facilities: Facilities;
  facilities_v_coverage: FacilitiesVCoverage;
  facilities_v_facts: FacilitiesVFacts;
  facility_coverage: FacilityCoverage;
  facility_prices: FacilityPrices;
  facility_vacancies: FacilityVacancies;
  festival_lists: FestivalLists;
  festival_visits: FestivalVisits;
  filial_nominees: FilialNominees;
  filial_years: FilialYears;
  first_administrator: FirstAdministrator;
  funeral_claims: FuneralClaims;
  home_adaptation_products: HomeAdaptationProducts;
  home_adaptations: HomeAdaptations;
  home_adaptations_v_services: HomeAdaptationsVServices;
  home_care_bed_pauses: HomeCareBedPauses;
  home_care_beds: HomeCareBeds;
  home_care_beds_v_facts: HomeCareBedsVFacts;
  home_care_beds_v_served: HomeCareBedsVServed;
  home_care_beds_v_services: HomeCareBedsVServices;
  home_care_contract_traces: HomeCareContractTraces;
  home_care_contracts: HomeCareContracts;
  household_files: HouseholdFiles;
  household_measures: HouseholdMeasures;
  household_members: HouseholdMembers;
  households: Households;
  idempotency_keys: IdempotencyKeys;
  inspection_checks: InspectionChecks;
  inspection_draws: InspectionDraws;
  inspections_v_facts: InspectionsVFacts;
  letter_numbers: LetterNumbers;
  letter_tellings: LetterTellings;
  letters: Letters;
  lifecycle_steps: LifecycleSteps;
  login_failures: LoginFailures;
  meal_counts: MealCounts;
  meals_v_counts: MealsVCounts;
  message_contacts: MessageContacts;
  message_deliveries: MessageDeliveries;
  messages: Messages;
  order_offers: OrderOffers;
  orders: Orders;
  orders_v_facts: OrdersVFacts;
  orders_v_served: OrdersVServed;
  orders_v_services: OrdersVServices;
  organisations: Organisations;
  outbox: Outbox;
  overviews_v_served: OverviewsVServed;
  overviews_v_services: OverviewsVServices;
  payment_accounts: PaymentAccounts;
  payment_checks: PaymentChecks;
  payment_cycles: PaymentCycles;
  payment_findings: PaymentFindings;
  payment_lines: PaymentLines;
  payment_other_accounts: PaymentOtherAccounts;
  payment_payables: PaymentPayables;
  payment_recoveries: PaymentRecoveries;
  payment_results: PaymentResults;
  payment_stops: PaymentStops;
  payment_transfers: PaymentTransfers;
  payments_v_accounts: PaymentsVAccounts;
  payments_v_authorised: PaymentsVAuthorised;
  payments_v_in_transit: PaymentsVInTransit;
  payments_v_live: PaymentsVLive;
  payments_v_payable: PaymentsVPayable;
  payments_v_payees: PaymentsVPayees;
  payments_v_receivable: PaymentsVReceivable;
  payments_v_spent: PaymentsVSpent;
  payments_v_stops: PaymentsVStops;
  payments_v_timeline: PaymentsVTimeline;
  place_uses: PlaceUses;
  policy_documents: PolicyDocuments;
  policy_review_items: PolicyReviewItems;
  post_permissions: PostPermissions;
  posts: Posts;
  progress_items: ProgressItems;
  project_stages: ProjectStages;
  projects: Projects;
  provider_items: ProviderItems;
  providers: Providers;
  providers_v_directory: ProvidersVDirectory;
  readings: Readings;
  recognised_ratings: RecognisedRatings;
  recovery_entries: RecoveryEntries;
  recovery_instalments: RecoveryInstalments;
  reference_loads: ReferenceLoads;
  register_check_rounds: RegisterCheckRounds;
  register_merge_rows: RegisterMergeRows;
  register_merges: RegisterMerges;
  register_pairs: RegisterPairs;
  rehearsal_cells: RehearsalCells;
  rehearsal_cliffs: RehearsalCliffs;
  rehearsal_months: RehearsalMonths;
  rehearsal_people: RehearsalPeople;
  rehearsal_places: RehearsalPlaces;
  rehearsal_residents: RehearsalResidents;
  rehearsals: Rehearsals;
  relief_applications: ReliefApplications;
  relief_checks: ReliefChecks;
  relief_grants: ReliefGrants;
  relief_household_members: ReliefHouseholdMembers;
  relief_means_entries: ReliefMeansEntries;
  relief_means_files: ReliefMeansFiles;
  relief_measures: ReliefMeasures;
  relief_project_stages: ReliefProjectStages;
  relief_reasons: ReliefReasons;
  relief_rechecks: ReliefRechecks;
  relief_signals: ReliefSignals;
  relief_thresholds: ReliefThresholds;
  relief_v_grants: ReliefVGrants;
  relief_v_grants_twice: ReliefVGrantsTwice;
  relief_v_members: ReliefVMembers;
  relief_warning_notices: ReliefWarningNotices;
  relief_warnings: ReliefWarnings;
  reports: Reports;
  runs: Runs;
  schema_migrations: SchemaMigrations;
  service_items: ServiceItems;
  service_log_entries: ServiceLogEntries;
  service_log_heads: ServiceLogHeads;
  service_log_leaves: ServiceLogLeaves;
  service_log_nodes: ServiceLogNodes;
  service_log_pending: ServiceLogPending;
  service_needs: ServiceNeeds;
  service_records: ServiceRecords;
  service_records_v_facts: ServiceRecordsVFacts;
  sessions: Sessions;
  settle_lines: SettleLines;
  settle_lines_v_facts: SettleLinesVFacts;
  site_clock: SiteClock;
  sites: Sites;
  station_facts: StationFacts;
  subsidies_v_places: SubsidiesVPlaces;
  subsidies_v_served: SubsidiesVServed;
  subsidies_v_services: SubsidiesVServices;
  subsidy_people: SubsidyPeople;
  subsidy_statements: SubsidyStatements;
  task_assignments: TaskAssignments;
  task_indicators: TaskIndicators;
  task_targets: TaskTargets;
  tasks: Tasks;
  tasks_v_indicators: TasksVIndicators;
  tasks_v_of_documents: TasksVOfDocuments;
  visit_plans: VisitPlans;
  visit_plans_v_facts: VisitPlansVFacts;
  visits: Visits;
  visits_v_facts: VisitsVFacts;
  visits_v_services: VisitsVServices;
  visits_v_timeline: VisitsVTimeline;
  voucher_issues: VoucherIssues;
  voucher_redemptions: VoucherRedemptions;
  voucher_schemes: VoucherSchemes;
  voucher_statements: VoucherStatements;
  vouchers: Vouchers;
  vouchers_v_redeemed: VouchersVRedeemed;
  workforce_v_names: WorkforceVNames;
}
