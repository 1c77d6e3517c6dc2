-- benefits: a value that a district sets is proposed by one person and confirmed by another before it applies.

create table benefit_setting_proposals (
  proposal_id uuid primary key,
  -- The district.
  area_code text collate "C" not null check (area_code ~ '^11\d{4}000000$'),
  scheme text not null,
  parameter text not null,
  value numeric not null check (value >= 0),
  from_on date not null,
  document_number text not null,
  status text not null check (status in ('proposed', 'confirmed', 'refused', 'withdrawn')),
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  note text,
  check ((status = 'proposed') = (decided_by is null)),
  check (status = 'withdrawn' or decided_by <> proposed_by)
);
create unique index benefit_setting_proposals_open on benefit_setting_proposals (area_code, scheme, parameter) where status = 'proposed';
create index benefit_setting_proposals_area on benefit_setting_proposals (area_code, proposed_at desc);
select row_rules('benefit_setting_proposals', '{"area":"area_code"}');

-- set_by confirmed it; whoever proposed it, where two did.
alter table benefit_settings add column proposed_by text, add column proposal_id uuid;
