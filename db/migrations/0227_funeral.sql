-- benefits: 丧葬补贴, offered to the family when a death is recorded. One row a person: nobody is paid twice.

create table funeral_claims (
  elder_id uuid primary key references elders,
  claim_id uuid not null unique,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  elder_name text not null,
  died_on date not null,
  status text not null check (status in ('offered', 'claimed', 'granted', 'refused', 'declined', 'paid', 'lapsed')),
  amount_fen bigint not null check (amount_fen > 0),
  offered_at timestamptz not null,
  claimant text,
  relation text,
  certificate text,
  other_funeral_benefit boolean,
  claimed_by uuid,
  claimed_by_name text,
  claimed_on date,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  note text,
  paid_on date,
  voucher text,
  paid_by_name text,
  check (status not in ('claimed', 'granted', 'refused', 'paid') or (claimant is not null and other_funeral_benefit is not null)),
  constraint funeral_claims_two_people check (decided_by <> claimed_by),
  check ((status = 'paid') = (voucher is not null))
);
create index funeral_claims_area on funeral_claims (area_code, offered_at desc, claim_id desc);
select row_rules('funeral_claims', '{"area":"area_code","family":"elder_id"}');
