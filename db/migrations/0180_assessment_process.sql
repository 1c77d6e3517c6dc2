-- assessments: further questionnaires beside the ability level, results of other regions, blind re-assessment samples.

-- A recognised result of another region: {"region","organisation","documentNo","recognisedByName"}; its answers stay there.
alter table assessments add column origin jsonb;
alter table assessments drop constraint assessments_check;
alter table assessments add constraint assessments_level_explained
  check ((score is null or level is not null) and (level is null or score is not null or origin is not null));

-- Position 3 = blind: assessed once more for a sample by somebody who sees nothing of the first result.
alter table assessment_assignments add column sample_id uuid;
alter table assessment_assignments add column score jsonb;
alter table assessment_assignments drop constraint assessment_assignments_position_check;
alter table assessment_assignments add constraint assessment_assignments_position_check
  check (position in (1, 2, 3) and (position = 3) = (sample_id is not null));
create index assessment_assignments_visit on assessment_assignments (area_code, visit_at);

-- A filled questionnaire that decides no benefit by itself (Barthel, MMSE, …), and results of the insurance's scale.
create table assessment_fillings (
  elder_id uuid not null references elders,
  filling_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  form text not null,
  form_version date,
  answers jsonb not null,
  result jsonb not null,
  note text,
  filled_on date not null,
  recorded_at timestamptz not null,
  filled_by uuid not null,
  filled_by_name text not null,
  primary key (elder_id, filling_id)
);
create index assessment_fillings_id on assessment_fillings (filling_id);
create index assessment_fillings_area on assessment_fillings (area_code, recorded_at desc);
select row_rules('assessment_fillings', '{"area":"area_code","assigned":"filled_by","family":"elder_id","readOnly":["family"]}');

-- A drawn sample can be drawn again by anybody from its seed and its population.
create table assessment_samples (
  sample_id uuid primary key,
  area_code text collate "C" not null,
  from_on date not null,
  to_on date not null,
  population integer not null check (population >= 0),
  size integer not null check (size between 1 and population),
  seed text not null,
  note text,
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  drawn_by_name text not null
);
create index assessment_samples_area on assessment_samples (area_code, drawn_at desc);
select row_rules('assessment_samples', '{"area":"area_code"}');

create table assessment_sample_members (
  elder_id uuid not null references elders,
  sample_id uuid not null,
  assessment_id uuid not null,
  area_code text collate "C" not null,
  draw_rank integer not null check (draw_rank > 0),
  primary key (elder_id, sample_id, assessment_id)
);
create index assessment_sample_members_sample on assessment_sample_members (sample_id, draw_rank);
select row_rules('assessment_sample_members', '{"area":"area_code"}');

-- When an assessor is already on the road, whoever sent them: hours only, nothing of whom they visit.
create function assessments_busy(area text, from_at timestamptz, to_at timestamptz)
returns table (account_id uuid, visit_at timestamptz)
language plpgsql stable security definer set search_path = public as $$
begin
  if not (area >= current_setting('yinian.area_from', true) and area < current_setting('yinian.area_to', true)) then return; end if;
  return query
    select s.assignee_id, s.visit_at from assessment_assignments s
    where s.visit_at >= from_at and s.visit_at < to_at and s.finished_at is null
      and left(s.area_code, 6) = left(area, 6)
    order by s.visit_at;
end $$;
alter function assessments_busy(text, timestamptz, timestamptz) owner to yinian_lookup;
revoke all on function assessments_busy(text, timestamptz, timestamptz) from public;
grant execute on function assessments_busy(text, timestamptz, timestamptz) to yinian_area;

-- For other modules and the FHIR read-out: results as published, never a draft.
create view assessments_v_results with (security_invoker = true) as
  select assessment_id, elder_id, area_code, scale, status, answers, score, total, level, assessed_on, published_on, valid_to, origin, assessors
  from assessments where published_on is not null;
select publish_view('assessments_v_results');
create view assessments_v_fillings with (security_invoker = true) as
  select filling_id, elder_id, area_code, form, form_version, answers, result, filled_on, recorded_at, filled_by_name
  from assessment_fillings;
select publish_view('assessments_v_fillings');
