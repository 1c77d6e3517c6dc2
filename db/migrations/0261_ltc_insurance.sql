-- benefits: a person's own benefit of the long-term care insurance, as a dated fact with its evidence. Orders ask it before they
-- split a price; a level of ability alone says nothing of who is insured.
create table benefit_insurances (
  elder_id uuid not null references elders,
  insurance_id uuid not null,
  area_code text collate "C" not null,
  -- As the insurer's decision words it.
  grade text not null,
  from_on date not null,
  -- The last day; null = it stands.
  to_on date,
  evidence text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  ended_note text,
  ended_by text,
  primary key (elder_id, insurance_id),
  check (to_on is null or to_on >= from_on)
);
create unique index benefit_insurances_id on benefit_insurances (insurance_id);
create index benefit_insurances_area on benefit_insurances (area_code, elder_id);
select row_rules('benefit_insurances', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');
