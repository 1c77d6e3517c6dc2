-- accounts: one-time links by which a person sets a password; made by the administrator, or by the community for a family.

create table account_links (
  link_id uuid primary key,
  account_id uuid not null references accounts,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  made_by uuid not null references accounts (account_id),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index account_links_account on account_links (account_id);
select row_rules('account_links', '{"system":"*"}');
grant insert, update on account_links to yinian_system;
create policy account_links_use on account_links for update to yinian_lookup using (true);
grant update (used_at) on account_links to yinian_lookup;
create policy sessions_end on sessions for update to yinian_lookup using (true);
grant update (ended_at) on sessions to yinian_lookup;

-- Sets the password of whoever holds an unused token (the first administrator's or a link) and answers the login, else
-- null. Who had logged in with the former password is logged out.
create function accounts_claim_link(token bytea, hash text) returns text
language plpgsql security definer set search_path = public as $$
declare claimed uuid; found_login text;
begin
  update first_administrator set used_at = now() where token_hash = token and used_at is null returning account_id into claimed;
  if claimed is null then
    update account_links set used_at = now()
      where token_hash = token and used_at is null and revoked_at is null and expires_at > now() returning account_id into claimed;
  end if;
  if claimed is null then return null; end if;
  update accounts set password_hash = hash, must_change = false, demo_password = null where account_id = claimed;
  update sessions set ended_at = now() where account_id = claimed and ended_at is null;
  select a.login into found_login from accounts a where a.account_id = claimed;
  return found_login;
end $$;
alter function accounts_claim_link(bytea, text) owner to yinian_lookup;
revoke all on function accounts_claim_link(bytea, text) from public;
grant execute on function accounts_claim_link(bytea, text) to yinian_public;
drop function accounts_claim_first_administrator(bytea, text);
