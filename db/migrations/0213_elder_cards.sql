-- Cards of a person: the number is sealed, the last four digits stand in clear as on the card's own slip.

create table elder_cards (
  elder_id uuid not null references elders,
  card_id uuid not null,
  area_code text collate "C" not null,
  kind text not null check (kind in ('elder-disabled', 'preference', 'disability', 'social-security')),
  status text not null check (status in ('in-use', 'lost', 'ended')),
  sealed bytea not null,
  number_last4 text not null,
  issued_on date,
  valid_to date,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (elder_id, card_id)
);
create unique index elder_cards_id on elder_cards (card_id);
-- One card of a kind in use.
create unique index elder_cards_in_use on elder_cards (elder_id, kind) where status <> 'ended';
select row_rules('elder_cards', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- The accounts of the elder, for whoever did something in the elder's place: ids only, of one person known by id.
create function messages_elder_accounts(wanted uuid, today date)
returns table (account_id uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select distinct p.account_id from posts p
    where p.elder_id = wanted and p.role = 'elder' and p.from_on <= today and (p.to_on is null or p.to_on >= today);
end $$;
alter function messages_elder_accounts(uuid, date) owner to yinian_lookup;
revoke all on function messages_elder_accounts(uuid, date) from public;
grant execute on function messages_elder_accounts(uuid, date) to yinian_area, yinian_organisation, yinian_family, yinian_assigned, yinian_batch;
