-- elders: tables of people sent by others. The file itself lies encrypted in the data folder; its key is in `sealed`.

create table elder_imports (
  import_id uuid primary key,
  -- Area of whoever imports: the reach inside which people are matched and written.
  area_code text collate "C" not null,
  sender text not null,
  file_name text not null,
  file_bytes bigint not null,
  file_sm3 text not null,
  file_says text not null,
  -- Secret of the working files and the first rows, for choosing the columns.
  sealed bytea not null,
  sheets jsonb not null,
  sheet integer not null,
  heading_row integer not null,
  headings jsonb not null,
  mapping jsonb not null,
  notes jsonb not null default '[]',
  arrive_as text not null default 'registered' check (arrive_as in ('registered', 'active')),
  status text not null check (status in ('uploaded', 'checking', 'checked', 'loading', 'loaded', 'failed', 'discarded')),
  counts jsonb,
  faults jsonb not null default '[]',
  changed_fields jsonb not null default '[]',
  has_error_book boolean not null default false,
  run_id uuid,
  started_by uuid not null,
  started_by_post uuid,
  started_by_name text not null,
  started_by_role text not null,
  uploaded_at timestamptz not null,
  checked_at timestamptz,
  loaded_at timestamptz,
  error text
);
create index elder_imports_area on elder_imports (area_code, uploaded_at desc, import_id);
select row_rules('elder_imports', '{"area":"area_code"}');

-- Rows that somebody has to look at: the first wrong ones, and all look-alikes with what was decided about them.
create table elder_import_rows (
  import_id uuid not null,
  row_number integer not null,
  area_code text collate "C" not null,
  kind text not null check (kind in ('wrong', 'look-alike')),
  faults jsonb not null default '[]',
  sealed bytea,
  identity_index bytea,
  matches jsonb not null default '[]',
  decision text check (decision in ('different', 'skip')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  primary key (import_id, row_number)
);
create index elder_import_rows_kind on elder_import_rows (import_id, kind, row_number);
select row_rules('elder_import_rows', '{"area":"area_code"}');

-- Which columns a sender's headings are: one row a heading.
create table elder_import_headings (
  area_code text collate "C" not null,
  sender text not null,
  heading text not null,
  field text,
  used_at timestamptz not null,
  primary key (area_code, sender, heading)
);
select row_rules('elder_import_headings', '{"area":"area_code"}');

-- Who came in by which table; what follows from a registration (visit plans) is done for them page by page afterwards.
create table elder_import_people (
  elder_id uuid not null references elders,
  import_id uuid not null,
  area_code text collate "C" not null,
  row_number integer not null,
  announced_at timestamptz,
  primary key (elder_id, import_id)
);
create index elder_import_people_waiting on elder_import_people (import_id, row_number) where announced_at is null;
select row_rules('elder_import_people', '{"area":"area_code"}');

-- Look-up: which of many identity numbers are registered in the city. Inside the declared area the person, elsewhere
-- the district only, and then the holder's area sees in the audit who asked.
create function elders_match_identities(indexes bytea[], request text, asker uuid, asked_at timestamptz)
returns table (identity_index bytea, elder_id uuid, area_code text)
language plpgsql security definer set search_path = public as $$
declare
  area_from text := current_setting('yinian.area_from', true);
  area_to text := current_setting('yinian.area_to', true);
begin
  insert into audit_entries (entry_id, at, kind, action, request_id, account_id, actor_name, subject_kind, subject_id, elder_id, area_code, note)
  select gen_random_uuid(), asked_at, 'read', 'elders.find-identity', request, asker,
    (select a.name from accounts a where a.account_id = asker), 'elder', i.elder_id, i.elder_id, i.area_code, '批量导入时按身份证号在全市查重'
  from elder_identities i
  where i.identity_index = any (indexes) and not (i.area_code >= area_from and i.area_code < area_to);
  return query
    select i.identity_index,
      case when i.area_code >= area_from and i.area_code < area_to then i.elder_id end,
      case when i.area_code >= area_from and i.area_code < area_to then i.area_code else substr(i.area_code, 1, 6) || '000000' end
    from elder_identities i where i.identity_index = any (indexes);
end $$;
alter function elders_match_identities(bytea[], text, uuid, timestamptz) owner to yinian_lookup;
revoke all on function elders_match_identities(bytea[], text, uuid, timestamptz) from public;
grant execute on function elders_match_identities(bytea[], text, uuid, timestamptz) to yinian_batch;
