-- doctors: whose family doctor is who (家庭医生签约), and each contact the doctor made. Records of visits, no case history.

create table doctor_contracts (
  elder_id uuid not null,
  contract_id uuid not null,
  area_code text collate "C" not null,
  doctor_id uuid not null,
  doctor_name text not null,
  organisation_name text,
  status text not null check (status in ('active', 'ended')),
  signed_on date not null,
  signed_by text not null,
  ended_on date,
  end_reason text,
  -- Who and where, copied for the doctor, who reaches no register; kept by reactions.
  person jsonb not null,
  next_contact_on date,
  contact_because text,
  last_contact_on date,
  changed_at timestamptz not null,
  primary key (elder_id, contract_id),
  check ((status = 'ended') = (ended_on is not null))
);
create unique index doctor_contracts_one on doctor_contracts (elder_id) where status = 'active';
create index doctor_contracts_doctor on doctor_contracts (doctor_id, next_contact_on) where status = 'active';
create index doctor_contracts_area on doctor_contracts (area_code);
select row_rules('doctor_contracts', '{"area":"area_code","assigned":"doctor_id","family":"elder_id","readOnly":["family"]}');

create table doctor_contacts (
  elder_id uuid not null,
  contact_id uuid not null,
  contract_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  doctor_id uuid not null,
  doctor_name text not null,
  contacted_at timestamptz not null,
  contacted_on date not null,
  way text not null check (way in ('home', 'phone', 'clinic')),
  about text not null check (about in ('routine', 'after-alarm', 'home-care-bed')),
  findings text not null,
  advice text not null,
  measurements jsonb not null,
  next_contact_on date not null,
  primary key (elder_id, contact_id)
);
create index doctor_contacts_doctor on doctor_contacts (doctor_id, contacted_on desc);
create index doctor_contacts_area on doctor_contacts (area_code, contacted_on desc);
select row_rules('doctor_contacts', '{"area":"area_code","assigned":"doctor_id","family":"elder_id","readOnly":["area","family"]}');
-- What a doctor wrote stands; only the area that answers for the person follows a move.
revoke update on doctor_contacts from yinian_assigned, yinian_batch;
grant update (area_code) on doctor_contacts to yinian_batch;

-- Look-up: the family doctors of one street, whichever health centre they belong to.
create function doctors_of_street(wanted_from text, wanted_to text, today date)
returns table (account_id uuid, name text, organisation text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select p.account_id, min(p.holder_name), min(o.name)
    from posts p left join organisations o on o.organisation_id = p.organisation_id
    where p.role = 'doctor' and p.area_code >= wanted_from and p.area_code < wanted_to
      and p.from_on <= today and (p.to_on is null or p.to_on >= today)
    group by p.account_id order by 2, 1 limit 50;
end $$;
alter function doctors_of_street(text, text, date) owner to yinian_lookup;
revoke all on function doctors_of_street(text, text, date) from public;
grant execute on function doctors_of_street(text, text, date) to yinian_area;
