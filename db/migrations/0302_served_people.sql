-- overviews: whom an organisation serves on a day (stay, agreement, bed, order in force), and what of them it may read.

-- One line a service, in the same columns, published by the module that keeps it.
create view subsidies_v_served with (security_invoker = true) as
  select elder_id, organisation_id, kind, elder_name, null::date as born_on, facility_name as what, from_on, to_on, use_id as record_id
  from place_uses where withdrawn_at is null and kind <> 'meal';
select publish_view('subsidies_v_served');

create view home_care_beds_v_served with (security_invoker = true) as
  select elder_id, provider_id as organisation_id, 'bed' as kind, elder_name, elder_born_on as born_on, status as what,
    coalesce(in_service_on, contracted_on, assessed_on, applied_on) as from_on, ended_on as to_on, bed_id as record_id
  from home_care_beds where provider_id is not null and status not in ('ended', 'rejected');
select publish_view('home_care_beds_v_served');

create view orders_v_served with (security_invoker = true) as
  select elder_id, provider_id as organisation_id, 'order' as kind, elder_name, elder_born_on as born_on, item_name as what,
    ordered_on as from_on, null::date as to_on, order_id as record_id
  from orders where status in ('dispatched', 'accepted', 'started');
select publish_view('orders_v_served');

create view overviews_v_served with (security_invoker = true) as
  select * from subsidies_v_served union all select * from home_care_beds_v_served union all select * from orders_v_served;
select publish_view('overviews_v_served');

