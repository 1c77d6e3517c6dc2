-- consents: what a person agreed to, by purpose, in which wording, from when to when. A withdrawal is a row of its own.

create table consents (
  elder_id uuid not null references elders,
  consent_id uuid not null,
  area_code text collate "C" not null,
  purpose text collate "C" not null check (purpose in ('health-doctor', 'location-alarm', 'photo-service', 'family-view', 'cross-area', 'publication')),
  decision text not null check (decision in ('given', 'refused')),
  text_version text not null,
  valid_from date not null,
  valid_to date,
  by_kind text not null check (by_kind in ('self', 'family', 'staff')),
  by_name text not null,
  by_account uuid not null,
  -- How staff know of it: signed paper, recorded call, witnessed at home.
  evidence text,
  decided_at timestamptz not null,
  primary key (elder_id, consent_id)
);
create index consents_purpose on consents (elder_id, purpose, decided_at desc);
select row_rules('consents', '{"area":"area_code","family":"elder_id"}');

-- The last decision in force of each person for one purpose, whatever the asker's way: doctors and carers must know the
-- answer without seeing the paper. Says given or refused, nothing else.
create function consents_standing(elders uuid[], asked text, on_day date)
returns table (elder_id uuid, decision text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select distinct on (c.elder_id) c.elder_id, c.decision from consents c
    where c.elder_id = any (elders) and c.purpose = asked and c.valid_from <= on_day and (c.valid_to is null or c.valid_to >= on_day)
    order by c.elder_id, c.decided_at desc, c.consent_id desc;
end $$;
alter function consents_standing(uuid[], text, date) owner to yinian_lookup;
revoke all on function consents_standing(uuid[], text, date) from public;
grant execute on function consents_standing(uuid[], text, date) to yinian_area, yinian_organisation, yinian_assigned, yinian_family, yinian_granted, yinian_batch;
