-- elders: when somebody last confirmed what the record says; before that, the day on which it was entered.

alter table elders add column confirmed_on date, add column confirmed_by text;
update elders set confirmed_on = (coalesce(verified_at, registered_at) at time zone 'Asia/Shanghai')::date;
alter table elders alter column confirmed_on set not null;
-- Totals by area and the list of those not confirmed are read from the index alone, also for a city.
create index elders_upkeep on elders (area_code, confirmed_on) include (born_on, status, elder_id) where died_on is null;
