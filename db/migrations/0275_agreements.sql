-- agreements: what agencies of several regions signed with each other. Their tasks are tasks (module tasks), so that a unit has one list.

create table agreements (
  agreement_id uuid primary key,
  -- Whose register: the city's or a district's.
  area_code text collate "C" not null,
  title text not null,
  subject text not null check (subject in ('cooperation', 'elder-care', 'means-check', 'sea-burial', 'children', 'social-work', 'marriage', 'social-organisations', 'other')),
  signed_on date not null,
  -- Last day; null = without term.
  ends_on date,
  -- The meeting it was signed at, and which one it was.
  meeting text,
  meeting_number integer check (meeting_number > 0),
  summary text,
  status text not null check (status in ('in-force', 'ended')),
  ended_on date,
  note text,
  made_by_name text not null,
  made_at timestamptz not null,
  check (ends_on > signed_on),
  check ((status = 'ended') = (ended_on is not null))
);
create index agreements_area on agreements (area_code, subject, signed_on desc, agreement_id desc);
create index agreements_ends on agreements (ends_on) where status = 'in-force';
select row_rules('agreements', '{"area":"area_code"}');

create table agreement_parties (
  agreement_id uuid not null references agreements,
  position integer not null check (position > 0),
  area_code text collate "C" not null,
  name text not null,
  region text not null,
  primary key (agreement_id, position)
);
select row_rules('agreement_parties', '{"area":"area_code"}');

-- A task of an agreement stands beside those of documents; its document_id is the agreement.
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in ('measure', 'progress-row', 'agreement'));
