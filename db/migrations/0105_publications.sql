-- publications: the progress table of a period, its versions, and what stood in it when it was locked.

create table reports (
  report_id uuid primary key,
  area_code text collate "C" not null,
  period text not null,
  title text not null,
  heading text not null,
  as_of date not null,
  version integer not null,
  status text not null check (status in ('draft', 'submitted', 'approved', 'locked', 'superseded')),
  revised_because text,
  -- Rows with computed figures, kept from submission on: later corrections make a new version, never another past.
  content jsonb,
  made_at timestamptz not null,
  made_by uuid not null,
  submitted_by uuid,
  approved_by uuid,
  unique (area_code, period, version)
);
select row_rules('reports', '{"area":"area_code"}');
create unique index reports_one_open on reports (area_code, period) where status in ('draft', 'submitted', 'approved');
