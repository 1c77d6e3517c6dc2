-- assessments: ability assessments by GB/T 42195-2022 and the two assessors' own sheets.

create table assessments (
  elder_id uuid not null references elders,
  assessment_id uuid not null,
  -- The area answering for the elder now; happened_area stays where the assessment was made.
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  scale text not null,
  reason text not null check (reason in ('首次评估', '常规评估', '即时评估', '对评估结果有疑问进行的复评', '其他')),
  status text not null check (status in ('applied', 'scheduled', 'on-site', 'scored', 'reviewed', 'published', 'objected', 're-assessed', 'expired', 'cancelled')),
  applied_at timestamptz not null,
  applied_by uuid not null,
  applied_by_name text not null,
  note text,
  sealed_contact bytea,
  visit_at timestamptz,
  -- [{"accountId","name","title","organisation","medical","signedAt"}]: what the family and the report may show.
  assessors jsonb not null default '[]',
  answers jsonb,
  score jsonb,
  total smallint check (total between 0 and 90),
  level smallint check (level between 0 and 4),
  assessed_on date,
  reviewed_by_name text,
  published_on date,
  valid_to date,
  -- The result that this assessment was asked for to examine (复评).
  replaces_id uuid,
  objection text,
  primary key (elder_id, assessment_id),
  check ((score is null) = (level is null)),
  check (published_on is null or (level is not null and valid_to is not null))
);
create index assessments_id on assessments (assessment_id);
create index assessments_area on assessments (area_code, applied_at desc, assessment_id);
create index assessments_status on assessments (status, area_code, applied_at desc);
create index assessments_valid_to on assessments (valid_to) where status in ('published', 'objected');
select row_rules('assessments', '{"area":"area_code","family":"elder_id"}');
-- Joins by organisations and assigned staff answer no row instead of an error.
grant select on assessments to yinian_organisation, yinian_assigned;

-- One sheet per assessor: a row rule compares one column, so each assessor has a row with copies of what the visit needs.
create table assessment_assignments (
  elder_id uuid not null references elders,
  assignment_id uuid not null,
  assessment_id uuid not null,
  area_code text collate "C" not null,
  assignee_id uuid not null,
  position smallint not null check (position in (1, 2)),
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
  -- Removed when the result is published: the address was lent for the visit only.
  sealed_contact bytea,
  visit_at timestamptz not null,
  draft jsonb,
  draft_saved_at timestamptz,
  signed jsonb,
  signed_at timestamptz,
  note text,
  peer_name text not null,
  peer_signed jsonb,
  peer_signed_at timestamptz,
  peer_note text,
  returned_because text,
  finished_at timestamptz,
  primary key (elder_id, assignment_id),
  unique (elder_id, assessment_id, position),
  unique (elder_id, assessment_id, assignee_id)
);
create index assessment_assignments_assignee on assessment_assignments (assignee_id, visit_at desc);
create index assessment_assignments_assessment on assessment_assignments (assessment_id);
select row_rules('assessment_assignments', '{"area":"area_code","assigned":"assignee_id"}');

create view assessments_v_facts with (security_invoker = true) as
  select assessment_id, elder_id, area_code, happened_area, status, level, applied_at, assessed_on, published_on, valid_to
  from assessments;
select publish_view('assessments_v_facts');

-- Assessors hold posts at district level, above the street that sends them: the look-up names those whose post covers `area`.
create function assessments_assessors(area text, on_day date)
returns table (account_id uuid, name text, title text, organisation text)
language plpgsql stable security definer set search_path = public as $$
begin
  if not (area >= current_setting('yinian.area_from', true) and area < current_setting('yinian.area_to', true)) then return; end if;
  return query
    select distinct on (p.account_id) p.account_id, p.holder_name, p.title, o.name
    from posts p left join organisations o on o.organisation_id = p.organisation_id
    where p.role = 'assessor' and p.from_on <= on_day and (p.to_on is null or p.to_on >= on_day)
      and p.area_code in (area, left(area, 9) || '000', left(area, 6) || '000000', left(area, 2) || '0000000000')
    order by p.account_id, p.from_on desc;
end $$;
alter function assessments_assessors(text, date) owner to yinian_lookup;
revoke all on function assessments_assessors(text, date) from public;
grant execute on function assessments_assessors(text, date) to yinian_area;
