-- accounts: organisations, accounts, posts (organisation × role × area × from–to), sessions, failed logins.

create table organisations (
  organisation_id uuid primary key,
  name text not null,
  kind text not null check (kind in ('government', 'centre', 'institution', 'station', 'meal-point', 'provider', 'medical', 'assessment', 'bank')),
  area_code text collate "C" not null,
  credit_code text,
  opened_on date,
  closed_on date
);
create index organisations_area on organisations (area_code, kind);
select row_rules('organisations', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*","system":"*"}');
grant insert, update on organisations to yinian_system;

create table accounts (
  account_id uuid primary key,
  login text not null unique,
  name text not null,
  password_hash text,
  demo_password text,
  must_change boolean not null default false,
  disabled_at timestamptz,
  made_at timestamptz not null default now()
);
select row_rules('accounts', '{"system":"*"}');
grant insert, update on accounts to yinian_system;

-- A person has one account and several posts; the holder's name is copied so that lists need no second table.
create table posts (
  post_id uuid primary key,
  account_id uuid not null references accounts,
  holder_name text not null,
  role text not null,
  title text not null,
  area_code text collate "C" not null,
  organisation_id uuid references organisations,
  elder_id uuid,
  from_on date not null,
  to_on date
);
create index posts_account on posts (account_id);
create index posts_area on posts (area_code, role);
create index posts_organisation on posts (organisation_id) where organisation_id is not null;
select row_rules('posts', '{"area":"area_code","organisation":"organisation_id","assigned":"account_id","system":"*","readOnly":["area","organisation","assigned"]}');
grant insert, update on posts to yinian_system;

create view accounts_v_staff with (security_invoker = true) as
  select post_id, account_id, holder_name, role, title, area_code, organisation_id, from_on, to_on from posts;
select publish_view('accounts_v_staff');

create table sessions (
  session_id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  device text not null,
  address text not null,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_account on sessions (account_id) where ended_at is null;

create table login_failures (
  login text not null,
  address text not null,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (login, address)
);

-- Sessions are reached only by their own account, whatever its way; the product sets account_id from the token.
do $$
declare way text;
begin
  alter table sessions enable row level security;
  alter table sessions force row level security;
  foreach way in array array['area', 'organisation', 'assigned', 'family', 'public', 'system'] loop
    execute format('create policy %I on sessions for all to %I using (account_id = nullif(current_setting(''yinian.account_id'', true), '''')::uuid)',
      'sessions_' || way, 'yinian_' || way);
    execute format('grant select, insert, update on sessions to %I', 'yinian_' || way);
  end loop;
  create policy sessions_batch on sessions for all to yinian_batch using (true);
  grant select, update, delete on sessions to yinian_batch;
  create policy sessions_lookup on sessions for select to yinian_lookup using (true);
  grant select on sessions to yinian_lookup;
  create policy sessions_backup on sessions for select to yinian_backup using (true);
  grant select on sessions to yinian_backup;
  -- Failed logins are counted before anybody is known, so only the way `public` writes them.
  alter table login_failures enable row level security;
  alter table login_failures force row level security;
  create policy login_failures_public on login_failures for all to yinian_public using (true);
  grant select, insert, update, delete on login_failures to yinian_public;
  create policy login_failures_batch on login_failures for all to yinian_batch using (true);
  grant select, delete on login_failures to yinian_batch;
end $$;

-- Look-up 1: who may log in under this name. Answers one row and never a list.
create function accounts_login_candidate(wanted text)
returns table (account_id uuid, name text, password_hash text, disabled boolean)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select a.account_id, a.name, a.password_hash, a.disabled_at is not null from accounts a where a.login = wanted;
end $$;
alter function accounts_login_candidate(text) owner to yinian_lookup;
revoke all on function accounts_login_candidate(text) from public;
grant execute on function accounts_login_candidate(text) to yinian_public;

-- Look-up 2: the live session behind a token, with its post; asked by the product's login before any scope is set.
create function accounts_session(token bytea, today date)
returns table (session_id uuid, account_id uuid, login text, name text, post_id uuid, role text, title text, area_code text,
  organisation_id uuid, elder_id uuid, last_seen_at timestamptz, expires_at timestamptz)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select s.session_id, s.account_id, a.login, a.name, p.post_id, p.role, p.title, p.area_code, p.organisation_id, p.elder_id,
      s.last_seen_at, s.expires_at
    from sessions s
    join accounts a on a.account_id = s.account_id and a.disabled_at is null
    join posts p on p.post_id = s.post_id and p.from_on <= today and (p.to_on is null or p.to_on >= today)
    where s.token_hash = token and s.ended_at is null and s.expires_at > now();
end $$;
alter function accounts_session(bytea, date) owner to yinian_lookup;
revoke all on function accounts_session(bytea, date) from public;
grant execute on function accounts_session(bytea, date) to yinian_app;

-- Look-up 3: an account's own posts, whatever way it came by; compares with the account of the running transaction.
create function accounts_own_posts()
returns table (post_id uuid, role text, title text, area_code text, organisation_id uuid, organisation_name text, elder_id uuid, from_on date, to_on date)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select p.post_id, p.role, p.title, p.area_code, p.organisation_id, o.name, p.elder_id, p.from_on, p.to_on
    from posts p left join organisations o on o.organisation_id = p.organisation_id
    where p.account_id = nullif(current_setting('yinian.account_id', true), '')::uuid
    order by p.from_on, p.post_id;
end $$;
alter function accounts_own_posts() owner to yinian_lookup;
revoke all on function accounts_own_posts() from public;
grant execute on function accounts_own_posts() to yinian_area, yinian_organisation, yinian_assigned, yinian_family, yinian_public, yinian_system;

-- Look-up 4: own password hash, for changing it; and the change itself.
create function accounts_own_password_hash() returns text
language plpgsql stable security definer set search_path = public as $$
declare hash text;
begin
  select a.password_hash into hash from accounts a where a.account_id = nullif(current_setting('yinian.account_id', true), '')::uuid;
  return hash;
end $$;
alter function accounts_own_password_hash() owner to yinian_lookup;
revoke all on function accounts_own_password_hash() from public;
grant execute on function accounts_own_password_hash() to yinian_area, yinian_organisation, yinian_assigned, yinian_family, yinian_system;

create policy accounts_own_change on accounts for update to yinian_lookup using (true);
grant update (password_hash, must_change, demo_password) on accounts to yinian_lookup;
create function accounts_set_own_password(hash text) returns void
language plpgsql security definer set search_path = public as $$
begin
  update accounts set password_hash = hash, must_change = false, demo_password = null
  where account_id = nullif(current_setting('yinian.account_id', true), '')::uuid;
end $$;
alter function accounts_set_own_password(text) owner to yinian_lookup;
revoke all on function accounts_set_own_password(text) from public;
grant execute on function accounts_set_own_password(text) to yinian_area, yinian_organisation, yinian_assigned, yinian_family, yinian_system;

-- Look-up 5: the demo's logins for the login page; a production site answers none.
create function accounts_demo_logins()
returns table (login text, password text, name text, role text, title text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select distinct on (p.role) a.login, a.demo_password, a.name, p.role, p.title
    from accounts a join posts p on p.account_id = a.account_id
    where a.demo_password is not null and exists (select 1 from sites where mode = 'demo')
    order by p.role, a.login;
end $$;
alter function accounts_demo_logins() owner to yinian_lookup;
revoke all on function accounts_demo_logins() from public;
grant execute on function accounts_demo_logins() to yinian_public, yinian_system;

grant select on sites, site_clock to yinian_app;
create policy sites_app on sites for select to yinian_app using (true);
create policy site_clock_app on site_clock for select to yinian_app using (true);
