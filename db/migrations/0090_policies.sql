-- policies: government documents with what the machine read in them and what a person decided about each piece.

create table policy_documents (
  document_id uuid primary key,
  area_code text collate "C" not null,
  status text not null check (status in ('in-review', 'recorded', 'withdrawn')),
  title text not null,
  issuers jsonb not null,
  document_number text,
  issued_on date,
  draft boolean not null,
  period text,
  body text not null,
  attachment_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  recorded_at timestamptz
);
create index policy_documents_area on policy_documents (area_code, made_at desc);
select row_rules('policy_documents', '{"area":"area_code"}');

create table policy_review_items (
  item_id uuid primary key,
  document_id uuid not null references policy_documents,
  area_code text collate "C" not null,
  kind text not null check (kind in ('header', 'measure', 'units', 'target', 'progress', 'figure')),
  number integer not null,
  sort_no integer not null,
  section text,
  start_at integer not null,
  end_at integer not null,
  proposed jsonb not null,
  decided jsonb,
  state text not null check (state in ('pending', 'confirmed', 'corrected', 'rejected')),
  doubt text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  unique (document_id, sort_no)
);
select row_rules('policy_review_items', '{"area":"area_code"}');
