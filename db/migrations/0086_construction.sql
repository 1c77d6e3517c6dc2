-- construction: building projects of the year's plan and the stages they have reached. Public facts, as facilities are.

create table projects (
  project_id uuid primary key,
  programme text not null check (programme in ('regional-centre', 'mutual-aid-point', 'barrier-free')),
  plan_year integer not null check (plan_year between 2015 and 2100),
  name text not null,
  area_code text collate "C" not null,
  -- The place that is built or rebuilt.
  facility_id uuid,
  planned_on date not null,
  stage text not null check (stage in ('not-started', 'site-fixed', 'operator-recruited', 'under-construction', 'completed', 'acceptance-started', 'accepted', 'operating')),
  latest_on date not null
);
create index projects_plan on projects (programme, plan_year, area_code);
create index projects_facility on projects (facility_id) where facility_id is not null;
select row_rules('projects', '{"area":"area_code","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

-- A stage entered wrongly is withdrawn with its reason, never deleted; the day it was reached may be corrected likewise.
create table project_stages (
  stage_id uuid primary key,
  project_id uuid not null references projects,
  area_code text collate "C" not null,
  stage text not null check (stage in ('not-started', 'site-fixed', 'operator-recruited', 'under-construction', 'completed', 'acceptance-started', 'accepted', 'operating')),
  reached_on date not null,
  note text,
  withdrawn_at timestamptz,
  withdrawn_because text,
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create unique index project_stages_standing on project_stages (project_id, stage) where withdrawn_at is null;
select row_rules('project_stages', '{"area":"area_code","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');

create view construction_v_projects with (security_invoker = true) as
  select project_id, programme, plan_year, name, area_code, facility_id, stage,
    case stage when 'not-started' then '未开工' when 'site-fixed' then '已定点位' when 'operator-recruited' then '已招募运营主体'
      when 'under-construction' then '在施' when 'completed' then '已完工' when 'acceptance-started' then '已开展验收'
      when 'accepted' then '已通过验收' else '已开展服务' end as stage_label,
    latest_on
  from projects;
select publish_view('construction_v_projects');

create view construction_v_stages with (security_invoker = true) as
  select s.project_id, p.programme, p.plan_year, p.area_code, s.stage, s.reached_on
  from project_stages s join projects p using (project_id) where s.withdrawn_at is null;
select publish_view('construction_v_stages');
