-- accounts: the one-time link with which a production site's first administrator sets a password.
create table first_administrator (
  only_row boolean primary key default true check (only_row),
  account_id uuid not null references accounts,
  token_hash bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz
);
select row_rules('first_administrator', '{}');
create policy first_administrator_use on first_administrator for update to yinian_lookup using (true);
grant update (used_at) on first_administrator to yinian_lookup;

-- Answers the account's login when the token is the unused one, and null otherwise; a token works once.
create function accounts_claim_first_administrator(token bytea, hash text) returns text
language plpgsql security definer set search_path = public as $$
declare claimed uuid; found_login text;
begin
  update first_administrator set used_at = now() where token_hash = token and used_at is null returning account_id into claimed;
  if claimed is null then return null; end if;
  update accounts set password_hash = hash, must_change = false where account_id = claimed;
  select a.login into found_login from accounts a where a.account_id = claimed;
  return found_login;
end $$;
alter function accounts_claim_first_administrator(bytea, text) owner to yinian_lookup;
revoke all on function accounts_claim_first_administrator(bytea, text) from public;
grant execute on function accounts_claim_first_administrator(bytea, text) to yinian_public;
