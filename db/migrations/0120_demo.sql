-- demo: which synthetic city a demo database holds, and which parts of it are already loaded (a killed load resumes).

create table demo_plan (
  only_row boolean primary key default true check (only_row),
  size text not null check (size in ('small', 'streets', 'city')),
  seed integer not null,
  elders integer not null check (elders > 0),
  made_at timestamptz not null default now(),
  completed_at timestamptz
);
select row_rules('demo_plan', '{"system":"*"}');

create table demo_steps (
  name text primary key,
  rows integer not null check (rows >= 0),
  done_at timestamptz not null default now()
);
select row_rules('demo_steps', '{"system":"*"}');
