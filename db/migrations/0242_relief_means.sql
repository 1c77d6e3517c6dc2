-- relief: household means. What a household earns, owns and must spend is sealed; the row rules let the person's own area only
-- reach it, and every look is in the audit.

create table relief_means_files (
  elder_id uuid primary key references elders,
  area_code text collate "C" not null,
  authorised_on date not null,
  authorised_by text not null,
  taken_by text not null,
  -- {"propertyWithinRule":true,...}; null until somebody has judged it.
  judgement jsonb,
  judged_by text,
  judged_note text,
  changed_at timestamptz not null
);
create index relief_means_files_area on relief_means_files (area_code, elder_id);
select row_rules('relief_means_files', '{"area":"area_code"}');

create table relief_means_entries (
  elder_id uuid not null references elders,
  entry_id uuid not null,
  area_code text collate "C" not null,
  -- The fact itself: names and amounts.
  sealed bytea not null,
  source text not null check (source in ('declared', 'document', 'check', 'visit')),
  as_of date not null,
  confidence text not null check (confidence in ('verified', 'declared', 'estimated')),
  entered_by text not null,
  entered_at timestamptz not null,
  ended_note text,
  ended_by text,
  ended_at timestamptz,
  primary key (elder_id, entry_id),
  check ((ended_note is null) = (ended_at is null))
);
create index relief_means_entries_area on relief_means_entries (area_code, elder_id);
select row_rules('relief_means_entries', '{"area":"area_code"}');
