-- Attachments: what was handed in, by content hash. The bytes lie in the data folder under their SM3.

create table attachments (
  attachment_id uuid primary key,
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  owner_kind text not null,
  owner_id uuid not null,
  elder_id uuid,
  area_code text collate "C" not null,
  provider_id uuid,
  assignee_id uuid,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  -- Withdrawn, not deleted: the record that it was handed in stays, the file goes when no row names its hash.
  withdrawn_at timestamptz
);
create index attachments_owner on attachments (owner_id, uploaded_at);
create index attachments_elder on attachments (elder_id) where elder_id is not null;
create index attachments_sm3 on attachments (sm3);
select row_rules('attachments', '{"area":"area_code","organisation":"provider_id","assigned":"assignee_id","family":"elder_id"}');
