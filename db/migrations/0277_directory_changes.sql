-- directory-changes: each change of the directories of providers and places, with the office or body it comes from.

create table directory_changes (
  change_id uuid primary key,
  directory text not null check (directory in ('provider', 'facility')),
  subject_id uuid not null,
  subject_name text not null,
  -- Of the entry.
  area_code text collate "C" not null,
  what text not null,
  -- 大兴区民政, 清源街道: in words, as the list says it.
  source text not null,
  source_area text collate "C" not null,
  by_name text not null,
  changed_at timestamptz not null
);
create index directory_changes_at on directory_changes (changed_at desc, change_id desc);
create index directory_changes_subject on directory_changes (subject_id, changed_at desc);
-- Entries of the directories are public facts, and so is that they changed; whoever may change an entry leaves the row.
select row_rules('directory_changes', '{"area":"*","organisation":"*"}');
grant insert on directory_changes to yinian_area;

-- One code, one item in force: a second open version of a code cannot stand.
create unique index service_items_one_open on service_items (item_code) where valid_to is null;
