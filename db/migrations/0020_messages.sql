-- messages: what was told to whom, and by which way it went out. Read only by its own recipient, whatever the way of access.

create table messages (
  message_id uuid primary key,
  to_account_id uuid not null,
  at timestamptz not null,
  template text not null,
  title text not null,
  text text not null,
  path text,
  urgent boolean not null,
  about_kind text not null,
  about_id uuid not null,
  elder_id uuid,
  area_code text collate "C",
  read_at timestamptz
);
create index messages_inbox on messages (to_account_id, at desc, message_id desc);
create index messages_unread on messages (to_account_id) where read_at is null;
create index messages_elder on messages (elder_id) where elder_id is not null;

create table message_deliveries (
  message_id uuid not null,
  channel text not null check (channel in ('mail', 'sms')),
  to_account_id uuid not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'refused', 'no-address', 'not-connected')),
  not_before timestamptz not null,
  urgent boolean not null,
  claimed_at timestamptz,
  -- All deliveries that went out as one mail or SMS carry its id; a repeated try keeps it, so vendors drop the double.
  sent_as uuid,
  sent_at timestamptz,
  reference text,
  because text,
  primary key (message_id, channel)
);
create index message_deliveries_open on message_deliveries (not_before) where status in ('waiting', 'sending');
create index message_deliveries_recent on message_deliveries (to_account_id, channel, sent_at desc) where status = 'sent';

-- Mail address and phone of an account, sealed; the seal is bound to table and account.
create table message_contacts (
  account_id uuid primary key,
  sealed bytea not null
);

do $$
declare way text; target text; own text;
begin
  foreach target in array array['messages', 'message_deliveries', 'message_contacts'] loop
    own := case target when 'message_contacts' then 'account_id' else 'to_account_id' end;
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system'] loop
      execute format('create policy %I on %I for select to %I using (%I = nullif(current_setting(''yinian.account_id'', true), '''')::uuid)',
        target || '_' || way, target, 'yinian_' || way, own);
      execute format('grant select on %I to %I', target, 'yinian_' || way);
      if target = 'message_contacts' then
        execute format('create policy %I on %I for insert to %I with check (account_id = nullif(current_setting(''yinian.account_id'', true), '''')::uuid)',
          target || '_add_' || way, target, 'yinian_' || way);
      else
        -- Anyone's write may tell anyone else something; nobody can read it back but the recipient.
        execute format('create policy %I on %I for insert to %I with check (true)', target || '_add_' || way, target, 'yinian_' || way);
      end if;
      execute format('grant insert on %I to %I', target, 'yinian_' || way);
      if target <> 'message_deliveries' then
        execute format('create policy %I on %I for update to %I using (%I = nullif(current_setting(''yinian.account_id'', true), '''')::uuid)',
          target || '_change_' || way, target, 'yinian_' || way, own);
        execute format('grant update (%s) on %I to %I', case target when 'messages' then 'read_at' else 'sealed' end, target, 'yinian_' || way);
      end if;
    end loop;
    execute format('create policy %I on %I for all to yinian_batch using (true) with check (true)', target || '_batch', target);
    execute format('grant select, insert, update on %I to yinian_batch', target);
    execute format('create policy %I on %I for select to yinian_backup using (true)', target || '_backup', target);
    execute format('grant select on %I to yinian_backup', target);
  end loop;
end $$;
