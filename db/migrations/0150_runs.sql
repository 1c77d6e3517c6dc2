-- Long work that somebody started: what is done of how much, and the wish to stop it. No domain words, no names of persons.

create table runs (
  run_id uuid primary key,
  -- Name of the job that does the work.
  kind text not null,
  title text not null,
  -- What the job was given: ids only.
  payload jsonb not null,
  -- The page on which its result is seen.
  path text not null,
  area_code text collate "C" not null,
  organisation_id uuid,
  started_by uuid not null,
  started_by_name text not null,
  status text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint not null default 0,
  message text,
  attempts integer not null default 0,
  -- Business instants, for people to read.
  asked_at timestamptz not null,
  ended_at timestamptz,
  cancel_asked_at timestamptz,
  cancel_asked_by text,
  -- Real instants, for the expected time left and for finding a dead process: the demo's clock is moved.
  begun_at timestamptz,
  begun_done bigint not null default 0,
  beat_at timestamptz
);
create index runs_area on runs (area_code, asked_at desc, run_id);
create index runs_started_by on runs (started_by, asked_at desc);
create index runs_open on runs (kind, asked_at) where status in ('queued', 'running');
select row_rules('runs', '{"area":"area_code","organisation":"organisation_id","assigned":"started_by"}');

-- A stopped batch keeps what it has done and goes on from there when it is started again.
alter table benefit_batches drop constraint benefit_batches_status_check;
alter table benefit_batches add constraint benefit_batches_status_check
  check (status in ('waiting', 'running', 'stopped', 'done', 'failed'));
alter table benefit_batches add column run_id uuid;
