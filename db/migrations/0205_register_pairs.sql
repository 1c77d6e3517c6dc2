-- register-quality: pairs of records that may be one person, what was decided, and the journal of each merge.

create table register_pairs (
  pair_id uuid primary key,
  -- The smallest area that holds both records: it decides. The two communities see their own side only.
  area_code text collate "C" not null,
  a_elder_id uuid not null,
  b_elder_id uuid not null,
  a_area text collate "C" not null,
  b_area text collate "C" not null,
  a_name text not null,
  b_name text not null,
  probability double precision not null check (probability between 0 and 1),
  -- [{"field":"name","level":"same"}]: how each field agrees, no values.
  levels jsonb not null,
  source text not null check (source in ('check', 'desk')),
  status text not null check (status in ('candidate', 'open', 'distinct', 'merge-asked', 'merged', 'undo-asked', 'superseded')),
  found_at timestamptz not null,
  reason text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  merge_id uuid,
  check (a_elder_id < b_elder_id)
);
create unique index register_pairs_two on register_pairs (a_elder_id, b_elder_id);
create index register_pairs_b on register_pairs (b_elder_id);
create index register_pairs_list on register_pairs (area_code, status, probability desc, pair_id);
select row_rules('register_pairs', '{"area":"area_code"}');

-- One merge: asked, approved where money hangs on it, carried out, perhaps undone.
create table register_merges (
  merge_id uuid primary key,
  pair_id uuid not null,
  area_code text collate "C" not null,
  into_elder_id uuid not null,
  from_elder_id uuid not null,
  from_name text not null,
  -- Area and names of the record that went, for the old address; the row itself stands in the journal.
  from_area text collate "C" not null,
  -- Fields whose value was taken from the record that went.
  fields jsonb not null,
  reason text not null,
  status text not null check (status in ('asked', 'refused', 'done', 'undo-asked', 'undone')),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  approved_by_name text,
  done_at timestamptz,
  decision_note text,
  -- Keys of the survivor's rows as they stood right after the merge, by table: what is not among them came later.
  keys jsonb,
  undo_reason text,
  undo_asked_by uuid,
  undo_asked_by_name text,
  undo_asked_at timestamptz,
  undone_by_name text,
  undone_at timestamptz,
  -- [{"table":"orders","rows":2}]: made after the merge, left with the survivor by the undo.
  left_behind jsonb
);
create index register_merges_from on register_merges (from_elder_id);
create index register_merges_into on register_merges (into_elder_id);
select row_rules('register_merges', '{"area":"area_code"}');

-- Rows as they were before and after a merge, by table; the way back. Nobody reads it but the merge itself.
create table register_merge_rows (
  merge_id uuid not null,
  position integer not null,
  table_name text not null,
  before jsonb,
  after jsonb,
  primary key (merge_id, position)
);
select row_rules('register_merge_rows', '{}');

-- The old address of a record that was merged leads on, inside the caller's own area only.
create function register_merged_into(elder uuid) returns uuid
language plpgsql security definer set search_path = public as $$
declare found uuid;
begin
  select m.into_elder_id into found from register_merges m
    where m.from_elder_id = elder and m.status in ('done', 'undo-asked')
      and m.from_area >= current_setting('yinian.area_from', true) and m.from_area < current_setting('yinian.area_to', true)
    limit 1;
  return found;
end $$;
alter function register_merged_into(uuid) owner to yinian_lookup;
revoke all on function register_merged_into(uuid) from public;
grant execute on function register_merged_into(uuid) to yinian_area, yinian_batch;

-- A pair across two areas, told to the side that may not decide it: its own record and the other's district, no more.
create function register_pair_sides(most integer)
returns table (pair_id uuid, elder_id uuid, other_district text, decided_in text, probability double precision, status text)
language plpgsql security definer set search_path = public as $$
declare
  area_from text := current_setting('yinian.area_from', true);
  area_to text := current_setting('yinian.area_to', true);
begin
  return query
    select p.pair_id, p.a_elder_id, substr(p.b_area, 1, 6) || '000000', p.area_code, p.probability, p.status
      from register_pairs p
      where p.status in ('candidate', 'open', 'merge-asked') and not (p.area_code >= area_from and p.area_code < area_to)
        and p.a_area >= area_from and p.a_area < area_to
    union all
    select p.pair_id, p.b_elder_id, substr(p.a_area, 1, 6) || '000000', p.area_code, p.probability, p.status
      from register_pairs p
      where p.status in ('candidate', 'open', 'merge-asked') and not (p.area_code >= area_from and p.area_code < area_to)
        and p.b_area >= area_from and p.b_area < area_to
    order by 5 desc, 1 limit most;
end $$;
create index register_pairs_a_area on register_pairs (a_area) where status in ('candidate', 'open', 'merge-asked');
create index register_pairs_b_area on register_pairs (b_area) where status in ('candidate', 'open', 'merge-asked');
alter function register_pair_sides(integer) owner to yinian_lookup;
revoke all on function register_pair_sides(integer) from public;
grant execute on function register_pair_sides(integer) to yinian_area;

-- Two records judged to be two people, for the check of the register.
create view elders_v_not_duplicates with (security_invoker = true) as
  select elder_id, other_elder_id, area_code from elder_not_duplicates;
select publish_view('elders_v_not_duplicates');

-- Whether money hangs on either record of a pair the caller may judge, wherever it was paid: then a second person approves.
create function register_pair_has_money(pair uuid) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  two uuid[];
begin
  select array[p.a_elder_id, p.b_elder_id] into two from register_pairs p
    where p.pair_id = pair and p.area_code >= current_setting('yinian.area_from', true) and p.area_code < current_setting('yinian.area_to', true);
  if two is null then return false; end if;
  return exists (select from benefits_v_determinations where elder_id = any (two))
    or exists (select from payments_v_live where elder_id = any (two))
    or exists (select from payments_v_receivable where elder_id = any (two) and fen > 0)
    or exists (select from home_care_beds_v_facts where elder_id = any (two) and status not in ('ended', 'rejected'))
    or exists (select from settle_lines_v_facts where elder_id = any (two));
end $$;
alter function register_pair_has_money(uuid) owner to yinian_lookup;
revoke all on function register_pair_has_money(uuid) from public;
grant execute on function register_pair_has_money(uuid) to yinian_area;
