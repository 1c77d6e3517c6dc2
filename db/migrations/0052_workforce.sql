-- workforce: caregivers of providers, their certificates, verification and the negative list.

create table caregivers (
  caregiver_id uuid primary key,
  account_id uuid not null unique,
  provider_id uuid not null,
  provider_name text not null,
  name text not null,
  sex text not null check (sex in ('男', '女')),
  -- 1 初级（五级） … 5 高级技师（一级）; a higher number is a higher skill.
  level integer not null check (level between 1 and 5),
  status text not null check (status in ('registered', 'active', 'suspended', 'negative-list', 'left')),
  verified_on date,
  negative_since date,
  negative_reason text,
  area_code text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  orders_per_day integer not null default 6 check (orders_per_day > 0),
  started_on date not null,
  left_on date,
  check (status <> 'active' or verified_on is not null),
  check (status <> 'negative-list' or (negative_since is not null and negative_reason is not null))
);
create index caregivers_provider on caregivers (provider_id, status);
create index caregivers_area on caregivers (area_code, status);
select row_rules('caregivers', '{"area":"area_code","organisation":"provider_id","assigned":"account_id","readOnly":["assigned"]}');

create table certificates (
  certificate_id uuid primary key,
  caregiver_id uuid not null,
  account_id uuid not null,
  provider_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  level text,
  issued_on date not null,
  expires_on date,
  revoked_on date
);
create index certificates_caregiver on certificates (caregiver_id);
select row_rules('certificates', '{"area":"area_code","organisation":"provider_id","assigned":"account_id","readOnly":["assigned"]}');

-- Look-up: who may be sent to one place for one item. A street dispatches caregivers whose firm is registered elsewhere in
-- the district; the answer is working facts only (no identity number, phone or home), and only of the firms that offer the item.
create function workforce_for_dispatch(wanted_item text, on_day date)
returns table (caregiver_id uuid, account_id uuid, provider_id uuid, provider_name text, name text, level integer, status text,
  verified_on date, negative_reason text, longitude double precision, latitude double precision, orders_per_day integer,
  certificates text[])
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select c.caregiver_id, c.account_id, c.provider_id, c.provider_name, c.name, c.level, c.status, c.verified_on,
      c.negative_reason, c.longitude, c.latitude, c.orders_per_day,
      coalesce((select array_agg(k.kind order by k.kind) from certificates k where k.caregiver_id = c.caregiver_id
        and k.issued_on <= on_day and (k.expires_on is null or k.expires_on >= on_day) and k.revoked_on is null), '{}')
    from caregivers c
    join provider_items i on i.provider_id = c.provider_id and i.item_code = wanted_item
    where c.status <> 'left';
end $$;
alter function workforce_for_dispatch(text, date) owner to yinian_lookup;
revoke all on function workforce_for_dispatch(text, date) from public;
grant execute on function workforce_for_dispatch(text, date) to yinian_area, yinian_organisation, yinian_batch;
