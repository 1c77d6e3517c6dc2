-- tasks: what a document asks for, which unit owes which part, and the progress sentences of a period.

create table tasks (
  task_id uuid primary key,
  area_code text collate "C" not null,
  document_id uuid,
  document_title text not null,
  document_number text,
  kind text not null check (kind in ('measure', 'progress-row')),
  number text not null,
  sort_no integer not null,
  title text not null,
  body text not null,
  made_at timestamptz not null,
  unique (document_id, kind, sort_no)
);
create index tasks_area on tasks (area_code, made_at desc, sort_no);
select row_rules('tasks', '{"area":"area_code"}');

create table task_targets (
  target_id uuid primary key,
  task_id uuid not null references tasks,
  area_code text collate "C" not null,
  quote text not null check (char_length(quote) <= 40),
  value numeric not null,
  unit text not null,
  operator text not null check (operator in ('=', '>=', '<=', '<', '>', '~')),
  deadline date,
  indicator_code text
);
create index task_targets_task on task_targets (task_id);
select row_rules('task_targets', '{"area":"area_code"}');

-- One unit's part of a task; the task's words are copied so that a department reads only its own rows.
create table task_assignments (
  assignment_id uuid primary key,
  task_id uuid not null references tasks,
  area_code text collate "C" not null,
  organisation_id uuid,
  unit_name text not null,
  unit_role text check (unit_role in ('lead', 'cooperating')),
  group_name text,
  number text not null,
  sort_no integer not null,
  title text not null,
  body text not null,
  document_id uuid,
  document_title text not null,
  document_number text,
  status text not null check (status in ('assigned', 'in-progress', 'reported', 'returned', 'done')),
  due_on date,
  provisional boolean not null default false,
  progress text,
  updated_at timestamptz not null
);
create index task_assignments_task on task_assignments (task_id);
create index task_assignments_area on task_assignments (area_code, sort_no);
create index task_assignments_organisation on task_assignments (organisation_id, sort_no);
select row_rules('task_assignments', '{"area":"area_code","organisation":"organisation_id"}');

-- A progress sentence of a period, in pieces: words as entered, figures as indicators, the cut-off date as a slot.
create table progress_items (
  item_id uuid primary key,
  task_id uuid not null references tasks,
  area_code text collate "C" not null,
  period text not null,
  number integer not null,
  segments jsonb not null,
  entered_at timestamptz not null,
  entered_by text not null,
  unique (task_id, period, number)
);
select row_rules('progress_items', '{"area":"area_code"}');

create table task_indicators (
  task_id uuid not null references tasks,
  area_code text collate "C" not null,
  indicator_code text not null,
  primary key (task_id, indicator_code)
);
select row_rules('task_indicators', '{"area":"area_code"}');

-- An indicator is stored once and linked to as many tasks as speak of it.
create view tasks_v_indicators with (security_invoker = true) as
  select i.indicator_code, t.task_id, t.area_code, t.number, t.sort_no, t.title, t.document_title
  from task_indicators i join tasks t on t.task_id = i.task_id;
select publish_view('tasks_v_indicators');

create view tasks_v_of_documents with (security_invoker = true) as
  select document_id, area_code, count(*) as tasks from tasks group by document_id, area_code;
select publish_view('tasks_v_of_documents');