-- Whether the acting organisation serves this person on the day of the transaction's business instant.
create function overviews_served(elder uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  asker uuid := nullif(current_setting('yinian.organisation_id', true), '')::uuid;
  on_day date := (nullif(current_setting('yinian.at', true), '')::timestamptz at time zone 'Asia/Shanghai')::date;
begin
  return exists (select 1 from overviews_v_served s where s.elder_id = elder and s.organisation_id = asker
    and s.from_on <= on_day and (s.to_on is null or s.to_on >= on_day));
end $$;
alter function overviews_served(uuid) owner to yinian_lookup;
revoke all on function overviews_served(uuid) from public;
grant execute on function overviews_served(uuid) to yinian_granted;

-- The way `granted` (ADR 0006) opens one person also to who serves the person, a class at a time and only by the person's
-- word: read only, no register of others, no door, no phone.
create function elders_opened(elder uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return elders_look_stands(elder) or (overviews_served(elder) and consents_given(elder, 'organisation-health'));
end $$;
alter function elders_opened(uuid) owner to yinian_lookup;
revoke all on function elders_opened(uuid) from public;
grant execute on function elders_opened(uuid) to yinian_granted;
drop policy elders_granted on elders;
create policy elders_granted on elders for select to yinian_granted using (
  elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid and elders_opened(elder_id));
do $$
declare target text;
begin
  foreach target in array array['assessments', 'assessment_fillings'] loop
    execute format('create policy %I on %I for select to yinian_granted using (elder_id = nullif(current_setting(''yinian.elder_id'', true), '''')::uuid
      and overviews_served(elder_id) and consents_given(elder_id, ''organisation-health''))', target || '_granted', target);
    execute format('grant select on %I to yinian_granted', target);
  end loop;
end $$;
create policy doctor_contacts_granted on doctor_contacts for select to yinian_granted using (
  elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid
  and overviews_served(elder_id) and consents_given(elder_id, 'organisation-medical'));
create policy elder_life_events_granted on elder_life_events for select to yinian_granted using (
  kind = 'hospital' and elder_id = nullif(current_setting('yinian.elder_id', true), '')::uuid
  and overviews_served(elder_id) and consents_given(elder_id, 'organisation-medical'));
grant select on doctor_contacts, elder_life_events to yinian_granted;
-- Joins of organisations answer no row instead of an error.
grant select on doctor_contracts to yinian_organisation;

-- What 医疗数据 shows, published by its modules; a stay in hospital without whoever wrote it down.
create view doctors_v_contacts with (security_invoker = true) as
  select elder_id, contact_id, contacted_at, contacted_on, way, about, findings, advice, measurements, doctor_name
  from doctor_contacts;
select publish_view('doctors_v_contacts');
create view elders_v_hospital_stays with (security_invoker = true) as
  select elder_id, event_id, happened_on, until_on, place, note, recorded_at, recorded_by_name
  from elder_life_events where kind = 'hospital' and status in ('recorded', 'undo-asked');
select publish_view('elders_v_hospital_stays');
grant select on doctors_v_contacts, elders_v_hospital_stays, elders_v_brief, assessments_v_results, assessments_v_fillings to yinian_granted;
-- Chronic illnesses belong to 健康信息: read beside the level, no second copy.
create view elders_v_illnesses with (security_invoker = true) as select elder_id, diseases from elders;
select publish_view('elders_v_illnesses');
grant select on elders_v_illnesses to yinian_granted;

-- 服务数据 of one person, one line a service in the same columns, published by the module that keeps it.
create view orders_v_services with (security_invoker = true) as
  select elder_id, 'order' as kind, order_id as record_id, item_name as what, status, provider_name as by_whom,
    coalesce(done_on, wanted_on) as on_day from orders;
select publish_view('orders_v_services');
create view home_care_beds_v_services with (security_invoker = true) as
  select elder_id, 'bed' as kind, bed_id as record_id, null::text as what, status, provider_name as by_whom,
    coalesce(ended_on, in_service_on, accepted_on, applied_on) as on_day from home_care_beds;
select publish_view('home_care_beds_v_services');
create view home_adaptations_v_services with (security_invoker = true) as
  select elder_id, 'adaptation' as kind, adaptation_id as record_id, null::text as what, status, provider_name as by_whom,
    coalesce(settled_on, accepted_on, built_on, applied_on) as on_day from home_adaptations;
select publish_view('home_adaptations_v_services');
create view alarms_v_services with (security_invoker = true) as
  select elder_id, 'alarm' as kind, alarm_id as record_id, rule as what, status, assignee_name as by_whom,
    (raised_at at time zone 'Asia/Shanghai')::date as on_day from alarms;
select publish_view('alarms_v_services');
create view visits_v_services with (security_invoker = true) as
  select elder_id, 'visit' as kind, visit_id as record_id, method as what, result as status, by_name as by_whom, visited_on as on_day
  from visits;
select publish_view('visits_v_services');
create view subsidies_v_services with (security_invoker = true) as
  select elder_id, 'meal' as kind, use_id as record_id, facility_name as what, 'eaten' as status, null::text as by_whom, from_on as on_day
  from place_uses where kind = 'meal' and withdrawn_at is null;
select publish_view('subsidies_v_services');
-- That there is a doctor and when the next contact is due: no findings.
create view doctors_v_services with (security_invoker = true) as
  select elder_id, 'doctor' as kind, contract_id as record_id, next_contact_on::text as what, status,
    concat_ws('，', doctor_name, organisation_name) as by_whom, coalesce(last_contact_on, signed_on) as on_day from doctor_contracts;
select publish_view('doctors_v_services');
create view overviews_v_services with (security_invoker = true) as
  select * from orders_v_services union all select * from home_care_beds_v_services union all select * from home_adaptations_v_services
  union all select * from alarms_v_services union all select * from visits_v_services union all select * from subsidies_v_services
  union all select * from doctors_v_services;
select publish_view('overviews_v_services');

-- Where a person lives or has signed, and since when.
create view subsidies_v_places with (security_invoker = true) as
  select elder_id, organisation_id, kind, facility_id, facility_name, from_on, to_on, use_id from place_uses
  where withdrawn_at is null and kind <> 'meal';
select publish_view('subsidies_v_places');
