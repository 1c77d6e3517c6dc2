-- elders: what a table changes of verified people's identity and money is checked by a second person, the table as one thing.

alter table elder_corrections drop constraint elder_corrections_source_kind_check;
alter table elder_corrections add constraint elder_corrections_source_kind_check
  check (source_kind in ('desk', 'family', 'visit', 'import', 'hukou', 'disability', 'hardship', 'death', 'insurance'));
-- The table that brought it; null = one by one.
alter table elder_corrections add column import_id uuid;
create index elder_corrections_import on elder_corrections (import_id, status) where import_id is not null;

-- Null = nothing to check; deciding = a second person has decided, it is being written.
alter table elder_imports add column changes_status text
  check (changes_status in ('proposed', 'deciding', 'decided'));
