-- accounts: what a post may besides its role (医疗数据): granted and withdrawn with a reason, a row each time; the newest holds.

create table post_permissions (
  change_id uuid primary key,
  post_id uuid not null references posts,
  permission text not null check (permission in ('medical')),
  decision text not null check (decision in ('granted', 'withdrawn')),
  reason text not null,
  from_on date not null,
  -- The last day of a grant; null = until it is withdrawn or the post ends.
  to_on date check (to_on >= from_on),
  by_account uuid not null,
  by_name text not null,
  decided_at timestamptz not null,
  check (decision = 'granted' or to_on is null)
);
create index post_permissions_post on post_permissions (post_id, permission, decided_at desc);
select row_rules('post_permissions', '{"system":"*"}');
-- Append-only: no way updates or deletes.
grant insert on post_permissions to yinian_system;

-- The session says what the post may today, so that a withdrawal works with the next request.
drop function accounts_session(bytea, date);
create function accounts_session(token bytea, today date)
returns table (session_id uuid, account_id uuid, login text, name text, post_id uuid, role text, title text, area_code text,
  organisation_id uuid, elder_id uuid, last_seen_at timestamptz, expires_at timestamptz, permissions text[])
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select s.session_id, s.account_id, a.login, a.name, p.post_id, p.role, p.title, p.area_code, p.organisation_id, p.elder_id,
      s.last_seen_at, s.expires_at,
      array(select l.permission from (select distinct on (m.permission) m.permission, m.decision, m.to_on from post_permissions m
          where m.post_id = p.post_id and m.from_on <= today order by m.permission, m.decided_at desc, m.change_id desc) l
        where l.decision = 'granted' and (l.to_on is null or l.to_on >= today))
    from sessions s
    join accounts a on a.account_id = s.account_id and a.disabled_at is null
    join posts p on p.post_id = s.post_id and p.from_on <= today and (p.to_on is null or p.to_on >= today)
    where s.token_hash = token and s.ended_at is null and s.expires_at > now();
end $$;
alter function accounts_session(bytea, date) owner to yinian_lookup;
revoke all on function accounts_session(bytea, date) from public;
grant execute on function accounts_session(bytea, date) to yinian_app;
