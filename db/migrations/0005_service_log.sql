-- Service log: a transparency log as in RFC 6962 over SM3. Entries are written by the write they tell of and never
-- changed; the sealer gives positions in tables of its own; daily signed heads leave the database.

create table service_log_entries (
  entry_id uuid primary key,
  elder_id uuid,
  area_code text collate "C" not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  -- json, not jsonb, would keep bytes; jsonb is safe because the hash is over a canonical form, not over these bytes.
  payload jsonb,
  salt bytea,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  version smallint not null,
  at timestamptz not null,
  erased_by uuid,
  -- Erasure (个人信息保护法 第四十七条) takes content and salt together and names the entry that ordered it.
  check ((payload is null) = (erased_by is not null) and (salt is null) = (erased_by is not null))
);
create index service_log_entries_elder on service_log_entries (elder_id, at desc) where elder_id is not null;
create index service_log_entries_area on service_log_entries (area_code, at desc);

-- Waiting for a position; a row leaves when its entry is sealed, so the sealer never scans the log.
create table service_log_pending (
  queue_no bigint generated always as identity primary key,
  entry_id uuid not null unique
);

create table service_log_leaves (
  position bigint primary key check (position >= 0),
  leaf_hash bytea not null,
  entry_id uuid not null unique,
  -- Kept beside the leaf so that a removed person can still be named.
  elder_id uuid
);
create index service_log_leaves_elder on service_log_leaves (elder_id) where elder_id is not null;

-- Full subtrees above the leaves. last_position = (index + 1) * 2^level - 1, so that a check reads them leaf by leaf.
create table service_log_nodes (
  level smallint not null check (level >= 1),
  index bigint not null,
  last_position bigint not null,
  hash bytea not null,
  primary key (level, index)
);
create index service_log_nodes_last on service_log_nodes (last_position);

create table service_log_heads (
  head_hash bytea primary key,
  tree_size bigint not null,
  at timestamptz not null,
  head jsonb not null
);
create index service_log_heads_at on service_log_heads (at);

-- Append-only for every app role: nobody may update or delete an entry, a leaf, a node or a head. The sealer and the
-- erasure run as yinian_batch; erasure may only empty a row (column grant and the check above).
do $$
declare way text; target text;
begin
  foreach target in array array['service_log_entries', 'service_log_pending', 'service_log_leaves', 'service_log_nodes', 'service_log_heads'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy %I on %I for select to yinian_backup using (true)', target || '_backup', target);
    execute format('create policy %I on %I for select to yinian_batch using (true)', target || '_batch', target);
    execute format('grant select on %I to yinian_backup, yinian_batch', target);
  end loop;
  foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system', 'batch'] loop
    foreach target in array array['service_log_entries', 'service_log_pending'] loop
      execute format('create policy %I on %I for insert to %I with check (true)', target || '_add_' || way, target, 'yinian_' || way);
      execute format('grant insert on %I to %I', target, 'yinian_' || way);
    end loop;
    -- Hashes say nothing about anyone; with them a reader of an entry can be given its receipt.
    if way <> 'batch' then
      foreach target in array array['service_log_leaves', 'service_log_nodes', 'service_log_heads'] loop
        execute format('create policy %I on %I for select to %I using (true)', target || '_' || way, target, 'yinian_' || way);
      end loop;
      execute format('grant select (position, leaf_hash, entry_id) on service_log_leaves to %I', 'yinian_' || way);
      execute format('grant select on service_log_nodes, service_log_heads to %I', 'yinian_' || way);
    end if;
  end loop;
  foreach target in array array['service_log_leaves', 'service_log_nodes', 'service_log_heads'] loop
    execute format('create policy %I on %I for insert to yinian_batch with check (true)', target || '_add', target);
    execute format('grant insert on %I to yinian_batch', target);
  end loop;
  create policy service_log_entries_area on service_log_entries for select to yinian_area using
    (area_code >= current_setting('yinian.area_from', true) and area_code < current_setting('yinian.area_to', true));
  create policy service_log_entries_family on service_log_entries for select to yinian_family using
    (elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid);
  grant select on service_log_entries to yinian_area, yinian_family;
  create policy service_log_entries_erase on service_log_entries for update to yinian_batch using (true)
    with check (payload is null and salt is null and erased_by is not null);
  grant update (payload, salt, erased_by) on service_log_entries to yinian_batch;
  create policy service_log_pending_take on service_log_pending for delete to yinian_batch using (true);
  grant delete on service_log_pending to yinian_batch;
end $$;
