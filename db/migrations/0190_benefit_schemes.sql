-- benefits: services and allowances beside the three of 160号 are offered, too; districts set what the city leaves to them.
alter table benefit_offers drop constraint benefit_offers_scheme_check;
alter table benefit_offers add constraint benefit_offers_scheme_check check (scheme in
  ('hardship', 'care', 'advancedAge', 'homeCareBed', 'basicService', 'meal', 'familyDoctor', 'onePressCall',
   'disabledPersonsCare', 'disabledPersonsLiving', 'funeral'));
alter table benefit_offers drop constraint benefit_offers_status_check;
alter table benefit_offers add constraint benefit_offers_status_check
  check (status in ('found', 'notified', 'claimed', 'arranged', 'declined', 'lapsed'));
-- A service has no money, and an amount that no document names is not guessed.
alter table benefit_offers drop constraint benefit_offers_amount_fen_check;
alter table benefit_offers add constraint benefit_offers_amount_fen_check check (amount_fen >= 0);

-- A value of a scheme that a district has set for itself, from a day on; the latest one set applies.
create table benefit_settings (
  setting_id uuid primary key,
  district text collate "C" not null check (district ~ '^11\d{4}000000$'),
  scheme text not null,
  parameter text not null,
  from_on date not null,
  to_on date,
  value numeric not null check (value >= 0),
  document_number text not null,
  set_by text not null,
  set_at timestamptz not null,
  check (to_on is null or to_on >= from_on)
);
create index benefit_settings_district on benefit_settings (district, scheme);
select row_rules('benefit_settings', '{"area":"*","organisation":"*","assigned":"*","family":"*","public":"*"}');
-- Public law, written by the district's own desk (access.ts); nobody changes or takes back what applied.
grant insert on benefit_settings to yinian_area;
