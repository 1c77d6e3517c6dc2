-- Corrections of facts that matter (更正：一人提出，另一人核对), where each field's value comes from, and trusted sources.

create table elder_corrections (
  elder_id uuid not null references elders,
  correction_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  status text not null check (status in ('proposed', 'applied', 'refused', 'withdrawn')),
  -- Field → value; sealed fields stand in `sealed` as {before, after} and here only by name.
  fields jsonb not null,
  before jsonb not null,
  after jsonb not null,
  sealed bytea,
  -- The record's version that the proposer had before them: what others changed since is a conflict.
  base_version integer not null,
  reason text not null,
  evidence text not null,
  source_kind text not null check (source_kind in ('desk', 'family', 'visit', 'hukou', 'disability', 'hardship', 'death', 'insurance')),
  -- The source's own number of its record: the same one is taken once.
  source_number text,
  as_of date not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_role text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  -- Fields of which the decision kept what others had written meanwhile.
  kept jsonb not null default '[]',
  primary key (elder_id, correction_id)
);
create unique index elder_corrections_id on elder_corrections (correction_id);
create index elder_corrections_area on elder_corrections (area_code, proposed_at desc, correction_id desc);
create index elder_corrections_waiting on elder_corrections (area_code, proposed_at) where status = 'proposed';
create unique index elder_corrections_source on elder_corrections (source_kind, source_number, area_code) where source_number is not null;
select row_rules('elder_corrections', '{"area":"area_code","family":"elder_id"}');

-- Only what differs from the registration itself: most of five million people have no row here.
create table elder_field_sources (
  elder_id uuid not null references elders,
  field text collate "C" not null,
  area_code text collate "C" not null,
  source text not null check (source in ('register', 'import', 'edit', 'correction', 'comparison', 'assessment', 'event')),
  as_of date not null,
  confidence text not null check (confidence in ('checked', 'matched', 'stated', 'doubtful')),
  reference text,
  by_name text not null,
  set_at timestamptz not null,
  primary key (elder_id, field)
);
select row_rules('elder_field_sources', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- Which source a district trusts for which fields, by whom and why; dated, never deleted.
create table elder_source_trusts (
  trust_id uuid primary key,
  area_code text collate "C" not null,
  source_kind text not null check (source_kind in ('hukou', 'disability', 'hardship', 'death', 'insurance')),
  fields jsonb not null,
  basis text not null,
  from_on date not null,
  to_on date,
  allowed_by uuid not null,
  allowed_by_name text not null,
  allowed_at timestamptz not null,
  ended_by_name text
);
create index elder_source_trusts_area on elder_source_trusts (area_code, source_kind);
select row_rules('elder_source_trusts', '{"area":"area_code"}');
